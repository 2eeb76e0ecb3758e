//! A long job seen from outside: how far it is, and the flag that stops it. The app itself is busy meanwhile, so
//! whoever asks or cancels holds only this. It carries the clock by which a job that stands still is noticed.

use crate::clock::Clock;
use crate::view::ProgressView;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The job under way, if any.
#[derive(Debug)]
pub struct Job {
    clock: Clock,
    cancel: AtomicBool,
    progress: Mutex<Option<ProgressView>>,
}

impl Job {
    /// No job yet, held against this clock once there is one.
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            cancel: AtomicBool::new(false),
            progress: Mutex::new(None),
        }
    }

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

    /// Time on a clock that only runs forward, for who does the work.
    pub fn steady(&self) -> Duration {
        self.clock.now().steady
    }

    /// The flag, for who does the work.
    pub fn flag(&self) -> &AtomicBool {
        &self.cancel
    }
}
