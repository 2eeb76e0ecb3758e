//! Rows past keeping, and the team's totals that may be kept of them. It is 3 December 2026: October 2024 is past.

use super::{Desk, creating, read, reasons};
use crate::error::ErrorCode;
use crate::figures::view::{CellText, WriteCells};
use crate::intake::view::IntakeChoices;
use crate::intake::{AskedIntake, Wanted, import, run, undo_batch};
use crate::kpis::view::GrainView;
use crate::vault::verify;
use domain::figure::Amount;
use domain::total::Total;

const ALIASES: [&str; 6] = ["Amara", "Ben", "Chloe", "Dev", "Esi", "Farid"];

fn keeping() -> IntakeChoices {
    IntakeChoices {
        keep_totals: true,
        ..creating()
    }
}

/// A month of attendance of so many advisers, with further rows.
fn month(month: &str, advisers: usize, further: &str) -> String {
    let rows = (10..).zip(ALIASES.iter().take(advisers));
    let rows: Vec<String> = rows
        .map(|(number, alias)| format!("{alias},{month},K09,{number},20\n"))
        .collect();
    let head = "adviser,month,kpi,numerator,denominator\n";
    format!("{head}{}{further}", rows.concat())
}

fn totals(desk: &Desk) -> Vec<Total> {
    desk.bench
        .app
        .store()
        .unwrap()
        .read()
        .totals()
        .all()
        .unwrap()
}

fn offered(desk: &mut Desk, text: &str) -> u32 {
    let file = desk.choose(text);
    desk.plan(&file, &creating()).team_totals
}

#[test]
fn totals_of_months_past_keeping_come_in_only_when_asked_and_go_with_the_import() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let before = desk.digest();
    let file = desk.choose(&month("2024-10", 6, "Amara,2026-10,K02,1,2\n"));
    let plan = desk.plan(&file, &creating());
    assert_eq!((plan.expired, plan.team_totals, plan.accepted), (6, 1, 1));
    let without = desk.run(&file, &creating());
    assert_eq!((without.team_totals, totals(&desk)), (0, Vec::new()));
    undo_batch(&mut desk.bench.app, without.batch).unwrap();
    let imported = desk.run(&file, &keeping());
    assert_eq!((imported.team_totals, imported.rejected), (1, 6));
    let [total] = totals(&desk)[..] else {
        panic!("one total");
    };
    let amount = Amount {
        numerator: 10 + 11 + 12 + 13 + 14 + 15,
        denominator: Some(120),
        exposure: None,
    };
    assert_eq!((total.amount, total.advisers), (amount, 6));
    assert_eq!(total.month.to_string(), "2024-10");
    let advisers = desk.bench.app.store().unwrap().read().team().advisers();
    assert_eq!(advisers.unwrap().len(), 1, "nobody is added for a total");
    assert!(verify(&mut desk.bench.app).unwrap().sound);
    undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!(desk.digest(), before);
}

#[test]
fn a_file_of_nothing_but_old_rows_comes_in_as_totals() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&month("2024-10", 5, ""));
    assert_eq!(desk.plan(&file, &creating()).blocked.len(), 1);
    assert_eq!(desk.plan(&file, &keeping()).blocked.len(), 0);
    let refused = run(&mut desk.bench.app, read(&file, &creating())).unwrap_err();
    assert_eq!(refused.code, ErrorCode::IntakeRefused);
    let imported = desk.run(&file, &keeping());
    assert_eq!((imported.accepted, imported.team_totals), (0, 1));
    let again = desk.plan(&file, &keeping());
    assert_eq!(
        (again.expired, again.team_totals),
        (5, 0),
        "a total that is there is not made again"
    );
}

#[test]
fn a_total_of_four_advisers_or_of_somebody_counted_twice_is_not_offered() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    assert_eq!(offered(&mut desk, &month("2024-10", 4, "")), 0);
    let twice = "Amara,2024-10,K09,10,20\n";
    assert_eq!(offered(&mut desk, &month("2024-10", 4, twice)), 0);
    let file = desk.choose(&month("2024-10", 5, twice));
    let plan = desk.plan(&file, &creating());
    assert_eq!((plan.expired, plan.team_totals), (5, 1));
    assert_eq!(reasons(&plan).last(), Some(&(7, "duplicate")));
    desk.run(&file, &keeping());
    assert_eq!(totals(&desk)[0].amount.numerator, 10 + 11 + 12 + 13 + 14);
}

#[test]
fn a_month_of_which_single_figures_are_there_or_come_in_has_no_total() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let weeks = |week: &str| {
        let rows = ALIASES.map(|alias| format!("{alias},{week},K02,10,20\n"));
        rows.concat()
    };
    let head = "adviser,week,kpi,numerator,denominator\n";
    let (past, last) = (weeks("2024-W41"), weeks("2024-W44"));
    assert_eq!(offered(&mut desk, &format!("{head}{past}")), 1);
    assert_eq!(
        offered(&mut desk, &format!("{head}{past}{last}")),
        0,
        "the last week of October may still be kept"
    );
    let file = desk.choose(&format!("{head}Amara,2024-W44,K02,10,20\n"));
    desk.run(&file, &creating());
    assert_eq!(offered(&mut desk, &format!("{head}{past}")), 0);
}

#[test]
fn no_single_figure_comes_into_a_month_of_which_the_total_is_kept() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let text = month("2024-10", 5, "Amara,2026-10,K09,1,2\n").replace("K09", "K02");
    let file = desk.choose(&text);
    desk.run(&file, &keeping());
    let longer = crate::settings::view::SettingsView {
        figures_kept_months: 36,
        figures_kept_reason: "A dispute about 2024".to_owned(),
        ..crate::settings::load(&mut desk.bench.app).unwrap()
    };
    crate::settings::save(&mut desk.bench.app, longer).unwrap();
    let plan = desk.plan(&file, &keeping());
    assert_eq!((plan.accepted, plan.expired, plan.team_totals), (1, 5, 0));
    let adviser = crate::team::list(&desk.bench.app).unwrap().advisers[0]
        .id
        .clone();
    let cell = CellText {
        adviser,
        kpi: "K02".to_owned(),
        numerator: "5".to_owned(),
        denominator: "6".to_owned(),
    };
    let request = WriteCells {
        grain: GrainView::Month,
        period: "2024-10".to_owned(),
        cells: vec![cell],
    };
    let written = crate::figures::write(&mut desk.bench.app, request).unwrap();
    assert_eq!(
        written.refused[0].reason,
        "Only the team's total of this month is kept."
    );
    assert!(verify(&mut desk.bench.app).unwrap().sound);
}

#[test]
fn what_cannot_be_added_up_has_no_total() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let long = |kpi: &str, period: &str, numbers: &str| {
        let rows = ALIASES.map(|alias| format!("{alias},{period},{kpi},{numbers}\n"));
        format!(
            "adviser,period,kpi,numerator,denominator\n{}",
            rows.concat()
        )
    };
    assert_eq!(offered(&mut desk, &long("K09", "2024-Q3", "10,20")), 0);
    assert_eq!(offered(&mut desk, &long("K29", "2024-10", "45.5,")), 0);
    assert_eq!(offered(&mut desk, &long("K29", "2024-10", "500.5,11")), 1);
    assert_eq!(
        offered(&mut desk, &long("K09", "2019-10", "10,20")),
        0,
        "past seven years"
    );
}

#[test]
fn the_terminal_says_what_it_would_keep_and_keeps_it_when_asked() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let path = desk.bench.path("old.csv");
    std::fs::write(&path, month("2024-10", 5, "")).unwrap();
    let asked = AskedIntake {
        create_advisers: true,
        create_kpis: true,
        ..AskedIntake::default()
    };
    let app = &mut desk.bench.app;
    let dry = import(app, &path, &asked, Wanted::DryRun, None).unwrap();
    assert_eq!(
        (dry.batch, dry.team_totals, dry.file.rejected),
        (None, 1, 5)
    );
    let asked = AskedIntake {
        keep_totals: true,
        ..asked
    };
    let report = import(app, &path, &asked, Wanted::Import, None).unwrap();
    assert_eq!((report.batch, report.team_totals), (Some(1), 1));
}
