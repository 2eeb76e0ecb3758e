//! Writing figures. Every way to write keeps the old value and makes the month anew in the same transaction.

use domain::figure::{Figure, FigureStatus};
use domain::kpi::{KpiId, Roll};
use domain::text::Note;
use rusqlite::Connection;
use vault::Vault;

use crate::batches::BatchId;
use crate::coded::Coded;
use crate::error::StoreError;
use crate::figures::load::{self, Loading};
use crate::figures::months::month_of;
use crate::figures::read::{note_place, note_row};
use crate::figures::{Cell, Loaded, check, versions};
use crate::handle::Read;
use crate::rows::{amend, find, run};
use crate::sealing::seal;

/// Writes figures inside a change.
pub struct FiguresWrite<'write>(pub(crate) &'write mut Vault);

impl FiguresWrite<'_> {
    fn connection(&self) -> &Connection {
        self.0.connection()
    }

    fn read(&self) -> Read<'_> {
        Read::of(self.0)
    }

    /// Writes one figure by hand; gives the one it replaces, whose value is kept as a version. Writing what is
    /// stored already changes nothing.
    pub fn put(&mut self, new: &Figure) -> Result<Option<Figure>, StoreError> {
        let old = self.read().figures().figure(&Cell::of(new))?;
        match old {
            Some(old) if old == *new => return Ok(Some(old)),
            Some(_) => load::replace(self.connection(), new, None)?,
            None => load::insert_one(self.connection(), new, None)?,
        }
        self.refresh(Cell::of(new))?;
        Ok(old)
    }

    /// Takes one figure away; gives what it was. Its value is kept as a version, its note is not.
    pub fn clear(&mut self, cell: &Cell) -> Result<Option<Figure>, StoreError> {
        let old = self.read().figures().figure(cell)?;
        if old.is_some() {
            versions::keep(self.connection(), *cell, None)?;
            for table in ["figure", "figure_note"] {
                let sql =
                    format!("DELETE FROM {table} WHERE adviser = ?1 AND kpi = ?2 AND period = ?3");
                run(self.connection(), &sql, cell.key())?;
            }
            self.refresh(*cell)?;
        }
        Ok(old)
    }

    /// Says how far a figure can be relied on; its value stays.
    pub fn mark(&mut self, cell: &Cell, status: FigureStatus) -> Result<(), StoreError> {
        let (adviser, kpi, period) = cell.key();
        let sql = "UPDATE figure SET status = ?4 WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
        amend(
            self.connection(),
            sql,
            (adviser, kpi, period, status.code()),
        )?;
        self.refresh(*cell)
    }

    /// Asks for an unusual value to be confirmed.
    pub fn ask(&mut self, cell: &Cell) -> Result<(), StoreError> {
        let sql = "INSERT INTO figure_query(adviser, kpi, period) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        run(self.connection(), sql, cell.key()).map(drop)
    }

    /// The unusual value is right.
    pub fn confirm(&mut self, cell: &Cell) -> Result<(), StoreError> {
        let sql = "DELETE FROM figure_query WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
        run(self.connection(), sql, cell.key()).map(drop)
    }

    /// Writes, or with nothing takes away, the note at a figure.
    pub fn write_note(&mut self, cell: &Cell, note: Option<&Note>) -> Result<(), StoreError> {
        let (adviser, kpi, period) = cell.key();
        let Some(note) = note else {
            let sql = "DELETE FROM figure_note WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
            return run(self.connection(), sql, cell.key()).map(drop);
        };
        let row = note_row(cell);
        let sealed = seal(self.0, cell.adviser, note_place(&row), Some(note.reveal()))?;
        let sql = "INSERT INTO figure_note(adviser, kpi, period, note) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO UPDATE SET note = excluded.note";
        run(self.connection(), sql, (adviser, kpi, period, sealed)).map(drop)
    }

    /// Loads figures of an import. They come sorted by adviser, KPI and period, each cell once; anything else
    /// is refused, and so is an adviser or KPI that is not there.
    pub fn load(
        &mut self,
        sorted: impl IntoIterator<Item = Figure>,
        batch: BatchId,
    ) -> Result<Loaded, StoreError> {
        let rolls = self.read().kpis().rolls()?;
        let mut loading = Loading::begin(self.0.connection(), rolls, Some(batch.0))?;
        for figure in sorted {
            loading.take(figure)?;
        }
        loading.finish()
    }

    /// Writes many figures by hand at once, such as a pasted block, sorted like a load and with its rules; each
    /// month is made once, not once a figure.
    pub fn put_all(
        &mut self,
        sorted: impl IntoIterator<Item = Figure>,
    ) -> Result<Loaded, StoreError> {
        let rolls = self.read().kpis().rolls()?;
        let mut loading = Loading::begin(self.0.connection(), rolls, None)?;
        for figure in sorted {
            loading.take(figure)?;
        }
        loading.finish()
    }

    /// Makes all roll-ups anew from their rows.
    pub fn rebuild_rolls(&mut self) -> Result<(), StoreError> {
        check::rebuild_all(self.0)
    }

    pub(super) fn roll_of(&self, kpi: KpiId) -> Result<Roll, StoreError> {
        let sql = "SELECT roll FROM kpi_version WHERE kpi = ?1 ORDER BY version DESC LIMIT 1";
        let roll = find(self.connection(), sql, (kpi.0,), |row| {
            Roll::parse(row.get(0)?)
        })?;
        roll.ok_or(StoreError::NotFound)
    }

    pub(super) fn refresh(&mut self, cell: Cell) -> Result<(), StoreError> {
        let roll = self.roll_of(cell.kpi)?;
        load::refresh_month(
            self.connection(),
            (cell.adviser, cell.kpi),
            roll,
            month_of(cell.period),
        )
    }
}
