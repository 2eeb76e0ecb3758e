//! Steps that can be undone and done again. What a step needs for that is a payload in the app's own form, one
//! piece for each person it concerns, sealed under that person's key: it goes with the person (rulings 12).

use std::fmt;

use domain::team::AdviserId;
use rusqlite::{Connection, Row};
use vault::Vault;

use crate::coded::{Coded, coded};
use crate::error::StoreError;
use crate::handle::Read;
use crate::rows::{amend, find, list, next_number, number, run, stored};
use crate::sealing::{self, Place};

pub(crate) const TABLES: &str = "
CREATE TABLE step(
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    state INTEGER NOT NULL
) STRICT;
CREATE TABLE step_piece(
    step INTEGER NOT NULL REFERENCES step(id),
    place INTEGER NOT NULL,
    adviser INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY(step, place)
) STRICT, WITHOUT ROWID;";

/// Version 5: pieces lie by number, with their places in an index of its own. Beside their places they had to be read
/// whole wherever a new one was looked in between them, which a pasted block felt (performance.md, B24).
pub(crate) const PIECES_APART: &str = "
CREATE TABLE step_piece_apart(
    step INTEGER NOT NULL REFERENCES step(id),
    place INTEGER NOT NULL,
    adviser INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY(step, place)
) STRICT;
INSERT INTO step_piece_apart(step, place, adviser, payload)
    SELECT step, place, adviser, payload FROM step_piece ORDER BY step, place;
DROP TABLE step_piece;
ALTER TABLE step_piece_apart RENAME TO step_piece;";

/// Whether a step stands or was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Done,
    Undone,
}

coded!(State { Done = 0, Undone = 1 });

/// One part of a step, about one person or nobody.
#[derive(Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whom it concerns.
    pub about: Option<AdviserId>,
    /// What the app needs to take it back and to do it again.
    pub payload: Vec<u8>,
}

impl fmt::Debug for Piece {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Piece({:?}, <redacted>)",
            self.about.map(|adviser| adviser.0)
        )
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub id: u64,
    /// When it was done, in UTC milliseconds.
    pub at: i64,
    /// What it does, as a code the app has words for; never a person's words.
    pub name: String,
    /// Its parts, in the order they were done.
    pub pieces: Vec<Piece>,
}

/// Reads steps.
#[derive(Clone, Copy)]
pub struct UndoRead<'open>(pub(crate) Read<'open>);

impl UndoRead<'_> {
    /// The step that undoing takes back.
    pub fn last_done(self) -> Result<Option<Step>, StoreError> {
        let sql = "SELECT id, at, name FROM step WHERE state = ?1 ORDER BY id DESC LIMIT 1";
        self.step(sql, State::Done)
    }

    /// The step that redoing does again.
    pub fn last_undone(self) -> Result<Option<Step>, StoreError> {
        let sql = "SELECT id, at, name FROM step WHERE state = ?1 ORDER BY id LIMIT 1";
        self.step(sql, State::Undone)
    }

    /// Every step that stands, newest first.
    pub fn done(self) -> Result<Vec<Step>, StoreError> {
        let sql = "SELECT id, at, name FROM step WHERE state = ?1 ORDER BY id DESC";
        let steps = list(self.0.connection(), sql, (State::Done.code(),), Self::bare)?;
        steps.into_iter().map(|step| self.whole(step)).collect()
    }

    fn step(self, sql: &str, state: State) -> Result<Option<Step>, StoreError> {
        let step = find(self.0.connection(), sql, (state.code(),), Self::bare)?;
        step.map(|step| self.whole(step)).transpose()
    }

    fn bare(row: &Row<'_>) -> Result<Step, StoreError> {
        Ok(Step {
            id: number(row, 0)?,
            at: row.get(1)?,
            name: row.get(2)?,
            pieces: Vec::new(),
        })
    }

    fn whole(self, mut step: Step) -> Result<Step, StoreError> {
        let sql = "SELECT place, adviser, payload FROM step_piece WHERE step = ?1 ORDER BY place";
        let id = stored(step.id);
        step.pieces = list(self.0.connection(), sql, (id,), |row| self.piece(id, row))?;
        Ok(step)
    }

    fn piece(self, step: i64, row: &Row<'_>) -> Result<Piece, StoreError> {
        let place = [step, row.get(0)?];
        let payload: Vec<u8> = row.get(2)?;
        let adviser: u32 = number(row, 1)?;
        if adviser == NOBODY {
            return Ok(Piece {
                about: None,
                payload,
            });
        }
        let adviser = AdviserId(adviser);
        let opened = sealing::open_bytes(self.0.vault, adviser, of(&place), &payload)?;
        Ok(Piece {
            about: Some(adviser),
            payload: opened.to_vec(),
        })
    }
}

const NOBODY: u32 = 0;

fn of(place: &[i64; 2]) -> Place<'_> {
    Place {
        column: "step_piece.payload",
        row: place,
    }
}

/// Writes steps inside a change.
pub struct UndoWrite<'write> {
    pub(crate) vault: &'write mut Vault,
    pub(crate) at: i64,
}

impl UndoWrite<'_> {
    fn connection(&self) -> &Connection {
        self.vault.connection()
    }

    /// Records what is being done, so that it can be undone; what was undone before cannot be done again from
    /// here on. Gives the step's number.
    pub fn record(&mut self, name: &str, pieces: &[Piece]) -> Result<u64, StoreError> {
        self.erase("state = ?1", State::Undone.code())?;
        let id = next_number(self.connection(), "step")?;
        let sql = "INSERT INTO step(id, at, name, state) VALUES (?1, ?2, ?3, ?4)";
        run(
            self.connection(),
            sql,
            (id, self.at, name, State::Done.code()),
        )?;
        for (place, piece) in pieces.iter().enumerate() {
            let place = [i64::from(id), stored(place)];
            let payload = match piece.about {
                Some(adviser) => {
                    sealing::seal_bytes(self.vault, adviser, of(&place), &piece.payload)?
                }
                None => piece.payload.clone(),
            };
            let sql =
                "INSERT INTO step_piece(step, place, adviser, payload) VALUES (?1, ?2, ?3, ?4)";
            let about = piece.about.map_or(NOBODY, |adviser| adviser.0);
            run(
                self.connection(),
                sql,
                (id, stored(place[1]), about, payload),
            )?;
        }
        Ok(u64::from(id))
    }

    /// Notes that a step was taken back.
    pub fn mark_undone(&mut self, step: u64) -> Result<(), StoreError> {
        self.mark(step, State::Undone)
    }

    /// Notes that a step was done again.
    pub fn mark_done(&mut self, step: u64) -> Result<(), StoreError> {
        self.mark(step, State::Done)
    }

    /// Forgets a step that was taken back out of turn.
    pub fn forget(&mut self, step: u64) -> Result<(), StoreError> {
        self.erase("id = ?1", stored(step))
    }

    /// Forgets steps done before an instant (UTC milliseconds).
    pub fn prune(&mut self, before: i64) -> Result<(), StoreError> {
        self.erase("at < ?1", before)
    }

    fn mark(&self, step: u64, state: State) -> Result<(), StoreError> {
        let sql = "UPDATE step SET state = ?2 WHERE id = ?1";
        amend(self.connection(), sql, (stored(step), state.code()))
    }

    fn erase(&self, which: &str, value: i64) -> Result<(), StoreError> {
        let pieces =
            format!("DELETE FROM step_piece WHERE step IN (SELECT id FROM step WHERE {which})");
        run(self.connection(), &pieces, (value,))?;
        run(
            self.connection(),
            &format!("DELETE FROM step WHERE {which}"),
            (value,),
        )
        .map(drop)
    }
}
