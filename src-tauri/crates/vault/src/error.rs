//! What can go wrong with a vault, in terms a person can act on. A wrong passphrase and a
//! damaged file are different answers, because they call for different help. No variant
//! carries a path, a name or a value that was typed.

use std::io;

/// Why a vault was not created, opened or changed.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The passphrase or code opens no slot, although the header is undamaged.
    #[error("the passphrase or code does not open this vault")]
    WrongPassphrase,
    /// Part of the file is not what was written; which part is said.
    #[error("the vault is damaged: {0}")]
    Damaged(Damage),
    /// Written by a newer Plumbline; nothing was changed.
    #[error("the vault was made by a newer version")]
    TooNew,
    /// Somebody else has it open.
    #[error("the vault is open elsewhere")]
    Busy {
        /// Unix seconds at which the other opener took it, when it left a readable note.
        since: Option<u64>,
        /// Computer of the other opener, when it left a readable note.
        host: Option<String>,
    },
    /// Older than what this computer last saw. Reserved for the witness record.
    #[error("the vault is older than the one this computer last saw")]
    OlderThanSeen,
    /// Not a Plumbline file at all.
    #[error("the file is not a vault")]
    NotAVault,
    /// The operating system refused to read or write.
    #[error("the disk refused: {0}")]
    Disk(io::ErrorKind),
    /// A rule of the vault forbids it.
    #[error("refused: {0}")]
    Refused(VaultRefusal),
}

/// Which part of the file is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Both header copies fail their checksum or their bounds.
    #[error("both header copies")]
    Header,
    /// The header is whole but its keyed MAC or sealed part is not ours.
    #[error("the header was altered")]
    HeaderAltered,
    /// Key-derivation parameters lie outside what this version runs.
    #[error("unsupported header parameters")]
    Parameters,
    /// Both key rings are unreadable.
    #[error("both key rings")]
    Ring,
    /// The key ring is older than the header says.
    #[error("the key ring is older than the header")]
    RingStale,
    /// The file ends too early or has a part page.
    #[error("the file was cut")]
    Length,
    /// A page is changed, swapped, stale, added or missing.
    #[error("pages of the body")]
    Body,
    /// The body cannot be read as a database.
    #[error("the structure of the body")]
    Structure,
    /// Saved changes are missing: the write-ahead file was removed or cut.
    #[error("saved changes are missing")]
    CommitsLost,
    /// A write-ahead file or journal lies beside a vault that was closed cleanly.
    #[error("a foreign companion file")]
    ForeignCompanion,
    /// The journal does not lead to the entry the header remembers.
    #[error("the journal")]
    Journal,
    /// The vault written a moment ago does not read back.
    #[error("what was written does not read back")]
    ReadBack,
}

/// A rule of the vault that was not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultRefusal {
    /// A file of that name is there already.
    #[error("a file of that name exists")]
    Exists,
    /// The path is a link, a pipe, a device or a folder.
    #[error("not a regular file")]
    NotRegular,
    /// The file has more than one name on the disk.
    #[error("the file has more than one hard link")]
    HardLinked,
    /// The path has no file name or its folder is missing.
    #[error("the folder does not exist")]
    NoFolder,
    /// The key ring holds as many people as it can.
    #[error("the key ring is full")]
    RingFull,
    /// That person already has a key.
    #[error("the subject already has a key")]
    SubjectKnown,
    /// That person has no key.
    #[error("the subject has no key")]
    SubjectUnknown,
    /// All eight slots are taken.
    #[error("no free slot")]
    NoFreeSlot,
    /// The linked SQLite or SQLCipher is not one this version may use.
    #[error("the database library does not qualify")]
    Library,
    /// A required setting did not take.
    #[error("a required setting did not take")]
    Setting,
    /// The vault is resting: it must be woken before it is changed.
    #[error("the vault is resting")]
    Resting,
    /// Key-derivation parameters outside the bounds.
    #[error("key-derivation parameters out of bounds")]
    Parameters,
    /// The machine gave no randomness or memory.
    #[error("the machine gave no randomness or memory")]
    Machine,
    /// The database refused for a reason that is not damage.
    #[error("the database refused")]
    Database,
}

/// Something the manager should be told after a vault was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// One header copy was damaged and has been rewritten from the other.
    HeaderRepaired,
    /// One header copy was older than the other and has been rewritten.
    HeaderRefreshed,
    /// One key ring copy was damaged or older and has been rewritten from the other.
    RingRepaired,
    /// Not closed properly last time; pages and structure were checked and are sound.
    NotClosedCleanly,
    /// The recovery code has never been confirmed by typing it back.
    RecoveryNotConfirmed,
    /// The passphrase slot uses a weaker setting than a new vault would.
    WeakSlot,
    /// Keys could not be pinned in memory and may reach the swap file.
    MemoryNotLocked,
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        Self::Disk(error.kind())
    }
}

impl From<VaultRefusal> for VaultError {
    fn from(refusal: VaultRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Damage> for VaultError {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged(Damage::Structure),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy {
                since: None,
                host: None,
            },
            Some(Code::DiskFull) => Self::Disk(io::ErrorKind::StorageFull),
            Some(Code::ReadOnly | Code::PermissionDenied) => {
                Self::Disk(io::ErrorKind::PermissionDenied)
            }
            Some(Code::SystemIoFailure) => Self::Disk(io::ErrorKind::Other),
            Some(Code::CannotOpen) => Self::Disk(io::ErrorKind::NotFound),
            _ => Self::Refused(VaultRefusal::Database),
        }
    }
}
