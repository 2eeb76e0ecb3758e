//! Loading many figures and taking them out again.

use super::support::*;
use crate::batches::{BatchKind, BatchState, NewBatch, Rejection};
use crate::figures::Loaded;
use crate::kpis::InUse;
use crate::*;
use domain::figure::FigureStatus;

#[test]
fn a_load_tells_new_from_same_and_changed() {
    let (case, mut store) = Case::filled();
    let first = [
        figure(ANA, CONTACTS, "2026-05", 5),
        figure(ANA, CONTACTS, "2026-06", 6),
    ];
    let (_, loaded) = import(&mut store, &first);
    assert_eq!(
        loaded,
        Loaded {
            new: 2,
            same: 0,
            changed: 0
        }
    );
    let second = [
        figure(ANA, CONTACTS, "2026-05", 5),
        figure(ANA, CONTACTS, "2026-06", 7),
        figure(BEN, STARTS, "2026-06", 8),
    ];
    let (batch, loaded) = import(&mut store, &second);
    assert_eq!(
        loaded,
        Loaded {
            new: 1,
            same: 1,
            changed: 1
        }
    );
    let store = case.reopen(store);
    assert_eq!(store.read().batches().find(batch).unwrap().loaded, loaded);
    let june = cell(ANA, CONTACTS, "2026-06");
    assert_eq!(
        store.read().figures().versions(&june).unwrap(),
        [figure(ANA, CONTACTS, "2026-06", 6)]
    );
    let stored = store.read().figures().figure(&june).unwrap().unwrap();
    assert_eq!(
        stored.status,
        FigureStatus::Corrected,
        "as when it is put right by hand"
    );
    assert!(rolls_hold(&store));
}

#[test]
fn figures_out_of_order_twice_or_of_an_unknown_kpi_are_refused_whole() {
    let (_case, mut store) = Case::filled();
    let before = store.read().digest().unwrap();
    let june = figure(ANA, CONTACTS, "2026-06", 1);
    let wrong = [
        vec![june, june],
        vec![june, figure(ANA, CONTACTS, "2026-05", 1)],
        vec![figure(BEN, CONTACTS, "2026-06", 1), june],
        vec![june, figure(ANA, domain::kpi::KpiId(77), "2026-06", 1)],
    ];
    for figures in wrong {
        let mut write = store.write(Action::FiguresImported).unwrap();
        let new = NewBatch {
            kind: BatchKind::Figures,
            file_hash: [1; 32],
            accepted: 2,
            rejected: 0,
        };
        let batch = write.batches().add(&new).unwrap();
        assert!(write.figures().load(figures, batch).is_err());
        drop(write);
    }
    assert_eq!(store.read().digest().unwrap(), before);
    assert_eq!(store.read().batches().list().unwrap(), []);
}

#[test]
fn an_import_taken_out_leaves_what_was_before_it() {
    let (_case, mut store) = Case::filled();
    put(
        &mut store,
        &[
            figure(ANA, CONTACTS, "2026-05", 3),
            figure(ANA, CONTACTS, "2026-06", 4),
        ],
    );
    let before = store.read().digest().unwrap();
    let (batch, _) = import(
        &mut store,
        &[
            figure(ANA, CONTACTS, "2026-05", 3),
            figure(ANA, CONTACTS, "2026-06", 40),
            figure(ANA, CONTACTS, "2026-07", 50),
        ],
    );
    assert_ne!(store.read().digest().unwrap(), before);
    let removed = take_out(&mut store, batch);
    assert_eq!(
        (removed.removed, removed.restored, removed.kept.len()),
        (1, 1, 0)
    );
    assert_eq!(store.read().digest().unwrap(), before);
    assert_eq!(
        store.read().batches().find(batch).unwrap().state,
        BatchState::Undone
    );
    assert!(rolls_hold(&store));
    let entry = store.read().journal().entries(0, 1).unwrap().remove(0);
    assert_eq!(
        (entry.action, entry.object, entry.count),
        (Action::ImportUndone, 1, 2)
    );
    let mut write = store.write(Action::ImportUndone).unwrap();
    let again = write.remove_batch(batch);
    assert!(matches!(
        again,
        Err(StoreError::Refused(StoreRefusal::AlreadyUndone))
    ));
}

#[test]
fn figures_written_again_since_an_import_stay_and_are_listed() {
    let (_case, mut store) = Case::filled();
    let imported = [
        figure(ANA, CONTACTS, "2026-05", 5),
        figure(ANA, CONTACTS, "2026-06", 6),
    ];
    let (batch, _) = import(&mut store, &imported);
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 7)]);
    let removed = take_out(&mut store, batch);
    assert_eq!(removed.kept, [cell(ANA, CONTACTS, "2026-06")]);
    assert_eq!(removed.removed, 1);
    assert_eq!(value(&store, &cell(ANA, CONTACTS, "2026-06")), Some(7));
    assert_eq!(value(&store, &cell(ANA, CONTACTS, "2026-05")), None);
    assert!(rolls_hold(&store));
}

#[test]
fn two_imports_over_each_other_come_out_in_either_order() {
    let june = |value| [figure(ANA, CONTACTS, "2026-06", value)];
    for first_out in [0, 1] {
        let (_case, mut store) = Case::filled();
        put(&mut store, &june(4));
        let before = store.read().digest().unwrap();
        let batches = [
            import(&mut store, &june(40)).0,
            import(&mut store, &june(400)).0,
        ];
        take_out(&mut store, batches[first_out]);
        let left = value(&store, &cell(ANA, CONTACTS, "2026-06"));
        assert_eq!(left, Some(if first_out == 0 { 400 } else { 40 }));
        take_out(&mut store, batches[1 - first_out]);
        assert_eq!(store.read().digest().unwrap(), before, "{first_out} first");
        assert!(rolls_hold(&store));
    }
}

#[test]
fn advisers_and_kpis_an_import_created_go_only_if_unused() {
    let (case, mut store) = Case::filled();
    let mut write = store.write(Action::FiguresImported).unwrap();
    let new = NewBatch {
        kind: BatchKind::Figures,
        file_hash: [1; 32],
        accepted: 2,
        rejected: 0,
    };
    let batch = write.batches().add(&new).unwrap();
    let mut people = [
        adviser("Cid Five", domain::team::TeamId(1)),
        adviser("Dot Six", domain::team::TeamId(1)),
    ];
    for one in &mut people {
        one.batch = Some(batch);
    }
    let ids = write.team().add_advisers(&people).unwrap();
    let definition = kpi("L1", domain::kpi::Kind::Count, domain::kpi::Roll::Sum);
    let local = write
        .kpis()
        .add(&definition, InUse::Yes, Some(batch))
        .unwrap();
    let figures = ids
        .iter()
        .map(|adviser| figure(*adviser, local, "2026-06", 2));
    let loaded = write.figures().load(figures, batch).unwrap();
    write.batches().finish(batch, loaded).unwrap();
    write.commit().unwrap();
    put(&mut store, &[figure(ids[1], CONTACTS, "2026-06", 1)]);
    let removed = take_out(&mut store, batch);
    assert_eq!((removed.advisers, removed.kpis), (1, 1));
    let store = case.reopen(store);
    assert!(store.read().team().adviser(ids[0]).is_err());
    assert!(store.read().team().adviser(ids[1]).is_ok());
    assert_eq!(
        store.vault().subjects(),
        [1, 2, ids[1].0],
        "the key went with the adviser"
    );
    assert_eq!(store.read().kpis().find_code("L1").unwrap(), None);
}

#[test]
fn rejected_rows_are_kept_as_numbers_until_the_import_is_closed() {
    let (case, mut store) = Case::filled();
    let (batch, _) = import(&mut store, &[figure(ANA, CONTACTS, "2026-06", 6)]);
    let rejected = [
        Rejection {
            line: 3,
            column: 0,
            rule: 7,
        },
        Rejection {
            line: 9,
            column: 2,
            rule: 4,
        },
    ];
    let mut write = store.write(Action::FiguresImported).unwrap();
    write.batches().reject(batch, &rejected).unwrap();
    write
        .batches()
        .remember_mapping(&[5; 32], b"choices")
        .unwrap();
    write
        .batches()
        .remember_mapping(&[5; 32], b"newer choices")
        .unwrap();
    write.commit().unwrap();
    let mut store = case.reopen(store);
    assert_eq!(store.read().batches().rejections(batch).unwrap(), rejected);
    assert_eq!(
        store.read().batches().mapping(&[5; 32]).unwrap().as_deref(),
        Some(&b"newer choices"[..])
    );
    assert_eq!(store.read().batches().mapping(&[6; 32]).unwrap(), None);
    let mut write = store.write(Action::FiguresImported).unwrap();
    write.batches().close(batch).unwrap();
    write.commit().unwrap();
    assert_eq!(store.read().batches().rejections(batch).unwrap(), []);
    assert_eq!(
        store.read().batches().find(batch).unwrap().state,
        BatchState::Closed
    );
}
