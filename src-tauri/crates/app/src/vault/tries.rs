//! Wrong passphrases in a row, and how long to wait after them. It stops a person at the keyboard, not one who
//! copied the file.

use crate::clock::Now;
use crate::error::{AppError, ErrorCode};
use std::time::Duration;
use vault::idle::wait_after;
use words::Arg;

/// Tries since the last right one.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    wrong: u32,
    until: Duration,
}

impl Tries {
    /// Seconds to wait before another try, rounded up.
    pub(crate) fn wait_seconds(&self, now: Now) -> u32 {
        let left = self.until.saturating_sub(now.steady);
        let rounded = left.as_secs() + u64::from(left.subsec_nanos() > 0);
        u32::try_from(rounded).unwrap_or(u32::MAX)
    }

    /// Refuses a try that comes too early.
    pub(crate) fn check(&self, now: Now) -> Result<(), AppError> {
        match self.wait_seconds(now) {
            0 => Ok(()),
            seconds => Err(AppError::said(
                ErrorCode::WrongPassphrase,
                "error-wait",
                &[("seconds", Arg::from(seconds))],
            )),
        }
    }

    /// A wrong one.
    pub(crate) fn note_wrong(&mut self, now: Now) {
        self.wrong = self.wrong.saturating_add(1);
        self.until = now.steady + wait_after(self.wrong);
    }

    /// The right one; gives the number of wrong ones before it.
    pub(crate) fn note_right(&mut self) -> u32 {
        self.until = Duration::ZERO;
        std::mem::take(&mut self.wrong)
    }
}
