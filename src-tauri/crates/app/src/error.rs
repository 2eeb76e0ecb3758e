//! The one place where the layers' errors become what a person is told: a code the interface branches on, a
//! sentence that says what happened and one that says what to do. Never what was typed, a path or a name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
