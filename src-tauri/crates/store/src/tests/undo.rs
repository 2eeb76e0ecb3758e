//! Steps that can be undone and done again.

use super::support::*;
use crate::undo::{Piece, Step};
use crate::*;

fn piece(about: Option<domain::team::AdviserId>, payload: &str) -> Piece {
    Piece {
        about,
        payload: payload.as_bytes().to_vec(),
    }
}

fn record(store: &mut Store, name: &str, pieces: &[Piece]) -> u64 {
    let mut write = store.write(Action::FiguresWritten).unwrap();
    let step = write.undo().record(name, pieces).unwrap();
    write.commit().unwrap();
    step
}

fn mark(store: &mut Store, step: u64, action: Action) {
    let mut write = store.write(action).unwrap();
    if action == Action::Undone {
        write.undo().mark_undone(step).unwrap();
    } else {
        write.undo().mark_done(step).unwrap();
    }
    write.commit().unwrap();
}

fn names(store: &Store) -> [Option<String>; 2] {
    let undo = store.read().undo();
    [undo.last_done().unwrap(), undo.last_undone().unwrap()].map(|step| step.map(|step| step.name))
}

fn both(done: Option<&str>, undone: Option<&str>) -> [Option<String>; 2] {
    [done, undone].map(|name| name.map(str::to_owned))
}

#[test]
fn steps_go_back_and_forth_in_their_order() {
    let (case, mut store) = Case::filled();
    let steps =
        ["one", "two", "three"].map(|name| record(&mut store, name, &[piece(Some(ANA), name)]));
    assert_eq!(names(&store), both(Some("three"), None));
    mark(&mut store, steps[2], Action::Undone);
    mark(&mut store, steps[1], Action::Undone);
    let mut store = case.reopen(store);
    assert_eq!(names(&store), both(Some("one"), Some("two")));
    mark(&mut store, steps[1], Action::Redone);
    assert_eq!(names(&store), both(Some("two"), Some("three")));
    record(&mut store, "four", &[piece(None, "four")]);
    assert_eq!(
        names(&store),
        both(Some("four"), None),
        "a new step forgets what was undone"
    );
}

#[test]
fn pieces_are_read_as_recorded_and_sealed_for_their_person() {
    let (_case, mut store) = Case::filled();
    let pieces = [
        piece(Some(ANA), "about ana"),
        piece(None, "about nobody"),
        piece(Some(BEN), "about ben"),
    ];
    let id = record(&mut store, "paste", &pieces);
    let Step { pieces: read, .. } = store.read().undo().last_done().unwrap().unwrap();
    assert_eq!(read, pieces);
    assert!(
        !format!("{read:?}").contains("97"),
        "no byte of a payload is printed"
    );
    let stored = |place: i64| -> Vec<u8> {
        let sql = "SELECT payload FROM step_piece WHERE place = ?1";
        store
            .vault()
            .connection()
            .query_row(sql, [place], |row| row.get(0))
            .unwrap()
    };
    assert_ne!(stored(0), b"about ana");
    assert_eq!(stored(1), b"about nobody");
    let swapped = "UPDATE step_piece SET payload = (SELECT payload FROM step_piece WHERE place = 2) WHERE place = 0";
    store.vault().connection().execute(swapped, []).unwrap();
    assert!(matches!(
        store.read().undo().last_done(),
        Err(StoreError::Damaged(Damaged::Sealed))
    ));
    assert_eq!(id, 1);
}

#[test]
fn old_steps_are_forgotten() {
    let (_case, mut store) = Case::filled();
    record(&mut store, "old", &[piece(Some(ANA), "x")]);
    record(&mut store, "new", &[piece(Some(ANA), "y")]);
    let newest = store.read().undo().last_done().unwrap().unwrap();
    let mut write = store.write(Action::FiguresWritten).unwrap();
    write.undo().prune(newest.at).unwrap();
    write.undo().mark_undone(newest.id).unwrap();
    write.commit().unwrap();
    assert_eq!(names(&store), both(None, Some("new")));
}
