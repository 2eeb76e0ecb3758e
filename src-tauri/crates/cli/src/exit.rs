//! Exit codes: one for each kind of answer, so that a script can branch.

use app::error::{AppError, ErrorCode};
use std::process::ExitCode;

/// What a command ends in when it does not succeed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The app said no.
    App(AppError),
    /// The command line does not fit, in words.
    Usage(String),
    /// A rule says no; the answer that says why has been printed.
    Refused,
    /// A check found damage; the answer has been printed.
    Damaged,
    /// The input file is refused; the answer has been printed.
    InputRefused,
    /// The person pressed Ctrl-C.
    Interrupted,
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl Failure {
    /// The exit code (cli.md, "Common rules"; rulings 19).
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::App(error) => number(error.code),
            Self::Usage(_) => 2,
            Self::Refused => 1,
            Self::Damaged => 11,
            Self::InputRefused => 20,
            Self::Interrupted => 130,
        })
    }
}

fn number(code: ErrorCode) -> u8 {
    match code {
        ErrorCode::WrongPassphrase => 10,
        ErrorCode::VaultDamaged => 11,
        ErrorCode::VaultTooNew => 13,
        ErrorCode::VaultBusy => 14,
        ErrorCode::DiskFull | ErrorCode::FileUnreadable => 15,
        ErrorCode::IntakeRefused | ErrorCode::IdentifierFound => 20,
        ErrorCode::Unexpected => 70,
        ErrorCode::VaultLocked
        | ErrorCode::RuleRefused
        | ErrorCode::NotFound
        | ErrorCode::OutOfDate
        | ErrorCode::ReleaseRefused
        | ErrorCode::TooSmallToRelease
        | ErrorCode::RetentionHold => 1,
    }
}
