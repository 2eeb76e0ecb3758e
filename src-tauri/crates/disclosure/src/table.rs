//! The table that is to go out: rows of one grain, each a group in a period, with what every contributor put
//! into every cell. Contributions stay inside; only judged sums leave.

use crate::register::Span;
use std::collections::BTreeSet;

/// What a measure is, which decides what is printed of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureKind {
    /// A count of participants or events: one number.
    Count,
    /// Part of a whole: both numbers and their rate in whole per cent.
    Share,
    /// A count over people or cases in thousandths, such as clients held or contacts made: the count and its rate per
    /// unit with one decimal. Time is no such thing: working days name a head-count, so a rate over time goes out as
    /// its count (disclosure.md 2.3).
    Rate,
    /// A sum of readings in thousandths over their number: the mean with one decimal.
    Mean,
}

/// One measure: a column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its code, unique in the table.
    pub code: String,
    /// Its name for people.
    pub name: String,
    /// What it is.
    pub kind: MeasureKind,
}

/// What one contributor put into one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// The contributor.
    pub member: u64,
    /// The first number.
    pub numerator: i64,
    /// The second number: a denominator, an exposure in thousandths, or the number of readings.
    pub denominator: Option<i64>,
}

/// One row: a group in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The group, such as a team.
    pub group: String,
    /// The period's text form.
    pub period: String,
    /// The days it spans.
    pub span: Span,
    /// Contributions to each measure, in the order of the measures.
    pub cells: Vec<Vec<Contribution>>,
}

impl Row {
    /// Everybody who contributed to any cell of the row.
    pub fn members(&self) -> BTreeSet<u64> {
        self.cells.iter().flatten().map(|one| one.member).collect()
    }
}

/// A table of one grain without margins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    measures: Vec<Measure>,
    rows: Vec<Row>,
}

/// Why a table could not be judged at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableRefusal {
    /// No row or no measure.
    #[error("the table is empty")]
    Empty,
    /// A row with fewer or more cells than measures.
    #[error("a row does not have one cell for each measure")]
    Ragged,
    /// Two rows for one group whose periods overlap, or two measures of one code.
    #[error("two rows or measures describe the same thing")]
    Repeated,
    /// The same contributor twice in one cell, a number below zero, a part above its whole, or something out of
    /// nothing: whoever had no opportunity is no contributor.
    #[error("a cell holds a contribution that cannot be")]
    Contribution,
}

impl Table {
    /// Checks the shape of a table before it is judged.
    pub fn new(measures: Vec<Measure>, rows: Vec<Row>) -> Result<Self, TableRefusal> {
        if measures.is_empty() || rows.is_empty() {
            return Err(TableRefusal::Empty);
        }
        if rows.iter().any(|row| row.cells.len() != measures.len()) {
            return Err(TableRefusal::Ragged);
        }
        let codes: BTreeSet<&str> = measures
            .iter()
            .map(|measure| measure.code.as_str())
            .collect();
        if codes.len() != measures.len() || has_overlapping_rows(&rows) {
            return Err(TableRefusal::Repeated);
        }
        if rows.iter().any(|row| {
            let mut cells = measures.iter().zip(&row.cells);
            cells.any(|(measure, cell)| !is_sound(measure.kind, cell))
        }) {
            return Err(TableRefusal::Contribution);
        }
        Ok(Self { measures, rows })
    }

    /// The measures, in column order.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The rows, in dimension order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}

fn has_overlapping_rows(rows: &[Row]) -> bool {
    rows.iter().enumerate().any(|(index, row)| {
        rows.iter()
            .skip(index + 1)
            .any(|other| other.group == row.group && other.span.overlaps(row.span))
    })
}

fn is_sound(kind: MeasureKind, cell: &[Contribution]) -> bool {
    let members: BTreeSet<u64> = cell.iter().map(|one| one.member).collect();
    members.len() == cell.len()
        && cell.iter().all(|one| {
            one.numerator >= 0
                && match (kind, one.denominator) {
                    (MeasureKind::Count, whole) => whole.is_none(),
                    (MeasureKind::Share, Some(whole)) => whole > 0 && one.numerator <= whole,
                    (MeasureKind::Rate | MeasureKind::Mean, Some(whole)) => whole > 0,
                    (_, None) => false,
                }
        })
}
