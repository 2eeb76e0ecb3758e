//! The app itself: what it may see of the computer, which vault is open, and the tokens it has given out. Every
//! action of the other modules takes it first.
//!
//! Invariant: whoever wants the open file asks [`App::store`] or [`App::store_mut`], and these refuse while it is
//! locked; there is no other way to it.

use crate::clock::Now;
use crate::environment::Environment;
use crate::error::{AppError, ErrorCode};
use crate::job::Job;
use crate::sample;
use crate::session::{Phase, Session};
use crate::tokens::Tokens;
use crate::vault::tries::Tries;
use crate::wording;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use words::Words;

/// How long a typed passphrase counts as fresh (rulings 45).
pub const FRESH: Duration = Duration::from_mins(5);

/// The app, for as long as it runs.
pub struct App {
    pub(crate) environment: Environment,
    pub(crate) phase: Phase,
    pub(crate) places: Tokens,
    pub(crate) files: Tokens,
    pub(crate) tries: Tries,
    job: Arc<Job>,
}

impl App {
    /// An app without a vault. What an earlier run left of a throwaway sample is removed.
    pub fn new(environment: Environment) -> Self {
        crate::vault::sample::remove_leftovers(&environment);
        let job = Arc::new(Job::new(environment.clock.clone()));
        Self {
            environment,
            phase: Phase::Closed,
            places: Tokens::default(),
            files: Tokens::default(),
            tries: Tries::default(),
            job,
        }
    }

    /// The moment it is, by the clock handed in.
    pub fn now(&self) -> Now {
        self.environment.clock.now()
    }

    /// The day it is: the real one, or the sample's own where nobody but the sample team is (rulings 47).
    pub fn today(&self) -> NaiveDate {
        self.own_day().unwrap_or_else(|| self.now().local().date())
    }

    /// The later of the day it is and the real one: what a file may hold with which a sample becomes a vault of
    /// one's own.
    pub(crate) fn latest_day(&self) -> NaiveDate {
        self.today().max(self.now().local().date())
    }

    /// The sample's own day, where it is that day.
    pub(crate) fn own_day(&self) -> Option<NaiveDate> {
        let session = self.session().ok()?;
        let read = session.store.read();
        if session.throwaway {
            return sample::throwaway_day(read).ok();
        }
        sample::own_day(read).ok().flatten()
    }

    /// The words everything is said with.
    pub fn words(&self) -> &'static Words {
        wording::words()
    }

    /// The open file, to read.
    pub fn store(&self) -> Result<&Store, AppError> {
        Ok(&self.session()?.store)
    }

    /// The open file, to change.
    pub fn store_mut(&mut self) -> Result<&mut Store, AppError> {
        let now = self.now();
        let session = self.session_mut()?;
        session.note_change(now);
        Ok(&mut session.store)
    }

    /// Whether the open vault is a throwaway sample.
    pub fn is_throwaway(&self) -> bool {
        self.session().is_ok_and(|session| session.throwaway)
    }

    /// Refuses what needs a passphrase typed within the last five minutes: named files, for one.
    pub fn require_fresh_passphrase(&self) -> Result<(), AppError> {
        let now = self.now();
        if self.session()?.is_fresh(now) {
            Ok(())
        } else {
            Err(AppError::said(ErrorCode::OutOfDate, "error-not-fresh", &[]))
        }
    }

    /// The token under which a page may speak of a spreadsheet that was chosen for reading.
    pub fn keep_file(&mut self, path: PathBuf) -> Result<String, AppError> {
        self.files.make(path)
    }

    /// The spreadsheet of a token.
    pub fn file(&self, token: &str) -> Result<&Path, AppError> {
        self.files.find(token)
    }

    /// The long job under way, for who asks how far it is or cancels it while the app is busy.
    pub fn job(&self) -> Arc<Job> {
        Arc::clone(&self.job)
    }

    pub(crate) fn session(&self) -> Result<&Session, AppError> {
        match &self.phase {
            Phase::Open(session) => Ok(session),
            Phase::Closed | Phase::Creating(_) | Phase::Locked(_) => Err(AppError::locked()),
        }
    }

    pub(crate) fn session_mut(&mut self) -> Result<&mut Session, AppError> {
        match &mut self.phase {
            Phase::Open(session) => Ok(session),
            Phase::Closed | Phase::Creating(_) | Phase::Locked(_) => Err(AppError::locked()),
        }
    }
}
