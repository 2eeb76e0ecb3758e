//! What undoing needs: the digest before a change and after taking it back are the same.

use super::support::*;
use crate::kpis::{InUse, NewTarget};
use crate::*;
use domain::kpi::{Kind, Roll};
use domain::target::{Level, Scope};

fn digest(store: &Store) -> String {
    store.read().digest().unwrap()
}

#[test]
fn a_kpi_nobody_mentions_goes_and_one_with_figures_stays() {
    let (_case, mut store) = Case::filled();
    let before = digest(&store);
    let mut write = store.write(Action::KpiAdded).unwrap();
    let added = kpi("K99", Kind::Count, Roll::Sum);
    let id = write.kpis().add(&added, InUse::Yes, None).unwrap();
    write.commit().unwrap();
    assert_ne!(digest(&store), before);
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06-01", 4)]);
    let with_figure = digest(&store);
    let mut write = store.write(Action::Undone).unwrap();
    assert!(write.kpis().erase(id).unwrap());
    assert!(!write.kpis().erase(CONTACTS).unwrap(), "it has a figure");
    write.commit().unwrap();
    assert_ne!(digest(&store), with_figure);
    assert_eq!(store.read().figures().kpis().unwrap(), [CONTACTS]);
}

#[test]
fn a_version_goes_with_the_months_it_made() {
    let (_case, mut store) = Case::filled();
    let days = ["2026-06-01", "2026-06-02"].map(|of| figure(ANA, CONTACTS, of, 4));
    put(&mut store, &days);
    let before = digest(&store);
    let entry = store.read().kpis().all().unwrap().remove(1);
    let mut second = entry.versions[0].clone();
    second.valid_from = Some(day("2026-07-01"));
    second.roll = Roll::Last;
    let mut write = store.write(Action::KpiAmended).unwrap();
    write.kpis().add_version(&second).unwrap();
    write.commit().unwrap();
    let mut write = store.write(Action::Undone).unwrap();
    assert!(write.kpis().erase_version(CONTACTS).unwrap());
    assert!(
        !write.kpis().erase_version(CONTACTS).unwrap(),
        "the first stays"
    );
    write.commit().unwrap();
    assert_eq!(digest(&store), before);
    assert!(rolls_hold(&store));
}

#[test]
fn words_are_put_right_without_a_version_and_targets_back_to_what_they_were() {
    let (_case, mut store) = Case::filled();
    let new = NewTarget {
        kpi: STARTS,
        scope: Scope::Adviser(BEN),
        level: Level::Expected,
        millionths: 6_000_000,
        from: day("2026-04-01"),
        to: None,
        source: "agreed in May".to_owned(),
    };
    let mut write = store.write(Action::TargetSet).unwrap();
    let id = write.kpis().set_target(&new).unwrap();
    write.commit().unwrap();
    let before = digest(&store);
    let was = store.read().kpis().targets().unwrap().remove(0);
    let mut words = store.read().kpis().all().unwrap()[0].versions[0].clone();
    let old_words = words.clone();
    words.purpose = "See it sooner.".to_owned();
    let mut write = store.write(Action::KpiAmended).unwrap();
    write.kpis().amend_words(&words).unwrap();
    write.kpis().end_target(id, day("2026-09-30")).unwrap();
    write.commit().unwrap();
    assert_eq!(store.read().kpis().all().unwrap()[0].versions.len(), 1);
    assert_ne!(digest(&store), before);
    let mut write = store.write(Action::Undone).unwrap();
    write.kpis().amend_words(&old_words).unwrap();
    write.kpis().amend_target(&was).unwrap();
    write.commit().unwrap();
    assert_eq!(digest(&store), before);
}

#[test]
fn a_team_and_a_programme_go_only_while_empty() {
    let (_case, mut store) = Case::filled();
    let before = digest(&store);
    let mut write = store.write(Action::TeamAdded).unwrap();
    let scheme = write.team().add_programme(&programme("Other")).unwrap();
    let other = write.team().add_team(&team("Other", scheme)).unwrap();
    assert!(
        !write.team().erase_programme(scheme).unwrap(),
        "a team is in it"
    );
    assert!(write.team().erase_team(other).unwrap());
    assert!(write.team().erase_programme(scheme).unwrap());
    let used = write.read().team().teams().unwrap().remove(0).id;
    assert!(
        !write.team().erase_team(used).unwrap(),
        "advisers are in it"
    );
    write.commit().unwrap();
    assert_eq!(digest(&store), before);
}

#[test]
fn a_block_is_written_like_single_figures() {
    let block = ["2026-06-01", "2026-06-02", "2026-06-03"].map(|of| figure(ANA, CONTACTS, of, 7));
    let (_case, mut one) = Case::filled();
    put(&mut one, &block);
    let (_other, mut all) = Case::filled();
    let mut write = all.write(Action::FiguresWritten).unwrap();
    assert_eq!(write.figures().put_all(block).unwrap().new, 3);
    write.commit().unwrap();
    assert_eq!(digest(&one), digest(&all));
    assert!(rolls_hold(&all));
}

#[test]
fn the_value_before_stands_again_with_its_import_and_without_a_trace() {
    let (_case, mut store) = Case::filled();
    let at = cell(ANA, CONTACTS, "2026-06-01");
    let (batch, _) = import(&mut store, &[figure(ANA, CONTACTS, "2026-06-01", 4)]);
    let before = digest(&store);
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06-01", 44)]);
    let mut write = store.write(Action::Undone).unwrap();
    assert!(write.figures().take_back(&at).unwrap().is_some());
    assert!(
        write.figures().take_back(&at).unwrap().is_none(),
        "nothing older"
    );
    write.commit().unwrap();
    assert_eq!(digest(&store), before);
    assert!(rolls_hold(&store) && store.read().figures().versions(&at).unwrap().is_empty());
    let mut write = store.write(Action::FiguresWritten).unwrap();
    write.figures().clear(&at).unwrap();
    write.figures().take_back(&at).unwrap();
    write.commit().unwrap();
    assert_eq!(digest(&store), before);
    assert_eq!(
        take_out(&mut store, batch).removed,
        1,
        "it is still the import's"
    );
}

#[test]
fn an_erased_figure_leaves_no_old_value() {
    let (_case, mut store) = Case::filled();
    let before = digest(&store);
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06-01", 4)]);
    let at = cell(ANA, CONTACTS, "2026-06-01");
    let mut write = store.write(Action::Undone).unwrap();
    write.figures().ask(&at).unwrap();
    write.figures().erase(&at).unwrap();
    write.commit().unwrap();
    assert_eq!(digest(&store), before);
    assert!(rolls_hold(&store) && store.read().figures().versions(&at).unwrap().is_empty());
}
