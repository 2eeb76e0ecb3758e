//! Locking by the clock, drafts that outlive it, and the list of recent vaults.

use crate::error::ErrorCode;
use crate::settings;
use crate::testing::{Bench, PASSPHRASE};
use crate::vault::view::{DraftView, LockReasonView, OpenVault, VaultPhaseView};
use crate::vault::{
    Tick, digest, keep_drafts, lock, open, present, redo, state, take_drafts, tick, touch, undo,
    verify,
};
use std::time::{Duration, SystemTime};

const CHOSEN: OpenVault = OpenVault { place: None };

fn tick_for(bench: &mut Bench, seconds: u64) -> Tick {
    let mut last = Tick::Stay;
    for _ in 0..seconds / 5 {
        bench.pass(Duration::from_secs(5));
        last = tick(&mut bench.app).unwrap();
    }
    last
}

#[test]
fn it_warns_and_then_locks_when_nobody_does_anything() {
    let mut bench = Bench::open();
    assert_eq!(tick_for(&mut bench, 500), Tick::Stay);
    assert_eq!(touch(&mut bench.app).unwrap().seconds_left, 600);
    assert_eq!(tick_for(&mut bench, 535), Tick::Stay);
    assert_eq!(tick_for(&mut bench, 5), Tick::Warn { seconds_left: 60 });
    assert_eq!(tick_for(&mut bench, 60), Tick::Locked);
    let locked = state(&mut bench.app).unwrap().locked.unwrap();
    assert_eq!(locked.reason, LockReasonView::Idle);
}

#[test]
fn a_gap_in_time_locks_because_the_computer_slept() {
    let mut bench = Bench::open();
    bench.pass(Duration::from_mins(2));
    assert_eq!(tick(&mut bench.app).unwrap(), Tick::Locked);
    let locked = state(&mut bench.app).unwrap().locked.unwrap();
    assert_eq!(locked.reason, LockReasonView::Slept);
}

#[test]
fn what_is_half_typed_outlives_a_lock() {
    let mut bench = Bench::open();
    let draft = DraftView {
        field: "figures/grid".to_owned(),
        text: "34 of\n41".to_owned(),
        caret: 5,
    };
    let below = DraftView {
        field: "figures/grid/below".to_owned(),
        ..draft.clone()
    };
    let beside = DraftView {
        field: "figures/grids".to_owned(),
        ..draft.clone()
    };
    let kept = vec![draft.clone(), below.clone(), beside];
    keep_drafts(&mut bench.app, kept).unwrap();
    let locked = lock(&mut bench.app, LockReasonView::Asked).unwrap();
    assert!(locked.locked.unwrap().draft_kept);
    open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
    let taken = take_drafts(&mut bench.app, draft.field.clone()).unwrap();
    assert_eq!(taken, [draft.clone(), below], "what goes on after a stroke");
    let forget = taken.into_iter().map(|draft| DraftView {
        text: String::new(),
        ..draft
    });
    keep_drafts(&mut bench.app, forget.collect()).unwrap();
    assert_eq!(take_drafts(&mut bench.app, draft.field).unwrap(), []);
}

#[test]
fn a_vault_that_settles_and_rests_can_still_be_changed() {
    let mut bench = Bench::open();
    tick_for(&mut bench, 120);
    let mut wanted = settings::load(&mut bench.app).unwrap();
    wanted.idle_minutes = 20;
    settings::save(&mut bench.app, wanted).unwrap();
    tick_for(&mut bench, 65);
    let saved = state(&mut bench.app).unwrap().open.unwrap();
    assert_eq!(saved.saved_at.as_deref(), Some("14:04:11"));
    assert_eq!(saved.idle_minutes, 20);
}

#[test]
fn recent_vaults_can_be_forgotten_and_are_then_not_noted() {
    let mut bench = Bench::open();
    let mut wanted = settings::load(&mut bench.app).unwrap();
    wanted.remember_recent = false;
    settings::save(&mut bench.app, wanted).unwrap();
    assert_eq!(state(&mut bench.app).unwrap().recent, []);
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
    assert_eq!(state(&mut bench.app).unwrap().recent, []);
    let kept = std::fs::read_to_string(bench.path("own/computer.json")).unwrap();
    assert!(!kept.contains("team"), "{kept}");
}

#[test]
fn a_recent_vault_is_opened_by_its_token_after_a_restart() {
    let mut bench = Bench::open();
    lock(&mut bench.app, LockReasonView::Session).unwrap();
    bench.restart();
    let start = state(&mut bench.app).unwrap();
    assert_eq!(start.phase, VaultPhaseView::Closed);
    let place = Some(start.recent[0].place.clone());
    assert!(
        !place.as_ref().unwrap().contains("team"),
        "a token says nothing"
    );
    open(&mut bench.app, OpenVault { place }, PASSPHRASE).unwrap();
}

#[test]
fn a_copy_made_by_another_program_is_shown_with_both_dates() {
    let mut bench = Bench::open();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let (own, copy) = (bench.path("team.plumb"), bench.path("team (copy).plumb"));
    std::fs::copy(&own, &copy).unwrap();
    for (path, days) in [(&own, 20_000), (&copy, 20_001)] {
        let at = SystemTime::UNIX_EPOCH + Duration::from_hours(24 * days + 12);
        let file = std::fs::File::options().write(true).open(path).unwrap();
        file.set_modified(at).unwrap();
    }
    open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
    let notices = state(&mut bench.app).unwrap().open.unwrap().notices;
    let said: Vec<&str> = notices.iter().map(|one| one.message.as_str()).collect();
    let expected = "Another copy of this vault lies in the same folder: “team (copy)”, last written on \
        5 October 2024, 12:00. This one was last written on 4 October 2024, 12:00.";
    assert!(said.contains(&expected), "{said:?}");
}

#[test]
fn a_vault_of_the_same_name_elsewhere_can_still_be_chosen() {
    let mut bench = Bench::open();
    let folders = |bench: &mut Bench| {
        let state = state(&mut bench.app).unwrap();
        let folders = state.recent.into_iter().map(|one| one.folder);
        (state.chosen, folders.collect::<Vec<_>>())
    };
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    assert_eq!(folders(&mut bench), (Some("team".to_owned()), Vec::new()));
    let other = bench.path("archive/team.plumb");
    std::fs::create_dir(other.parent().unwrap()).unwrap();
    std::fs::copy(bench.path("team.plumb"), &other).unwrap();
    present(&mut bench.app, other.clone()).unwrap();
    let (chosen, left) = folders(&mut bench);
    assert_eq!((chosen, left.len()), (Some("team".to_owned()), 1));
    assert_ne!(left, ["archive"], "the one chosen is not listed again");
}

#[test]
fn another_vault_is_not_opened_beside_the_open_one() {
    let mut bench = Bench::open();
    let own = bench.path("team.plumb");
    present(&mut bench.app, own.parent().unwrap().join("./team.plumb")).unwrap();
    let other = bench.path("other.plumb");
    let refused = present(&mut bench.app, other).unwrap_err();
    assert!(refused.message.contains("is open"), "{}", refused.message);
    assert_eq!(state(&mut bench.app).unwrap().phase, VaultPhaseView::Open);
}

#[test]
fn checking_a_vault_says_what_was_checked() {
    let mut bench = Bench::open();
    let before = digest(&bench.app).unwrap();
    let check = verify(&mut bench.app).unwrap();
    assert!(check.sound, "{check:?}");
    let parts: Vec<_> = check.parts.iter().map(|part| part.part.as_str()).collect();
    assert_eq!(
        parts,
        ["header", "freshness", "pages", "journal", "rolls", "totals"]
    );
    assert_eq!(
        digest(&bench.app).unwrap(),
        before,
        "a check changes nothing"
    );
}

#[test]
fn a_changed_setting_can_be_undone_and_the_timer_follows() {
    let mut bench = Bench::open();
    let mut wanted = settings::load(&mut bench.app).unwrap();
    wanted.idle_minutes = 20;
    settings::save(&mut bench.app, wanted).unwrap();
    assert_eq!(touch(&mut bench.app).unwrap().seconds_left, 1200);
    assert_eq!(undo(&mut bench.app).unwrap().section, "settings");
    assert_eq!(touch(&mut bench.app).unwrap().seconds_left, 600);
    redo(&mut bench.app).unwrap();
    let again = settings::load(&mut bench.app).unwrap();
    assert_eq!(again.idle_minutes, 20);
}

#[test]
fn settings_are_refused_outside_their_bounds() {
    let mut bench = Bench::open();
    let good = settings::load(&mut bench.app).unwrap();
    for (minutes, size, field) in [(0, 100, "idle_minutes"), (10, 201, "text_size")] {
        let mut wanted = good.clone();
        wanted.idle_minutes = minutes;
        wanted.text_size = size;
        let refused = settings::save(&mut bench.app, wanted).unwrap_err();
        assert_eq!(refused.code, ErrorCode::RuleRefused);
        assert_eq!(refused.field.as_deref(), Some(field));
    }
}
