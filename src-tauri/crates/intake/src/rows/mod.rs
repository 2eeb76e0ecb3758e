//! Typed rows out. A row is accepted whole or rejected whole, with one coded reason.

use crate::numbers::Thousandths;
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use crate::source::Source;
use crate::survey::Survey;
use chrono::NaiveDate;
use domain::period::Period;
use std::fmt;

/// Why a row is rejected. The first group is found by intake, the second by whoever knows the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// No adviser.
    MissingAdviser,
    /// No period.
    MissingPeriod,
    /// No KPI.
    MissingKpi,
    /// No number at all.
    MissingValue,
    /// Not a day, week, month or quarter.
    BadDate,
    /// A date that two orders fit, and nobody has said which.
    AmbiguousDate,
    /// A week in a column of months, or the like.
    OtherGrain,
    /// Not a number.
    NotANumber,
    /// `1,234` where the comma may be a decimal one.
    AmbiguousNumber,
    /// A number below zero.
    Negative,
    /// A number too large to be real.
    TooLargeNumber,
    /// A per cent without what it is out of.
    BarePercentage,
    /// A cell that looks like an identifier.
    Identifier,
    /// The same adviser, period and KPI again.
    Duplicate,
    /// More cells than headings.
    ExtraCells,
    /// A text longer than the field takes, or with a character that cannot be kept.
    BadText,
    /// A number in a merged cell, which may belong to several rows.
    MergedCell,
    /// A formula that gave an error.
    ErrorCell,
    /// The number counted is larger than what it is out of.
    NumeratorAboveDenominator,
    /// Something counted out of nothing.
    OutOfNothing,
    /// A share without what it is out of.
    MissingDenominator,
    /// A fraction where only whole numbers can be counted.
    NotWhole,
    /// An adviser who is not on the roster.
    UnknownAdviser,
    /// A KPI that is not known.
    UnknownKpi,
    /// A period before the adviser joined.
    BeforeJoining,
    /// A period after the adviser left.
    AfterLeaving,
    /// A period that has not begun.
    Future,
    /// Older than it may be kept.
    Expired,
    /// A last day before the first.
    Backwards,
}

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
    /// The KPI's number in [`Survey::kpis`].
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
    /// The adviser's number in [`Survey::advisers`].
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
    /// The adviser's number in [`Survey::advisers`].
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

/// Reads the rows of a surveyed file into a sink.
pub fn read(
    _source: &mut Source,
    _survey: &Survey,
    _sink: &mut dyn Sink,
    _run: &mut Run<'_>,
) -> Result<Tally, IntakeError> {
    Err(FileRefusal::NotThisType.into())
}
