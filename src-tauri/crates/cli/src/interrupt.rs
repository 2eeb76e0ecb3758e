//! Ctrl-C: what is under way ends as if it had never begun, and the vault is closed properly.

use crate::exit::Failure;
use app::job::Job;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

static PRESSED: AtomicBool = AtomicBool::new(false);

/// How often a question looks whether Ctrl-C was pressed.
const GLANCE: Duration = Duration::from_millis(100);

/// Listens from now on; a long job is told at once.
pub(crate) fn listen(job: Arc<Job>) {
    // A second handler in one run is refused by the system; the first then still does its work.
    drop(ctrlc::set_handler(move || {
        PRESSED.store(true, Ordering::Relaxed);
        job.cancel();
    }));
}

/// Whether Ctrl-C was pressed.
pub(crate) fn is_pressed() -> bool {
    PRESSED.load(Ordering::Relaxed)
}

/// Goes on unless Ctrl-C was pressed; asked between two steps of which each is whole by itself.
pub(crate) fn check() -> Result<(), Failure> {
    if is_pressed() {
        Err(Failure::Interrupted)
    } else {
        Ok(())
    }
}

/// Waits for a person's answer, or for Ctrl-C: the question is then left, and the program ends properly.
pub(crate) fn answer<T: Send + 'static>(
    ask: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let (give, take) = channel();
    thread::spawn(move || drop(give.send(ask())));
    loop {
        match take.recv_timeout(GLANCE) {
            Ok(answer) => return Ok(answer),
            Err(RecvTimeoutError::Timeout) => check()?,
            Err(RecvTimeoutError::Disconnected) => return Err(Failure::Interrupted),
        }
    }
}
