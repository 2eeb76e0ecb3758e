//! Imports: what came in when, from a file known only by its hash, and the rows it turned away as row, column
//! and rule, never their content (rulings 38). Also the meaning of columns, remembered by the shape of their
//! headings.

use rusqlite::{Connection, Row};
use vault::Vault;

use crate::coded::{Coded, coded};
use crate::error::StoreError;
use crate::figures::Loaded;
use crate::handle::Read;
use crate::rows::{amend, array, find, list, next_number, number, run};

pub(crate) const TABLES: &str = "
CREATE TABLE batch(
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    file_hash BLOB NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    new INTEGER NOT NULL,
    same INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    state INTEGER NOT NULL
) STRICT;
CREATE TABLE rejection(
    batch INTEGER NOT NULL REFERENCES batch(id),
    line INTEGER NOT NULL,
    field INTEGER NOT NULL,
    rule INTEGER NOT NULL,
    PRIMARY KEY(batch, line, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE mapping(
    shape BLOB PRIMARY KEY NOT NULL,
    choices BLOB NOT NULL
) STRICT, WITHOUT ROWID;";

/// The number of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchId(pub u32);

/// What an import brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BatchKind {
    /// Figures.
    Figures,
    /// The roster.
    Roster,
    /// The sample team.
    Sample,
}

coded!(BatchKind { Figures = 0, Roster = 1, Sample = 2 });

/// How an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BatchState {
    /// It is in, and its rejected rows can still be looked up.
    Open,
    /// It is in; its rejected rows are no longer kept.
    Closed,
    /// It was taken out.
    Undone,
}

coded!(BatchState { Open = 0, Closed = 1, Undone = 2 });

/// An import that is about to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewBatch {
    /// What it brings.
    pub kind: BatchKind,
    /// SHA-256 of the file; the file itself is never kept.
    pub file_hash: [u8; 32],
    /// Rows accepted.
    pub accepted: u64,
    /// Rows turned away.
    pub rejected: u64,
}

/// One import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub id: BatchId,
    /// When, in UTC milliseconds.
    pub at: i64,
    /// What it brought, from which file, how many rows.
    pub what: NewBatch,
    /// Figures new, the same and changed.
    pub loaded: Loaded,
    /// How it stands.
    pub state: BatchState,
}

/// One row turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rejection {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The column to blame, from 1; 0 when it is the row as a whole.
    pub column: u32,
    /// The rule's number, as the intake knows it.
    pub rule: u16,
}

/// Reads imports.
#[derive(Clone, Copy)]
pub struct BatchesRead<'open>(pub(crate) Read<'open>);

impl BatchesRead<'_> {
    /// All imports, newest first.
    pub fn list(self) -> Result<Vec<Batch>, StoreError> {
        let sql = "SELECT id, at, kind, file_hash, accepted, rejected, new, same, changed, state FROM batch
            ORDER BY id DESC";
        list(self.0.connection(), sql, [], batch)
    }

    /// One import.
    pub fn find(self, id: BatchId) -> Result<Batch, StoreError> {
        let sql = "SELECT id, at, kind, file_hash, accepted, rejected, new, same, changed, state FROM batch
            WHERE id = ?1";
        find(self.0.connection(), sql, (id.0,), batch)?.ok_or(StoreError::NotFound)
    }

    /// The rows an import turned away, by line.
    pub fn rejections(self, id: BatchId) -> Result<Vec<Rejection>, StoreError> {
        let sql = "SELECT line, field, rule FROM rejection WHERE batch = ?1 ORDER BY line, field";
        list(self.0.connection(), sql, (id.0,), |row| {
            Ok(Rejection {
                line: number(row, 0)?,
                column: number(row, 1)?,
                rule: number(row, 2)?,
            })
        })
    }

    /// What was decided about columns of this shape, in the app's own form.
    pub fn mapping(self, shape: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT choices FROM mapping WHERE shape = ?1";
        find(self.0.connection(), sql, (shape.as_slice(),), |row| {
            Ok(row.get(0)?)
        })
    }
}

fn batch(row: &Row<'_>) -> Result<Batch, StoreError> {
    Ok(Batch {
        id: BatchId(number(row, 0)?),
        at: row.get(1)?,
        what: NewBatch {
            kind: BatchKind::parse(row.get(2)?)?,
            file_hash: array(row, 3)?,
            accepted: number(row, 4)?,
            rejected: number(row, 5)?,
        },
        loaded: Loaded {
            new: number(row, 6)?,
            same: number(row, 7)?,
            changed: number(row, 8)?,
        },
        state: BatchState::parse(row.get(9)?)?,
    })
}

/// Writes imports inside a change.
pub struct BatchesWrite<'write> {
    pub(crate) vault: &'write mut Vault,
    pub(crate) at: i64,
}

impl BatchesWrite<'_> {
    fn connection(&self) -> &Connection {
        self.vault.connection()
    }

    /// Begins an import; its rows refer to the number this gives.
    pub fn add(&mut self, new: &NewBatch) -> Result<BatchId, StoreError> {
        let id = next_number(self.connection(), "batch")?;
        run(
            self.connection(),
            "INSERT INTO batch(id, at, kind, file_hash, accepted, rejected, new, same, changed, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 0, ?7)",
            (
                id,
                self.at,
                new.kind.code(),
                new.file_hash.as_slice(),
                crate::rows::stored(new.accepted),
                crate::rows::stored(new.rejected),
                BatchState::Open.code(),
            ),
        )?;
        Ok(BatchId(id))
    }

    /// Notes what loading did.
    pub fn finish(&mut self, id: BatchId, loaded: Loaded) -> Result<(), StoreError> {
        let [new, same, changed] =
            [loaded.new, loaded.same, loaded.changed].map(crate::rows::stored);
        let sql = "UPDATE batch SET new = ?2, same = ?3, changed = ?4 WHERE id = ?1";
        amend(self.connection(), sql, (id.0, new, same, changed))
    }

    /// Notes rows turned away.
    pub fn reject(&mut self, id: BatchId, rejections: &[Rejection]) -> Result<(), StoreError> {
        let sql = "INSERT INTO rejection(batch, line, field, rule) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO NOTHING";
        for one in rejections {
            run(
                self.connection(),
                sql,
                (id.0, one.line, one.column, one.rule),
            )?;
        }
        Ok(())
    }

    /// Closes an import: its rejected rows are no longer kept.
    pub fn close(&mut self, id: BatchId) -> Result<(), StoreError> {
        self.end(id, BatchState::Closed)
    }

    /// Notes that an import was taken out.
    pub(crate) fn mark_undone(&mut self, id: BatchId) -> Result<(), StoreError> {
        self.end(id, BatchState::Undone)
    }

    /// Remembers what was decided about columns of this shape.
    pub fn remember_mapping(&mut self, shape: &[u8; 32], choices: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT INTO mapping(shape, choices) VALUES (?1, ?2)
            ON CONFLICT(shape) DO UPDATE SET choices = excluded.choices";
        run(self.connection(), sql, (shape.as_slice(), choices)).map(drop)
    }

    fn end(&mut self, id: BatchId, state: BatchState) -> Result<(), StoreError> {
        run(
            self.connection(),
            "DELETE FROM rejection WHERE batch = ?1",
            (id.0,),
        )?;
        let sql = "UPDATE batch SET state = ?2 WHERE id = ?1";
        amend(self.connection(), sql, (id.0, state.code()))
    }
}
