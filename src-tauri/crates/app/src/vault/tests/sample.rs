//! The throwaway sample: its own day, no passphrase, and nothing left afterwards.

use crate::scorecard::view::LoadOverview;
use crate::team::view::SaveAdviser;
use crate::testing::{Bench, PASSPHRASE, blank_adviser};
use crate::vault::sample::put_sample;
use crate::vault::view::{LockReasonView, OpenVault, VaultPhaseView};
use crate::vault::{
    change_passphrase, close, confirm_passphrase, lock, move_sample_day, open, remove_sample,
    sample, state, tick,
};
use std::time::Duration;

fn own_files(bench: &Bench) -> Vec<String> {
    let entries = std::fs::read_dir(bench.path("own")).into_iter().flatten();
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("sample"))
        .collect()
}

#[test]
fn the_sample_opens_on_its_own_day_and_is_gone_when_closed() {
    let mut bench = Bench::new();
    bench.pass(Duration::from_hours(24 * 90));
    let open = sample(&mut bench.app).unwrap().open.unwrap();
    assert!(open.sample && open.has_sample && open.recovery_confirmed);
    assert_eq!(open.today, "2026-12-03", "a sample has a day of its own");
    assert_eq!(open.advisers, 8);
    assert!(open.has_figures);
    assert!(!own_files(&bench).is_empty());
    let closed = close(&mut bench.app).unwrap();
    assert_eq!(closed.phase, VaultPhaseView::Closed);
    assert_eq!(closed.recent, [], "a throwaway is not remembered");
    let kept = std::fs::read_to_string(bench.path("own/computer.json")).unwrap_or_default();
    assert!(!kept.contains("sample"), "nor is its place noted: {kept}");
    assert_eq!(own_files(&bench), Vec::<String>::new());
}

#[test]
fn removing_or_locking_a_throwaway_deletes_it() {
    let mut bench = Bench::new();
    sample(&mut bench.app).unwrap();
    assert_eq!(
        remove_sample(&mut bench.app).unwrap().phase,
        VaultPhaseView::Closed
    );
    sample(&mut bench.app).unwrap();
    let locked = lock(&mut bench.app, LockReasonView::Asked).unwrap();
    assert_eq!(locked.phase, VaultPhaseView::Closed);
    assert_eq!(own_files(&bench), Vec::<String>::new());
}

#[test]
fn what_a_killed_run_left_goes_at_the_next_start() {
    let mut bench = Bench::new();
    sample(&mut bench.app).unwrap();
    let left = bench.path("own/sample-00.plumb");
    std::fs::write(&left, b"").unwrap();
    bench.restart();
    assert!(!left.exists());
}

#[test]
fn a_throwaway_has_no_passphrase_and_does_not_lock_by_itself() {
    let mut bench = Bench::new();
    sample(&mut bench.app).unwrap();
    bench.app.require_fresh_passphrase().unwrap();
    assert!(confirm_passphrase(&mut bench.app, b"anything").is_err());
    assert!(change_passphrase(&mut bench.app, b"a", b"b").is_err());
    bench.pass(Duration::from_hours(2));
    tick(&mut bench.app).unwrap();
    assert!(bench.app.is_throwaway());
}

#[test]
fn the_day_of_a_throwaway_moves_forward_only_and_not_for_ever() {
    let mut bench = Bench::new();
    sample(&mut bench.app).unwrap();
    let moved = move_sample_day(&mut bench.app, "2027-01-20".to_owned()).unwrap();
    assert_eq!(moved.open.unwrap().today, "2027-01-20");
    let december = LoadOverview {
        month: Some("2026-12".to_owned()),
    };
    let december = crate::scorecard::overview(&mut bench.app, december).unwrap();
    assert!(
        !december.needs_you.is_empty(),
        "nobody entered it, so it is late"
    );
    for day in ["2027-01-20", "2026-12-03", "2028-01-01", "soon"] {
        let refused = move_sample_day(&mut bench.app, day.to_owned()).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("day"), "{day}");
    }
    let last = move_sample_day(&mut bench.app, "2027-12-31".to_owned()).unwrap();
    assert_eq!(last.open.unwrap().today, "2027-12-31");
}

#[test]
fn a_vault_of_ones_own_has_no_day_but_the_real_one() {
    let mut bench = Bench::open();
    let real = bench.app.today();
    let refused = move_sample_day(&mut bench.app, "2027-01-05".to_owned()).unwrap_err();
    assert_eq!(refused.field, None);
    assert_eq!(bench.app.today(), real);
}

#[test]
fn a_vault_with_nobody_but_the_sample_team_has_its_day_until_somebody_comes() {
    let mut bench = Bench::open();
    bench.pass(Duration::from_hours(24 * 200));
    let real = bench.app.today();
    put_sample(bench.app.store_mut().unwrap()).unwrap();
    assert_eq!(bench.app.today(), crate::sample::today());
    assert_eq!(bench.app.latest_day(), real);
    let opened = state(&mut bench.app).unwrap().open.unwrap();
    assert!(opened.own_day && !opened.sample && opened.has_sample);
    let shown = crate::scorecard::overview(&mut bench.app, LoadOverview { month: None });
    assert_eq!(shown.unwrap().month, "2026-11");
    move_sample_day(&mut bench.app, "2027-01-20".to_owned()).unwrap();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    open(&mut bench.app, OpenVault { place: None }, PASSPHRASE).unwrap();
    assert_eq!(bench.app.today().to_string(), "2027-01-20", "it is kept");
    let newcomer = SaveAdviser {
        alias: "Zoe".to_owned(),
        ..blank_adviser()
    };
    crate::team::save_adviser(&mut bench.app, newcomer).unwrap();
    assert_eq!(bench.app.today(), real);
}

#[test]
fn the_sample_can_be_taken_out_of_a_vault_of_ones_own() {
    let mut bench = Bench::open();
    assert!(remove_sample(&mut bench.app).is_err(), "there is none");
}
