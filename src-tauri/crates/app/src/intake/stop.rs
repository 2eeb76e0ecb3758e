//! Why reading a file ended early: the file is refused, nothing of it can come in, or something failed.

use super::turned::Turned;
use crate::error::{AppError, ErrorCode};
use intake::{FileRefusal, IntakeError, Survey};
use store::StoreError;

pub(super) enum Stop {
    /// The file as a whole is turned away.
    Refused(FileRefusal),
    /// It was read, and no row of it may come in.
    Nothing(Box<(Survey, Turned)>),
    /// Anything else.
    Failed(AppError),
}

impl From<IntakeError> for Stop {
    fn from(error: IntakeError) -> Self {
        match error.refusal() {
            Some(refusal) => Self::Refused(refusal),
            None => Self::Failed(error.into()),
        }
    }
}

impl From<FileRefusal> for Stop {
    fn from(refusal: FileRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<AppError> for Stop {
    fn from(error: AppError) -> Self {
        Self::Failed(error)
    }
}

impl From<Stop> for AppError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refusal) => refusal.into(),
            Stop::Nothing(_) => Self::said(ErrorCode::IntakeRefused, "intake-nothing", &[]),
            Stop::Failed(error) => error,
        }
    }
}
