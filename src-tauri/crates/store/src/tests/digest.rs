//! The digest: equal for equal content, blind to numbers, instants and history.

use domain::kpi::{Kind, Roll};

use super::support::*;
use crate::kpis::InUse;
use crate::*;

fn digest(store: &Store) -> String {
    store.read().digest().unwrap()
}

#[test]
fn the_same_content_entered_in_another_order_has_the_same_digest() {
    let (_case, mut one) = Case::filled();
    put(
        &mut one,
        &[
            figure(ANA, CONTACTS, "2026-05", 4),
            figure(BEN, STARTS, "2026-06", 5),
        ],
    );
    let (_other_case, mut other) = Case::empty();
    let mut write = other.write(Action::TeamAdded).unwrap();
    // Numbers that are in use for a while and go again, so that all later ones differ.
    let programme = write.team().add_programme(&programme("Pathways")).unwrap();
    let harbour = write.team().add_team(&team("Harbour", programme)).unwrap();
    let gone = write
        .team()
        .add_advisers(&[adviser("Zed", harbour)])
        .unwrap();
    write.team().erase_adviser(gone[0]).unwrap();
    write.commit().unwrap();
    let mut write = other.write(Action::TeamAdded).unwrap();
    let ids = write
        .team()
        .add_advisers(&[adviser("Ben Four", harbour), adviser("Ana Three", harbour)])
        .unwrap();
    let caseload = kpi("K01", Kind::Count, Roll::Last);
    write.kpis().add(&caseload, InUse::Yes, None).unwrap();
    let starts = write
        .kpis()
        .add(&kpi("K15", Kind::Proportion, Roll::Sum), InUse::Yes, None)
        .unwrap();
    let contacts = write
        .kpis()
        .add(&kpi("K13", Kind::Count, Roll::Sum), InUse::Yes, None)
        .unwrap();
    write.commit().unwrap();
    let mut ben = figure(BEN, STARTS, "2026-06", 5);
    (ben.adviser, ben.kpi) = (ids[0], starts);
    let mut ana = figure(ANA, CONTACTS, "2026-05", 4);
    (ana.adviser, ana.kpi) = (ids[1], contacts);
    put(&mut other, &[ben]);
    import(&mut other, &[ana]);
    assert_eq!(digest(&one), digest(&other));
}

#[test]
fn history_is_left_out_and_content_is_not() {
    let (case, mut store) = Case::filled();
    put(&mut store, &[figure(ANA, CONTACTS, "2026-05", 4)]);
    let before = digest(&store);
    assert_eq!(before.len(), 64);
    put(&mut store, &[figure(ANA, CONTACTS, "2026-05", 5)]);
    let changed = digest(&store);
    assert_ne!(changed, before);
    put(&mut store, &[figure(ANA, CONTACTS, "2026-05", 4)]);
    assert_eq!(digest(&store), before, "old values are history");
    store.save_draft("search", None, "half").unwrap();
    let mut write = store.write(Action::MappingRemembered).unwrap();
    write
        .batches()
        .remember_mapping(&[5; 32], b"choices")
        .unwrap();
    write.commit().unwrap();
    let store = case.reopen(store);
    assert_eq!(
        digest(&store),
        before,
        "so are drafts, imports and the journal"
    );
}

#[test]
fn every_kind_of_content_changes_it() {
    let (_case, mut store) = Case::filled();
    put(&mut store, &[figure(ANA, CONTACTS, "2026-05", 4)]);
    let mut seen = vec![digest(&store)];
    let may = cell(ANA, CONTACTS, "2026-05");
    let deeds: [fn(&mut Write<'_>, figures::Cell); 7] = [
        |write, _| write.settings().set("rule_set", "8").unwrap(),
        |write, _| write.team().write_note(ANA, Some(&note("x"))).unwrap(),
        |write, cell| write.figures().ask(&cell).unwrap(),
        |write, cell| write.figures().write_note(&cell, Some(&note("y"))).unwrap(),
        |write, cell| {
            write
                .figures()
                .mark(&cell, domain::figure::FigureStatus::Disputed)
                .unwrap();
        },
        |write, cell| {
            let phase = phases::NewPhase {
                adviser: ANA,
                kpi: CONTACTS,
                from: cell.period,
                reason: note("z"),
            };
            write.phases().set(&phase).map(drop).unwrap();
        },
        |write, _| write.kpis().set_use(CASELOAD, InUse::No).unwrap(),
    ];
    for deed in deeds {
        let mut write = store.write(Action::SettingsChanged).unwrap();
        deed(&mut write, may);
        write.commit().unwrap();
        let now = digest(&store);
        assert!(!seen.contains(&now), "deed {}", seen.len());
        seen.push(now);
    }
}
