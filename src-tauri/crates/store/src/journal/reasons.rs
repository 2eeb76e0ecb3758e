//! The reason somebody gave for a change, kept with its entry (rulings 20). It is free text about a person, so it is
//! sealed under that person's key and goes with them (rulings 12); the entry itself stays and says nothing of it.

use domain::team::AdviserId;
use domain::text::Note;
use vault::Vault;

use crate::error::StoreError;
use crate::handle::Read;
use crate::rows::{amend, list, number, run, stored};
use crate::sealing::{self, Place};

/// Version 5: reasons beside the journal.
pub(crate) const TABLES: &str = "
CREATE TABLE journal_reason(
    sequence INTEGER PRIMARY KEY,
    adviser INTEGER NOT NULL,
    reason BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_reason_is_never_changed BEFORE UPDATE ON journal_reason
BEGIN SELECT raise(ABORT, 'the journal is never changed'); END;";

/// Seals the reason of the entry at the head.
pub(super) fn keep(
    vault: &Vault,
    (sequence, adviser): (u64, AdviserId),
    reason: &Note,
) -> Result<(), StoreError> {
    let row = [stored(sequence)];
    let sealed = sealing::seal(vault, adviser, place(&row), Some(reason.reveal()))?;
    amend(
        vault.connection(),
        "INSERT INTO journal_reason(sequence, adviser, reason) VALUES (?1, ?2, ?3)",
        (stored(sequence), adviser.0, sealed),
    )
}

/// Drops the reasons of entries that are pruned, up to and with one.
pub(super) fn prune(vault: &Vault, last: u64) -> Result<(), StoreError> {
    let sql = "DELETE FROM journal_reason WHERE sequence <= ?1";
    run(vault.connection(), sql, (stored(last),)).map(drop)
}

/// The reasons of entries between two numbers, by entry.
pub(super) fn between(
    read: Read<'_>,
    (first, last): (u64, u64),
) -> Result<Vec<(u64, String)>, StoreError> {
    let sql = "SELECT sequence, adviser, reason FROM journal_reason
        WHERE sequence BETWEEN ?1 AND ?2 ORDER BY sequence";
    list(
        read.connection(),
        sql,
        (stored(first), stored(last)),
        |row| {
            let sequence: u64 = number(row, 0)?;
            let sealed: Vec<u8> = row.get(2)?;
            let key = [stored(sequence)];
            let text = sealing::open(read.vault, AdviserId(number(row, 1)?), place(&key), &sealed);
            // One that cannot be read any more must not hide the entries.
            let text = text.ok().flatten();
            Ok(text.map(|text| (sequence, text.as_str().to_owned())))
        },
    )
    .map(|found| found.into_iter().flatten().collect())
}

fn place(row: &[i64; 1]) -> Place<'_> {
    Place {
        column: "journal_reason.reason",
        row,
    }
}
