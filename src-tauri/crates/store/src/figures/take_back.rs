//! Taking the writing of a figure back, as if it had never been: the value before stands again with the import it
//! came from, and no version tells of the slip. What undoing needs.

use domain::figure::{Amount, Figure, FigureStatus};
use rusqlite::Row;

use crate::coded::Coded;
use crate::error::StoreError;
use crate::figures::{Cell, FiguresWrite, load};
use crate::rows::{find, number, run};

impl FiguresWrite<'_> {
    /// Makes the last value that was replaced or cleared stand again; gives it, or nothing when there is none.
    pub fn take_back(&mut self, cell: &Cell) -> Result<Option<Figure>, StoreError> {
        let connection = self.0.connection();
        let sql =
            "SELECT version, numerator, denominator, exposure, status, batch FROM figure_version
            WHERE adviser = ?1 AND kpi = ?2 AND period = ?3 ORDER BY version DESC LIMIT 1";
        let newest = find(connection, sql, cell.key(), |row| version(cell, row))?;
        let Some((version, figure, batch)) = newest else {
            return Ok(None);
        };
        self.erase(cell)?;
        let connection = self.0.connection();
        load::insert_one(connection, &figure, batch)?;
        let (adviser, kpi, period) = cell.key();
        let sql = "DELETE FROM figure_version WHERE adviser = ?1 AND kpi = ?2 AND period = ?3 AND version = ?4";
        run(connection, sql, (adviser, kpi, period, version))?;
        self.refresh(*cell)?;
        Ok(Some(figure))
    }

    /// Takes a figure away with its note and question, without keeping its value.
    pub fn erase(&mut self, cell: &Cell) -> Result<(), StoreError> {
        for table in ["figure", "figure_note", "figure_query"] {
            let sql =
                format!("DELETE FROM {table} WHERE adviser = ?1 AND kpi = ?2 AND period = ?3");
            run(self.0.connection(), &sql, cell.key())?;
        }
        self.refresh(*cell)
    }
}

/// Its number, the figure it was, and the import it came in.
fn version(cell: &Cell, row: &Row<'_>) -> Result<(i64, Figure, Option<u32>), StoreError> {
    let batch: u32 = number(row, 5)?;
    let figure = Figure {
        adviser: cell.adviser,
        kpi: cell.kpi,
        period: cell.period,
        amount: Amount {
            numerator: row.get(1)?,
            denominator: row.get(2)?,
            exposure: row.get(3)?,
        },
        status: FigureStatus::parse(row.get(4)?)?,
    };
    Ok((row.get(0)?, figure, (batch != 0).then_some(batch)))
}
