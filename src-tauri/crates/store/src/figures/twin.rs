//! The same tables, statements and settings without a key: what encryption costs is measured against this twin and
//! nothing else (performance.md, B3 and B13). It holds made-up figures only; no action of the app opens one.

use std::collections::BTreeMap;
use std::path::Path;

use domain::figure::Figure;
use domain::kpi::{KpiId, Roll};
use domain::period::Period;
use domain::team::AdviserId;
use rusqlite::Connection;

use crate::error::StoreError;
use crate::figures::load::Loading;
use crate::figures::read::rolls_of;
use crate::figures::{Loaded, MonthFigure};
use crate::schema;

/// An open file without a key.
pub struct Twin {
    connection: Connection,
}

impl Twin {
    /// Makes one with all tables.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let twin = Self::open(path)?;
        for statement in schema::statements() {
            twin.connection.execute_batch(statement)?;
        }
        Ok(twin)
    }

    /// Opens one with the settings of a vault.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let connection = Connection::open(path)?;
        vault::set_without_key(&connection)?;
        Ok(Self { connection })
    }

    /// Loads sorted figures in one transaction, as an import does, down to an empty write-ahead file.
    pub fn load(
        &mut self,
        rolls: BTreeMap<KpiId, Roll>,
        sorted: impl IntoIterator<Item = Figure>,
    ) -> Result<Loaded, StoreError> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let mut loading = Loading::begin(&self.connection, rolls, Some(1))?;
        for figure in sorted {
            loading.take(figure)?;
        }
        let loaded = loading.finish()?;
        self.connection.execute_batch("COMMIT")?;
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(loaded)
    }

    /// Months of these advisers and KPIs, as a vault gives them.
    pub fn rolls(
        &self,
        advisers: &[AdviserId],
        kpis: &[KpiId],
        first: Period,
        last: Period,
    ) -> Result<Vec<MonthFigure>, StoreError> {
        rolls_of(&self.connection, advisers, kpis, first, last)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::figure::{Amount, FigureStatus};
    use domain::period::Grain;

    use super::*;

    #[test]
    fn a_twin_gives_back_the_months_it_was_given_and_says_openly_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("twin.sqlite");
        let day =
            |day| Period::containing(Grain::Day, NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        let figures = [2, 3].map(|at| Figure {
            adviser: AdviserId(1),
            kpi: KpiId(1),
            period: day(at),
            amount: Amount {
                numerator: 4_000,
                denominator: None,
                exposure: None,
            },
            status: FigureStatus::Ok,
        });
        let mut twin = Twin::create(&path).unwrap();
        let loaded = twin
            .load(BTreeMap::from([(KpiId(1), Roll::Sum)]), figures)
            .unwrap();
        assert_eq!(loaded.new, 2);
        let month = day(2).month();
        drop(twin);
        let twin = Twin::open(&path).unwrap();
        let months = twin
            .rolls(&[AdviserId(1)], &[KpiId(1)], month, month)
            .unwrap();
        assert_eq!(months[0].amount.numerator, 8_000);
        let bytes = std::fs::read(&path).unwrap();
        assert!(
            bytes.starts_with(b"SQLite format 3"),
            "a twin is not a vault"
        );
    }
}
