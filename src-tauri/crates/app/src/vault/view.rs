//! What the screens before and around an open vault ask for and show.
//!
//! Secrets (passphrases, recovery codes) are never part of a request struct: commands take them beside it, as
//! bytes that are wiped.

use crate::view::NoticeView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Where the app stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultPhaseView {
    /// No vault chosen: the welcome screen.
    Closed,
    /// One is being made: its recovery code waits to be typed back.
    Creating,
    /// One is chosen and locked.
    Locked,
    /// One is open.
    Open,
}

/// Why a vault locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LockReasonView {
    /// The person asked.
    Asked,
    /// Nobody touched it for the time set.
    Idle,
    /// The computer slept.
    Slept,
    /// The session was locked or the window closed.
    Session,
}

/// Where the app stands, for every screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VaultStateView {
    /// The phase.
    pub phase: VaultPhaseView,
    /// The open vault.
    pub open: Option<OpenVaultView>,
    /// The vault chosen, while locked.
    pub chosen: Option<String>,
    /// Vaults opened lately, at most five, without the one chosen.
    pub recent: Vec<RecentVaultView>,
    /// Why and when it locked.
    pub locked: Option<LockedView>,
    /// Seconds to wait before another try, from the fifth wrong one.
    pub wait_seconds: u32,
}

/// Why and when a vault locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LockedView {
    /// Why.
    pub reason: LockReasonView,
    /// Local time, `14:02`.
    pub at: String,
    /// Minutes without a key or pointer after which this vault locks.
    pub idle_minutes: u32,
    /// Whether a half-typed text was kept.
    pub draft_kept: bool,
}

/// A vault opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentVaultView {
    /// An opaque token to open it with.
    pub place: String,
    /// Its file name without ending.
    pub name: String,
    /// The folder's last part, to tell two of one name apart.
    pub folder: String,
}

/// The open vault.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that a screen asks for"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenVaultView {
    /// Its name.
    pub name: String,
    /// Whether everything in it is made up.
    pub sample: bool,
    /// Whether it holds any sample figures that can be removed by one command.
    pub has_sample: bool,
    /// The day it is in this vault, `2026-12-03`: the real one except where nobody but the sample team is.
    pub today: String,
    /// Whether that day is the sample's own.
    pub own_day: bool,
    /// Whether the recovery code was typed back.
    pub recovery_confirmed: bool,
    /// Advisers on the roster.
    pub advisers: u32,
    /// Whether any figure is stored.
    pub has_figures: bool,
    /// Local time of the last saved change, `14:02:11`.
    pub saved_at: Option<String>,
    /// Minutes without a key or pointer until it locks.
    pub idle_minutes: u32,
    /// What opening found: repaired header, unclean close, synced folder …
    pub notices: Vec<NoticeView>,
    /// What Ctrl+Z would undo, in words.
    pub undo: Option<String>,
    /// What Ctrl+Y would redo, in words.
    pub redo: Option<String>,
}

/// A place chosen in the system's dialog; the screen gets a token, never a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceView {
    /// The token.
    pub place: String,
    /// The file's name.
    pub name: String,
    /// The folder's last part.
    pub folder: String,
    /// Risks of the place, such as a synced folder; creating there needs them accepted.
    pub risks: Vec<NoticeView>,
}

/// A passphrase to take or leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PassphraseSuggestionView {
    /// Words separated by spaces.
    pub passphrase: String,
}

/// How strong a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StrengthView {
    /// Found in minutes.
    Weak,
    /// Found in months.
    Fair,
    /// Found in years.
    Strong,
    /// Not found.
    VeryStrong,
}

/// What the app thinks of a typed passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PassphraseJudgementView {
    /// Whether it may be used.
    pub accepted: bool,
    /// How strong.
    pub strength: StrengthView,
    /// Time to guess or the reason it may not be used, in a sentence.
    pub sentence: String,
}

/// Begins a vault at a chosen place; the passphrase goes beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginCreation {
    /// The place's token.
    pub place: String,
    /// Whether the place's risks were read and accepted.
    pub accept_risks: bool,
    /// Whether the sample team is put in.
    pub sample: bool,
}

/// A fresh recovery code, shown once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryCodeView {
    /// Seven groups of four symbols.
    pub groups: Vec<String>,
    /// The two groups to be typed back, counted from 1.
    pub asked: Vec<u32>,
}

/// Groups typed back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRecovery {
    /// In the order asked.
    pub answers: Vec<String>,
}

/// Which of the groups typed back match; the vault is finished when all do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryCheckView {
    /// In the order asked.
    pub matches: Vec<bool>,
    /// Whether the vault is now finished and open.
    pub finished: bool,
}

/// Opens a vault at a place; the passphrase, or the recovery code with a new passphrase, goes beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenVault {
    /// The place's token; nothing while a vault is chosen and locked.
    pub place: Option<String>,
}

/// A half-typed text that outlives a lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftView {
    /// The screen and field it belongs to, such as `figures/grid`.
    pub field: String,
    /// What was typed.
    pub text: String,
    /// Where the caret stood.
    pub caret: u32,
}

/// What undoing or redoing did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoneView {
    /// In words: "Undone: 12 figures pasted".
    pub words: String,
    /// The section it concerns: `figures`, `chart`, `team`, `kpis`, `intake`, `settings`.
    pub section: String,
    /// What is seen there: `grain` and `period` of figures, `adviser` and `kpi` of a chart.
    pub place: BTreeMap<String, String>,
}

/// How long the vault stays open without a key or pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdleView {
    /// Seconds until it locks.
    pub seconds_left: u32,
}

/// What checking a whole vault found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckView {
    /// Whether everything holds.
    pub sound: bool,
    /// Part by part.
    pub parts: Vec<CheckedView>,
}

/// One part of a vault that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckedView {
    /// Which: `header`, `freshness`, `pages`, `journal`, `rolls`.
    pub part: String,
    /// Whether it holds.
    pub sound: bool,
    /// The same in a sentence, with how much was looked at.
    pub words: String,
}
