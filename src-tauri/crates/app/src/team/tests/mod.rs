//! The roster through the app.

use crate::error::{AppError, ErrorCode};
use crate::team::view::{
    AbsenceView, AdviserView, RosterView, SaveAdviser, SaveTeam, ShareView, TerritoryView,
};
use crate::team::{self};
use crate::testing::Bench;
use crate::undo;

fn form(alias: &str) -> SaveAdviser {
    SaveAdviser {
        id: None,
        alias: alias.to_owned(),
        name: None,
        team: None,
        site: None,
        grade: None,
        band: None,
        started: None,
        left: None,
        shares: Vec::new(),
        absences: Vec::new(),
    }
}

fn save(bench: &mut Bench, request: SaveAdviser) -> RosterView {
    team::save_adviser(&mut bench.app, request).unwrap()
}

fn by(roster: &RosterView, alias: &str) -> AdviserView {
    roster
        .advisers
        .iter()
        .find(|one| one.alias == alias)
        .unwrap()
        .clone()
}

fn check_refused(request: SaveAdviser, field: &str, message: &str) {
    let mut bench = Bench::open();
    save(&mut bench, form("Ana"));
    let before = bench.app.store().unwrap().read().digest().unwrap();
    let error: AppError = team::save_adviser(&mut bench.app, request).unwrap_err();
    assert_eq!(
        (error.code, error.message.as_str()),
        (ErrorCode::RuleRefused, message)
    );
    assert_eq!(error.field.as_deref(), Some(field));
    assert_eq!(bench.app.store().unwrap().read().digest().unwrap(), before);
}

#[test]
fn the_first_adviser_makes_the_first_team() {
    let mut bench = Bench::open();
    let roster = team::list(&bench.app).unwrap();
    assert!(roster.advisers.is_empty() && roster.teams.is_empty());
    assert_eq!(roster.calendar_until, "2035-12-31");
    let roster = save(&mut bench, form("Ana"));
    assert_eq!(roster.teams.len(), 1);
    assert_eq!(
        (
            roster.teams[0].name.as_str(),
            roster.teams[0].programme.as_str()
        ),
        ("My team", "My programme")
    );
    let ana = by(&roster, "Ana");
    assert_eq!(
        (ana.team.as_str(), ana.share, ana.shares.len()),
        ("My team", 1000, 0)
    );
    assert_eq!(ana.id.len(), 32);
    assert_eq!(save(&mut bench, form("Ben")).teams.len(), 1);
}

#[test]
fn past_the_known_bank_holidays_the_roster_warns() {
    let mut bench = Bench::open();
    let years = |years: u64| std::time::Duration::from_hours(24 * 366 * years);
    bench.pass(years(10));
    let roster = team::list(&bench.app).unwrap();
    let expected =
        "Bank holidays are known up to 31 December 2035. Later ones count as working days.";
    assert_eq!(roster.calendar_until, expected);
    save(&mut bench, form("Ana"));
}

#[test]
fn a_name_is_sealed_and_shown_only_when_asked_for() {
    let mut bench = Bench::open();
    let request = SaveAdviser {
        name: Some("  Ana Silva ".to_owned()),
        ..form("Ana")
    };
    let ana = by(&save(&mut bench, request), "Ana");
    assert_eq!(ana.name, None);
    assert_eq!(
        team::adviser(&bench.app, ana.id).unwrap().name.as_deref(),
        Some("Ana Silva")
    );
    assert_eq!(
        team::adviser(&bench.app, "0".repeat(32)).unwrap_err().code,
        ErrorCode::NotFound
    );
}

#[test]
fn an_alias_is_needed_and_belongs_to_one_person() {
    check_refused(form("  "), "alias", "This cannot be empty.");
    check_refused(form(" ANA "), "alias", "Another adviser has this alias.");
    check_refused(
        form(&"x".repeat(41)),
        "alias",
        "This takes at most 40 characters.",
    );
    let mut bench = Bench::open();
    let ana = by(&save(&mut bench, form("Ana")), "Ana");
    let renamed = SaveAdviser {
        id: Some(ana.id.clone()),
        ..form("Ana K")
    };
    assert_eq!(by(&save(&mut bench, renamed), "Ana K").id, ana.id);
}

#[test]
fn days_shares_and_absences_must_make_sense() {
    let with = |change: fn(&mut SaveAdviser)| {
        let mut request = form("Ben");
        change(&mut request);
        request
    };
    check_refused(
        with(|one| one.started = Some("31/02/2026".to_owned())),
        "started",
        "This is not a day of the calendar.",
    );
    check_refused(
        with(|one| {
            one.started = Some("2026-03-01".to_owned());
            one.left = Some("2026-02-01".to_owned());
        }),
        "left",
        "The last day is before the first.",
    );
    let share = |share| ShareView {
        from: "2026-01-01".to_owned(),
        share,
    };
    let mut none = form("Ben");
    none.shares = vec![share(0)];
    check_refused(
        none,
        "shares",
        "A share of full time lies between 0.001 and 1.",
    );
    let mut twice = form("Ben");
    twice.shares = vec![share(800), share(600)];
    check_refused(
        twice,
        "shares",
        "Two shares of full time begin on the same day.",
    );
    let mut long = form("Ben");
    long.absences = vec![AbsenceView {
        from: "2026-11-02".to_owned(),
        to: "2026-11-03".to_owned(),
        half_days: 5,
    }];
    check_refused(
        long,
        "absences",
        "The days lost do not fit between the first and the last day.",
    );
}

#[test]
fn shares_change_over_time_and_a_past_stretch_keeps_its_team() {
    let mut bench = Bench::open();
    let roster = save(
        &mut bench,
        SaveAdviser {
            site: Some("North".to_owned()),
            started: Some("2024-01-01".to_owned()),
            ..form("Ana")
        },
    );
    let ana = by(&roster, "Ana");
    let shares = vec![
        ShareView {
            from: "2024-01-01".to_owned(),
            share: 1000,
        },
        ShareView {
            from: "2026-06-01".to_owned(),
            share: 600,
        },
    ];
    let moved = SaveAdviser {
        id: Some(ana.id),
        site: Some("South".to_owned()),
        started: Some("2024-01-01".to_owned()),
        shares: shares.clone(),
        ..form("Ana")
    };
    let ana = by(&save(&mut bench, moved), "Ana");
    assert_eq!((ana.share, ana.site.as_deref()), (600, Some("South")));
    assert_eq!(ana.shares, shares);
    let stored = bench.app.store().unwrap().read().team().advisers().unwrap();
    let sites: Vec<_> = stored[0]
        .assignments
        .iter()
        .map(|one| one.site.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(sites, ["North", "South"]);
}

#[test]
fn leavers_stand_last_with_the_day_until_which_they_are_kept() {
    let mut bench = Bench::open();
    save(&mut bench, form("Zoe"));
    let roster = save(
        &mut bench,
        SaveAdviser {
            left: Some("2026-10-30".to_owned()),
            ..form("Hugo")
        },
    );
    let aliases: Vec<&str> = roster
        .advisers
        .iter()
        .map(|one| one.alias.as_str())
        .collect();
    assert_eq!(aliases, ["Zoe", "Hugo"]);
    assert_eq!(
        by(&roster, "Hugo").kept_until.as_deref(),
        Some("2027-04-30")
    );
    let soon = save(
        &mut bench,
        SaveAdviser {
            left: Some("2026-12-31".to_owned()),
            ..form("Amy")
        },
    );
    assert_eq!(soon.advisers[0].alias, "Amy", "not gone yet");
}

#[test]
fn saving_what_is_there_already_writes_nothing() {
    let mut bench = Bench::open();
    let ana = by(&save(&mut bench, form("Ana")), "Ana");
    let entries = |bench: &Bench| bench.app.store().unwrap().read().journal().count().unwrap();
    let before = entries(&bench);
    save(
        &mut bench,
        SaveAdviser {
            id: Some(ana.id),
            ..form("Ana")
        },
    );
    assert_eq!(entries(&bench), before);
}

fn team_form(name: &str, programme: &str) -> SaveTeam {
    SaveTeam {
        id: None,
        name: name.to_owned(),
        site: None,
        programme: programme.to_owned(),
        territory: TerritoryView::EnglandAndWales,
    }
}

#[test]
fn teams_have_names_of_their_own_and_share_a_programme_by_its_name() {
    let mut bench = Bench::open();
    let empty = bench.app.store().unwrap().read().digest().unwrap();
    team::save_team(&mut bench.app, team_form("Leith", "Into work")).unwrap();
    let roster = team::save_team(&mut bench.app, team_form("Harbour", "Into work")).unwrap();
    let names: Vec<&str> = roster.teams.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Harbour", "Leith"]);
    assert_eq!(
        bench
            .app
            .store()
            .unwrap()
            .read()
            .team()
            .programmes()
            .unwrap()
            .len(),
        1
    );
    let error = team::save_team(&mut bench.app, team_form("Leith", "Other")).unwrap_err();
    assert_eq!(
        (error.message.as_str(), error.field.as_deref()),
        ("Another team has this name.", Some("name"))
    );
    for _ in 0..2 {
        undo::undo(&mut bench.app).unwrap();
    }
    assert_eq!(bench.app.store().unwrap().read().digest().unwrap(), empty);
    for _ in 0..2 {
        assert_eq!(undo::redo(&mut bench.app).unwrap().section, "team");
    }
    assert_eq!(team::list(&bench.app).unwrap().teams.len(), 2);
}

#[test]
fn an_unknown_team_or_person_is_not_found() {
    let mut bench = Bench::open();
    let mut request = form("Ana");
    request.team = Some(9);
    let error = team::save_adviser(&mut bench.app, request).unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (ErrorCode::NotFound, Some("team"))
    );
    let mut request = team_form("Leith", "Into work");
    request.id = Some(9);
    assert_eq!(
        team::save_team(&mut bench.app, request).unwrap_err().code,
        ErrorCode::NotFound
    );
    let mut request = form("Ana");
    request.id = Some("f".repeat(32));
    assert_eq!(
        team::save_adviser(&mut bench.app, request)
            .unwrap_err()
            .code,
        ErrorCode::NotFound
    );
}
