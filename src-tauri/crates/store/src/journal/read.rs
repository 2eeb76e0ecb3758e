//! Reading the journal.

use rusqlite::Row;

use crate::action::Action;
use crate::coded::Coded;
use crate::error::StoreError;
use crate::handle::Read;
use crate::journal::chain::{self, ChainState};
use crate::journal::{Entry, reasons, total};
use crate::rows::{array, find, list, number, stored};

/// Reads the journal.
#[derive(Clone, Copy)]
pub struct JournalRead<'open>(pub(crate) Read<'open>);

impl JournalRead<'_> {
    /// How many entries there are.
    pub fn count(self) -> Result<u64, StoreError> {
        total(self.0.connection())
    }

    /// A page of entries, newest first.
    pub fn entries(self, skip: u64, take: u64) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT sequence, at, session, action, subject, object, count FROM journal
            ORDER BY sequence DESC LIMIT ?2 OFFSET ?1";
        list(
            self.0.connection(),
            sql,
            (stored(skip), stored(take)),
            entry,
        )
    }

    /// When the last of some actions was done, in UTC milliseconds since 1970; nothing when none was, or its entry was
    /// pruned.
    pub fn latest(self, actions: &[Action]) -> Result<Option<i64>, StoreError> {
        let codes: Vec<String> = actions.iter().map(|one| one.code().to_string()).collect();
        let sql = format!(
            "SELECT max(at) FROM journal WHERE action IN ({})",
            codes.join(", ")
        );
        Ok(find(self.0.connection(), &sql, (), |row| Ok(row.get(0)?))?.flatten())
    }

    /// The reasons given for some of the entries between two numbers, by entry.
    pub fn reasons(self, first: u64, last: u64) -> Result<Vec<(u64, String)>, StoreError> {
        reasons::between(self.0, (first, last))
    }

    /// Walks the last entries up to the head.
    pub fn verify_last(self, entries: u64) -> Result<ChainState, StoreError> {
        chain::walk(self.0.vault, Some(entries))
    }

    /// Walks the whole chain, from the first entry or the anchor to the head.
    pub fn verify_all(self) -> Result<ChainState, StoreError> {
        chain::walk(self.0.vault, None)
    }
}

/// An entry from its first seven columns.
pub(super) fn entry(row: &Row<'_>) -> Result<Entry, StoreError> {
    let subject: Vec<u8> = row.get(4)?;
    Ok(Entry {
        sequence: number(row, 0)?,
        at: row.get(1)?,
        session: number(row, 2)?,
        action: Coded::parse(row.get(3)?)?,
        subject: if subject.is_empty() {
            None
        } else {
            Some(array(row, 4)?)
        },
        object: row.get(5)?,
        count: number(row, 6)?,
    })
}
