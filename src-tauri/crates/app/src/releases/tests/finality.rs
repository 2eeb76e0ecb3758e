//! What stays at home, and what goes out again as it was.

use super::{MONTHS, request, spec, team, team_with};
use crate::error::ErrorCode;
use crate::releases::view::{FileFormatView, ProfileView};
use crate::releases::{choices, preview, write};
use domain::figure::{Amount, Figure, FigureStatus};
use domain::period::parse_period;
use store::Action;

#[test]
fn the_very_same_summary_goes_out_again_with_the_figures_of_the_register() {
    let mut bench = team();
    let first = bench.path("first.json");
    write(
        &mut bench.app,
        request("2026-09", "2026-10", FileFormatView::Json),
        &first,
    )
    .unwrap();
    let mut change = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::FiguresWritten)
        .unwrap();
    let figure = Figure {
        adviser: domain::team::AdviserId(1),
        kpi: domain::kpi::KpiId(1),
        period: parse_period("2026-10").unwrap(),
        amount: Amount {
            numerator: 1,
            denominator: Some(2),
            exposure: None,
        },
        status: FigureStatus::Corrected,
    };
    change.figures().put(&figure).unwrap();
    change.commit().unwrap();
    let asked = request("2026-09", "2026-10", FileFormatView::Json);
    let view = preview(&bench.app, asked.spec.clone()).unwrap();
    assert_eq!(
        view.report[0].sentences,
        ["This is summary 1 again, with the figures it went out with."]
    );
    let second = bench.path("second.json");
    write(&mut bench.app, asked, &second).unwrap();
    let rows = |path: &std::path::Path| {
        let text = std::fs::read(path).unwrap();
        serde_json::from_slice::<serde_json::Value>(&text).unwrap()["rows"].clone()
    };
    assert_eq!(rows(&first), rows(&second), "nothing is summed anew");
    let third = bench.path("third.pdf");
    let asked = request("2026-09", "2026-10", FileFormatView::Pdf);
    write(&mut bench.app, asked, &third).unwrap();
    assert_eq!(choices(&bench.app).unwrap().register.len(), 1);
}

#[test]
fn a_month_whose_outcomes_are_open_stays_at_home_and_says_until_when() {
    let mut bench = team_with("K23", "Harbour", FigureStatus::Ok);
    let mut asked = request("2026-09", "2026-11", FileFormatView::Csv);
    asked.spec.kpis = vec!["K23".to_owned()];
    let view = preview(&bench.app, asked.spec.clone()).unwrap();
    let said: Vec<&str> = view
        .refusals
        .iter()
        .map(|one| one.message.as_str())
        .collect();
    assert_eq!(
        said[0],
        "September 2026 is not final before 31 December 2026: Sustained 13 weeks."
    );
    assert_eq!(said.len(), 3);
    assert_eq!(
        view.refusals[0].hint.as_deref(),
        Some("Leave it out, or wait until 31 December 2026.")
    );
    let path = bench.path("a.csv");
    let refused = write(&mut bench.app, asked, &path).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ReleaseRefused);
    assert!(!path.exists());
    let offered = choices(&bench.app).unwrap();
    let open: Vec<&str> = offered.kpis[0]
        .open
        .iter()
        .map(|one| one.month.as_str())
        .collect();
    assert_eq!(open, MONTHS);
    assert_eq!(offered.kpis[0].open[0].quarter, "2026-Q3");
}

#[test]
fn provisional_and_disputed_figures_stay_at_home() {
    for (status, words) in [
        (
            FigureStatus::Provisional,
            "October 2026 is provisional: Attendance.",
        ),
        (
            FigureStatus::Disputed,
            "October 2026 has disputed figures: Attendance.",
        ),
    ] {
        let bench = team_with("K09", "Harbour", status);
        let view = preview(
            &bench.app,
            spec(ProfileView::Internal, "2026-09", "2026-11"),
        )
        .unwrap();
        assert_eq!(view.headline, words);
        let november = preview(
            &bench.app,
            spec(ProfileView::Internal, "2026-11", "2026-11"),
        )
        .unwrap();
        assert_eq!(november.refusals, []);
    }
}

#[test]
fn a_team_named_after_an_adviser_must_be_renamed_first() {
    let bench = team_with("K09", "The Amara Smith team", FigureStatus::Ok);
    let view = preview(
        &bench.app,
        spec(ProfileView::Internal, "2026-09", "2026-11"),
    )
    .unwrap();
    assert!(
        view.headline.contains("The Amara Smith team"),
        "{}",
        view.headline
    );
    assert!(
        view.refusals[0]
            .hint
            .as_deref()
            .unwrap()
            .contains("Rename the team")
    );
}

#[test]
fn four_advisers_and_one_without_opportunity_are_too_few() {
    let bench = team();
    let month = |numerator, denominator| store::figures::MonthFigure {
        adviser: domain::team::AdviserId(numerator),
        kpi: domain::kpi::KpiId(1),
        month: parse_period("2026-11").unwrap(),
        amount: Amount {
            numerator: i64::from(numerator.min(denominator)),
            denominator: Some(i64::from(denominator)),
            exposure: None,
        },
        readings: 1,
        status: FigureStatus::Ok,
    };
    let read = bench.app.store().unwrap().read();
    let entries = read.kpis().all().unwrap();
    let kpis = [entries[0].versions[0].clone()];
    let parts = [
        month(1, 20),
        month(2, 20),
        month(3, 20),
        month(4, 20),
        month(5, 0),
    ];
    let sources = crate::releases::table::Sources {
        teams: &read.team().teams().unwrap(),
        advisers: &read.team().advisers().unwrap(),
        kpis: &kpis,
        parts: &parts,
    };
    let november = parse_period("2026-11").unwrap();
    let (table, _) = crate::releases::table::derive_table(sources, &[november]).unwrap();
    assert_eq!(table.rows()[0].members().len(), 4, "0 of 0 is nobody");
}
