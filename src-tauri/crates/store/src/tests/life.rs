//! From making a vault to closing it.

use super::support::*;
use crate::*;

#[test]
fn what_was_committed_is_there_after_opening_again() {
    let (case, mut store) = Case::filled();
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 12)]);
    let before = store.read().digest().unwrap();
    let id = store.id();
    let store = case.reopen(store);
    assert_eq!(store.read().digest().unwrap(), before);
    assert_eq!(store.id(), id);
    assert_eq!(value(&store, &cell(ANA, CONTACTS, "2026-06")), Some(12));
}

#[test]
fn a_dropped_change_leaves_nothing() {
    let (case, mut store) = Case::filled();
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 12)]);
    let (digest, entries) = (
        store.read().digest().unwrap(),
        store.read().journal().count().unwrap(),
    );
    let mut write = store.write(Action::FiguresWritten).unwrap();
    write
        .figures()
        .put(&figure(ANA, CONTACTS, "2026-06", 99))
        .unwrap();
    write
        .team()
        .add_advisers(&[adviser("Cid Five", domain::team::TeamId(1))])
        .unwrap();
    write.settings().set("idle_minutes", "5").unwrap();
    drop(write);
    assert_eq!(store.read().digest().unwrap(), digest);
    assert_eq!(store.read().journal().count().unwrap(), entries);
    let store = case.reopen(store);
    assert_eq!(store.read().digest().unwrap(), digest);
    assert_eq!(store.read().team().advisers().unwrap().len(), 2);
}

#[test]
fn a_key_made_in_a_dropped_change_is_given_to_the_next_adviser_or_forgotten() {
    let (case, mut store) = Case::filled();
    let mut write = store.write(Action::AdviserAdded).unwrap();
    write
        .team()
        .add_advisers(&[adviser("Cid Five", domain::team::TeamId(1))])
        .unwrap();
    drop(write);
    assert_eq!(store.vault().subjects(), [1, 2, 3]);
    let store = case.reopen(store);
    assert_eq!(store.vault().subjects(), [1, 2]);
}

#[test]
fn a_change_is_read_inside_itself_before_it_is_committed() {
    let (_case, mut store) = Case::filled();
    let mut write = store.write(Action::FiguresWritten).unwrap();
    write
        .figures()
        .put(&figure(BEN, STARTS, "2026-06", 20))
        .unwrap();
    let inside = write
        .read()
        .figures()
        .figure(&cell(BEN, STARTS, "2026-06"))
        .unwrap();
    assert_eq!(inside, Some(figure(BEN, STARTS, "2026-06", 20)));
}

#[test]
fn a_resting_store_wakes_for_the_next_change() {
    let (case, mut store) = Case::filled();
    store.rest().unwrap();
    store.rest().unwrap();
    assert_eq!(
        store.read().team().advisers().unwrap().len(),
        2,
        "it can be read"
    );
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 3)]);
    store.settle().unwrap();
    store.settle().unwrap();
    let store = case.reopen(store);
    assert_eq!(value(&store, &cell(ANA, CONTACTS, "2026-06")), Some(3));
}

#[test]
fn a_second_opener_is_told_that_the_file_is_open() {
    let (case, store) = Case::filled();
    assert!(matches!(case.open(), Err(StoreError::Busy { .. })));
    store.lock().unwrap();
    assert!(case.open().is_ok());
}

#[test]
fn a_draft_of_a_vault_that_is_dropped_leaves_an_empty_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("team.plumb");
    let costs = vault::KdfParameters::for_tests();
    drop(NewStore::create(&path, &passphrase(), costs, opener(), clock()).unwrap());
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let left: Vec<_> = left.iter().map(std::fs::DirEntry::file_name).collect();
    assert!(
        left.iter()
            .all(|name| name.to_string_lossy().ends_with(".lock")),
        "{left:?}"
    );
}

#[test]
fn the_passphrase_changes_and_the_code_sets_another() {
    let (case, mut store) = Case::filled();
    let costs = vault::KdfParameters::for_tests();
    let second = vault::Passphrase::parse_typed("another long sentence").unwrap();
    let third = vault::Passphrase::parse_typed("a third long sentence").unwrap();
    let opens = |store: &Store, secret: &vault::Passphrase| {
        store
            .is_opened_by(vault::Secret::Passphrase(secret))
            .unwrap()
    };
    store
        .change_passphrase(&passphrase(), &second, costs)
        .unwrap();
    assert!(opens(&store, &second) && !opens(&store, &passphrase()));
    store.recover(&case.code, &third, costs).unwrap();
    assert!(opens(&store, &third) && !opens(&store, &second));
    store.confirm_recovery(&case.code).unwrap();
    let code = store.renew_recovery(&third).unwrap();
    assert!(
        !store
            .is_opened_by(vault::Secret::RecoveryCode(&case.code))
            .unwrap()
    );
    assert!(
        store
            .is_opened_by(vault::Secret::RecoveryCode(&code))
            .unwrap()
    );
    let done: Vec<_> = store
        .read()
        .journal()
        .entries(0, 4)
        .unwrap()
        .iter()
        .map(|entry| entry.action)
        .collect();
    let expected = [
        Action::RecoveryRenewed,
        Action::RecoveryConfirmed,
        Action::Recovered,
        Action::PassphraseChanged,
    ];
    assert_eq!(done, expected);
}
