//! Half-typed texts, kept so that a lock or a power cut loses none. The one thing that is written without a
//! journal entry (rulings 12): a draft is nothing that was done. It still raises the commit counter, so that a
//! removed write-ahead file shows.

use std::fmt;

use domain::team::AdviserId;
use rusqlite::Row;
use vault::Vault;
use zeroize::Zeroizing;

use crate::error::{Damaged, StoreError};
use crate::handle::Read;
use crate::rows::{amend, find, list, number, run};
use crate::schema;
use crate::sealing::{self, Place};

pub(crate) const TABLES: &str = "
CREATE TABLE draft(
    place TEXT PRIMARY KEY NOT NULL,
    at INTEGER NOT NULL,
    adviser INTEGER NOT NULL,
    text BLOB NOT NULL
) STRICT, WITHOUT ROWID;";

/// A half-typed text.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which field it was typed into, as the app knows it; never a person's words.
    pub place: String,
    /// When it was last saved, in UTC milliseconds.
    pub at: i64,
    /// Whom it is about, when it is about one person.
    pub about: Option<AdviserId>,
    /// The text, wiped when it is dropped.
    pub text: Zeroizing<String>,
}

impl fmt::Debug for Draft {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Draft({}, <redacted>)", self.place)
    }
}

/// Reads drafts.
#[derive(Clone, Copy)]
pub struct DraftsRead<'open>(pub(crate) Read<'open>);

impl DraftsRead<'_> {
    /// All drafts by place.
    pub fn list(self) -> Result<Vec<Draft>, StoreError> {
        let sql = "SELECT place, at, adviser, text FROM draft ORDER BY place";
        list(self.0.connection(), sql, [], |row| self.draft(row))
    }

    /// The draft of one place.
    pub fn find(self, place: &str) -> Result<Option<Draft>, StoreError> {
        let sql = "SELECT place, at, adviser, text FROM draft WHERE place = ?1";
        find(self.0.connection(), sql, (place,), |row| self.draft(row))
    }

    /// Whether a place has a draft.
    fn has(self, place: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM draft WHERE place = ?1";
        Ok(find(self.0.connection(), sql, (place,), |_| Ok(()))?.is_some())
    }

    fn draft(self, row: &Row<'_>) -> Result<Draft, StoreError> {
        let place: String = row.get(0)?;
        let about = Some(AdviserId(number(row, 2)?)).filter(|adviser| *adviser != NOBODY);
        let stored: Vec<u8> = row.get(3)?;
        let bytes = match about {
            Some(adviser) => {
                let column = column_of(&place);
                let place = Place {
                    column: &column,
                    row: &[],
                };
                sealing::open_bytes(self.0.vault, adviser, place, &stored)?
            }
            None => Zeroizing::new(stored),
        };
        let text = std::str::from_utf8(&bytes).map_err(|_| Damaged::Value)?;
        let text = Zeroizing::new(text.to_owned());
        Ok(Draft {
            place,
            at: row.get(1)?,
            about,
            text,
        })
    }
}

const NOBODY: AdviserId = AdviserId(0);

/// A draft is sealed for the field it was typed into.
fn column_of(place: &str) -> String {
    format!("draft.text/{place}")
}

/// What becomes of the draft of one place.
#[derive(Clone, Copy)]
pub struct DraftChange<'text> {
    /// Which field, as the app knows it.
    pub place: &'text str,
    /// Whom it is about, when it is about one person.
    pub about: Option<AdviserId>,
    /// What is half-typed now; an empty text forgets the draft.
    pub text: &'text str,
}

/// Saves drafts over those before and forgets others, all of them or none; durable when this returns.
pub(crate) fn change(
    vault: &mut Vault,
    at: i64,
    changes: &[DraftChange<'_>],
) -> Result<(), StoreError> {
    let mut meant = Vec::with_capacity(changes.len());
    for draft in changes {
        // What is not there needs no commit to be gone.
        if !draft.text.is_empty() || Read::of(vault).drafts().has(draft.place)? {
            meant.push(draft);
        }
    }
    if meant.is_empty() {
        return Ok(());
    }
    quietly(vault, |vault| {
        meant.iter().try_for_each(|draft| write(vault, at, draft))
    })
}

fn write(vault: &Vault, at: i64, draft: &DraftChange<'_>) -> Result<(), StoreError> {
    let DraftChange { place, about, text } = *draft;
    if text.is_empty() {
        let gone = "DELETE FROM draft WHERE place = ?1";
        return run(vault.connection(), gone, (place,)).map(drop);
    }
    let sql = "INSERT INTO draft(place, at, adviser, text) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT(place) DO UPDATE SET at = excluded.at, adviser = excluded.adviser, text = excluded.text";
    let bytes = match about {
        Some(adviser) => {
            let column = column_of(place);
            let place = Place {
                column: &column,
                row: &[],
            };
            sealing::seal_bytes(vault, adviser, place, text.as_bytes())?
        }
        None => text.as_bytes().to_vec(),
    };
    let about = about.unwrap_or(NOBODY);
    run(vault.connection(), sql, (place, at, about.0, bytes)).map(drop)
}

/// A transaction without a journal entry.
fn quietly(
    vault: &mut Vault,
    change: impl FnOnce(&Vault) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    vault.wake()?;
    let transaction = vault.connection().unchecked_transaction()?;
    change(vault)?;
    amend(&transaction, "UPDATE counter SET commits = commits + 1", [])?;
    transaction.commit()?;
    let facts = schema::facts(vault.connection())?;
    Ok(vault.note_commit(facts)?)
}
