use super::{Desk, creating};
use crate::intake::undo_batch;
use crate::intake::view::{IntakeChoices, IntakeKindView};
use crate::scorecard::view::LoadScorecard;
use crate::team::view::AdviserView;
use crate::{scorecard, team, undo};

const ROSTER: &str = "adviser,name,site,grade,team,started,left,fte\n\
    Amara,Ann Example,North,Senior adviser,Harbour,2024-04-01,,1\n\
    Bryn,,South,Adviser,Harbour,06/01/2025,,0.8\n\
    Carys,,South,Adviser,Quay,2025-13-06,,0.8\n\
    Dev,,South,Adviser,Quay,2020-01-06,2025-01-31,1\n";

#[test]
fn a_roster_adds_advisers_and_their_teams() {
    let mut desk = Desk::new();
    let before = desk.digest();
    let file = desk.choose(ROSTER);
    let choices = IntakeChoices {
        date_order: Some(crate::intake::view::DateOrderView::DayFirst),
        ..creating()
    };
    let plan = desk.plan(&file, &choices);
    assert_eq!(plan.kind, IntakeKindView::Roster);
    let reasons: Vec<_> = plan
        .rejected_rows
        .iter()
        .map(|row| row.reason.as_str())
        .collect();
    assert_eq!(
        reasons,
        ["bad_date", "expired"],
        "a leaver whose time is over does not come back"
    );
    assert_eq!((plan.accepted, plan.figures_new), (2, 2));
    let imported = desk.run(&file, &choices);
    assert_eq!(imported.accepted, 2);
    let read = desk.bench.app.store().unwrap().read();
    let advisers = read.team().advisers().unwrap();
    let bryn = advisers
        .iter()
        .find(|one| one.alias.reveal() == "Bryn")
        .unwrap();
    assert_eq!(bryn.assignments[0].share.thousandths(), 800);
    assert_eq!(bryn.started.unwrap().to_string(), "2025-01-06");
    let teams: Vec<_> = read
        .team()
        .teams()
        .unwrap()
        .into_iter()
        .map(|team| team.name.as_str().to_owned())
        .collect();
    assert_eq!(teams, ["Harbour"]);
    undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!(desk.digest(), before);
}

#[test]
fn people_who_are_there_are_amended_and_can_be_put_back() {
    let mut desk = Desk::with_team(&[("Amara", Some("2024-04-01"), None), ("Bryn", None, None)]);
    let before = desk.digest();
    let file = desk.choose("adviser,grade,left\nAmara,Senior adviser,2026-11-30\nbryn,,\n");
    let plan = desk.plan(&file, &creating());
    assert_eq!(
        (plan.figures_new, plan.figures_same, plan.figures_changed),
        (0, 1, 1)
    );
    let imported = desk.run(&file, &creating());
    let read = desk.bench.app.store().unwrap().read();
    let amara = read
        .team()
        .advisers()
        .unwrap()
        .into_iter()
        .find(|one| one.alias.reveal() == "Amara")
        .unwrap();
    assert_eq!(amara.left.unwrap().to_string(), "2026-11-30");
    assert_eq!(
        amara.started.unwrap().to_string(),
        "2024-04-01",
        "an empty cell says nothing"
    );
    undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!(desk.digest(), before);
}

fn amara(desk: &Desk) -> AdviserView {
    let roster = team::list(&desk.bench.app).unwrap();
    let mut found = roster.advisers.into_iter();
    found.find(|one| one.alias == "Amara").unwrap()
}

#[test]
fn the_band_of_a_caseload_comes_in_is_shown_and_can_be_put_back() {
    let mut desk = Desk::with_team(&[("Amara", Some("2024-04-01"), None)]);
    let before = desk.digest();
    let file = desk.choose("adviser,band,grade\nAmara,3,Senior\n");
    assert_eq!(desk.plan(&file, &creating()).figures_changed, 1);
    let imported = desk.run(&file, &creating());
    let view = amara(&desk);
    assert_eq!(
        (view.band.as_deref(), view.grade.as_deref()),
        (Some("3"), Some("Senior"))
    );
    let request = LoadScorecard {
        adviser: view.id,
        month: None,
    };
    let card = scorecard::adviser(&mut desk.bench.app, request).unwrap();
    assert_eq!(
        card.subtitle,
        "Adviser since 1 April 2024 · 1.0 full-time · band 3 caseload"
    );
    let next = desk.choose("adviser,grade\nAmara,Lead\n");
    desk.run(&next, &creating());
    assert_eq!(
        amara(&desk).band.as_deref(),
        Some("3"),
        "a column that is not there says nothing"
    );
    undo::undo(&mut desk.bench.app).unwrap();
    undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!(desk.digest(), before);
}

#[test]
fn a_roster_is_taken_out_whole_though_it_is_not_the_last_step() {
    let mut desk = Desk::with_team(&[("Amara", None, None), ("Bryn", None, None)]);
    let before = desk.digest();
    let first = desk.choose("adviser,team,fte\nAmara,Quay,0.5\nBryn,Quay,0.5\n");
    let first = desk.run(&first, &creating()).batch;
    let second = desk.choose("adviser,fte\nCarys,1\n");
    let second = desk.run(&second, &creating()).batch;
    let undone = undo_batch(&mut desk.bench.app, first).unwrap();
    assert_eq!(undone.kept, [""; 0]);
    undo_batch(&mut desk.bench.app, second).unwrap();
    assert_eq!(desk.digest(), before);
}

#[test]
fn people_changed_again_since_a_roster_stay_and_are_named() {
    let mut desk = Desk::with_team(&[("Amara", None, None), ("Bryn", None, None)]);
    let first = desk.choose("adviser,fte\nAmara,0.5\nBryn,0.5\n");
    let first = desk.run(&first, &creating()).batch;
    let second = desk.choose("adviser,fte\nAmara,0.6\n");
    desk.run(&second, &creating());
    let undone = undo_batch(&mut desk.bench.app, first).unwrap();
    assert_eq!(
        undone.kept,
        ["Amara: changed again since, so left as it is now"]
    );
    let shares: Vec<u16> = desk
        .bench
        .app
        .store()
        .unwrap()
        .read()
        .team()
        .advisers()
        .unwrap()
        .iter()
        .map(|one| one.assignments[0].share.thousandths())
        .collect();
    assert_eq!(shares, [600, 1000]);
}

#[test]
fn a_changed_share_of_full_time_begins_today_and_leaves_the_months_before_alone() {
    let mut desk = Desk::with_team(&[]);
    let first = "adviser,team,grade,started,fte\nAmara,Harbour,,2024-04-01,1\n";
    let first = desk.choose(first);
    desk.run(&first, &creating());
    let before = desk.digest();
    let second = "adviser,team,grade,fte\nAmara,Harbour,Senior,0.6\n";
    let second = desk.choose(second);
    assert_eq!(desk.plan(&second, &creating()).figures_changed, 1);
    let batch = desk.run(&second, &creating()).batch;
    let today = desk.bench.app.latest_day();
    let read = desk.bench.app.store().unwrap().read();
    let amara = read.team().advisers().unwrap().remove(0);
    let stretches: Vec<_> = amara
        .assignments
        .iter()
        .map(|one| (one.share.thousandths(), one.from, one.to))
        .collect();
    assert_eq!(
        stretches,
        [
            (1000, "2024-04-01".parse().unwrap(), today.pred_opt()),
            (600, today, None)
        ]
    );
    assert_eq!(desk.plan(&second, &creating()).figures_same, 1);
    undo_batch(&mut desk.bench.app, batch).unwrap();
    assert_eq!(desk.digest(), before);
}
