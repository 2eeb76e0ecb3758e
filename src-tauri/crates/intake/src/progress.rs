//! How far reading is, and the way to stop it. The caller owns the flag and the clock: when a tick has not come
//! for 30 seconds it raises the flag itself.

use crate::refusal::IntakeError;
use std::sync::atomic::{AtomicBool, Ordering};

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows read in this pass.
    pub rows: u64,
    /// Bytes read of the file in this pass; of a workbook, bytes unpacked.
    pub bytes: u64,
    /// Bytes in all, when they can be known: of a CSV file its size.
    pub of: Option<u64>,
}

/// Rows between two looks at the cancel flag.
const EVERY: u64 = 2048;

/// One run of reading: the flag that stops it and the listener that hears of its progress.
pub struct Run<'a> {
    cancel: &'a AtomicBool,
    tick: &'a mut dyn FnMut(Progress),
}

impl std::fmt::Debug for Run<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Run")
    }
}

impl<'a> Run<'a> {
    /// A run that stops soon after `cancel` is raised and tells `tick` how far it is.
    pub fn new(cancel: &'a AtomicBool, tick: &'a mut dyn FnMut(Progress)) -> Self {
        Self { cancel, tick }
    }

    /// To be called after every row; looks at the flag and tells the listener every few thousand rows.
    pub(crate) fn after_row(&mut self, progress: Progress) -> Result<(), IntakeError> {
        if progress.rows.is_multiple_of(EVERY) {
            self.look(progress)
        } else {
            Ok(())
        }
    }

    /// Looks at the flag and tells the listener at once.
    pub(crate) fn look(&mut self, progress: Progress) -> Result<(), IntakeError> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(IntakeError::Cancelled);
        }
        (self.tick)(progress);
        Ok(())
    }
}
