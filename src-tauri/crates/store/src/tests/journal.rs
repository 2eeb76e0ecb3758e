//! The journal: an entry for every change, chained, and tampering seen.

use super::support::*;
use crate::journal::ChainState;
use crate::*;

fn chain(store: &Store) -> ChainState {
    store.read().journal().verify_all().unwrap()
}

#[test]
fn every_change_has_an_entry_of_its_own() {
    let (case, mut store) = Case::filled();
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 4)]);
    let mut write = store.write(Action::NoteWritten).unwrap();
    write.about(BEN);
    write.object(7);
    write.count(3);
    write.team().write_note(BEN, Some(&note("x"))).unwrap();
    write.commit().unwrap();
    store.lock().unwrap();
    let store = case.open().unwrap().store;
    let mut entries = store.read().journal().entries(0, 100).unwrap();
    entries.reverse();
    let actions: Vec<_> = entries.iter().map(|entry| entry.action).collect();
    let expected = [
        Action::VaultMade,
        Action::TeamAdded,
        Action::FiguresWritten,
        Action::NoteWritten,
        Action::Locked,
        Action::Unlocked,
    ];
    assert_eq!(actions, expected);
    assert_eq!(
        entries
            .iter()
            .map(|entry| entry.session)
            .collect::<Vec<_>>(),
        [1, 1, 1, 1, 1, 6]
    );
    let about_ben = &entries[3];
    assert_eq!((about_ben.object, about_ben.count), (7, 3));
    assert!(about_ben.subject.is_some() && entries[2].subject.is_none());
    assert_eq!(
        store.read().journal().entries(1, 2).unwrap(),
        [entries[4].clone(), entries[3].clone()]
    );
    assert_eq!(
        chain(&store),
        ChainState {
            checked: 6,
            broken: None
        }
    );
}

#[test]
fn the_tables_refuse_to_change_or_shorten_it() {
    let (_case, store) = Case::filled();
    let connection = store.vault().connection();
    assert!(
        connection
            .execute("UPDATE journal SET count = 1", [])
            .is_err()
    );
    assert!(connection.execute("DELETE FROM journal", []).is_err());
}

/// Somebody who has the database key but not the journal's.
fn tamper(sql: &str) -> ChainState {
    let (_case, mut store) = Case::filled();
    for value in 0..6 {
        put(&mut store, &[figure(ANA, CONTACTS, "2026-06", value)]);
    }
    let free = "DROP TRIGGER journal_is_never_changed;
        DROP TRIGGER journal_is_pruned_only_behind_its_anchor;";
    store.vault().connection().execute_batch(free).unwrap();
    store.vault().connection().execute_batch(sql).unwrap();
    chain(&store)
}

#[test]
fn changed_removed_added_and_moved_entries_are_seen() {
    let cases = [
        ("UPDATE journal SET count = count + 1 WHERE sequence = 4", 4),
        ("UPDATE journal SET action = 41 WHERE sequence = 5", 5),
        ("UPDATE journal SET at = at - 1 WHERE sequence = 2", 2),
        ("UPDATE journal SET previous = zeroblob(32) WHERE sequence = 3", 3),
        ("UPDATE journal SET mac = zeroblob(32) WHERE sequence = 8", 8),
        ("DELETE FROM journal WHERE sequence = 3", 4),
        (
            "UPDATE journal SET sequence = -1 WHERE sequence = 3;
             UPDATE journal SET sequence = 3 WHERE sequence = 4;
             UPDATE journal SET sequence = 4 WHERE sequence = -1",
            3,
        ),
        (
            "INSERT INTO journal SELECT sequence + 1, at, session, action, subject, object, count, mac, mac
             FROM journal WHERE sequence = 8",
            9,
        ),
    ];
    for (sql, broken) in cases {
        assert_eq!(tamper(sql).broken, Some(broken), "{sql}");
    }
}

#[test]
fn a_broken_chain_stops_the_opening_and_is_not_repaired() {
    let (case, store) = Case::filled();
    let sql =
        "DROP TRIGGER journal_is_never_changed; UPDATE journal SET count = 9 WHERE sequence = 2;";
    store.vault().connection().execute_batch(sql).unwrap();
    store.close().unwrap();
    for _ in 0..2 {
        assert!(matches!(
            case.open(),
            Err(StoreError::Damaged(Damaged::Journal(2)))
        ));
    }
}

#[test]
fn a_cut_or_exchanged_tail_is_seen_at_opening() {
    use vault::{Damage, VaultError};
    let tails = [
        (
            "DELETE FROM journal WHERE sequence = 3",
            Damage::CommitsLost,
        ),
        (
            "UPDATE journal SET mac = zeroblob(32) WHERE sequence = 3",
            Damage::Journal,
        ),
    ];
    for (sql, expected) in tails {
        let (case, mut store) = Case::filled();
        put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 4)]);
        let free = "DROP TRIGGER journal_is_never_changed;
            DROP TRIGGER journal_is_pruned_only_behind_its_anchor;";
        store.vault().connection().execute_batch(free).unwrap();
        store.vault().connection().execute_batch(sql).unwrap();
        // Without closing: the header remembers what was committed, not what the table says now.
        drop(store);
        match case.open() {
            Err(StoreError::Vault(VaultError::Damaged(found))) => assert_eq!(found, expected),
            _ => panic!("opened in spite of {sql}"),
        }
    }
}

#[test]
fn pruning_leaves_a_keyed_anchor_where_the_chain_begins() {
    let (case, mut store) = Case::filled();
    for value in 0..6 {
        put(&mut store, &[figure(ANA, CONTACTS, "2026-06", value)]);
    }
    let at = store.read().journal().entries(2, 1).unwrap()[0].at;
    let mut write = store.write(Action::JournalPruned).unwrap();
    let gone = write.journal().prune(at).unwrap();
    write.count(gone);
    write.commit().unwrap();
    assert_eq!(gone, 5);
    let mut store = case.reopen(store);
    assert_eq!(chain(&store).broken, None);
    assert_eq!(
        store
            .read()
            .journal()
            .entries(0, 100)
            .unwrap()
            .last()
            .unwrap()
            .sequence,
        6
    );
    let mut write = store.write(Action::JournalPruned).unwrap();
    assert_eq!(write.journal().prune(0).unwrap(), 0, "nothing is that old");
    assert!(write.journal().prune(i64::MAX).unwrap() > 0);
    write.commit().unwrap();
    assert_eq!(
        store.read().journal().count().unwrap(),
        2,
        "the newest entry stays, and this one"
    );
    assert_eq!(chain(&store).broken, None);
    let forged = "UPDATE journal_anchor SET proof = zeroblob(32)";
    store.vault().connection().execute(forged, []).unwrap();
    assert!(chain(&store).broken.is_some());
}

#[test]
fn a_walk_of_the_last_entries_begins_where_it_is_told() {
    let (_case, mut store) = Case::filled();
    for value in 0..6 {
        put(&mut store, &[figure(ANA, CONTACTS, "2026-06", value)]);
    }
    let walked = store.read().journal().verify_last(3).unwrap();
    assert_eq!(
        walked,
        ChainState {
            checked: 3,
            broken: None
        }
    );
    assert_eq!(store.read().journal().verify_last(1000).unwrap().checked, 8);
}

#[test]
fn a_reason_stays_with_its_entry_and_goes_with_the_person() {
    let (case, mut store) = Case::filled();
    let mut write = store.write(Action::PhaseSet).unwrap();
    write.about(ANA);
    write.reason(note("the desk moved"));
    write.commit().unwrap();
    let entry = store.read().journal().entries(0, 1).unwrap().remove(0);
    let reasons = |store: &Store| store.read().journal().reasons(1, 100).unwrap();
    let told = [(entry.sequence, "the desk moved".to_owned())];
    assert_eq!(reasons(&store), told);
    let change = "UPDATE journal_reason SET reason = x'00'";
    assert!(store.vault().connection().execute(change, []).is_err());
    store.lock().unwrap();
    let mut store = case.open().unwrap().store;
    assert_eq!(reasons(&store), told);
    let mut write = store.write(Action::AdviserErased).unwrap();
    write.team().erase_adviser(ANA).unwrap();
    write.commit().unwrap();
    assert_eq!(reasons(&store), []);
    assert_eq!(chain(&store).broken, None, "the entry itself stays");
}

#[test]
fn a_pruned_entry_takes_its_reason_along() {
    let (_case, mut store) = Case::filled();
    let mut write = store.write(Action::PhaseSet).unwrap();
    write.about(ANA);
    write.reason(note("the desk moved"));
    write.commit().unwrap();
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 4)]);
    assert_eq!(store.read().journal().reasons(1, 100).unwrap().len(), 1);
    let mut write = store.write(Action::SettingsChanged).unwrap();
    write.journal().prune(i64::MAX).unwrap();
    write.commit().unwrap();
    assert_eq!(store.read().journal().reasons(1, 100).unwrap(), []);
}
