//! The open vault: one connection, its keys in locked memory, and the header that must
//! keep step with what is committed.
//!
//! Both header copies are the same at rest. One of them, the anchor, has certainly reached
//! the disk; every change is written over the *other* one first, waited for, and only then
//! over the anchor. After each commit the other copy alone is written, without waiting:
//! a kill cannot lose it, and it makes a removed or cut write-ahead file show.

mod admit;
mod change;
mod draft;
mod open;
mod paths;
mod people;
mod seal;

use std::path::PathBuf;

use rusqlite::Connection;

pub use draft::Draft;
pub(crate) use open::Unlocked;

use crate::companion::{CompanionLock, Opener};
use crate::error::{Notice, VaultError};
use crate::format::{Header, Sealed};
use crate::key_ring::KeyRing;
use crate::keys::KeyTable;
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryCode;

/// What the tables say about themselves. The vault knows no tables; whoever does reads
/// these, and the vault seals them in its header and compares them at the next opening.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BodyFacts {
    /// Version of the tables.
    pub schema_version: u32,
    /// Counter that every write transaction raises by one.
    pub commit_sequence: u64,
    /// Number of the newest journal entry, 0 when there is none.
    pub journal_sequence: u64,
    /// MAC of that entry, zero when there is none.
    pub journal_mac: [u8; 32],
}

/// Reads the facts of an open body, for the comparison at opening.
pub trait BodyReader {
    /// The body was found to be the latest, and its pages are about to be read. Measuring begins here, because the
    /// freshness check has a bar of its own (rulings 4).
    fn body_is_fresh(&self) {}
    /// The newest tables this program can work with; a newer file is left untouched.
    fn newest_schema(&self) -> u32;
    /// The facts as the tables have them.
    fn facts(&self, connection: &Connection) -> rusqlite::Result<BodyFacts>;
    /// MAC of one journal entry, or of the anchor that stands for it.
    fn journal_mac_at(
        &self,
        connection: &Connection,
        sequence: u64,
    ) -> rusqlite::Result<Option<[u8; 32]>>;
}

/// What opens a vault.
#[derive(Clone, Copy)]
pub enum Secret<'typed> {
    /// What the manager types every day.
    Passphrase(&'typed Passphrase),
    /// What was printed when the vault was made.
    RecoveryCode(&'typed RecoveryCode),
}

/// A vault that was opened, and what the manager should be told about it.
pub struct Opened {
    /// The open vault.
    pub vault: Vault,
    /// What was found and repaired on the way.
    pub notices: Vec<Notice>,
}

/// An open vault. Dropping it wipes the keys; closing it properly first seals the body.
pub struct Vault {
    // In this order: the connection closes before the lock is given back.
    connection: Connection,
    keys: KeyTable,
    ring: KeyRing,
    header: Header,
    sealed: Sealed,
    anchor: usize,
    rest: Rest,
    path: PathBuf,
    opener: Opener,
    lock: CompanionLock,
    #[cfg(test)]
    pub(crate) writes_before_fault: Option<usize>,
}

/// Whether the body is sealed while the vault stays open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Awake,
    Resting,
}

impl Vault {
    /// The database, for reading and for transactions.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The database, where an exclusive borrow is asked for.
    pub fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// Random identity of the vault; copies of it share it.
    pub fn id(&self) -> [u8; 16] {
        self.header.vault_id
    }

    /// What the header last remembered about the body.
    pub fn sealed_facts(&self) -> BodyFacts {
        BodyFacts {
            schema_version: self.sealed.schema_version,
            commit_sequence: self.sealed.commit_sequence,
            journal_sequence: self.sealed.journal_sequence,
            journal_mac: self.sealed.journal_mac,
        }
    }

    /// Where the file lies.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// Key for the chained MACs of the journal.
    pub fn journal_chain(&self) -> crate::chain::Chain {
        crate::chain::Chain::new(self.keys.mac(crate::keys::Purpose::JournalMac))
    }

    /// Key for look-ups of sealed names and aliases.
    pub fn pseudonyms(&self) -> crate::pseudonym::Pseudonyms {
        crate::pseudonym::Pseudonyms::new(self.keys.mac(crate::keys::Purpose::Pseudonym))
    }

    /// Checks every page and the structure of the open body.
    pub fn check(&self) -> Result<(), VaultError> {
        crate::body::check_structure(&self.connection)?;
        if self.rest == Rest::Awake {
            crate::body::checkpoint(&self.connection)?;
        }
        crate::body::check_pages(&self.connection)
    }

    fn check_awake(&self) -> Result<(), VaultError> {
        match self.rest {
            Rest::Awake => Ok(()),
            Rest::Resting => Err(crate::error::VaultRefusal::Resting.into()),
        }
    }
}

#[cfg(test)]
impl Vault {
    /// Data key and database key, for the search of memory after closing.
    pub(crate) fn keys_for_tests(&self) -> [&[u8]; 2] {
        [
            self.keys.data_key(),
            self.keys.expose(crate::keys::Purpose::Db),
        ]
    }
}
