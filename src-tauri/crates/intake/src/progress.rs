//! How far reading is, and the way to stop it: by a flag that somebody else raises, or because reading has stood
//! still for 30 seconds by the clock handed in (rulings 1).

use crate::refusal::{FileRefusal, IntakeError};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

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

/// Rows between two looks at the flag and the clock.
const EVERY: u64 = 512;

/// How long reading may stand still.
const STILL: Duration = Duration::from_secs(30);

/// One run of reading: the flag that stops it, the clock it is held against and the listener that hears of its
/// progress.
pub struct Run<'a> {
    cancel: &'a AtomicBool,
    clock: &'a dyn Fn() -> Duration,
    tick: &'a mut dyn FnMut(Progress),
    reached: Option<Progress>,
    since: Duration,
}

impl std::fmt::Debug for Run<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Run")
    }
}

impl<'a> Run<'a> {
    /// A run that stops soon after `cancel` is raised and tells `tick` how far it is. `clock` says how much time has
    /// passed since whenever it likes, and never runs backwards.
    pub fn new(
        cancel: &'a AtomicBool,
        clock: &'a dyn Fn() -> Duration,
        tick: &'a mut dyn FnMut(Progress),
    ) -> Self {
        Self {
            cancel,
            clock,
            tick,
            reached: None,
            since: clock(),
        }
    }

    /// To be called after every row; looks at flag and clock and tells the listener every few hundred rows.
    pub(crate) fn after_row(&mut self, progress: Progress) -> Result<(), IntakeError> {
        if progress.rows.is_multiple_of(EVERY) {
            self.look(progress)
        } else {
            Ok(())
        }
    }

    /// Looks at flag and clock and tells the listener at once.
    pub fn look(&mut self, progress: Progress) -> Result<(), IntakeError> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(IntakeError::Cancelled);
        }
        let now = (self.clock)();
        if now.saturating_sub(self.since) > STILL {
            return Err(FileRefusal::Stalled.into());
        }
        if self.reached != Some(progress) {
            self.reached = Some(progress);
            self.since = now;
        }
        (self.tick)(progress);
        Ok(())
    }
}
