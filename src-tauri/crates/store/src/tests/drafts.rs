//! Drafts: kept without a journal entry, sealed for their place, gone with the person.

use super::support::*;
use crate::drafts::DraftChange;
use crate::*;

fn text_of(store: &Store, place: &str) -> Option<String> {
    let draft = store.read().drafts().find(place).unwrap()?;
    Some(draft.text.as_str().to_owned())
}

#[test]
fn the_last_half_typed_text_of_a_place_survives_a_lock() {
    let (case, mut store) = Case::filled();
    let entries = store.read().journal().count().unwrap();
    store
        .save_draft("note", Some(ANA), "She said that")
        .unwrap();
    store
        .save_draft("note", Some(ANA), "She said that she\nwould")
        .unwrap();
    store.save_draft("search", None, "three").unwrap();
    assert_eq!(store.read().journal().count().unwrap(), entries, "no entry");
    store.lock().unwrap();
    let mut store = case.open().unwrap().store;
    assert_eq!(
        text_of(&store, "note").as_deref(),
        Some("She said that she\nwould")
    );
    let drafts = store.read().drafts().list().unwrap();
    let places: Vec<_> = drafts
        .iter()
        .map(|draft| (draft.place.as_str(), draft.about))
        .collect();
    assert_eq!(places, [("note", Some(ANA)), ("search", None)]);
    store.drop_draft("note").unwrap();
    store.drop_draft("nowhere").unwrap();
    let store = case.reopen(store);
    assert_eq!(text_of(&store, "note"), None);
}

#[test]
fn many_places_change_as_one_commit() {
    let (_case, mut store) = Case::filled();
    store.save_draft("old", None, "one").unwrap();
    let before = schema::facts(store.vault().connection()).unwrap();
    let change = |place, about, text| DraftChange { place, about, text };
    let changes = [
        change("note", Some(ANA), "She said"),
        change("search", None, "three"),
        change("old", None, ""),
        change("nowhere", None, ""),
    ];
    store.change_drafts(&changes).unwrap();
    let after = schema::facts(store.vault().connection()).unwrap();
    assert_eq!(after.commit_sequence, before.commit_sequence + 1);
    let drafts = store.read().drafts().list().unwrap();
    let places: Vec<_> = drafts.iter().map(|draft| draft.place.as_str()).collect();
    assert_eq!(places, ["note", "search"]);
    store.change_drafts(&[change("nowhere", None, "")]).unwrap();
    let last = schema::facts(store.vault().connection()).unwrap();
    assert_eq!(last.commit_sequence, after.commit_sequence, "nothing to do");
}

#[test]
fn a_draft_is_shown_by_its_place_only() {
    let (_case, mut store) = Case::filled();
    store.save_draft("note", Some(ANA), "secret words").unwrap();
    let shown = format!("{:?}", store.read().drafts().list().unwrap());
    assert!(shown.contains("note") && !shown.contains("secret"));
}

#[test]
fn a_draft_moved_to_another_place_does_not_open() {
    let (_case, mut store) = Case::filled();
    store.save_draft("note", Some(ANA), "secret words").unwrap();
    let moved = "UPDATE draft SET place = 'elsewhere'";
    store.vault().connection().execute(moved, []).unwrap();
    let refused = store.read().drafts().find("elsewhere");
    assert!(matches!(refused, Err(StoreError::Damaged(Damaged::Sealed))));
}

#[test]
fn a_draft_wakes_a_resting_store_and_raises_the_commit_counter() {
    let (_case, mut store) = Case::filled();
    store.rest().unwrap();
    let before = schema::facts(store.vault().connection()).unwrap();
    store.save_draft("search", None, "three").unwrap();
    let after = schema::facts(store.vault().connection()).unwrap();
    assert_eq!(after.commit_sequence, before.commit_sequence + 1);
    assert_eq!(after.journal_sequence, before.journal_sequence);
    assert_eq!(store.vault().sealed_facts(), after, "the header knows");
}
