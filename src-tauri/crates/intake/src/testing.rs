//! For tests: files made of text, and a sink that keeps what it is given.

use crate::columns::Choices;
use crate::limits::Limits;
use crate::progress::Run;
use crate::refusal::IntakeError;
use crate::rows::{FigureRow, Reason, RejectedRow, Rejection, RosterRow, Sink, Tally, read};
use crate::source::Source;
use crate::survey::{Survey, survey};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// What a vault says to a row.
pub(crate) type Rule = Box<dyn Fn(&FigureRow<'_>) -> Option<Rejection>>;

/// A sink that writes rows down as text, and turns some away as a vault would.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) rows: Vec<String>,
    pub(crate) rejected: Vec<RejectedRow>,
    pub(crate) refuse: Option<Rule>,
}

impl Sink for Kept {
    fn figures(&mut self, row: &FigureRow<'_>) -> Result<(), Rejection> {
        if let Some(rejection) = self.refuse.as_ref().and_then(|refuse| refuse(row)) {
            return Err(rejection);
        }
        for amount in row.amounts {
            let number = |number: Option<crate::Thousandths>| {
                number.map_or("-".to_owned(), |number| number.0.to_string())
            };
            self.rows.push(format!(
                "{} a{} {} k{} {} {} {} {}",
                row.line,
                row.adviser,
                row.period,
                amount.kpi,
                amount.numerator.0,
                number(amount.denominator),
                number(amount.exposure),
                row.note.unwrap_or("-")
            ));
        }
        Ok(())
    }

    fn adviser(&mut self, row: &RosterRow<'_>) -> Result<(), Rejection> {
        self.rows.push(format!(
            "{} a{} {:?} {:?} {:?} {:?} {:?}",
            row.line, row.adviser, row.name, row.team, row.started, row.left, row.full_time_share
        ));
        Ok(())
    }

    fn rejected(&mut self, row: RejectedRow) {
        self.rejected.push(row);
    }
}

impl Kept {
    pub(crate) fn reasons(&self) -> Vec<(u64, Reason)> {
        self.rejected
            .iter()
            .map(|row| (row.line, row.reason))
            .collect()
    }
}

/// An input file of this text; the folder goes with it.
pub(crate) fn file(text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("input.csv");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

pub(crate) fn with_run<T>(work: impl FnOnce(&mut Run<'_>) -> T) -> T {
    let cancel = AtomicBool::new(false);
    let mut tick = |_| {};
    work(&mut Run::new(&cancel, &|| Duration::ZERO, &mut tick))
}

/// A file opened by a clock that stands still.
pub(crate) fn open(path: &Path, limits: Limits) -> Result<Source, IntakeError> {
    with_run(|run| Source::open(path, limits, run))
}

pub(crate) fn survey_of(text: &str, choices: &Choices) -> Result<Survey, IntakeError> {
    let (_folder, path) = file(text);
    let mut source = open(&path, Limits::default())?;
    with_run(|run| survey(&mut source, choices, run))
}

pub(crate) fn read_of(text: &str, choices: &Choices) -> (Survey, Tally, Kept) {
    read_into(text, choices, Kept::default())
}

pub(crate) fn read_into(text: &str, choices: &Choices, mut kept: Kept) -> (Survey, Tally, Kept) {
    let (_folder, path) = file(text);
    let mut source = open(&path, Limits::default()).unwrap();
    with_run(|run| {
        let survey = survey(&mut source, choices, run).unwrap();
        let tally = read(&mut source, &survey, &mut kept, run).unwrap();
        (survey, tally, kept)
    })
}

/// Lines in one text.
pub(crate) fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().concat()
}
