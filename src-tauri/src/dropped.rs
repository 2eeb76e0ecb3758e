//! A file dropped on the main window. It counts only while the import screen waits for one, which the screen says
//! anew with every question; anywhere else, and while the vault is locked, a dropped file is nothing. The path
//! comes from the window's own event and stays on this side; the page gets a token, as from a dialog.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A screen that has not asked for so long waits no more.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was dropped, until the screen asks for it.
#[derive(Default)]
pub(crate) struct Dropped(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    asked: Option<Duration>,
    path: Option<PathBuf>,
}

impl Dropped {
    /// The screen waits for a file; gives the one dropped since it asked last.
    pub(crate) fn ask(&self, now: Duration) -> Option<PathBuf> {
        let mut waiting = self.lock();
        waiting.asked = Some(now);
        waiting.path.take()
    }

    /// Files were dropped. One is taken when somebody waits; several are none, as a dialog gives one.
    pub(crate) fn offer(&self, paths: &[PathBuf], now: Duration) {
        let mut waiting = self.lock();
        let waits = waiting
            .asked
            .is_some_and(|asked| now.saturating_sub(asked) < PATIENCE);
        if let ([path], true) = (paths, waits) {
            waiting.path = Some(path.clone());
        }
    }

    /// Nobody waits any more, and nothing was dropped.
    pub(crate) fn forget(&self) {
        *self.lock() = Waiting::default();
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn files(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn a_file_dropped_while_the_screen_waits_is_given_once() {
        let dropped = Dropped::default();
        assert_eq!(dropped.ask(at(10)), None);
        dropped.offer(&files(&["/march.csv"]), at(11));
        assert_eq!(dropped.ask(at(12)), Some(PathBuf::from("/march.csv")));
        assert_eq!(dropped.ask(at(13)), None);
    }

    #[test]
    fn nothing_is_taken_when_nobody_waits() {
        let dropped = Dropped::default();
        dropped.offer(&files(&["/march.csv"]), at(1));
        assert_eq!(dropped.ask(at(2)), None, "no screen had asked yet");
        dropped.offer(&files(&["/march.csv"]), at(4));
        assert_eq!(dropped.ask(at(5)), None, "the screen was left");
    }

    #[test]
    fn several_files_at_once_are_none() {
        let dropped = Dropped::default();
        dropped.ask(at(1));
        dropped.offer(&files(&["/march.csv", "/april.csv"]), at(1));
        dropped.offer(&files(&[]), at(1));
        assert_eq!(dropped.ask(at(2)), None);
    }

    #[test]
    fn a_lock_forgets_what_was_dropped() {
        let dropped = Dropped::default();
        dropped.ask(at(1));
        dropped.offer(&files(&["/march.csv"]), at(1));
        dropped.forget();
        assert_eq!(dropped.ask(at(1)), None);
    }
}
