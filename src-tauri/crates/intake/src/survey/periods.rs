//! The dates of a file: which order and grain they show, and whether a period column says its periods in bare
//! numbers. Every form is followed until the last row, and the one that fits all of them holds.

use crate::dates::{self, Evidence, GrainEvidence, PeriodForm, Written};
use crate::grid::Cell;
use chrono::{Datelike, NaiveDate};

/// What dates read in one form have shown.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) form: PeriodForm,
    pub(super) evidence: Evidence,
    pub(super) grains: GrainEvidence,
    pub(super) first_year: Option<i32>,
    cells: u64,
}

/// What the dates of a file have shown so far.
#[derive(Debug, Default)]
pub(super) struct Periods {
    written: Shown,
    numbers: Vec<Shown>,
    cells: u64,
    /// The last one looked at: files are mostly in the order of time.
    last: String,
    last_written: Option<Written>,
}

impl Periods {
    /// Dates of a file with a period column; `nought` is the day from which a workbook counts.
    pub(super) fn of_column(nought: Option<NaiveDate>) -> Self {
        let days = nought.map(PeriodForm::DaysSince);
        let shown = |form| Shown {
            form,
            ..Shown::default()
        };
        Self {
            numbers: days
                .into_iter()
                .chain([PeriodForm::YearMonth])
                .map(shown)
                .collect(),
            ..Self::default()
        }
    }

    /// Takes one more date; gives it as people write it, when it is one.
    pub(super) fn add(&mut self, cell: Cell<'_>, line: u64) -> Option<Written> {
        if cell.text.is_empty() {
            return None;
        }
        if cell.text == self.last {
            return self.last_written;
        }
        self.last.clear();
        self.last.push_str(cell.text);
        self.cells += 1;
        self.last_written = self.written.add(cell.text, cell.text, line);
        for shown in &mut self.numbers {
            if shown.form.fits(cell) {
                shown.add(cell.text, &shown.form.spelled(cell.text), line);
            }
        }
        self.last_written
    }

    /// The form that all cells are of, else dates as people write them.
    pub(super) fn into_shown(self) -> Shown {
        let is_whole = |shown: &Shown| shown.cells > 0 && shown.cells == self.cells;
        let whole = self.numbers.into_iter().find(is_whole);
        whole.unwrap_or(self.written)
    }
}

impl Shown {
    fn add(&mut self, text: &str, spelled: &str, line: u64) -> Option<Written> {
        let written = dates::parse(spelled)?;
        self.cells += 1;
        self.evidence.add(written.day, text, line);
        self.grains.add(written);
        if let (Some(day), _) | (None, Some(day)) = written.day.readings() {
            let year = day.year();
            self.first_year = Some(self.first_year.map_or(year, |first| first.min(year)));
        }
        Some(written)
    }
}
