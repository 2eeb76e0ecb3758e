//! Figures: one row per adviser, KPI and period, clustered in that order, with a roll-up per month beside them.
//! A row is lean (rulings 6): no id, category or expiry of its own. The old value of a corrected figure goes to
//! `figure_version`, a question about an unusual value to `figure_query`.
//!
//! Invariant: roll-ups equal rows, because both are written in the same transaction by the same hand.

mod batch;
mod check;
mod load;
mod months;
mod read;
mod take_back;
mod twin;
mod versions;
mod write;

use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::KpiId;
use domain::period::Period;
use domain::team::AdviserId;

pub(crate) use check::rebuild_kpi;
pub use read::FiguresRead;
pub use twin::Twin;
pub use write::FiguresWrite;

use crate::coded::Coded;
use crate::error::StoreError;
use crate::rows::{amount, number, period};

pub(crate) const TABLES: &str = "
CREATE TABLE figure(
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL,
    period INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER,
    exposure INTEGER,
    status INTEGER NOT NULL,
    batch INTEGER,
    PRIMARY KEY(adviser, kpi, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE roll(
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL,
    month INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER,
    exposure INTEGER,
    readings INTEGER NOT NULL,
    worst_status INTEGER NOT NULL,
    PRIMARY KEY(adviser, kpi, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure_version(
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL,
    period INTEGER NOT NULL,
    version INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER,
    exposure INTEGER,
    status INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    replaced_by INTEGER NOT NULL,
    PRIMARY KEY(adviser, kpi, period, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure_query(
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL,
    period INTEGER NOT NULL,
    PRIMARY KEY(adviser, kpi, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure_note(
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL,
    period INTEGER NOT NULL,
    note BLOB NOT NULL,
    PRIMARY KEY(adviser, kpi, period)
) STRICT, WITHOUT ROWID;";

/// The place of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Whose.
    pub adviser: AdviserId,
    /// Of which KPI.
    pub kpi: KpiId,
    /// For which period.
    pub period: Period,
}

impl Cell {
    /// The place of a figure.
    pub fn of(figure: &Figure) -> Self {
        Self {
            adviser: figure.adviser,
            kpi: figure.kpi,
            period: figure.period,
        }
    }

    pub(crate) fn key(self) -> (u32, u32, i64) {
        (self.adviser.0, self.kpi.0, self.period.key())
    }
}

/// One adviser's month on one KPI, made of its readings as the KPI's roll says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthFigure {
    /// Whose.
    pub adviser: AdviserId,
    /// Of which KPI.
    pub kpi: KpiId,
    /// The month.
    pub month: Period,
    /// How much.
    pub amount: Amount,
    /// How many readings it is made of.
    pub readings: u32,
    /// The least reliable of them: disputed, then provisional, then corrected.
    pub status: FigureStatus,
}

/// What loading figures did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Figures that were not there.
    pub new: u64,
    /// Figures that were there already, with the same numbers.
    pub same: u64,
    /// Figures that were there with other numbers; those are kept as versions.
    pub changed: u64,
}

/// What taking an import out did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BatchRemoved {
    /// Figures taken out.
    pub removed: u64,
    /// Figures put back to what they were before.
    pub restored: u64,
    /// Figures written again since, which stay.
    pub kept: Vec<Cell>,
    /// Advisers the import had created and nothing else mentions.
    pub advisers: u32,
    /// KPIs the import had created and nothing else mentions.
    pub kpis: u32,
}

/// Whether roll-ups equal rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RollCheck {
    /// Pairs of adviser and KPI looked at.
    pub pairs: u64,
    /// Pairs whose months are not what their rows make.
    pub wrong: u64,
}

/// A figure from the columns adviser, kpi, period, numerator, denominator, exposure, status.
fn figure(row: &rusqlite::Row<'_>) -> Result<Figure, StoreError> {
    Ok(Figure {
        adviser: AdviserId(number(row, 0)?),
        kpi: KpiId(number(row, 1)?),
        period: period(row, 2)?,
        amount: amount(row, 3)?,
        status: FigureStatus::parse(row.get(6)?)?,
    })
}
