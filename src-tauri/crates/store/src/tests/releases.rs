//! The register of what went out.

use domain::period::Grain;
use domain::team::TeamId;

use super::support::*;
use crate::releases::{Audience, NewRelease, Outcome, ReleaseCell};
use crate::*;

fn release_cell(of: &str, outcome: Outcome) -> ReleaseCell {
    ReleaseCell {
        team: TeamId(1),
        period: period(of),
        kpi: STARTS,
        outcome,
        members: vec![ANA, BEN],
    }
}

fn new() -> NewRelease {
    NewRelease {
        audience: Audience::Partner,
        grain: Grain::Month,
        from: period("2026-04"),
        to: period("2026-07"),
        file_hash: [9; 32],
        cells: vec![
            release_cell("2026-04", Outcome::Pair(41, 77)),
            release_cell("2026-05", Outcome::Hidden),
            release_cell("2026-06", Outcome::Number(12)),
            release_cell("2026-07", Outcome::Nothing),
        ],
    }
}

#[test]
fn a_release_is_kept_with_what_it_showed_and_whom_it_counted() {
    let (case, mut store) = Case::filled();
    let mut write = store.write(Action::Released).unwrap();
    let id = write.releases().add(&new()).unwrap();
    write.commit().unwrap();
    let store = case.reopen(store);
    let list = store.read().releases().list().unwrap();
    assert_eq!(list.len(), 1);
    assert_eq!(
        (list[0].audience, list[0].grain),
        (Audience::Partner, Grain::Month)
    );
    assert_eq!(
        (list[0].from, list[0].to),
        (period("2026-04"), period("2026-07"))
    );
    assert_eq!((list[0].shown, list[0].hidden), (2, 1));
    assert_eq!(list[0].kpis, [STARTS]);
    assert_eq!(store.read().releases().cells(id).unwrap(), new().cells);
}

#[test]
fn releases_go_out_of_the_register_after_their_time() {
    let (_case, mut store) = Case::filled();
    for _ in 0..2 {
        let mut write = store.write(Action::Released).unwrap();
        write.releases().add(&new()).unwrap();
        write.commit().unwrap();
    }
    let newest = store.read().releases().list().unwrap()[0].at;
    let mut write = store.write(Action::Released).unwrap();
    assert_eq!(write.releases().prune(newest).unwrap(), 1);
    write.commit().unwrap();
    let left = store.read().releases().list().unwrap();
    assert_eq!(left.iter().map(|one| one.at).collect::<Vec<_>>(), [newest]);
    assert_eq!(store.read().releases().cells(1).unwrap(), []);
}
