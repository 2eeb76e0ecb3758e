//! Old values: what a figure was before it was put right or taken away stays as a numbered version.

use domain::figure::Figure;
use rusqlite::{Connection, Row};

use crate::coded::Coded;
use crate::error::StoreError;
use crate::figures::{Cell, figure};
use crate::rows::{find, number, run};

/// A stored figure with the import that brought it, 0 for none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) figure: Figure,
    pub(super) batch: u32,
}

/// Stored figures of an adviser and KPI from one period to another, with their imports.
pub(super) const STORED: &str =
    "SELECT adviser, kpi, period, numerator, denominator, exposure, status, coalesce(batch, 0)
    FROM figure WHERE adviser = ?1 AND kpi = ?2 AND period BETWEEN ?3 AND ?4 ORDER BY period";

/// The number of the next version of a cell.
const NEXT_VERSION: &str = "SELECT 1 + coalesce(max(version), 0) FROM figure_version
    WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";

const KEEP: &str = "INSERT INTO figure_version(adviser, kpi, period, replaced_by, numerator,
        denominator, exposure, status, batch, version)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

pub(super) fn known(row: &Row<'_>) -> Result<Known, StoreError> {
    Ok(Known {
        figure: figure(row)?,
        batch: number(row, 7)?,
    })
}

/// Keeps the stored value of a cell as a version, and forgets the question about it.
pub(super) fn keep(
    connection: &Connection,
    cell: Cell,
    replaced_by: Option<u32>,
) -> Result<(), StoreError> {
    let (adviser, kpi, period) = cell.key();
    if let Some(known) = find(connection, STORED, (adviser, kpi, period, period), known)? {
        let version = next(connection, cell)?;
        add(connection, &known, version, replaced_by)?;
    }
    forget_question(connection, cell)
}

pub(super) fn next(connection: &Connection, cell: Cell) -> Result<u32, StoreError> {
    let next = find(connection, NEXT_VERSION, cell.key(), |row| number(row, 0))?;
    Ok(next.unwrap_or(1))
}

/// Plain values: a statement that reads while it writes keeps a journal of its own, which a pasted block feels.
pub(super) fn add(
    connection: &Connection,
    known: &Known,
    version: u32,
    replaced_by: Option<u32>,
) -> Result<(), StoreError> {
    let (adviser, kpi, period) = Cell::of(&known.figure).key();
    let Figure { amount, status, .. } = known.figure;
    let values = (
        adviser,
        kpi,
        period,
        replaced_by.unwrap_or(0),
        amount.numerator,
        amount.denominator,
        amount.exposure,
        status.code(),
        known.batch,
        version,
    );
    run(connection, KEEP, values).map(drop)
}

pub(super) fn forget_question(connection: &Connection, cell: Cell) -> Result<(), StoreError> {
    let sql = "DELETE FROM figure_query WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
    run(connection, sql, cell.key()).map(drop)
}
