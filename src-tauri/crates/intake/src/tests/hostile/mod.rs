//! The set of hostile files: what each is, and what must become of it (security.md 3, B1). A file is taken whole, in
//! part or not at all; within ten seconds and 400 MB; and nothing but the file itself is there afterwards.

mod archives;
mod dates;
mod figures;
mod identifiers;
mod markup;
mod places;
mod sheets;
mod text;

use crate::refusal::{FileRefusal, IntakeError};
use crate::rows::{FigureRow, RejectedRow, Rejection, RosterRow, Sink, read};
use crate::testing::with_run;
use crate::tests::forge::Zip;
use crate::{Choices, Limits, Source, survey};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What must become of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Turned away whole.
    Refused(FileRefusal),
    /// The system does not give it.
    Unreadable,
    /// Read: so many rows accepted, so many rejected.
    Read(u64, u64),
}

/// Makes a file in a folder and says where it is.
type Make = Box<dyn Fn(&Path) -> PathBuf>;

/// One file.
pub(super) struct Case {
    name: &'static str,
    make: Make,
    fate: Fate,
}

pub(super) fn case(
    name: &'static str,
    fate: Fate,
    make: impl Fn(&Path) -> PathBuf + 'static,
) -> Case {
    Case {
        name,
        make: Box::new(make),
        fate,
    }
}

pub(super) fn bytes(name: &'static str, fate: Fate, content: impl AsRef<[u8]> + 'static) -> Case {
    case(name, fate, move |folder| {
        let path = folder.join("input");
        let mut file = std::fs::File::create(&path).unwrap();
        file.write_all(content.as_ref()).unwrap();
        path
    })
}

/// An archive, made when its turn comes.
pub(super) fn zip(name: &'static str, fate: Fate, make: impl Fn() -> Zip + 'static) -> Case {
    case(name, fate, move |folder| {
        let path = folder.join("input");
        std::fs::write(&path, make().bytes()).unwrap();
        path
    })
}

/// Headings and three rows that are right.
pub(super) const GOOD: &[&[&str]] = &[
    &["adviser", "period", "kpi", "numerator", "denominator"],
    &["Amara", "2026-08", "Attendance", "46", "60"],
    &["Bryn", "2026-08", "Attendance", "51", "64"],
    &["Ceri", "2026-08", "Attendance", "38", "52"],
];

/// The same as CSV.
pub(super) const GOOD_TEXT: &str = "adviser,period,kpi,numerator,denominator\nAmara,2026-08,Attendance,46,60\nBryn,2026-08,Attendance,51,64\nCeri,2026-08,Attendance,38,52\n";

/// The good rows and this one.
pub(super) fn with_row(row: &str) -> String {
    format!("{GOOD_TEXT}{row}\n")
}

/// Many pieces of text, one behind the other.
pub(super) fn each(numbers: std::ops::Range<usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect::<Vec<_>>().concat()
}

pub(super) const ALL_GOOD: Fate = Fate::Read(3, 0);

/// Counts rows and keeps none.
#[derive(Debug, Default)]
struct Counted;

impl Sink for Counted {
    fn figures(&mut self, _row: &FigureRow<'_>) -> Result<(), Rejection> {
        Ok(())
    }

    fn adviser(&mut self, _row: &RosterRow<'_>) -> Result<(), Rejection> {
        Ok(())
    }

    fn rejected(&mut self, _row: RejectedRow) {}
}

/// What becomes of a file, as `inspect` says it.
fn inspect(path: &Path) -> Result<Fate, IntakeError> {
    with_run(|run| {
        let mut source = Source::open(path, Limits::default(), run)?;
        let survey = survey(&mut source, &Choices::default(), run)?;
        let tally = read(&mut source, &survey, &mut Counted, run)?;
        Ok(Fate::Read(tally.accepted, tally.rejected))
    })
}

fn fate_of(path: &Path) -> Fate {
    match inspect(path) {
        Ok(fate) => fate,
        Err(IntakeError::Refused(refusal)) => Fate::Refused(refusal),
        Err(IntakeError::Disk(_)) => Fate::Unreadable,
        Err(other) => panic!("{other}"),
    }
}

fn cases() -> Vec<Case> {
    [
        text::cases(),
        figures::cases(),
        dates::cases(),
        identifiers::cases(),
        places::cases(),
        archives::cases(),
        archives::bombs(),
        markup::cases(),
        sheets::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The most memory this process has held since the last look, where the system tells.
#[cfg(target_os = "linux")]
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<u64>()
        .unwrap()
        / 1024
}

#[cfg(target_os = "linux")]
fn forget_peak() {
    drop(std::fs::write("/proc/self/clear_refs", "5"));
}

#[cfg(not(target_os = "linux"))]
fn peak_megabytes() -> u64 {
    0
}

#[cfg(not(target_os = "linux"))]
fn forget_peak() {}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a file takes is what is tested"
)]
fn check(case: &Case) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = (case.make)(folder.path());
    let before = names_in(folder.path());
    forget_peak();
    let start = std::time::Instant::now();
    let fate = fate_of(&path);
    let seconds = start.elapsed().as_secs_f64();
    let mut faults = String::new();
    if fate != case.fate {
        write!(faults, " became {fate:?} and not {:?};", case.fate).unwrap();
    }
    if seconds > 10.0 {
        write!(faults, " took {seconds:.1} s;").unwrap();
    }
    if peak_megabytes() > 400 {
        write!(faults, " took {} MB;", peak_megabytes()).unwrap();
    }
    if names_in(folder.path()) != before {
        faults.push_str(" left something behind;");
    }
    (!faults.is_empty()).then(|| format!("{}:{faults}", case.name))
}

fn names_in(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    names
}

#[test]
fn every_hostile_file_meets_its_fate() {
    let cases = cases();
    assert!(cases.len() >= 100, "the set has {} files", cases.len());
    let faults: Vec<String> = cases.iter().filter_map(check).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_hostile_file_has_a_name_of_its_own() {
    let mut names: Vec<_> = cases().iter().map(|case| case.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(
        names.len(),
        count,
        "two files of one name cannot be told apart in a fault"
    );
}

#[test]
fn every_class_of_refusal_is_met() {
    let met: Vec<Fate> = cases().iter().map(|case| case.fate).collect();
    for refusal in FileRefusal::ALL {
        assert!(met.contains(&Fate::Refused(refusal)), "{}", refusal.class());
    }
}
