//! The time an adviser had is stored with the figure, and follows the roster.

use super::bench::{Desk, adviser};
use crate::team::view::{AbsenceView, SaveAdviser, SaveTeam, ShareView, TerritoryView};
use crate::{team, undo};
use domain::period::parse_period;

fn exposure(desk: &Desk, kpi: &str, period: &str) -> Option<i64> {
    let read = desk.bench.app.store().unwrap().read();
    let kpi = read.kpis().find_code(kpi).unwrap().unwrap();
    let stored = read.figures().grid(parse_period(period).unwrap()).unwrap();
    stored
        .iter()
        .find(|figure| figure.kpi == kpi)
        .unwrap()
        .amount
        .exposure
}

fn amended(desk: &Desk) -> SaveAdviser {
    SaveAdviser {
        id: Some(desk.id("Ana")),
        ..adviser("Ana")
    }
}

#[test]
fn a_week_with_a_bank_holiday_has_four_days_and_a_count_has_none() {
    let mut desk = Desk::new();
    desk.write(
        "2026-W48",
        &[("Ana", "K13", "9", ""), ("Ana", "K28", "60", "")],
    );
    desk.write("2026-W36", &[("Ana", "K13", "7", "")]);
    assert_eq!(exposure(&desk, "K13", "2026-W48"), Some(5000));
    assert_eq!(
        exposure(&desk, "K13", "2026-W36"),
        Some(4000),
        "31 August 2026"
    );
    assert_eq!(exposure(&desk, "K28", "2026-W48"), None);
    desk.write("2026-11", &[("Ana", "K19", "6", "")]);
    assert_eq!(exposure(&desk, "K19", "2026-11"), Some(1000));
}

#[test]
fn a_changed_share_or_absence_restates_what_was_worked_out_and_undo_takes_it_back() {
    let mut desk = Desk::new();
    desk.write("2026-W48", &[("Ana", "K13", "9", "")]);
    let before = desk.digest();
    let mut request = amended(&desk);
    request.shares = vec![ShareView {
        from: "2024-01-01".to_owned(),
        share: 800,
    }];
    request.absences = vec![AbsenceView {
        from: "2026-11-24".to_owned(),
        to: "2026-11-24".to_owned(),
        half_days: 2,
    }];
    team::save_adviser(&mut desk.bench.app, request).unwrap();
    assert_eq!(exposure(&desk, "K13", "2026-W48"), Some(3000));
    let after = desk.digest();
    assert_eq!(
        undo::undo(&mut desk.bench.app).unwrap().words,
        "Undone: adviser amended"
    );
    assert_eq!(desk.digest(), before);
    undo::redo(&mut desk.bench.app).unwrap();
    assert_eq!(desk.digest(), after);
}

#[test]
fn another_territory_has_other_holidays() {
    let mut desk = Desk::new();
    desk.write("2026-W36", &[("Ana", "K13", "7", "")]);
    let before = desk.digest();
    let teams = team::list(&desk.bench.app).unwrap().teams;
    let request = SaveTeam {
        id: Some(teams[0].id),
        name: "Leith".to_owned(),
        site: None,
        programme: "Into work".to_owned(),
        territory: TerritoryView::Scotland,
    };
    let roster = team::save_team(&mut desk.bench.app, request).unwrap();
    assert_eq!(
        (
            roster.teams[0].name.as_str(),
            roster.teams[0].programme.as_str()
        ),
        ("Leith", "Into work")
    );
    assert_eq!(
        exposure(&desk, "K13", "2026-W36"),
        Some(5000),
        "no holiday in Scotland"
    );
    undo::undo(&mut desk.bench.app).unwrap();
    assert_eq!(desk.digest(), before);
}

#[test]
fn a_correction_keeps_the_time_it_was_counted_over() {
    let mut desk = Desk::new();
    desk.write("2026-W48", &[("Ana", "K13", "9", "")]);
    desk.write("2026-W48", &[("Ana", "K13", "10", "")]);
    assert_eq!(exposure(&desk, "K13", "2026-W48"), Some(5000));
}
