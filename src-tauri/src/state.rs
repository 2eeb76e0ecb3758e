//! The app behind the windows: one lock around it, its job beside it, and where it stands, which can be asked
//! without waiting for the lock.

use crate::dropped::Dropped;
use app::clock::Clock;
use app::error::AppError;
use app::job::Job;
use app::vault::view::{LockReasonView, VaultPhaseView};
use app::vault::{Busy, Tick};
use app::{App, Environment, vault};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

/// The app, shared by all commands and the clock.
pub(crate) struct Shared {
    app: Mutex<App>,
    job: Arc<Job>,
    phase: Mutex<VaultPhaseView>,
    dropped: Dropped,
    busy: Mutex<Option<Busy>>,
    shown: AtomicBool,
    clock: Clock,
    environment: Environment,
}

impl Shared {
    pub(crate) fn new(environment: Environment) -> Self {
        let clock = environment.clock.clone();
        let app = App::new(environment.clone());
        Self {
            environment,
            clock,
            dropped: Dropped::default(),
            busy: Mutex::new(None),
            shown: AtomicBool::new(false),
            job: app.job(),
            app: Mutex::new(app),
            phase: Mutex::new(VaultPhaseView::Closed),
        }
    }

    /// Does something with the app. A panic inside becomes a plain error, and the vault locks: what state it is in
    /// is not known any more.
    pub(crate) fn with<T>(
        &self,
        act: impl FnOnce(&mut App) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let mut app = self.lock();
        let done = catch_unwind(AssertUnwindSafe(|| act(&mut app)));
        let answer = done.unwrap_or_else(|_| {
            drop(vault::lock(&mut app, LockReasonView::Session));
            Err(AppError::of_ours("panic_in_command", "error-panicked"))
        });
        self.note(&app);
        answer
    }

    /// Where the app stands, without waiting for a job that keeps it busy.
    pub(crate) fn phase(&self) -> VaultPhaseView {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a vault is open.
    pub(crate) fn is_open(&self) -> bool {
        self.phase() == VaultPhaseView::Open
    }

    /// What surrounds the app, which can be asked without waiting for the lock.
    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// The long job under way.
    pub(crate) fn job(&self) -> &Job {
        &self.job
    }

    /// A page has been drawn, or somebody has typed into it all the same.
    pub(crate) fn note_shown(&self) {
        self.shown.store(true, Ordering::Relaxed);
    }

    /// Whether any page has said so.
    #[cfg(target_os = "linux")]
    pub(crate) fn was_shown(&self) -> bool {
        self.shown.load(Ordering::Relaxed)
    }

    /// Files were dropped on the main window.
    pub(crate) fn drop_files(&self, paths: &[PathBuf]) {
        if self.is_open() {
            self.dropped.offer(paths, self.clock.now().steady);
        }
    }

    /// The import screen waits for a file; gives the one dropped since it asked last.
    pub(crate) fn dropped_file(&self) -> Option<PathBuf> {
        self.dropped.ask(self.clock.now().steady)
    }

    /// What the clock brings about; nothing while a job keeps the app busy.
    pub(crate) fn tick(&self) -> Tick {
        let mut app = match self.app.try_lock() {
            Ok(app) => app,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => {
                self.note_busy();
                return Tick::Stay;
            }
        };
        if let Some(busy) = self.busy().take() {
            vault::note_busy(&mut app, busy);
        }
        // A panic must not end the clock: it is what locks a vault that nobody looks at.
        let ticked = catch_unwind(AssertUnwindSafe(|| vault::tick(&mut app)));
        let tick = ticked
            .unwrap_or_else(|_| {
                let locked = vault::lock(&mut app, LockReasonView::Session);
                locked.map(|_| Tick::Locked)
            })
            .unwrap_or_else(|_| {
                tracing::warn!(code = "tick_failed");
                Tick::Stay
            });
        self.note(&app);
        tick
    }

    /// A job keeps the app: the time goes on all the same, and no job is taken for sleep. Whoever wakes the computer
    /// finds the vault locked: the job stops and leaves it as it was, and the next tick locks.
    fn note_busy(&self) {
        let now = self.clock.now().moment();
        let slept = self
            .busy()
            .get_or_insert_with(|| Busy::begin(now))
            .note(now);
        if slept {
            self.job.cancel();
        }
    }

    fn busy(&self) -> MutexGuard<'_, Option<Busy>> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the vault as the app ends; whatever job is under way is stopped first.
    pub(crate) fn close_vault(&self) {
        self.job.cancel();
        if self.with(vault::close).is_err() {
            tracing::warn!(code = "vault_not_closed");
        }
    }

    fn lock(&self) -> MutexGuard<'_, App> {
        self.app.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, app: &App) {
        let phase = vault::phase(app);
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner) = phase;
        if phase != VaultPhaseView::Open {
            self.dropped.forget();
        }
    }
}
