//! Typed rows out. A row is accepted whole or rejected whole, with one coded reason.

mod figures;
mod plan;
mod read;
mod reason;
mod roster;
mod seen;
#[cfg(test)]
mod tests;

pub(crate) use plan::Plan;
pub use read::read;
pub use reason::Reason;

use crate::numbers::Thousandths;
use chrono::NaiveDate;
use domain::period::Period;
use std::fmt;

/// A rejection before it has a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rejection {
    /// The column to blame, from 0.
    pub column: Option<usize>,
    /// Why.
    pub reason: Reason,
}

/// A rejected date or number that may be shown on screen and nowhere else.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown(pub(crate) String);

impl Shown {
    /// The text, for the screen only (rulings 38).
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Shown(..)")
    }
}

/// A row turned away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// Its line in the file, from 1; in a workbook, its row.
    pub line: u64,
    /// The column to blame, from 0.
    pub column: Option<usize>,
    /// Why.
    pub reason: Reason,
    /// The date or number as written, masked where a detector matches.
    pub value: Option<Shown>,
}

/// One number, or a pair, for one KPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The KPI's number in [`Survey::kpis`](crate::Survey::kpis).
    pub kpi: u32,
    /// The column of its numerator, from 0.
    pub column: usize,
    /// The number counted, or the value.
    pub numerator: Thousandths,
    /// Out of how many.
    pub denominator: Option<Thousandths>,
    /// Days, months or clients it is divided by.
    pub exposure: Option<Thousandths>,
}

/// A row of figures: one amount in the long layout, one or more in the wide one.
#[derive(Clone, Copy)]
pub struct FigureRow<'a> {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The adviser's number in [`Survey::advisers`](crate::Survey::advisers).
    pub adviser: u32,
    /// The period.
    pub period: Period,
    /// The amounts; never none.
    pub amounts: &'a [Amount],
    /// The remark, if any.
    pub note: Option<&'a str>,
}

/// A row of the roster.
#[derive(Clone, Copy)]
pub struct RosterRow<'a> {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The adviser's number in [`Survey::advisers`](crate::Survey::advisers).
    pub adviser: u32,
    /// The adviser's name.
    pub name: Option<&'a str>,
    /// Where they work.
    pub site: Option<&'a str>,
    /// Their grade.
    pub grade: Option<&'a str>,
    /// The band of their caseload.
    pub band: Option<&'a str>,
    /// Their team.
    pub team: Option<&'a str>,
    /// First day.
    pub started: Option<NaiveDate>,
    /// Last day.
    pub left: Option<NaiveDate>,
    /// Share of full time, 1 to 1,000 thousandths.
    pub full_time_share: Option<Thousandths>,
}

/// Takes the rows of a file. A row it refuses is counted and reported as rejected.
pub trait Sink {
    /// A row of figures.
    fn figures(&mut self, row: &FigureRow<'_>) -> Result<(), Rejection>;
    /// A row of the roster.
    fn adviser(&mut self, row: &RosterRow<'_>) -> Result<(), Rejection>;
    /// A row that was rejected, by intake or by the sink itself.
    fn rejected(&mut self, row: RejectedRow);
}

/// What became of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows accepted.
    pub accepted: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// Total rows recognised and left out.
    pub totals: u64,
}
