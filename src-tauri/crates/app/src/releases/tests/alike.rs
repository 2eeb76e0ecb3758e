//! One table, one grain, one definition; and no number that would count the advisers.

use super::{MONTHS, request, spec, team, team_with};
use crate::kpis::library;
use crate::releases::preview;
use crate::releases::view::{FileFormatView, ProfileView};
use crate::testing::Bench;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::KpiId;
use domain::period::parse_period;
use domain::team::AdviserId;
use store::Action;
use store::kpis::InUse;

/// Gives the attendance of `team()` a second definition from a day on.
fn redefine(bench: &mut Bench, from: &str) {
    let store = bench.app.store_mut().unwrap();
    let mut next = store.read().kpis().all().unwrap()[0].versions[0].clone();
    next.version = 2;
    next.valid_from = Some(from.parse().unwrap());
    next.excludes = vec!["cancelled by the provider".to_owned()];
    let mut change = store.write(Action::KpiAmended).unwrap();
    change.kpis().add_version(&next).unwrap();
    change.commit().unwrap();
}

#[test]
fn a_kpi_redefined_within_the_periods_is_not_added_up() {
    let mut bench = team();
    redefine(&mut bench, "2026-10-01");
    let across = spec(ProfileView::Internal, "2026-09", "2026-11");
    let view = preview(&bench.app, across).unwrap();
    assert_eq!(
        view.refusals[0].message,
        "The definition changed on 1 October 2026: Attendance. Figures before and after cannot be added up."
    );
    let after = spec(ProfileView::Internal, "2026-10", "2026-11");
    assert_eq!(preview(&bench.app, after).unwrap().shown, 2);
    let before = spec(ProfileView::Internal, "2026-09", "2026-09");
    assert_eq!(preview(&bench.app, before).unwrap().shown, 1);
}

#[test]
fn a_quarters_figure_is_never_passed_off_as_a_months() {
    let mut bench = team();
    let store = bench.app.store_mut().unwrap();
    let mut change = store.write(Action::FiguresWritten).unwrap();
    let definition = &library().find("K26").unwrap().definition;
    let kpi = change.kpis().add(definition, InUse::Yes, None).unwrap();
    for adviser in 1..=8 {
        let figure = figure_of(adviser, kpi, "2026-Q3", (20, Some(40), None));
        change.figures().put(&figure).unwrap();
    }
    change.commit().unwrap();
    let months = spec(ProfileView::Internal, "2026-09", "2026-10");
    let view = preview(&bench.app, months.clone()).unwrap();
    assert_eq!(view.columns.len(), 1, "only attendance: {:?}", view.columns);
    let left_out = view.report.last().unwrap();
    assert!(
        left_out.sentences[0].ends_with("reported for longer periods than these."),
        "{left_out:?}"
    );
    let mut only = months;
    only.kpis = vec!["K26".to_owned()];
    let view = preview(&bench.app, only).unwrap();
    assert!(
        view.refusals[0]
            .message
            .contains("longer periods than a month"),
        "{:?}",
        view.refusals
    );
}

fn figure_of(
    adviser: u32,
    kpi: KpiId,
    period: &str,
    (numerator, denominator, exposure): (i64, Option<i64>, Option<i64>),
) -> Figure {
    Figure {
        adviser: AdviserId(adviser),
        kpi,
        period: parse_period(period).unwrap(),
        amount: Amount {
            numerator,
            denominator,
            exposure,
        },
        status: FigureStatus::Ok,
    }
}

#[test]
fn time_is_never_printed_beside_a_band_of_advisers() {
    let mut bench = team_with("K19", "Harbour", FigureStatus::Ok);
    let store = bench.app.store_mut().unwrap();
    let mut change = store.write(Action::FiguresWritten).unwrap();
    for month in MONTHS {
        for adviser in 1..=8 {
            let figure = figure_of(adviser, KpiId(1), month, (6, None, Some(1000)));
            change.figures().put(&figure).unwrap();
        }
    }
    change.commit().unwrap();
    let asked = request("2026-09", "2026-09", FileFormatView::Csv);
    let view = preview(&bench.app, asked.spec.clone()).unwrap();
    let cell = &view.rows[0].cells[0];
    assert_eq!(
        (cell.value.as_deref(), cell.behind.as_str()),
        (Some("48"), "")
    );
    let said = view.report.iter().flat_map(|one| &one.sentences);
    assert!(
        said.filter(|one| one.contains("the time beside them"))
            .count()
            == 1,
        "{:?}",
        view.report
    );
    let path = bench.path("summary.csv");
    crate::releases::write(&mut bench.app, asked, &path).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.contains(",K19,48") && !text.contains("exposure"),
        "{text}"
    );
}
