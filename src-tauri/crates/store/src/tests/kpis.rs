//! KPIs with their versions, and targets.

use domain::kpi::{Kind, KpiRefusal, Roll};
use domain::target::{Level, Scope};

use super::support::*;
use crate::kpis::{InUse, NewTarget};
use crate::*;

#[test]
fn a_definition_is_read_as_it_was_written_and_its_versions_follow() {
    let (case, mut store) = Case::filled();
    let mut second = store
        .read()
        .kpis()
        .all()
        .unwrap()
        .remove(1)
        .versions
        .remove(0);
    second.valid_from = Some(day("2026-07-01"));
    second.name = label("Counted anew");
    let mut write = store.write(Action::KpiAmended).unwrap();
    assert_eq!(write.kpis().add_version(&second).unwrap(), 2);
    write.kpis().set_use(CASELOAD, InUse::No).unwrap();
    write.commit().unwrap();
    let store = case.reopen(store);
    let all = store.read().kpis().all().unwrap();
    let order: Vec<_> = all
        .iter()
        .map(|entry| (entry.code.as_str(), entry.in_use))
        .collect();
    assert_eq!(
        order,
        [("K01", InUse::No), ("K13", InUse::Yes), ("K15", InUse::Yes)]
    );
    let entry = &all[1];
    let mut first = kpi("K13", Kind::Count, Roll::Sum);
    first.id = CONTACTS;
    second.version = 2;
    assert_eq!(entry.versions, [first.clone(), second.clone()]);
    assert_eq!(entry.on(day("2026-06-30")), Some(&first));
    assert_eq!(entry.on(day("2026-07-01")), Some(&second));
    assert_eq!(entry.newest(), Some(&second));
}

#[test]
fn a_code_is_given_once_and_a_purpose_is_asked_for() {
    let (_case, mut store) = Case::filled();
    let mut write = store.write(Action::KpiAdded).unwrap();
    let taken = write
        .kpis()
        .add(&kpi("K13", Kind::Count, Roll::Sum), InUse::Yes, None);
    assert!(matches!(taken, Err(StoreError::Kpi(KpiRefusal::CodeTaken))));
    let mut silent = kpi("K14", Kind::Count, Roll::Sum);
    silent.purpose = " ".to_owned();
    let refused = write.kpis().add(&silent, InUse::Yes, None);
    assert!(matches!(
        refused,
        Err(StoreError::Kpi(KpiRefusal::PurposeMissing))
    ));
    assert_eq!(write.read().kpis().find_code("K14").unwrap(), None);
    assert_eq!(
        write.read().kpis().find_code("K13").unwrap(),
        Some(CONTACTS)
    );
}

#[test]
fn months_are_made_anew_when_readings_combine_differently() {
    let (_case, mut store) = Case::filled();
    let days = [
        figure(ANA, CONTACTS, "2026-06-01", 4),
        figure(ANA, CONTACTS, "2026-06-02", 9),
    ];
    put(&mut store, &days);
    let month = |store: &Store| {
        let june = period("2026-06");
        let rolls = store
            .read()
            .figures()
            .rolls(&[ANA], &[CONTACTS], june, june)
            .unwrap();
        rolls[0].amount.numerator
    };
    assert_eq!(month(&store), 13);
    let mut second = store
        .read()
        .kpis()
        .all()
        .unwrap()
        .remove(1)
        .versions
        .remove(0);
    second.valid_from = Some(day("2026-07-01"));
    second.roll = Roll::Last;
    let mut write = store.write(Action::KpiAmended).unwrap();
    write.kpis().add_version(&second).unwrap();
    write.commit().unwrap();
    assert_eq!(month(&store), 9);
    assert!(rolls_hold(&store));
}

#[test]
fn targets_are_set_ended_and_taken_away() {
    let (case, mut store) = Case::filled();
    let new = |scope| NewTarget {
        kpi: STARTS,
        scope,
        level: Level::Contract,
        millionths: 450_000,
        from: day("2026-04-01"),
        to: None,
        source: "Schedule 4".to_owned(),
    };
    let mut write = store.write(Action::TargetSet).unwrap();
    let scopes = [Scope::Each, Scope::Team, Scope::Adviser(BEN)];
    let ids = scopes.map(|scope| write.kpis().set_target(&new(scope)).unwrap());
    write.kpis().end_target(ids[0], day("2026-09-30")).unwrap();
    write.kpis().erase_target(ids[1]).unwrap();
    write.commit().unwrap();
    let store = case.reopen(store);
    let targets = store.read().kpis().targets().unwrap();
    let seen: Vec<_> = targets.iter().map(|one| (one.scope, one.to)).collect();
    assert_eq!(
        seen,
        [
            (Scope::Each, Some(day("2026-09-30"))),
            (Scope::Adviser(BEN), None)
        ]
    );
    assert_eq!(targets[1].millionths, 450_000);
    assert_eq!(targets[1].source, "Schedule 4");
}
