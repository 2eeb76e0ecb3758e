//! What can go wrong while reading or writing the file. Damage, a newer file, a busy one and a full disk are
//! answers of their own, because each calls for different help. No variant carries a name or a typed value.

use std::io;

use domain::kpi::KpiRefusal;
use domain::team::TeamRefusal;
use domain::text::TextRefusal;
use vault::VaultError;

/// Why something could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// What is stored is not what was written.
    #[error("the tables are damaged: {0}")]
    Damaged(Damaged),
    /// The tables were made by a newer Plumbline; nothing was changed.
    #[error("the tables were made by a newer version")]
    TooNew,
    /// Somebody else has the file open.
    #[error("the file is open elsewhere")]
    Busy {
        /// Unix seconds at which the other opener took it, when known.
        since: Option<u64>,
        /// Computer of the other opener, when known.
        host: Option<String>,
    },
    /// No room is left; nothing of the change was kept.
    #[error("the disk is full")]
    DiskFull,
    /// There is no such thing.
    #[error("there is no such thing")]
    NotFound,
    /// A rule about the roster says no.
    #[error(transparent)]
    Team(#[from] TeamRefusal),
    /// A rule about KPIs says no.
    #[error(transparent)]
    Kpi(#[from] KpiRefusal),
    /// A rule of the store says no.
    #[error(transparent)]
    Refused(#[from] StoreRefusal),
    /// The vault around the tables says no: wrong passphrase, damage outside the tables, a full key ring …
    #[error(transparent)]
    Vault(VaultError),
    /// SQLite refused for a reason that is none of the above: a mistake of ours.
    #[error("the tables refused")]
    Sql(#[source] rusqlite::Error),
}

/// Which part of the tables is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damaged {
    /// The file cannot be read as tables.
    #[error("their structure")]
    Structure,
    /// A stored value has no meaning.
    #[error("a stored value")]
    Value,
    /// A sealed text does not open in its place.
    #[error("a sealed text")]
    Sealed,
    /// The journal's chain is broken at this entry.
    #[error("the journal at entry {0}")]
    Journal(u64),
    /// A migration left the tables inconsistent; it was rolled back.
    #[error("the result of a migration")]
    Migration,
}

/// A rule of the store that was not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreRefusal {
    /// Figures to load came twice or not in the order of adviser, KPI and period.
    #[error("figures must be loaded in order, each once")]
    Order,
    /// The import was taken out already.
    #[error("this import was taken out already")]
    AlreadyUndone,
    /// A new version's number does not follow.
    #[error("a new version follows the last one")]
    VersionOrder,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Damaged::Structure.into(),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy {
                since: None,
                host: None,
            },
            Some(Code::DiskFull) => Self::DiskFull,
            _ => Self::Sql(error),
        }
    }
}

impl From<VaultError> for StoreError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::TooNew => Self::TooNew,
            VaultError::Busy { since, host } => Self::Busy { since, host },
            VaultError::Disk(io::ErrorKind::StorageFull) => Self::DiskFull,
            VaultError::WrongPassphrase
            | VaultError::Damaged(_)
            | VaultError::OlderThanSeen
            | VaultError::NotAVault
            | VaultError::Disk(_)
            | VaultError::Refused(_) => Self::Vault(error),
        }
    }
}

impl From<Damaged> for StoreError {
    fn from(damaged: Damaged) -> Self {
        Self::Damaged(damaged)
    }
}

impl From<TextRefusal> for StoreError {
    /// A stored text that its own type refuses was never written by us.
    fn from(_: TextRefusal) -> Self {
        Damaged::Value.into()
    }
}
