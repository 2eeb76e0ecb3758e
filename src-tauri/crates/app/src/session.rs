//! Where the app stands: closed, making a vault, locked, or open; and all that belongs to one opening.

use crate::app::FRESH;
use crate::clock::Now;
use crate::vault::view::{LockReasonView, RecoveryCodeView};
use crate::view::NoticeView;
use chrono::NaiveDate;
use std::path::PathBuf;
use std::time::Duration;
use store::{NewStore, Store};
use vault::idle::IdleTimer;
use vault::{Notice, RecoveryCode};

/// Where the app stands.
pub(crate) enum Phase {
    /// No vault is chosen.
    Closed,
    /// One is being made and waits for its recovery code to be typed back.
    Creating(Box<Creation>),
    /// One is chosen and shut.
    Locked(Chosen),
    /// One is open.
    Open(Box<Session>),
}

/// A vault being made.
pub(crate) struct Creation {
    /// The file without a name yet.
    pub(crate) file: NewStore,
    /// The groups asked back, counted from 1.
    pub(crate) asked: [usize; 2],
    /// Whether the sample team is put in.
    pub(crate) sample: bool,
    /// Where it will lie.
    pub(crate) path: PathBuf,
    /// When its passphrase was typed, on the steady clock.
    pub(crate) typed_at: Duration,
}

/// A vault that is chosen and shut.
pub(crate) struct Chosen {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Why and when it locked; nothing when it was only chosen.
    pub(crate) locked: Option<Locked>,
}

/// Why and when a vault locked.
pub(crate) struct Locked {
    pub(crate) reason: LockReasonView,
    pub(crate) at: Now,
    pub(crate) idle_minutes: u32,
    pub(crate) draft_kept: bool,
}

/// A recovery code that is shown and not yet typed back.
pub(crate) struct Pending {
    pub(crate) code: RecoveryCode,
    pub(crate) asked: [usize; 2],
}

/// How far the file has come to rest since it could last have been changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tidy {
    /// It may have been changed then, on the steady clock.
    Changed(Duration),
    /// The same, and the write-ahead file has been emptied since.
    Settled(Duration),
    /// The body is sealed as if closed.
    Resting,
}

/// All that belongs to one opening.
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) path: PathBuf,
    pub(crate) timer: IdleTimer,
    pub(crate) idle_minutes: u32,
    /// When the passphrase was last typed, on the steady clock.
    pub(crate) typed_at: Option<Duration>,
    /// What the opening found, and the same in words.
    pub(crate) found: Vec<Notice>,
    pub(crate) notices: Vec<NoticeView>,
    pub(crate) recovery_confirmed: bool,
    /// The day on which it was last known that somebody holds the recovery code, once it was asked for.
    pub(crate) recovery_known: Option<NaiveDate>,
    pub(crate) pending: Option<Pending>,
    pub(crate) opened: Now,
    pub(crate) tidy: Tidy,
    /// Whether roll-ups must be compared with their rows once the first screen stands.
    pub(crate) rolls_due: bool,
    /// Whether the vault is deleted when it closes.
    pub(crate) throwaway: bool,
}

impl Session {
    pub(crate) fn note_change(&mut self, now: Now) {
        self.tidy = Tidy::Changed(now.steady);
    }

    /// Whether the passphrase was typed within the last five minutes. A throwaway has none to type.
    pub(crate) fn is_fresh(&self, now: Now) -> bool {
        let typed = self
            .typed_at
            .is_some_and(|at| now.steady.saturating_sub(at) <= FRESH);
        self.throwaway || typed
    }
}

/// A code as it is shown, with the groups asked back.
pub(crate) fn code_view(code: &RecoveryCode, asked: [usize; 2]) -> RecoveryCodeView {
    RecoveryCodeView {
        groups: code.shown().split('-').map(str::to_owned).collect(),
        asked: asked
            .iter()
            .filter_map(|group| u32::try_from(*group).ok())
            .collect(),
    }
}
