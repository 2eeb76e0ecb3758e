//! The roster: sealed in the tables, whole when read.

use domain::team::{AdviserId, Alias, Availability, PersonName, TeamId, TeamRefusal};

use super::support::*;
use crate::*;

fn amend(
    store: &mut Store,
    change: impl FnOnce(&mut domain::team::Adviser),
) -> Result<(), StoreError> {
    let mut adviser = store.read().team().adviser(ANA).unwrap();
    change(&mut adviser);
    let mut write = store.write(Action::AdviserAmended).unwrap();
    write.team().amend_adviser(&adviser)?;
    write.commit()
}

#[test]
fn what_is_written_about_teams_and_advisers_is_read_again() {
    let (case, mut store) = Case::filled();
    amend(&mut store, |ana| {
        ana.alias = Alias::parse("Zoe Three").unwrap();
        ana.name = None;
        ana.left = Some(day("2026-10-30"));
        ana.assignments[0].to = Some(day("2026-10-30"));
        ana.assignments[0].site = Some(label("North"));
        ana.availability = vec![Availability {
            from: day("2026-06-01"),
            to: day("2026-06-03"),
            half_days: 5,
        }];
    })
    .unwrap();
    let mut write = store.write(Action::NoteWritten).unwrap();
    write
        .team()
        .write_note(ANA, Some(&note("prefers mornings")))
        .unwrap();
    write.commit().unwrap();
    let written = store.read().team().adviser(ANA).unwrap();
    let store = case.reopen(store);
    let team = store.read().team();
    assert_eq!(team.adviser(ANA).unwrap(), written);
    assert_eq!(written.availability.len(), 1);
    assert_eq!(
        team.note(ANA).unwrap().unwrap().reveal(),
        "prefers mornings"
    );
    assert_eq!(team.note(BEN).unwrap(), None);
    let order: Vec<AdviserId> = team.advisers().unwrap().iter().map(|one| one.id).collect();
    assert_eq!(order, [BEN, ANA], "by alias");
    let teams = team.teams().unwrap();
    assert_eq!(teams[0].name.as_str(), "Harbour");
    assert_eq!(teams[0].calendar, domain::calendar::Territory::Scotland);
    assert_eq!(team.programmes().unwrap()[0].outcome_lag_days, 180);
}

#[test]
fn teams_and_programmes_are_amended() {
    let (case, mut store) = Case::filled();
    let mut team = store.read().team().teams().unwrap().remove(0);
    let mut programme = store.read().team().programmes().unwrap().remove(0);
    (team.name, team.site) = (label("Quayside"), None);
    (programme.name, programme.support_days) = (label("Steps"), 300);
    let mut write = store.write(Action::TeamAmended).unwrap();
    write.team().amend_team(&team).unwrap();
    write.team().amend_programme(&programme).unwrap();
    write.commit().unwrap();
    let store = case.reopen(store);
    assert_eq!(store.read().team().teams().unwrap(), [team]);
    assert_eq!(store.read().team().programmes().unwrap(), [programme]);
}

#[test]
fn an_alias_is_found_whatever_its_capitals_and_given_once() {
    let (_case, mut store) = Case::filled();
    let find = |store: &Store, text: &str| {
        store
            .read()
            .team()
            .find_alias(&Alias::parse(text).unwrap())
            .unwrap()
    };
    assert_eq!(find(&store, "ana  THREE"), Some(ANA));
    assert_eq!(find(&store, "Ana"), None);
    let mut write = store.write(Action::AdviserAdded).unwrap();
    let taken = write
        .team()
        .add_advisers(&[adviser("ANA THREE", TeamId(1))]);
    assert!(matches!(
        taken,
        Err(StoreError::Team(TeamRefusal::AliasTaken))
    ));
    drop(write);
    let taken = amend(&mut store, |ana| {
        ana.alias = Alias::parse("ben four").unwrap();
    });
    assert!(matches!(
        taken,
        Err(StoreError::Team(TeamRefusal::AliasTaken))
    ));
    amend(&mut store, |ana| {
        ana.alias = Alias::parse("ANA THREE").unwrap();
    })
    .unwrap();
}

#[test]
fn opaque_ids_are_random_and_lead_back() {
    let (case, store) = Case::filled();
    let ids = store.read().team().public_ids().unwrap();
    assert_ne!(ids[&ANA], ids[&BEN]);
    assert_eq!(
        store.read().team().find_public(ids[&ANA]).unwrap(),
        Some(ANA)
    );
    let unknown = "00000000000000000000000000000000".parse().unwrap();
    assert_eq!(store.read().team().find_public(unknown).unwrap(), None);
    let store = case.reopen(store);
    assert_eq!(store.read().team().public_ids().unwrap(), ids);
}

#[test]
fn names_are_sealed_for_their_own_row() {
    let (_case, mut store) = Case::filled();
    amend(&mut store, |ana| {
        ana.name = Some(PersonName::parse("Ana Example").unwrap());
    })
    .unwrap();
    let stored: Vec<u8> = {
        let sql = "SELECT name FROM adviser WHERE id = 1";
        store
            .vault()
            .connection()
            .query_row(sql, [], |row| row.get(0))
            .unwrap()
    };
    assert!(!stored.windows(3).any(|bytes| bytes == b"Ana"));
    let swap = "UPDATE adviser SET alias = (SELECT name FROM adviser WHERE id = 1) WHERE id = 1";
    store.vault().connection().execute(swap, []).unwrap();
    let refused = store.read().team().advisers();
    assert!(
        matches!(refused, Err(StoreError::Damaged(Damaged::Sealed))),
        "moved between columns"
    );
}

#[test]
fn what_does_not_exist_is_not_found() {
    let (_case, mut store) = Case::filled();
    let nobody = AdviserId(99);
    assert!(matches!(
        store.read().team().adviser(nobody),
        Err(StoreError::NotFound)
    ));
    assert!(matches!(
        store.read().team().note(nobody),
        Err(StoreError::NotFound)
    ));
    let mut write = store.write(Action::AdviserErased).unwrap();
    assert!(matches!(
        write.team().erase_adviser(nobody),
        Err(StoreError::NotFound)
    ));
}
