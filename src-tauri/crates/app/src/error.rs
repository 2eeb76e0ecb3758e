//! The one place where the layers' errors become what a person is told: a code the interface branches on, a
//! sentence that says what happened and one that says what to do. Never what was typed, a path or a name.

mod trade;

use crate::wording::words;
use disclosure::TableRefusal;
use domain::kpi::KpiRefusal;
use intake::{FileRefusal, IntakeError};
use output::OutputError;
use serde::{Deserialize, Serialize};
use std::io;
use store::{Damaged, StoreError, StoreRefusal};
use ts_rs::TS;
use vault::passphrase::{Blocked, PassphraseRefusal};
use vault::recovery::RecoveryRefusal;
use vault::{Damage, VaultError, VaultRefusal};
use words::Arg;

/// What kind of thing went wrong; the interface has a presentation for each and branches on nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The passphrase or recovery code does not fit this vault.
    WrongPassphrase,
    /// The vault is locked or none is open.
    VaultLocked,
    /// The file has been changed outside Plumbline or is damaged.
    VaultDamaged,
    /// The file was made by a newer Plumbline.
    VaultTooNew,
    /// The file is open elsewhere.
    VaultBusy,
    /// The disk is full, read-only or gone.
    DiskFull,
    /// A file could not be read or written.
    FileUnreadable,
    /// An input file, or what is in it, was turned away.
    IntakeRefused,
    /// An identifier of a client was found where none may be.
    IdentifierFound,
    /// A rule of the trade or of the law says no.
    RuleRefused,
    /// There is no such thing.
    NotFound,
    /// It has changed since it was shown, or a confirmation has run out.
    OutOfDate,
    /// The release did not pass its checks.
    ReleaseRefused,
    /// Too few people for any release.
    TooSmallToRelease,
    /// A hold keeps this from being deleted.
    RetentionHold,
    /// A mistake of ours.
    Unexpected,
}

/// A form field an error belongs to, by the name it has in the request.
pub type Field = String;

/// What a person is told when something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct AppError {
    /// What kind.
    pub code: ErrorCode,
    /// What happened, in one plain sentence.
    pub message: String,
    /// What to do next.
    pub hint: Option<String>,
    /// The field it belongs to.
    pub field: Option<Field>,
}

impl AppError {
    /// An error worded by a key of `errors-sentences.ftl` (or any other catalogue of sentences): the message is
    /// the key's, the hint that of the key with `-hint` behind it, if there is one.
    pub fn said(code: ErrorCode, key: &str, values: &[(&str, Arg)]) -> Self {
        let hint = format!("{key}-hint");
        let words = words();
        Self {
            code,
            message: words.say(key, values),
            hint: words.has(&hint).then(|| words.say(&hint, values)),
            field: None,
        }
    }

    /// The same error, said beside a field of the request.
    #[must_use]
    pub fn at(self, field: &str) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..self
        }
    }

    /// The vault is locked or none is open.
    pub fn locked() -> Self {
        Self::said(ErrorCode::VaultLocked, "error-locked", &[])
    }

    /// There is no such thing.
    pub fn not_found() -> Self {
        Self::said(ErrorCode::NotFound, "error-not-found", &[])
    }

    /// A mistake of ours that has words of its own; the window's log has what went wrong.
    pub fn of_ours(what: &'static str, key: &str) -> Self {
        tracing::error!(code = what);
        Self::said(ErrorCode::Unexpected, key, &[])
    }

    /// A mistake of ours, under what went wrong and an id: the window's log has both, the terminal has none.
    pub fn unexpected(what: &'static str) -> Self {
        let id = crate::tokens::make_short_id();
        tracing::error!(code = what, id = id.as_str());
        Self::said(
            ErrorCode::Unexpected,
            "error-unexpected",
            &[("id", Arg::from(format!("{what}-{id}")))],
        )
    }
}

fn said(code: ErrorCode, key: &str) -> AppError {
    AppError::said(code, key, &[])
}

fn refused(key: &str) -> AppError {
    said(ErrorCode::RuleRefused, key)
}

impl From<VaultError> for AppError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::WrongPassphrase => {
                said(ErrorCode::WrongPassphrase, "error-wrong-passphrase").at("passphrase")
            }
            VaultError::Damaged(damage) => damage.into(),
            VaultError::TooNew => said(ErrorCode::VaultTooNew, "error-too-new"),
            VaultError::Busy { .. } => said(ErrorCode::VaultBusy, "error-busy"),
            VaultError::OlderThanSeen => said(ErrorCode::OutOfDate, "error-older-than-seen"),
            VaultError::NotAVault => said(ErrorCode::VaultDamaged, "error-not-a-vault"),
            VaultError::Disk(kind) => of_disk(kind),
            VaultError::Refused(refusal) => refusal.into(),
        }
    }
}

impl From<Damage> for AppError {
    fn from(damage: Damage) -> Self {
        let key = match damage {
            Damage::Header
            | Damage::HeaderAltered
            | Damage::Parameters
            | Damage::Ring
            | Damage::RingStale => "error-damaged-header",
            Damage::Length | Damage::Body | Damage::Structure | Damage::ForeignCompanion => {
                "error-damaged-body"
            }
            Damage::CommitsLost => "error-damaged-lost",
            Damage::Journal => "error-damaged-journal",
            Damage::ReadBack => "error-damaged-read-back",
        };
        said(ErrorCode::VaultDamaged, key)
    }
}

impl From<VaultRefusal> for AppError {
    fn from(refusal: VaultRefusal) -> Self {
        match refusal {
            VaultRefusal::Exists => refused("error-exists"),
            VaultRefusal::NotRegular => said(ErrorCode::FileUnreadable, "error-not-regular"),
            VaultRefusal::HardLinked => said(ErrorCode::FileUnreadable, "error-hard-linked"),
            VaultRefusal::NoFolder => said(ErrorCode::FileUnreadable, "error-no-folder"),
            VaultRefusal::RingFull => refused("error-ring-full"),
            VaultRefusal::SubjectUnknown => Self::not_found(),
            VaultRefusal::Machine => said(ErrorCode::Unexpected, "error-machine"),
            VaultRefusal::Library => said(ErrorCode::Unexpected, "error-library"),
            VaultRefusal::SubjectKnown => Self::unexpected("subject_known"),
            VaultRefusal::NoFreeSlot => Self::unexpected("no_free_slot"),
            VaultRefusal::Setting => Self::unexpected("vault_setting"),
            VaultRefusal::Resting => Self::unexpected("vault_resting"),
            VaultRefusal::Parameters => Self::unexpected("kdf_parameters"),
            VaultRefusal::Database => Self::unexpected("vault_database"),
        }
    }
}

/// A disk that refuses; the kinds of `std` grow, so they are asked one by one.
fn of_disk(kind: io::ErrorKind) -> AppError {
    if matches!(
        kind,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    ) {
        said(ErrorCode::DiskFull, "error-disk-full")
    } else if matches!(
        kind,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    ) {
        said(ErrorCode::DiskFull, "error-disk-permission")
    } else if kind == io::ErrorKind::NotFound {
        said(ErrorCode::FileUnreadable, "error-file-gone")
    } else {
        said(ErrorCode::FileUnreadable, "error-disk")
    }
}

impl From<io::Error> for AppError {
    fn from(error: io::Error) -> Self {
        of_disk(error.kind())
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged(damaged) => damaged.into(),
            StoreError::TooNew => said(ErrorCode::VaultTooNew, "error-too-new"),
            StoreError::Busy { .. } => said(ErrorCode::VaultBusy, "error-busy"),
            StoreError::DiskFull => said(ErrorCode::DiskFull, "error-disk-full"),
            StoreError::NotFound => Self::not_found(),
            StoreError::Team(refusal) => refusal.into(),
            StoreError::Kpi(refusal) => refusal.into(),
            StoreError::Refused(refusal) => refusal.into(),
            StoreError::Vault(error) => error.into(),
            StoreError::Sql(_) => Self::unexpected("sql"),
        }
    }
}

impl From<Damaged> for AppError {
    fn from(damaged: Damaged) -> Self {
        let key = match damaged {
            Damaged::Structure | Damaged::Value | Damaged::Sealed => "error-damaged-body",
            Damaged::Journal(_) => "error-damaged-journal",
            Damaged::Migration => "error-damaged-migration",
        };
        said(ErrorCode::VaultDamaged, key)
    }
}

impl From<StoreRefusal> for AppError {
    fn from(refusal: StoreRefusal) -> Self {
        match refusal {
            StoreRefusal::AlreadyUndone => said(ErrorCode::OutOfDate, "error-already-undone"),
            StoreRefusal::VersionOrder => KpiRefusal::VersionOrder.into(),
            StoreRefusal::Order => Self::unexpected("load_order"),
        }
    }
}

impl From<PassphraseRefusal> for AppError {
    fn from(refusal: PassphraseRefusal) -> Self {
        let error = match refusal {
            PassphraseRefusal::TooShort { missing } => {
                let values = [("missing", Arg::from(missing))];
                Self::said(ErrorCode::RuleRefused, "error-passphrase-short", &values)
            }
            PassphraseRefusal::TooLong => refused("error-passphrase-long"),
            PassphraseRefusal::Blocked(blocked) => refused(match blocked {
                Blocked::Repeats => "error-passphrase-repeats",
                Blocked::Runs => "error-passphrase-runs",
                Blocked::Names => "error-passphrase-names",
                Blocked::Known => "error-passphrase-known",
            }),
        };
        error.at("passphrase")
    }
}

impl From<RecoveryRefusal> for AppError {
    fn from(refusal: RecoveryRefusal) -> Self {
        let look = |key: &str, group: usize| {
            Self::said(
                ErrorCode::WrongPassphrase,
                key,
                &[("group", Arg::from(group))],
            )
        };
        let error = match refusal {
            RecoveryRefusal::Length { group: None } => {
                said(ErrorCode::WrongPassphrase, "error-code-length")
            }
            RecoveryRefusal::Length { group: Some(group) } => look("error-code-group", group),
            RecoveryRefusal::Character { group } => look("error-code-character", group),
            RecoveryRefusal::Mistyped { group } => look("error-code-mistyped", group),
            RecoveryRefusal::MistypedSeveral => {
                said(ErrorCode::WrongPassphrase, "error-code-several")
            }
        };
        error.at("code")
    }
}

impl From<FileRefusal> for AppError {
    fn from(refusal: FileRefusal) -> Self {
        let code = match refusal {
            FileRefusal::Identifier => ErrorCode::IdentifierFound,
            FileRefusal::Empty
            | FileRefusal::Encoding
            | FileRefusal::Header
            | FileRefusal::Structure
            | FileRefusal::TooLarge
            | FileRefusal::Bomb
            | FileRefusal::NotThisType
            | FileRefusal::Encrypted
            | FileRefusal::XmlEntity
            | FileRefusal::UnsafePath
            | FileRefusal::SpecialFile => ErrorCode::IntakeRefused,
            FileRefusal::MonthsAcross => {
                return said(ErrorCode::IntakeRefused, "error-file-months-across");
            }
            FileRefusal::Stalled => return said(ErrorCode::IntakeRefused, "error-file-stalled"),
        };
        said(code, &format!("error-file-{}", refusal.class()))
    }
}

impl From<IntakeError> for AppError {
    fn from(error: IntakeError) -> Self {
        match error {
            IntakeError::Refused(refusal) => refusal.into(),
            IntakeError::Cancelled => said(ErrorCode::IntakeRefused, "error-intake-cancelled"),
            IntakeError::Changed => said(ErrorCode::OutOfDate, "error-intake-changed"),
            IntakeError::Disk(error) => of_disk(error.kind()),
        }
    }
}

impl From<OutputError> for AppError {
    fn from(error: OutputError) -> Self {
        Self::unexpected(match error {
            OutputError::Pdf => "output_pdf",
            OutputError::Workbook => "output_workbook",
            OutputError::Text => "output_text",
            OutputError::ReadBack => "output_read_back",
        })
    }
}

impl From<TableRefusal> for AppError {
    fn from(refusal: TableRefusal) -> Self {
        match refusal {
            TableRefusal::Empty => said(ErrorCode::ReleaseRefused, "release-refused-empty"),
            TableRefusal::Ragged => Self::unexpected("table_ragged"),
            TableRefusal::Repeated => Self::unexpected("table_repeated"),
            TableRefusal::Contribution => Self::unexpected("table_contribution"),
        }
    }
}

#[cfg(test)]
mod tests;
