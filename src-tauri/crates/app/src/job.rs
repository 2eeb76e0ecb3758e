//! A long job seen from outside: how far it is, and the flag that stops it. The app itself is busy meanwhile, so
//! whoever asks or cancels holds only this.

use crate::view::ProgressView;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// The job under way, if any.
#[derive(Debug, Default)]
pub struct Job {
    cancel: AtomicBool,
    progress: Mutex<Option<ProgressView>>,
}

impl Job {
    /// A job begins: the flag is lowered and the first stage is told.
    pub fn begin(&self, first: ProgressView) {
        self.cancel.store(false, Ordering::Relaxed);
        self.tell(first);
    }

    /// Tells how far it is.
    pub fn tell(&self, progress: ProgressView) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = Some(progress);
    }

    /// The job is over, whatever came of it.
    pub fn end(&self) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// How far it is; nothing when none is under way.
    pub fn progress(&self) -> Option<ProgressView> {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the job to stop.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// The flag, for who does the work.
    pub fn flag(&self) -> &AtomicBool {
        &self.cancel
    }
}
