//! What the journal says was done: a closed list of coded actions. A number is never re-used, because an entry
//! written today must mean the same in ten years.

use crate::coded::coded;

/// One kind of action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// The vault was made.
    VaultMade,
    /// It was unlocked.
    Unlocked,
    /// It was locked.
    Locked,
    /// It was closed.
    Closed,
    /// Wrong passphrases were tried before this opening; the count says how many.
    UnlockFailed,
    /// The passphrase was changed.
    PassphraseChanged,
    /// A new passphrase was set with the recovery code.
    Recovered,
    /// The recovery code was typed back.
    RecoveryConfirmed,
    /// A new recovery code was made.
    RecoveryRenewed,
    /// The tables were brought to a newer version; the object says which.
    Migrated,
    /// The whole file was checked.
    Checked,
    /// Something did not agree with what was sealed; the object says what.
    DamageFound,
    /// Roll-ups were made anew from their rows.
    RollsRebuilt,
    /// Old journal entries were pruned; the count says how many.
    JournalPruned,
    /// The vault had not been closed properly; its pages and structure were checked and are sound.
    NotClosedCleanly,
    /// One header copy was written anew from the other.
    HeaderMended,
    /// One key ring copy was written anew from the other.
    RingMended,
    /// Settings were changed.
    SettingsChanged,
    /// A programme or team was added.
    TeamAdded,
    /// A programme or team was amended.
    TeamAmended,
    /// Advisers were added.
    AdviserAdded,
    /// An adviser was amended.
    AdviserAmended,
    /// An adviser and everything about them was erased.
    AdviserErased,
    /// A note about an adviser was written.
    NoteWritten,
    /// KPIs were added.
    KpiAdded,
    /// A KPI got a new version.
    KpiAmended,
    /// A KPI was taken into use or out of it.
    KpiUseChanged,
    /// A target was set.
    TargetSet,
    /// A target was ended.
    TargetEnded,
    /// Figures were written by hand.
    FiguresWritten,
    /// Figures were confirmed, disputed or settled.
    FiguresMarked,
    /// Figures were imported; the object is the batch.
    FiguresImported,
    /// A roster was imported; the object is the batch.
    RosterImported,
    /// An import was taken out; the object is the batch.
    ImportUndone,
    /// Imports were closed: their rejected rows are no longer kept; the count says how many.
    ImportsClosed,
    /// A column layout was remembered.
    MappingRemembered,
    /// A phase was set by hand.
    PhaseSet,
    /// A phase set by hand was taken back.
    PhaseRemoved,
    /// A baseline was frozen.
    BaselineFrozen,
    /// A step was undone.
    Undone,
    /// A step was done again.
    Redone,
    /// An anonymised summary went out; the object is the release.
    Released,
    /// A named file went out; the count says about how many people.
    NamedFileWritten,
    /// The sample team was put in.
    SampleAdded,
    /// The sample team was taken out.
    SampleRemoved,
}

coded!(Action {
    VaultMade = 1, Unlocked = 2, Locked = 3, Closed = 4, UnlockFailed = 5,
    PassphraseChanged = 6, Recovered = 7, RecoveryConfirmed = 8, RecoveryRenewed = 9,
    Migrated = 10, Checked = 11, DamageFound = 12, RollsRebuilt = 13, JournalPruned = 14,
    SettingsChanged = 15, NotClosedCleanly = 16, HeaderMended = 17, RingMended = 18,
    TeamAdded = 20, TeamAmended = 21, AdviserAdded = 22, AdviserAmended = 23,
    AdviserErased = 24, NoteWritten = 25,
    KpiAdded = 30, KpiAmended = 31, KpiUseChanged = 32, TargetSet = 33, TargetEnded = 34,
    FiguresWritten = 40, FiguresMarked = 41,
    FiguresImported = 50, RosterImported = 51, ImportUndone = 52, MappingRemembered = 53,
    ImportsClosed = 54,
    PhaseSet = 60, PhaseRemoved = 61, BaselineFrozen = 62,
    Undone = 70, Redone = 71,
    Released = 80, NamedFileWritten = 81,
    SampleAdded = 90, SampleRemoved = 91,
});

impl Action {
    /// Its name in JSON and catalogues, such as `figures_written`.
    pub fn name(self) -> &'static str {
        match self {
            Self::VaultMade => "vault_made",
            Self::Unlocked => "unlocked",
            Self::Locked => "locked",
            Self::Closed => "closed",
            Self::UnlockFailed => "unlock_failed",
            Self::PassphraseChanged => "passphrase_changed",
            Self::Recovered => "recovered",
            Self::RecoveryConfirmed => "recovery_confirmed",
            Self::RecoveryRenewed => "recovery_renewed",
            Self::Migrated => "migrated",
            Self::Checked => "checked",
            Self::DamageFound => "damage_found",
            Self::RollsRebuilt => "rolls_rebuilt",
            Self::JournalPruned => "journal_pruned",
            Self::SettingsChanged => "settings_changed",
            Self::NotClosedCleanly => "not_closed_cleanly",
            Self::HeaderMended => "header_mended",
            Self::RingMended => "ring_mended",
            Self::TeamAdded => "team_added",
            Self::TeamAmended => "team_amended",
            Self::AdviserAdded => "adviser_added",
            Self::AdviserAmended => "adviser_amended",
            Self::AdviserErased => "adviser_erased",
            Self::NoteWritten => "note_written",
            Self::KpiAdded => "kpi_added",
            Self::KpiAmended => "kpi_amended",
            Self::KpiUseChanged => "kpi_use_changed",
            Self::TargetSet => "target_set",
            Self::TargetEnded => "target_ended",
            Self::FiguresWritten => "figures_written",
            Self::FiguresMarked => "figures_marked",
            Self::FiguresImported => "figures_imported",
            Self::RosterImported => "roster_imported",
            Self::ImportUndone => "import_undone",
            Self::ImportsClosed => "imports_closed",
            Self::MappingRemembered => "mapping_remembered",
            Self::PhaseSet => "phase_set",
            Self::PhaseRemoved => "phase_removed",
            Self::BaselineFrozen => "baseline_frozen",
            Self::Undone => "undone",
            Self::Redone => "redone",
            Self::Released => "released",
            Self::NamedFileWritten => "named_file_written",
            Self::SampleAdded => "sample_added",
            Self::SampleRemoved => "sample_removed",
        }
    }
}
