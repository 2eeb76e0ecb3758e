//! Totals of months whose single figures are past keeping (rulings 36): what a team did on one KPI in one month, and
//! how many advisers it came from. Nobody stands in them.
//!
//! Invariant: a total and a single figure of the same KPI and month never stand side by side (rulings 35).

use domain::figure::Amount;
use domain::kpi::KpiId;
use domain::period::Period;
use domain::total::{LEAST_ADVISERS, Total};
use rusqlite::{Connection, Row};
use vault::Vault;

use crate::batches::BatchId;
use crate::error::StoreError;
use crate::handle::Read;
use crate::rows::{amount, find, list, number, period, run};

pub(crate) const TABLES: &str = "
CREATE TABLE total(
    kpi INTEGER NOT NULL REFERENCES kpi(id),
    month INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER,
    exposure INTEGER,
    advisers INTEGER NOT NULL,
    batch INTEGER NOT NULL REFERENCES batch(id),
    PRIMARY KEY(kpi, month)
) STRICT, WITHOUT ROWID;";

/// Whether somebody has a month on a KPI.
const SINGLE: &str =
    "SELECT 1 FROM adviser a JOIN roll r ON r.adviser = a.id AND r.kpi = ?1 AND r.month = ?2";

/// Whether totals are what they may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TotalCheck {
    /// Totals looked at.
    pub totals: u64,
    /// Totals beside single figures, or of too few advisers.
    pub wrong: u64,
}

/// Reads totals.
#[derive(Clone, Copy)]
pub struct TotalsRead<'open>(pub(crate) Read<'open>);

impl TotalsRead<'_> {
    /// All of them, by KPI and month.
    pub fn all(self) -> Result<Vec<Total>, StoreError> {
        let sql = "SELECT kpi, month, numerator, denominator, exposure, advisers FROM total ORDER BY kpi, month";
        list(self.0.connection(), sql, [], total)
    }

    /// Whether single figures of a KPI and month are there.
    pub fn has_figures(self, kpi: KpiId, month: Period) -> Result<bool, StoreError> {
        Ok(find(
            self.0.connection(),
            SINGLE,
            (kpi.0, month.key()),
            |_| Ok(()),
        )?
        .is_some())
    }

    /// Proves the invariant of every total.
    pub fn check(self) -> Result<TotalCheck, StoreError> {
        let mut found = TotalCheck::default();
        for total in self.all()? {
            let is_wrong =
                total.advisers < LEAST_ADVISERS || self.has_figures(total.kpi, total.month)?;
            found.totals += 1;
            found.wrong += u64::from(is_wrong);
        }
        Ok(found)
    }
}

fn total(row: &Row<'_>) -> Result<Total, StoreError> {
    Ok(Total {
        kpi: KpiId(number(row, 0)?),
        month: period(row, 1)?,
        amount: amount(row, 2)?,
        advisers: number(row, 5)?,
    })
}

/// Writes totals inside a change.
pub struct TotalsWrite<'write>(pub(crate) &'write mut Vault);

impl TotalsWrite<'_> {
    fn connection(&self) -> &Connection {
        self.0.connection()
    }

    /// Adds what an import brought. One that is there already is not added to: whose figures it holds is not known.
    pub fn add(&mut self, batch: BatchId, totals: &[Total]) -> Result<(), StoreError> {
        let sql = "INSERT INTO total(kpi, month, numerator, denominator, exposure, advisers, batch)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        for total in totals {
            let Amount {
                numerator,
                denominator,
                exposure,
            } = total.amount;
            let values = (
                total.kpi.0,
                total.month.key(),
                numerator,
                denominator,
                exposure,
                total.advisers,
                batch.0,
            );
            run(self.connection(), sql, values)?;
        }
        Ok(())
    }

    /// Takes out what an import brought.
    pub(crate) fn remove_batch(&mut self, batch: BatchId) -> Result<(), StoreError> {
        let sql = "DELETE FROM total WHERE batch = ?1";
        run(self.connection(), sql, (batch.0,)).map(drop)
    }
}
