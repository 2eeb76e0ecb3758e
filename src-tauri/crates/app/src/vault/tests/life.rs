//! Made, opened, recovered, refused: with every answer a person gets on the way.

use crate::error::ErrorCode;
use crate::scorecard::overview;
use crate::scorecard::view::{LoadOverview, NeedKindView};
use crate::team::view::{SaveTeam, TerritoryView};
use crate::testing::{Bench, PASSPHRASE};
use crate::vault::view::{
    BeginCreation, ConfirmRecovery, LockReasonView, OpenVault, StrengthView, VaultPhaseView,
};
use crate::vault::{
    abandon, begin, change_passphrase, check_recovery_code, choose_existing, choose_new, close,
    confirm_passphrase, confirm_recovery, finish_unconfirmed, judge_passphrase, lock,
    new_recovery_code, open, recover, save_sheet, state, suggest_passphrase,
};
use std::time::Duration;

const CHOSEN: OpenVault = OpenVault { place: None };

fn phase(bench: &mut Bench) -> VaultPhaseView {
    state(&mut bench.app).unwrap().phase
}

fn code_of(bench: &mut Bench, typed: &[u8]) -> ErrorCode {
    open(&mut bench.app, CHOSEN, typed).unwrap_err().code
}

#[test]
fn a_vault_has_its_name_only_once_the_code_was_typed_back() {
    let mut bench = Bench::new();
    let code = bench.begin("team.plumb");
    assert_eq!(code.groups.len(), 7);
    assert_eq!(phase(&mut bench), VaultPhaseView::Creating);
    assert!(!bench.path("team.plumb").exists());
    let wrong = ConfirmRecovery {
        answers: vec!["0000".to_owned(), String::new()],
    };
    let check = confirm_recovery(&mut bench.app, wrong).unwrap();
    assert!(!check.finished, "{check:?}");
    bench.type_back(&code);
    assert!(bench.path("team.plumb").exists());
    let state = state(&mut bench.app).unwrap();
    let vault = state.open.unwrap();
    assert_eq!((vault.name.as_str(), vault.sample), ("team", false));
    assert!(vault.recovery_confirmed);
    assert_eq!(vault.today, "2026-12-03");
    assert_eq!(state.recent.len(), 1);
}

#[test]
fn giving_up_leaves_nothing_behind() {
    let mut bench = Bench::new();
    bench.begin("team.plumb");
    abandon(&mut bench.app).unwrap();
    assert_eq!(phase(&mut bench), VaultPhaseView::Closed);
    let left: Vec<_> = std::fs::read_dir(bench.folder.path()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_locked_vault_opens_with_its_passphrase_and_nothing_else() {
    let mut bench = Bench::open();
    let locked = lock(&mut bench.app, LockReasonView::Asked).unwrap();
    assert_eq!(locked.phase, VaultPhaseView::Locked);
    assert_eq!(locked.chosen.as_deref(), Some("team"));
    assert_eq!(locked.locked.unwrap().at, "14:02");
    assert_eq!(
        code_of(&mut bench, b"some other passphrase"),
        ErrorCode::WrongPassphrase
    );
    let open = open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
    assert_eq!(open.phase, VaultPhaseView::Open);
}

#[test]
fn damage_is_told_apart_from_a_wrong_passphrase() {
    let mut bench = Bench::open();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let path = bench.path("team.plumb");
    let mut bytes = std::fs::read(&path).unwrap();
    let within_the_last_mac = bytes.len() - 10;
    bytes[within_the_last_mac] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(code_of(&mut bench, PASSPHRASE), ErrorCode::VaultDamaged);
    std::fs::write(&path, b"something else").unwrap();
    assert_eq!(code_of(&mut bench, PASSPHRASE), ErrorCode::VaultDamaged);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(code_of(&mut bench, PASSPHRASE), ErrorCode::FileUnreadable);
}

#[test]
fn from_the_fifth_wrong_try_on_there_is_a_wait_and_the_journal_counts_them() {
    let mut bench = Bench::open();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    for _ in 0..4 {
        assert_eq!(code_of(&mut bench, b"wrong"), ErrorCode::WrongPassphrase);
        assert_eq!(state(&mut bench.app).unwrap().wait_seconds, 0);
    }
    code_of(&mut bench, b"wrong");
    assert_eq!(state(&mut bench.app).unwrap().wait_seconds, 5);
    let early = open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap_err();
    assert!(early.message.contains("5 seconds"), "{}", early.message);
    bench.pass(Duration::from_secs(5));
    open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
    let entries = bench.app.store().unwrap().read().journal();
    let last = entries.entries(0, 1).unwrap();
    assert_eq!((last[0].action.name(), last[0].count), ("unlock_failed", 5));
}

#[test]
fn the_recovery_code_opens_the_vault_and_sets_a_new_passphrase() {
    let mut bench = Bench::new();
    let code = bench.begin("team.plumb");
    bench.type_back(&code);
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let typed = code.groups.join(" ").to_lowercase();
    let next = b"another four plain words";
    let weak = recover(&mut bench.app, CHOSEN, typed.as_bytes(), b"short").unwrap_err();
    assert_eq!(weak.code, ErrorCode::RuleRefused);
    open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
    let team = SaveTeam {
        id: None,
        name: "Quayside lantern windmill".to_owned(),
        site: None,
        programme: "Restart".to_owned(),
        territory: TerritoryView::EnglandAndWales,
    };
    crate::team::save_team(&mut bench.app, team).unwrap();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let named = b"quayside lantern windmill";
    let named = recover(&mut bench.app, CHOSEN, typed.as_bytes(), named).unwrap_err();
    assert_eq!(
        named.code,
        ErrorCode::RuleRefused,
        "a team's name is no secret"
    );
    recover(&mut bench.app, CHOSEN, typed.as_bytes(), next).unwrap();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    assert_eq!(
        code_of(&mut bench, PASSPHRASE),
        ErrorCode::WrongPassphrase,
        "the old passphrase has stopped working"
    );
    open(&mut bench.app, CHOSEN, next).unwrap();
}

#[test]
fn a_mistyped_recovery_code_points_at_its_group() {
    let mut bench = Bench::new();
    let code = bench.begin("team.plumb");
    bench.type_back(&code);
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let mut groups = code.groups;
    let swapped = if groups[2].starts_with('7') { "8" } else { "7" };
    groups[2].replace_range(0..1, swapped);
    let typed = groups.join("-");
    let error = recover(&mut bench.app, CHOSEN, typed.as_bytes(), PASSPHRASE).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("code"));
    assert_eq!(error.hint.as_deref(), Some("Look at group 3 first."));
}

#[test]
fn a_changed_passphrase_replaces_the_old_one() {
    let mut bench = Bench::open();
    let next = b"another four plain words";
    let wrong = change_passphrase(&mut bench.app, b"not this one at all", next).unwrap_err();
    assert_eq!(wrong.field.as_deref(), Some("old"));
    let same = change_passphrase(&mut bench.app, PASSPHRASE, PASSPHRASE).unwrap_err();
    assert_eq!(same.field.as_deref(), Some("new"));
    change_passphrase(&mut bench.app, PASSPHRASE, next).unwrap();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    assert_eq!(code_of(&mut bench, PASSPHRASE), ErrorCode::WrongPassphrase);
    open(&mut bench.app, CHOSEN, next).unwrap();
}

#[test]
fn a_new_recovery_code_counts_only_once_it_was_typed_back() {
    let mut bench = Bench::new();
    let first = bench.begin("team.plumb");
    bench.type_back(&first);
    new_recovery_code(&mut bench.app, PASSPHRASE).unwrap();
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let typed = first.groups.join("-");
    recover(&mut bench.app, CHOSEN, typed.as_bytes(), PASSPHRASE).unwrap();
    let second = new_recovery_code(&mut bench.app, PASSPHRASE).unwrap();
    bench.type_back(&second);
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    let old = recover(&mut bench.app, CHOSEN, typed.as_bytes(), PASSPHRASE).unwrap_err();
    assert_eq!(old.code, ErrorCode::WrongPassphrase);
    let typed = second.groups.join("-");
    recover(&mut bench.app, CHOSEN, typed.as_bytes(), PASSPHRASE).unwrap();
}

#[test]
fn a_year_after_the_code_was_last_in_hand_the_overview_asks_for_it_until_it_is_typed() {
    let mut bench = Bench::new();
    let code = bench.begin("team.plumb");
    bench.type_back(&code);
    let asks = |bench: &mut Bench| {
        let view = overview(&mut bench.app, LoadOverview { month: None }).unwrap();
        let mut kinds = view.needs_you.iter().map(|need| need.kind);
        kinds.any(|kind| kind == NeedKindView::RecoveryCheck)
    };
    let days = |days: u64| Duration::from_hours(24 * days);
    bench.pass(days(364));
    assert!(!asks(&mut bench));
    bench.pass(days(1));
    assert!(asks(&mut bench));
    let strange = ::vault::RecoveryCode::make().unwrap();
    let other = check_recovery_code(&mut bench.app, strange.shown().as_bytes()).unwrap_err();
    assert_eq!(
        (other.code, other.field.as_deref()),
        (ErrorCode::WrongPassphrase, Some("code"))
    );
    let short = check_recovery_code(&mut bench.app, b"ABCD").unwrap_err();
    assert_eq!(short.field.as_deref(), Some("code"));
    assert!(asks(&mut bench));
    check_recovery_code(&mut bench.app, code.groups.join(" ").as_bytes()).unwrap();
    assert!(!asks(&mut bench));
    bench.pass(days(365));
    assert!(asks(&mut bench), "and again after another year");
}

#[test]
fn a_code_nobody_confirmed_is_confirmed_by_typing_it_in_full() {
    let mut bench = Bench::new();
    let code = bench.begin("team.plumb");
    finish_unconfirmed(&mut bench.app).unwrap();
    let confirmed = |bench: &mut Bench| {
        let open = state(&mut bench.app).unwrap().open;
        open.unwrap().recovery_confirmed
    };
    assert!(!confirmed(&mut bench));
    check_recovery_code(&mut bench.app, code.groups.join("-").as_bytes()).unwrap();
    assert!(confirmed(&mut bench));
    lock(&mut bench.app, LockReasonView::Asked).unwrap();
    open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
    assert!(confirmed(&mut bench));
}

#[test]
fn named_files_need_a_passphrase_typed_within_five_minutes() {
    let mut bench = Bench::open();
    bench.app.require_fresh_passphrase().unwrap();
    bench.pass(Duration::from_mins(5));
    bench.app.require_fresh_passphrase().unwrap();
    bench.pass(Duration::from_secs(1));
    let stale = bench.app.require_fresh_passphrase().unwrap_err();
    assert_eq!(stale.code, ErrorCode::OutOfDate);
    let wrong = confirm_passphrase(&mut bench.app, b"not this one at all").unwrap_err();
    assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    confirm_passphrase(&mut bench.app, PASSPHRASE).unwrap();
    bench.app.require_fresh_passphrase().unwrap();
}

#[test]
fn a_place_with_risks_wants_them_accepted() {
    let mut bench = Bench::new();
    let folder = bench.path("Dropbox");
    std::fs::create_dir(&folder).unwrap();
    let place = choose_new(&mut bench.app, folder.join("team")).unwrap();
    assert_eq!(place.name, "team");
    assert_eq!(place.risks.len(), 1);
    let mut request = BeginCreation {
        place: place.place,
        accept_risks: false,
        sample: false,
    };
    let refused = begin(&mut bench.app, request.clone(), PASSPHRASE).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("accept_risks"));
    request.accept_risks = true;
    begin(&mut bench.app, request, PASSPHRASE).unwrap();
}

#[test]
fn the_sheet_is_a_file_but_never_beside_the_vault() {
    let mut bench = Bench::new();
    let code = bench.begin("team.plumb");
    let beside = bench.path("plumbline-recovery.txt");
    assert!(save_sheet(&mut bench.app, &beside).is_err());
    let stick = bench.path("stick");
    std::fs::create_dir(&stick).unwrap();
    let sheet = stick.join("plumbline-recovery.txt");
    save_sheet(&mut bench.app, &sheet).unwrap();
    let text = std::fs::read_to_string(sheet).unwrap();
    assert!(text.contains(&code.groups.join("-")), "{text}");
}

#[test]
fn what_is_suggested_is_accepted_and_what_is_weak_says_why() {
    let mut bench = Bench::new();
    let offered = suggest_passphrase(&mut bench.app).unwrap().passphrase;
    let good = judge_passphrase(&mut bench.app, None, offered.as_bytes()).unwrap();
    assert!(good.accepted, "{good:?}");
    assert!(good.strength >= StrengthView::Strong, "{good:?}");
    let weak = judge_passphrase(&mut bench.app, None, b"Plumbline-Plumbline").unwrap();
    assert_eq!((weak.accepted, weak.strength), (false, StrengthView::Weak));
    assert!(weak.sentence.contains("repeats"), "{}", weak.sentence);
}

#[test]
fn the_name_of_the_vault_makes_a_passphrase_no_stronger() {
    let mut bench = Bench::new();
    let path = bench.path("Windmill quayside lanterns.plumb");
    let place = choose_new(&mut bench.app, path).unwrap().place;
    let typed = b"windmill quayside lanterns";
    let anywhere = judge_passphrase(&mut bench.app, None, typed).unwrap();
    let there = judge_passphrase(&mut bench.app, Some(place), typed).unwrap();
    assert!(anywhere.accepted && !there.accepted, "{there:?}");
}

#[test]
fn an_existing_name_is_never_written_over() {
    let mut bench = Bench::open();
    close(&mut bench.app).unwrap();
    let path = bench.path("team.plumb");
    assert!(choose_new(&mut bench.app, path.clone()).is_err());
    choose_existing(&mut bench.app, path).unwrap();
    open(&mut bench.app, CHOSEN, PASSPHRASE).unwrap();
}

#[test]
fn a_vault_open_elsewhere_says_since_when() {
    let bench = Bench::open();
    let mut other = Bench::new();
    choose_existing(&mut other.app, bench.path("team.plumb")).unwrap();
    let busy = open(&mut other.app, CHOSEN, PASSPHRASE).unwrap_err();
    assert_eq!(busy.code, ErrorCode::VaultBusy);
    assert!(busy.message.contains("since 14:02"), "{}", busy.message);
}
