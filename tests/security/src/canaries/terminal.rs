//! The same search around the real program for the terminal: a day's work with marks in every cell, and an
//! import that is killed. Files that were asked for lie outside the searched home.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;

use support::search::MARK;
use tempfile::TempDir;

use super::PASSPHRASE;
use super::home::Home;
use crate::damage::now;
use crate::{Chance, terminal_program};

type Found = Result<u64, Vec<String>>;

/// Creates, imports, looks, writes a named and an anonymised file, mistypes, verifies.
pub(super) fn search_after_a_day(torture: &Path) -> Found {
    let desk = Desk::make(torture)?;
    let mut files = desk.home.find()?;
    desk.import("roster.csv", &roster(), &["--kind", "roster"])?;
    desk.import("figures.csv", &figures(40), &["--create-kpis"])?;
    files += desk.home.find()?;
    let (named, anonymised) = (desk.path("named.json"), desk.path("summary.csv"));
    desk.run(&["scorecard", "VAULT", "--out", &text(&named)], PASSPHRASE)?;
    desk.refuse(&["scorecard", "VAULT"], "not the passphrase at all")?;
    desk.run(&["journal", "VAULT", "--verify"], PASSPHRASE)?;
    desk.run(&["verify", "VAULT"], PASSPHRASE)?;
    fs::write(
        desk.path("spec.json"),
        r#"{"grain":"month","from":"2026-05","to":"2026-05"}"#,
    )
    .unwrap();
    let spec = text(&desk.path("spec.json"));
    let release = [
        "release",
        "VAULT",
        "--profile",
        "internal",
        "--table",
        &spec,
        "--out",
        &text(&anonymised),
    ];
    // Three advisers are too few for any release; refused or not, nobody may be named.
    let ended = desk.start(&release, PASSPHRASE).wait_with_output();
    ended.map_err(|error| vec![error.to_string()])?;
    if !fs::read_to_string(&named)
        .unwrap_or_default()
        .contains(MARK)
    {
        return Err(vec![
            "the named file does not name anybody: the marks went in nowhere".to_owned(),
        ]);
    }
    if fs::read_to_string(&anonymised)
        .unwrap_or_default()
        .contains(MARK)
    {
        return Err(vec!["the anonymised file names somebody".to_owned()]);
    }
    Ok(files + desk.home.find()?)
}

/// Kills an import, three times, each at another moment.
pub(super) fn search_after_a_kill(torture: &Path, chance: &mut Chance) -> Found {
    let desk = Desk::make(torture)?;
    desk.import("roster.csv", &roster(), &["--kind", "roster"])?;
    let mut files = 0;
    for _ in 0..3 {
        let file = desk.path("large.csv");
        fs::write(&file, figures(3_000)).unwrap();
        let delay = Duration::from_millis(300 + u64::try_from(chance.below(2_500)).unwrap());
        let mut child = desk.start(
            &["import", "VAULT", &text(&file), "--create-kpis"],
            PASSPHRASE,
        );
        let begun = now();
        while let Some(left) = delay.checked_sub(begun.elapsed()) {
            std::thread::park_timeout(left);
        }
        child.kill().ok();
        child.wait().map_err(|error| vec![error.to_string()])?;
        files += desk.home.find()?;
    }
    desk.run(&["verify", "VAULT"], PASSPHRASE)?;
    Ok(files + desk.home.find()?)
}

fn roster() -> String {
    let mut csv = "adviser,name,team,site,grade,started\n".to_owned();
    for one in 1..=3 {
        writeln!(
            csv,
            "{MARK} {one},{MARK} name {one},Harbour,{MARK} site,{MARK} grade,2020-01-01"
        )
        .unwrap();
    }
    csv
}

fn figures(days: i64) -> String {
    let first = support::content::day("2017-06-01");
    let mut csv = "adviser,period,kpi,numerator,denominator,note\n".to_owned();
    for adviser in 1..=3 {
        for one in 0..days {
            let on = first + chrono::Days::new(u64::try_from(3_200 - days + one).unwrap());
            writeln!(
                csv,
                "{MARK} {adviser},{on},{MARK} kpi,{},20,{MARK} note",
                one % 20
            )
            .unwrap();
        }
    }
    csv
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A home with a vault made by the program, and a folder for files that are asked for.
struct Desk {
    program: PathBuf,
    home: Home,
    papers: TempDir,
}

impl Desk {
    fn make(torture: &Path) -> Result<Self, Vec<String>> {
        let mut desk = Self {
            program: terminal_program(torture),
            home: Home::make(),
            papers: tempfile::tempdir().unwrap(),
        };
        let said = desk.run(&["create", "VAULT"], PASSPHRASE)?;
        let said: serde_json::Value =
            serde_json::from_str(&said).map_err(|error| vec![error.to_string()])?;
        let groups = said["recovery_code"].as_array().into_iter().flatten();
        let groups: Vec<&str> = groups.filter_map(serde_json::Value::as_str).collect();
        if groups.len() != 7 {
            return Err(vec!["no recovery code was said".to_owned()]);
        }
        desk.home.want_code(&groups.join("-"));
        Ok(desk)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.papers.path().join(name)
    }

    fn import(&self, name: &str, csv: &str, more: &[&str]) -> Result<(), Vec<String>> {
        let file = self.path(name);
        fs::write(&file, csv).unwrap();
        let file = text(&file);
        let arguments = [&["import", "VAULT", &file, "--create-advisers"], more].concat();
        self.run(&arguments, PASSPHRASE).map(drop)
    }

    /// Runs a command to its end; gives what it said.
    fn run(&self, arguments: &[&str], typed: &str) -> Result<String, Vec<String>> {
        let output = self
            .start(arguments, typed)
            .wait_with_output()
            .map_err(|error| vec![error.to_string()])?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(vec![format!(
                "{} ended with {}",
                arguments[0], output.status
            )])
        }
    }

    /// Runs a command that must be refused for its passphrase.
    fn refuse(&self, arguments: &[&str], typed: &str) -> Result<(), Vec<String>> {
        let ended = self
            .start(arguments, typed)
            .wait()
            .map_err(|error| vec![error.to_string()])?;
        if ended.code() == Some(10) {
            Ok(())
        } else {
            Err(vec![format!("a wrong passphrase ended with {ended}")])
        }
    }

    /// `VAULT` stands for the vault; the passphrase goes through standard input.
    fn start(&self, arguments: &[&str], typed: &str) -> Child {
        let mut command = self.home.command(&self.program);
        for argument in arguments {
            match *argument {
                "VAULT" => command.arg(self.home.vault()),
                other => command.arg(other),
            };
        }
        command
            .args(["--json", "--passphrase-file", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        writeln!(input, "{typed}").ok();
        child
    }
}
