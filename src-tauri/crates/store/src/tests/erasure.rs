//! Erasing a person: no row about them, no key, and nobody else touched.

use domain::scorecard::HandBaseline;
use domain::target::{Level, Scope};
use domain::team::{AdviserId, Availability};

use super::support::*;
use crate::inventory::{LINES, Subject};
use crate::kpis::NewTarget;
use crate::phases::NewPhase;
use crate::undo::Piece;
use crate::*;

/// Something in every table about both advisers.
fn fill_everywhere(store: &mut Store) {
    for adviser in [ANA, BEN] {
        put(store, &[figure(adviser, CONTACTS, "2026-06", 4)]);
        let mut write = store.write(Action::FiguresWritten).unwrap();
        fill_figures(&mut write, adviser);
        fill_person(&mut write, adviser);
        write.about(adviser);
        write.reason(note("why"));
        let payload = vec![1];
        let about = Some(adviser);
        write
            .undo()
            .record("step", &[Piece { about, payload }])
            .unwrap();
        write.commit().unwrap();
        let place = format!("note {}", adviser.0);
        store.save_draft(&place, about, "half").unwrap();
    }
}

fn fill_figures(write: &mut Write<'_>, adviser: AdviserId) {
    let june = cell(adviser, CONTACTS, "2026-06");
    let mut figures = write.figures();
    figures
        .put(&figure(adviser, CONTACTS, "2026-06", 6))
        .unwrap();
    figures.ask(&june).unwrap();
    figures
        .write_note(&june, Some(&note("about the figure")))
        .unwrap();
    let baseline = HandBaseline {
        from: None,
        points: 12,
        reason: "why".to_owned(),
    };
    let phase = NewPhase {
        adviser,
        kpi: CONTACTS,
        from: june.period,
        reason: note("why"),
    };
    write.phases().set(&phase).unwrap();
    write
        .phases()
        .set_baseline(adviser, CONTACTS, &baseline)
        .unwrap();
}

fn fill_person(write: &mut Write<'_>, adviser: AdviserId) {
    let (from, to) = (day("2026-06-01"), day("2026-06-02"));
    let mut one = write.read().team().adviser(adviser).unwrap();
    one.availability = vec![Availability {
        from,
        to,
        half_days: 4,
    }];
    let mut team = write.team();
    team.amend_adviser(&one).unwrap();
    team.write_note(adviser, Some(&note("about the person")))
        .unwrap();
    let target = NewTarget {
        kpi: CONTACTS,
        scope: Scope::Adviser(adviser),
        level: Level::Expected,
        millionths: 1,
        from,
        to: None,
        source: "agreed".to_owned(),
    };
    write.kpis().set_target(&target).unwrap();
}

fn rows_about(store: &Store, adviser: u32) -> Vec<(&'static str, i64)> {
    let direct = LINES.iter().filter(|line| line.subject == Subject::Direct);
    direct
        .map(|line| {
            let sql = format!(
                "SELECT count(*) FROM {} WHERE {} = ?1",
                line.table, line.column
            );
            let rows = store
                .vault()
                .connection()
                .query_row(&sql, [adviser], |row| row.get(0))
                .unwrap();
            (line.table, rows)
        })
        .collect()
}

#[test]
fn an_erased_adviser_leaves_no_row_and_no_key() {
    let (case, mut store) = Case::filled();
    fill_everywhere(&mut store);
    let before = rows_about(&store, BEN.0);
    for (table, rows) in rows_about(&store, ANA.0) {
        assert!(rows > 0, "{table} holds something to erase");
    }
    let mut write = store.write(Action::AdviserErased).unwrap();
    write.about(ANA);
    write.team().erase_adviser(ANA).unwrap();
    write.commit().unwrap();
    assert_eq!(store.vault().subjects(), [BEN.0]);
    let store = case.reopen(store);
    for (table, rows) in rows_about(&store, ANA.0) {
        assert_eq!(rows, 0, "{table}");
    }
    assert_eq!(rows_about(&store, BEN.0), before, "nobody else is touched");
    assert_eq!(store.vault().subjects(), [BEN.0]);
    assert!(
        store.read().undo().last_done().unwrap().is_some(),
        "the other's step stays"
    );
    assert!(rolls_hold(&store));
    assert_eq!(store.read().journal().verify_all().unwrap().broken, None);
}

#[test]
fn an_erasure_that_is_dropped_keeps_the_key() {
    let (_case, mut store) = Case::filled();
    fill_everywhere(&mut store);
    let before = store.read().digest().unwrap();
    let mut write = store.write(Action::AdviserErased).unwrap();
    write.team().erase_adviser(ANA).unwrap();
    drop(write);
    assert_eq!(store.read().digest().unwrap(), before);
    assert_eq!(store.vault().subjects(), [ANA.0, BEN.0]);
}

/// As if the rows had gone and the machine had stopped before the ring was written.
fn erased_but_for_the_key() -> (Case, Store) {
    let (case, mut store) = Case::filled();
    let gone = "DELETE FROM assignment WHERE adviser = 1; DELETE FROM adviser WHERE id = 1;";
    store.vault().connection().execute_batch(gone).unwrap();
    store.note(Action::AdviserErased).unwrap();
    assert_eq!(store.vault().subjects(), [ANA.0, BEN.0]);
    (case, store)
}

#[test]
fn a_crash_between_rows_and_key_is_put_right_at_the_next_opening() {
    let (case, store) = erased_but_for_the_key();
    drop(store);
    let store = case.open().unwrap().store;
    assert_eq!(store.vault().subjects(), [BEN.0]);
}

#[test]
fn a_key_whose_person_is_gone_goes_when_the_vault_is_closed() {
    let (case, store) = erased_but_for_the_key();
    let store = case.reopen(store);
    assert_eq!(store.vault().subjects(), [BEN.0]);
}

#[test]
fn a_number_is_never_given_twice() {
    let (_case, mut store) = Case::filled();
    let mut write = store.write(Action::AdviserErased).unwrap();
    write.team().erase_adviser(BEN).unwrap();
    write.commit().unwrap();
    let mut write = store.write(Action::AdviserAdded).unwrap();
    let ids = write
        .team()
        .add_advisers(&[adviser("Cid Five", domain::team::TeamId(1))])
        .unwrap();
    write.commit().unwrap();
    assert_eq!(ids, [AdviserId(3)]);
}
