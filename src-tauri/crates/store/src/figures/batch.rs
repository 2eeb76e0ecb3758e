//! Taking an import out (rulings 19): figures it brought go, figures it overwrote get their old value back, and
//! figures written again since stay and are listed. Afterwards it is as if the import had never been.

use std::collections::BTreeSet;

use domain::kpi::KpiId;
use domain::team::AdviserId;
use rusqlite::Connection;

use crate::batches::BatchId;
use crate::error::StoreError;
use crate::figures::{BatchRemoved, Cell, FiguresWrite, check};
use crate::rows::{list, number, period, run};

impl FiguresWrite<'_> {
    /// Takes the figures of an import out.
    pub(crate) fn remove_batch(&mut self, batch: BatchId) -> Result<BatchRemoved, StoreError> {
        let connection = self.0.connection();
        let mut outcome = BatchRemoved {
            kept: kept(connection, batch)?,
            ..BatchRemoved::default()
        };
        let advisers = "SELECT id FROM adviser ORDER BY id";
        for adviser in list(connection, advisers, [], |row| number::<u32>(row, 0))? {
            let pairs = pairs(connection, adviser, batch)?;
            if pairs.is_empty() {
                continue;
            }
            let restored = restore(connection, adviser, batch)?;
            let removed = "DELETE FROM figure WHERE adviser = ?1 AND batch = ?2";
            let removed = run(connection, removed, (adviser, batch.0))?;
            outcome.restored += u64::try_from(restored).unwrap_or(u64::MAX);
            outcome.removed += u64::try_from(removed).unwrap_or(u64::MAX);
            for pair in pairs {
                check::rebuild_pair(connection, self.roll_of(pair.1)?, pair)?;
            }
            forget_beside(connection, adviser)?;
        }
        forget_versions(connection, batch)?;
        Ok(outcome)
    }
}

/// Cells that the import wrote and something else wrote again.
fn kept(connection: &Connection, batch: BatchId) -> Result<Vec<Cell>, StoreError> {
    let sql = "SELECT DISTINCT v.adviser, v.kpi, v.period FROM figure_version v JOIN figure f
            ON f.adviser = v.adviser AND f.kpi = v.kpi AND f.period = v.period
        WHERE v.batch = ?1 AND f.batch IS NOT ?1 ORDER BY 1, 2, 3";
    list(connection, sql, (batch.0,), |row| {
        Ok(Cell {
            adviser: AdviserId(number(row, 0)?),
            kpi: KpiId(number(row, 1)?),
            period: period(row, 2)?,
        })
    })
}

fn pairs(
    connection: &Connection,
    adviser: u32,
    batch: BatchId,
) -> Result<BTreeSet<(AdviserId, KpiId)>, StoreError> {
    let sql = "SELECT DISTINCT kpi FROM figure WHERE adviser = ?1 AND batch = ?2 ORDER BY kpi";
    let kpis = list(connection, sql, (adviser, batch.0), |row| {
        number::<u32>(row, 0)
    })?;
    Ok(kpis
        .into_iter()
        .map(|kpi| (AdviserId(adviser), KpiId(kpi)))
        .collect())
}

/// Puts overwritten figures of one adviser back, with the batch they had come in.
fn restore(connection: &Connection, adviser: u32, batch: BatchId) -> Result<usize, StoreError> {
    let back = "UPDATE figure SET numerator = v.numerator, denominator = v.denominator,
            exposure = v.exposure, status = v.status, batch = nullif(v.batch, 0)
        FROM figure_version v
        WHERE figure.adviser = ?1 AND figure.batch = ?2 AND v.adviser = figure.adviser
            AND v.kpi = figure.kpi AND v.period = figure.period AND v.replaced_by = ?2
            AND v.version = (SELECT max(w.version) FROM figure_version w WHERE w.adviser = v.adviser
                AND w.kpi = v.kpi AND w.period = v.period AND w.replaced_by = ?2)";
    let used = "DELETE FROM figure_version WHERE adviser = ?1 AND replaced_by = ?2
        AND EXISTS (SELECT 1 FROM figure f WHERE f.adviser = figure_version.adviser
            AND f.kpi = figure_version.kpi AND f.period = figure_version.period
            AND f.batch IS nullif(figure_version.batch, 0) AND f.batch IS NOT ?2
            AND NOT EXISTS (SELECT 1 FROM figure_version w WHERE w.adviser = f.adviser AND w.kpi = f.kpi
                AND w.period = f.period AND w.version > figure_version.version))";
    let restored = run(connection, back, (adviser, batch.0))?;
    run(connection, used, (adviser, batch.0))?;
    Ok(restored)
}

/// Questions and notes whose figure is gone.
fn forget_beside(connection: &Connection, adviser: u32) -> Result<(), StoreError> {
    for table in ["figure_query", "figure_note"] {
        let sql = format!(
            "DELETE FROM {table} WHERE adviser = ?1 AND NOT EXISTS (SELECT 1 FROM figure f
             WHERE f.adviser = {table}.adviser AND f.kpi = {table}.kpi AND f.period = {table}.period)"
        );
        run(connection, &sql, (adviser,))?;
    }
    Ok(())
}

/// What the import wrote and others overwrote is forgotten: what was before it now stands before what came
/// after it, so that taking out the later one leads back past the import.
fn forget_versions(connection: &Connection, batch: BatchId) -> Result<(), StoreError> {
    let joined =
        "UPDATE figure_version SET replaced_by = (SELECT v.replaced_by FROM figure_version v
            WHERE v.adviser = figure_version.adviser AND v.kpi = figure_version.kpi
                AND v.period = figure_version.period AND v.batch = ?1
                AND v.version > figure_version.version ORDER BY v.version LIMIT 1)
        WHERE replaced_by = ?1 AND EXISTS (SELECT 1 FROM figure_version v
            WHERE v.adviser = figure_version.adviser AND v.kpi = figure_version.kpi
                AND v.period = figure_version.period AND v.batch = ?1
                AND v.version > figure_version.version)";
    run(connection, joined, (batch.0,))?;
    run(
        connection,
        "DELETE FROM figure_version WHERE batch = ?1",
        (batch.0,),
    )
    .map(drop)
}
