//! The journal in words: every action has its own, and a page is newest first.

use crate::error::ErrorCode;
use crate::journal::page;
use crate::journal::view::LoadJournal;
use crate::testing::Bench;
use crate::vault::lock;
use crate::vault::view::LockReasonView;
use std::fmt::Write as _;
use store::Action;
use words::Arg;

#[test]
fn a_page_is_newest_first_and_says_that_the_chain_holds() {
    let bench = Bench::open();
    let view = page(&bench.app, LoadJournal { skip: 0, take: 10 }).unwrap();
    assert!(view.sound, "{}", view.sentence);
    assert_eq!(view.total, u32::try_from(view.entries.len()).unwrap());
    let oldest = view.entries.last().unwrap();
    assert_eq!((oldest.sequence, oldest.action.as_str()), (1, "vault_made"));
    assert_eq!(oldest.words, "Vault made");
    assert_eq!(oldest.at, "2026-12-03 14:02:11");
}

#[test]
fn too_many_entries_at_once_are_refused_and_so_is_a_locked_vault() {
    let mut bench = Bench::open();
    let many = page(&bench.app, LoadJournal { skip: 0, take: 501 }).unwrap_err();
    assert_eq!(many.field.as_deref(), Some("take"));
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let locked = page(&bench.app, LoadJournal { skip: 0, take: 1 }).unwrap_err();
    assert_eq!(locked.code, ErrorCode::VaultLocked);
}

#[test]
fn every_action_has_words() {
    let words = crate::wording::words();
    let mut table = String::new();
    for action in ACTIONS {
        let name = action.name();
        let key = format!("journal-{}", name.replace('_', "-"));
        let said = words.say(&key, &[("count", Arg::from(2_u32))]);
        assert!(!said.contains('⟨'), "{name} has no words");
        writeln!(table, "{name}: {said}").unwrap();
    }
    insta::assert_snapshot!(table);
}

const ACTIONS: [Action; 42] = [
    Action::VaultMade,
    Action::Unlocked,
    Action::Locked,
    Action::Closed,
    Action::UnlockFailed,
    Action::PassphraseChanged,
    Action::Recovered,
    Action::RecoveryConfirmed,
    Action::RecoveryRenewed,
    Action::Migrated,
    Action::Checked,
    Action::DamageFound,
    Action::RollsRebuilt,
    Action::JournalPruned,
    Action::SettingsChanged,
    Action::TeamAdded,
    Action::TeamAmended,
    Action::AdviserAdded,
    Action::AdviserAmended,
    Action::AdviserErased,
    Action::NoteWritten,
    Action::KpiAdded,
    Action::KpiAmended,
    Action::KpiUseChanged,
    Action::TargetSet,
    Action::TargetEnded,
    Action::FiguresWritten,
    Action::FiguresMarked,
    Action::FiguresImported,
    Action::RosterImported,
    Action::ImportUndone,
    Action::ImportsClosed,
    Action::MappingRemembered,
    Action::PhaseSet,
    Action::PhaseRemoved,
    Action::BaselineFrozen,
    Action::Undone,
    Action::Redone,
    Action::Released,
    Action::NamedFileWritten,
    Action::SampleAdded,
    Action::SampleRemoved,
];
