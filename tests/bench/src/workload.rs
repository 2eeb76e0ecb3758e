//! The workload: the same made-up advisers for every tool, made once and kept under `target/bench`.

use crate::Fault;
use crate::run::run;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One size of team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 12 advisers, three years of weekdays.
    Team,
    /// 200 advisers, five years of weekdays.
    Region,
    /// 3,000 advisers, five years of weeks.
    National,
}

impl Size {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Region => "region",
            Self::National => "national",
        }
    }

    /// Rows of `measures_long.csv`.
    pub fn rows(self) -> u32 {
        match self {
            Self::Team => 91_380,
            Self::Region => 2_525_180,
            Self::National => 7_556_360,
        }
    }
}

/// A size that has been made.
#[derive(Debug, Clone)]
pub struct Workload {
    /// Which.
    pub size: Size,
    /// Its files.
    pub folder: PathBuf,
}

impl Workload {
    /// Makes it, unless it is there.
    pub fn make(size: Size, under: &Path, python: &Path) -> Result<Self, Fault> {
        let folder = under.join(size.name());
        if !folder.join("manifest.json").is_file() {
            let generator = Path::new(env!("CARGO_MANIFEST_DIR")).join("make_workload.py");
            let mut make = Command::new(python);
            run(
                make.arg(generator)
                    .args(["--size", size.name(), "--out"])
                    .arg(&folder),
                None,
            )?;
        }
        let workload = Self { size, folder };
        workload.make_headless()?;
        Ok(workload)
    }

    /// Figures in date order, with a heading.
    pub fn figures(&self) -> PathBuf {
        self.folder.join("measures_long.csv")
    }

    /// The same without the heading, as `.import` wants them.
    pub fn headless(&self) -> PathBuf {
        self.folder.join("measures_headless.csv")
    }

    fn make_headless(&self) -> Result<(), Fault> {
        if self.headless().is_file() {
            return Ok(());
        }
        let lines = BufReader::new(std::fs::File::open(self.figures())?).lines();
        let mut out = BufWriter::new(std::fs::File::create(self.headless())?);
        for line in lines.skip(1) {
            writeln!(out, "{}", line?)?;
        }
        Ok(out.flush()?)
    }
}
