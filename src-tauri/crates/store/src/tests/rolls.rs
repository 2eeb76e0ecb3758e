//! Roll-ups equal rows, whatever is done in whichever order.

use domain::figure::{Amount, Figure, FigureStatus};
use domain::period::{Grain, Period};
use proptest::prelude::*;

use super::support::*;
use crate::batches::BatchId;
use crate::*;

/// One thing that can be done to the figures.
#[derive(Debug, Clone)]
enum Deed {
    Put(Figure),
    Clear(Figure),
    Mark(Figure),
    Import(Vec<Figure>),
    TakeOut(prop::sample::Index),
}

fn any_figure() -> impl Strategy<Value = Figure> {
    let kpis = prop::sample::select(vec![CONTACTS, STARTS, CASELOAD]);
    let grains = prop::sample::select(Grain::ALL.to_vec());
    let statuses = prop::sample::select(vec![
        FigureStatus::Ok,
        FigureStatus::Provisional,
        FigureStatus::Disputed,
    ]);
    let numbers = (
        0..50_i64,
        prop::option::of(50..60_i64),
        prop::option::of(1000..9000_i64),
    );
    (1..=2_u32, kpis, grains, 0..90_u64, numbers, statuses).prop_map(
        |(adviser, kpi, grain, days, (numerator, denominator, exposure), status)| Figure {
            adviser: domain::team::AdviserId(adviser),
            kpi,
            period: Period::containing(grain, day("2026-04-01") + chrono::Days::new(days)),
            amount: Amount {
                numerator,
                denominator,
                exposure,
            },
            status,
        },
    )
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => any_figure().prop_map(Deed::Put),
        1 => any_figure().prop_map(Deed::Clear),
        1 => any_figure().prop_map(Deed::Mark),
        3 => prop::collection::vec(any_figure(), 1..40).prop_map(Deed::Import),
        1 => any::<prop::sample::Index>().prop_map(Deed::TakeOut),
    ]
}

fn do_it(store: &mut Store, deed: Deed, batches: &mut Vec<BatchId>) {
    match deed {
        Deed::Put(figure) => put(store, &[figure]),
        Deed::Clear(figure) => {
            let mut write = store.write(Action::FiguresWritten).unwrap();
            write.figures().clear(&figures::Cell::of(&figure)).unwrap();
            write.commit().unwrap();
        }
        Deed::Mark(figure) => {
            let mut write = store.write(Action::FiguresMarked).unwrap();
            let marked = write
                .figures()
                .mark(&figures::Cell::of(&figure), figure.status);
            assert!(matches!(marked, Ok(()) | Err(StoreError::NotFound)));
            write.commit().unwrap();
        }
        Deed::Import(mut figures) => {
            figures.sort_by_key(figures::Cell::of);
            figures.dedup_by_key(|figure| figures::Cell::of(figure));
            batches.push(import(store, &figures).0);
        }
        Deed::TakeOut(which) => {
            if !batches.is_empty() {
                let batch = batches.remove(which.index(batches.len()));
                take_out(store, batch);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn roll_ups_equal_rows_whatever_is_done(deeds in prop::collection::vec(any_deed(), 1..25)) {
        let (_case, mut store) = Case::filled();
        let mut batches = Vec::new();
        for deed in deeds {
            let said = format!("{deed:?}");
            do_it(&mut store, deed, &mut batches);
            prop_assert!(rolls_hold(&store), "after {said}");
        }
        let before = store.read().digest().unwrap();
        let first = store.read().figures().rolls(&[ANA, BEN], &[CONTACTS, STARTS, CASELOAD], period("2026-01"), period("2026-12")).unwrap();
        let mut write = store.write(Action::RollsRebuilt).unwrap();
        write.figures().rebuild_rolls().unwrap();
        write.commit().unwrap();
        let again = store.read().figures().rolls(&[ANA, BEN], &[CONTACTS, STARTS, CASELOAD], period("2026-01"), period("2026-12")).unwrap();
        prop_assert_eq!(first, again);
        prop_assert_eq!(store.read().digest().unwrap(), before);
    }

    #[test]
    fn an_import_and_its_undoing_change_nothing(
        first in prop::collection::vec(any_figure(), 1..30),
        second in prop::collection::vec(any_figure(), 1..30),
    ) {
        let (_case, mut store) = Case::filled();
        do_it(&mut store, Deed::Import(first), &mut Vec::new());
        let before = store.read().digest().unwrap();
        let mut batches = Vec::new();
        do_it(&mut store, Deed::Import(second), &mut batches);
        take_out(&mut store, batches[0]);
        prop_assert_eq!(store.read().digest().unwrap(), before);
        prop_assert!(rolls_hold(&store));
    }
}

#[test]
fn a_wrong_or_dangling_month_is_counted_and_made_right() {
    let (_case, mut store) = Case::filled();
    put(
        &mut store,
        &[
            figure(ANA, CONTACTS, "2026-06", 4),
            figure(BEN, STARTS, "2026-06", 5),
        ],
    );
    let check = |store: &Store| store.read().figures().check_rolls().unwrap();
    assert_eq!((check(&store).pairs, check(&store).wrong), (2, 0));
    let connection = store.vault().connection();
    connection
        .execute("UPDATE roll SET numerator = 5 WHERE adviser = 1", [])
        .unwrap();
    let dangling =
        "INSERT INTO roll SELECT 2, 3, month, 1, NULL, NULL, 1, 0 FROM roll WHERE adviser = 2";
    connection.execute(dangling, []).unwrap();
    assert_eq!((check(&store).pairs, check(&store).wrong), (3, 2));
    let mut write = store.write(Action::RollsRebuilt).unwrap();
    write.figures().rebuild_rolls().unwrap();
    write.commit().unwrap();
    assert_eq!(check(&store).wrong, 0);
}
