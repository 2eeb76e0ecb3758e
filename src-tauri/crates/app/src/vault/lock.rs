//! Locking and closing, by hand or by the clock. Whatever happens on the way, the keys are gone afterwards.

use crate::app::App;
use crate::error::AppError;
use crate::session::{Chosen, Locked, Phase, Session, Tidy};
use crate::vault::sample;
use crate::vault::state::state;
use crate::vault::view::{IdleView, LockReasonView, VaultStateView};
use std::time::Duration;
use store::Action;
use vault::idle::{Busy, IdleVerdict, LockReason};

/// So long after the last change the write-ahead file is emptied.
const SETTLES: Duration = Duration::from_secs(1);
/// So long after the last change the body is sealed as if closed.
const RESTS: Duration = Duration::from_mins(1);

/// What the clock brought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// Nothing.
    Stay,
    /// The vault locks soon unless somebody does something.
    Warn {
        /// Seconds until then.
        seconds_left: u32,
    },
    /// The vault has been locked.
    Locked,
}

/// Locks the open vault. A throwaway sample has no passphrase to come back with: it is closed and deleted.
pub fn lock(app: &mut App, reason: LockReasonView) -> Result<VaultStateView, AppError> {
    if let Some(session) = take_session(app) {
        let at = app.now();
        let draft_kept = has_draft(&session);
        let Session {
            store,
            path,
            throwaway,
            idle_minutes,
            ..
        } = session;
        // A lock that cannot be journalled still locks: the store is gone when this returns.
        if store.lock().is_err() {
            tracing::warn!(code = "lock_not_journalled");
        }
        if throwaway {
            sample::delete(&path);
        } else {
            app.phase = Phase::Locked(Chosen {
                path,
                locked: Some(Locked {
                    reason,
                    at,
                    idle_minutes,
                    draft_kept,
                }),
            });
        }
    }
    state(app)
}

fn has_draft(session: &Session) -> bool {
    let drafts = session.store.read().drafts().list();
    drafts.is_ok_and(|drafts| !drafts.is_empty())
}

/// Closes whatever is chosen, being made or open, and goes back to the start.
pub fn close(app: &mut App) -> Result<VaultStateView, AppError> {
    if let Some(session) = take_session(app) {
        let Session {
            store,
            path,
            throwaway,
            ..
        } = session;
        let closed = store.close();
        if throwaway {
            sample::delete(&path);
        }
        closed?;
    }
    app.phase = Phase::Closed;
    state(app)
}

fn take_session(app: &mut App) -> Option<Session> {
    match std::mem::replace(&mut app.phase, Phase::Closed) {
        Phase::Open(session) => Some(*session),
        other @ (Phase::Closed | Phase::Creating(_) | Phase::Locked(_)) => {
            app.phase = other;
            None
        }
    }
}

/// Somebody pressed a key or moved the pointer.
pub fn touch(app: &mut App) -> Result<IdleView, AppError> {
    let now = app.now();
    let session = app.session_mut()?;
    session.timer.note_activity(now.moment());
    Ok(IdleView {
        seconds_left: session.idle_minutes.saturating_mul(60),
    })
}

/// A long job kept the app busy: what whoever ticks it saw meanwhile.
pub fn note_busy(app: &mut App, busy: Busy) {
    if let Ok(session) = app.session_mut() {
        session.timer.note_busy(busy);
    }
}

/// What is due by the clock: settling, resting, checking roll-ups after a crash, locking. To be called about
/// every second by whoever keeps the app open.
pub fn tick(app: &mut App) -> Result<Tick, AppError> {
    let now = app.now();
    let Ok(session) = app.session_mut() else {
        return Ok(Tick::Stay);
    };
    let verdict = session.timer.tick(now.moment());
    if session.throwaway {
        return Ok(Tick::Stay);
    }
    match verdict {
        IdleVerdict::Lock(reason) => {
            let reason = match reason {
                LockReason::Idle => LockReasonView::Idle,
                LockReason::ClockGap => LockReasonView::Slept,
            };
            lock(app, reason)?;
            Ok(Tick::Locked)
        }
        IdleVerdict::Stay => keep_tidy(session, now.steady).map(|()| Tick::Stay),
        IdleVerdict::Warn(left) => {
            keep_tidy(session, now.steady)?;
            Ok(Tick::Warn {
                seconds_left: u32::try_from(left.as_secs()).unwrap_or(u32::MAX),
            })
        }
    }
}

fn keep_tidy(session: &mut Session, steady: Duration) -> Result<(), AppError> {
    if session.rolls_due {
        session.rolls_due = false;
        mend_rolls(session)?;
    }
    let (changed, settled) = match session.tidy {
        Tidy::Changed(at) => (at, false),
        Tidy::Settled(at) => (at, true),
        Tidy::Resting => return Ok(()),
    };
    let still = steady.saturating_sub(changed);
    if still >= RESTS {
        session.store.rest()?;
        session.tidy = Tidy::Resting;
    } else if still >= SETTLES && !settled {
        session.store.settle()?;
        session.tidy = Tidy::Settled(changed);
    }
    Ok(())
}

/// After a crash the month roll-ups are compared with their rows, once the first screen stands (rulings 4).
fn mend_rolls(session: &mut Session) -> Result<(), AppError> {
    let wrong = session.store.read().figures().check_rolls()?.wrong;
    if wrong > 0 {
        let mut write = session.store.write(Action::RollsRebuilt)?;
        write.figures().rebuild_rolls()?;
        write.count(wrong);
        write.commit()?;
    }
    Ok(())
}
