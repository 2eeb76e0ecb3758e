//! Totals of months whose single figures are past keeping.

use domain::figure::Amount;
use domain::period::parse_period;
use domain::total::Total;

use super::support::*;
use crate::*;

fn total(month: &str, advisers: u32) -> Total {
    Total {
        kpi: CONTACTS,
        month: parse_period(month).unwrap(),
        amount: Amount {
            numerator: 60,
            denominator: None,
            exposure: Some(5_000),
        },
        advisers,
    }
}

#[test]
fn totals_come_with_an_import_and_go_with_it() {
    let (case, mut store) = Case::filled();
    let before = store.read().digest().unwrap();
    let (batch, _) = import(&mut store, &[]);
    let mut write = store.write(Action::FiguresImported).unwrap();
    let totals = [total("2024-05", 5), total("2024-06", 8)];
    write.totals().add(batch, &totals).unwrap();
    write.commit().unwrap();
    let mut store = case.reopen(store);
    assert_eq!(store.read().totals().all().unwrap(), totals);
    assert_ne!(store.read().digest().unwrap(), before);
    assert_eq!(store.read().totals().check().unwrap().wrong, 0);
    let held = store.read().inventory().unwrap();
    let held = held
        .iter()
        .find(|one| one.category == inventory::Category::Totals)
        .unwrap();
    assert_eq!((held.rows, held.people), (2, 0));
    assert_eq!(held.oldest, Some(day("2024-05-01")));
    take_out(&mut store, batch);
    assert_eq!(store.read().totals().all().unwrap(), []);
    assert_eq!(store.read().digest().unwrap(), before);
}

#[test]
fn a_total_that_is_there_is_not_added_to() {
    let (_case, mut store) = Case::filled();
    let (batch, _) = import(&mut store, &[]);
    let mut write = store.write(Action::FiguresImported).unwrap();
    let twice = [total("2024-05", 5), total("2024-05", 6)];
    assert!(write.totals().add(batch, &twice).is_err());
}

#[test]
fn a_total_beside_single_figures_or_of_too_few_advisers_is_found() {
    let (_case, mut store) = Case::filled();
    put(&mut store, &[figure(ANA, CONTACTS, "2024-06", 4)]);
    let (batch, _) = import(&mut store, &[]);
    let mut write = store.write(Action::FiguresImported).unwrap();
    let totals = [
        total("2024-04", 5),
        total("2024-05", 4),
        total("2024-06", 5),
    ];
    write.totals().add(batch, &totals).unwrap();
    write.commit().unwrap();
    let found = store.read().totals().check().unwrap();
    assert_eq!((found.totals, found.wrong), (3, 2));
}
