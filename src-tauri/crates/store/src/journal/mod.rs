//! The journal: what was done, when, to whom (as a keyed digest) and to how much, chained so that nobody
//! without the key can change, remove or re-order entries (security.md 2.12). No free text in an entry; a reason that
//! was given lies beside it, sealed.
//!
//! Pruning puts the last removed entry's number and MAC in an anchor, itself keyed, where the chain then begins.

mod chain;
mod read;
mod reasons;

use domain::team::AdviserId;
use domain::text::Note;
use rusqlite::{Connection, OptionalExtension as _};
use vault::Vault;
use vault::chain::{Anchor, EntryMac};

pub use chain::ChainState;
pub use read::JournalRead;
pub(crate) use reasons::TABLES as REASONS;

use crate::action::Action;
use crate::coded::Coded;
use crate::error::StoreError;
use crate::rows::{amend, find, run, stored};

pub(crate) const TABLES: &str = "
CREATE TABLE journal(
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    session INTEGER NOT NULL,
    action INTEGER NOT NULL,
    subject BLOB NOT NULL,
    object INTEGER NOT NULL,
    count INTEGER NOT NULL,
    previous BLOB NOT NULL,
    mac BLOB NOT NULL
) STRICT;
CREATE TABLE journal_anchor(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sequence INTEGER NOT NULL,
    mac BLOB NOT NULL,
    proof BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_is_pruned_only_behind_its_anchor BEFORE DELETE ON journal
WHEN OLD.sequence > coalesce((SELECT sequence FROM journal_anchor), 0)
BEGIN SELECT raise(ABORT, 'the journal is never shortened'); END;";

/// One entry, as it is about to be written or was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub sequence: u64,
    /// When, in UTC milliseconds since 1970.
    pub at: i64,
    /// The opening it belongs to: the number of that opening's own entry.
    pub session: u64,
    /// What was done.
    pub action: Action,
    /// Keyed digest of whom it concerned.
    pub subject: Option<[u8; 32]>,
    /// The number of the thing it was done to, 0 when none.
    pub object: i64,
    /// How many rows or cells it touched.
    pub count: u64,
}

impl Entry {
    pub(crate) fn of(action: Action, session: u64, at: i64) -> Self {
        Self {
            sequence: 0,
            at,
            session,
            action,
            subject: None,
            object: 0,
            count: 0,
        }
    }

    /// The bytes its MAC covers besides its number and the MAC before.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = b"plumbline/1/entry".to_vec();
        for number in [
            self.at,
            stored(self.session),
            self.action.code(),
            self.object,
            stored(self.count),
        ] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes.extend_from_slice(
            self.subject
                .as_ref()
                .map_or(&[], |subject| subject.as_slice()),
        );
        bytes
    }
}

/// The keyed digest under which the journal speaks of somebody.
pub(crate) fn pseudonym(vault: &Vault, adviser: AdviserId) -> [u8; 32] {
    vault.pseudonyms().derive("subject", &adviser.0.to_string())
}

/// Appends an entry at the head, with the reason that was given for it, if one was.
pub(crate) fn append(
    vault: &Vault,
    entry: &Entry,
    reason: Option<(AdviserId, &Note)>,
) -> Result<(), StoreError> {
    let connection = vault.connection();
    let head = head(connection)?;
    let sequence = head.sequence + 1;
    let mac = vault
        .journal_chain()
        .derive_mac(&head.mac, sequence, &entry.to_bytes());
    run(
        connection,
        "INSERT INTO journal(sequence, at, session, action, subject, object, count, previous, mac)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        (
            stored(sequence),
            entry.at,
            stored(entry.session),
            entry.action.code(),
            entry
                .subject
                .as_ref()
                .map_or(&[][..], |subject| subject.as_slice()),
            entry.object,
            stored(entry.count),
            head.mac.as_slice(),
            mac.as_slice(),
        ),
    )?;
    if let Some((adviser, reason)) = reason {
        reasons::keep(vault, (sequence, adviser), reason)?;
    }
    Ok(())
}

/// The newest entry's number and MAC, or those of the anchor when no entry is left.
pub(crate) fn head(connection: &Connection) -> rusqlite::Result<Anchor> {
    let newest = "SELECT sequence, mac FROM journal ORDER BY sequence DESC LIMIT 1";
    match link(connection, newest, ())? {
        Some(head) => Ok(head),
        None => anchor(connection),
    }
}

/// Where the chain begins.
fn anchor(connection: &Connection) -> rusqlite::Result<Anchor> {
    let sql = "SELECT sequence, mac FROM journal_anchor";
    Ok(link(connection, sql, ())?.unwrap_or_default())
}

/// The MAC of one entry, or of the anchor that stands for it.
pub(crate) fn mac_at(connection: &Connection, sequence: u64) -> rusqlite::Result<Option<EntryMac>> {
    let at = (stored(sequence),);
    let sql = "SELECT sequence, mac FROM journal WHERE sequence = ?1
        UNION ALL SELECT sequence, mac FROM journal_anchor WHERE sequence = ?1";
    Ok(link(connection, sql, at)?.map(|link| link.mac))
}

fn link(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
) -> rusqlite::Result<Option<Anchor>> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row(parameters, |row| {
        let sequence: i64 = row.get(0)?;
        Ok(Anchor {
            sequence: u64::try_from(sequence).unwrap_or_default(),
            mac: row.get(1)?,
        })
    });
    found.optional()
}

/// Prunes the journal inside a change.
pub struct JournalWrite<'write>(pub(crate) &'write mut Vault);

impl JournalWrite<'_> {
    /// Takes away entries older than an instant (UTC milliseconds) and anchors the chain where they ended;
    /// gives how many went. The newest entry always stays.
    pub fn prune(&mut self, before: i64) -> Result<u64, StoreError> {
        let connection = self.0.connection();
        let last = "SELECT sequence, mac FROM journal
            WHERE at < ?1 AND sequence < (SELECT max(sequence) FROM journal)
            ORDER BY sequence DESC LIMIT 1";
        let Some(last) = link(connection, last, (before,))? else {
            return Ok(0);
        };
        let proof = chain::proof(self.0, last);
        amend(
            connection,
            "INSERT INTO journal_anchor(id, sequence, mac, proof) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT(id) DO UPDATE SET sequence = excluded.sequence, mac = excluded.mac,
             proof = excluded.proof",
            (stored(last.sequence), last.mac.as_slice(), proof.as_slice()),
        )?;
        let gone = "DELETE FROM journal WHERE sequence <= ?1";
        let gone = run(connection, gone, (stored(last.sequence),))?;
        reasons::prune(self.0, last.sequence)?;
        Ok(u64::try_from(gone).unwrap_or(u64::MAX))
    }
}

/// How many entries there are.
pub(crate) fn total(connection: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM journal";
    let count = find(connection, sql, [], |row| Ok(row.get::<_, i64>(0)?))?;
    Ok(count
        .and_then(|count| u64::try_from(count).ok())
        .unwrap_or_default())
}
