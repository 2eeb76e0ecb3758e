//! Story E1: noise is not performance, through the app's own actions.

use super::support::{AMARA, Team};
use crate::error::ErrorCode;
use crate::scorecard::view::RemovePhase;
use crate::scorecard::view::{AddPhase, ChartPageView, LoadChart, SetBaseline};
use crate::scorecard::{add_phase, chart, remove_phase, set_baseline};
use crate::undo;
use crate::view::{AgainstTargetView, StatusView};
use store::Action;

/// Amara alone, with job starts every month, and her colleagues.
fn team() -> Team {
    let mut team = Team::new();
    for alias in [
        "Amara", "Ben", "Chloe", "Dev", "Esi", "Farid", "Grace", "Hugo",
    ] {
        team.adviser(alias, "2023-04-03", None);
    }
    team.kpi("K19");
    team.kpi("K13");
    team.figures("Amara", "K19", "2025-09", 1, &AMARA);
    team.target("K19", 6_000_000);
    team
}

fn page(team: &mut Team) -> ChartPageView {
    let adviser = team.id("Amara");
    chart(
        &mut team.bench.app,
        LoadChart {
            adviser,
            kpi: "K19".to_owned(),
            month: None,
        },
    )
    .unwrap()
}

fn baseline(team: &mut Team, points: Option<u32>) -> Result<ChartPageView, crate::error::AppError> {
    let adviser = team.id("Amara");
    let reason = "the twelve months before the desk moved".to_owned();
    let request = SetBaseline {
        adviser,
        kpi: "K19".to_owned(),
        month: None,
        points,
        reason,
    };
    set_baseline(&mut team.bench.app, request)
}

fn detail<'a>(page: &'a ChartPageView, term: &str) -> &'a str {
    let row = page.worked_out.iter().find(|row| row.term == term);
    row.map_or("", |row| row.detail.as_str())
}

#[test]
fn amaras_november_is_usual_variation_and_everything_says_so() {
    let mut team = team();
    let page = baseline(&mut team, Some(12)).unwrap();
    assert_eq!(page.change.mark, StatusView::NoClearChange);
    assert_eq!(page.target.mark, AgainstTargetView::SometimesMet);
    assert_eq!(
        detail(&page, "Range now"),
        "average 5.50; mean moving range 2.09; 2.66 × 2.09 = 5.56; so −0.06 to 11.06, drawn from 0"
    );
    assert!(
        page.sentence
            .contains("3 or fewer comes about 1 month in 5"),
        "{}",
        page.sentence
    );
    assert_eq!(
        detail(&page, "By chance"),
        "3 or fewer comes about 1 month in 5; in a team of 8, somebody has it in 84\u{a0}% of months"
    );
    assert_eq!(
        detail(&page, "Target"),
        "6 or more: expect it in about 5.7 months of 12, if nothing changes"
    );
    assert_eq!(
        detail(&page, "Not to be seen"),
        "To see a fall from 5 to 3 takes about 16 months before it and as many after."
    );
    let sooner = page.worked_out.iter().find(|row| !row.opens.is_empty());
    let opened = &sooner.unwrap().opens;
    assert_eq!(opened.first().unwrap().kpi, "K13");
    assert_eq!(
        detail(&page, "Look sooner"),
        "A change may show sooner in employer conversations."
    );
    insta::assert_snapshot!(page.worked_out_text);
}

#[test]
fn a_baseline_by_hand_is_journalled_and_can_be_taken_back() {
    let mut team = team();
    baseline(&mut team, Some(12)).unwrap();
    let entries = team
        .bench
        .app
        .store()
        .unwrap()
        .read()
        .journal()
        .entries(0, 1)
        .unwrap();
    assert_eq!(entries[0].action, Action::BaselineFrozen);
    let journal = crate::journal::view::LoadJournal { skip: 0, take: 1 };
    let shown = crate::journal::page(&team.bench.app, journal).unwrap();
    let reason = shown.entries[0].reason.as_deref();
    assert_eq!(reason, Some("the twelve months before the desk moved"));
    assert_eq!(page(&mut team).baseline.unwrap().points, 12);
    let amara = team.id("Amara");
    let undone = undo::undo(&mut team.bench.app).unwrap();
    let place = |name: &str| undone.place.get(name).cloned().unwrap_or_default();
    assert_eq!(
        (undone.section.as_str(), place("adviser"), place("kpi")),
        ("chart", amara, "K19".to_owned())
    );
    assert_eq!(page(&mut team).baseline, None);
    undo::redo(&mut team.bench.app).unwrap();
    let reason = page(&mut team).baseline.unwrap().reason;
    assert_eq!(reason, "the twelve months before the desk moved");
}

#[test]
fn a_baseline_by_hand_needs_twelve_points_and_a_reason() {
    let mut team = team();
    let error = baseline(&mut team, Some(11)).unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (ErrorCode::RuleRefused, Some("points"))
    );
    let adviser = team.id("Amara");
    let request = SetBaseline {
        adviser,
        kpi: "K19".to_owned(),
        month: None,
        points: Some(12),
        reason: " ".to_owned(),
    };
    let error = set_baseline(&mut team.bench.app, request).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("reason"));
}

#[test]
fn a_new_phase_needs_its_reason_confirmed_and_leaves_the_old_limits_visible() {
    let mut team = team();
    let adviser = team.id("Amara");
    let ask = |confirmed: bool| AddPhase {
        adviser: adviser.clone(),
        kpi: "K19".to_owned(),
        month: None,
        from: "2026-10".to_owned(),
        reason: "employer desk opened".to_owned(),
        confirmed,
    };
    let error = add_phase(&mut team.bench.app, ask(false)).unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (ErrorCode::RuleRefused, Some("confirmed"))
    );
    let page = add_phase(&mut team.bench.app, ask(true)).unwrap();
    assert_eq!(
        page.change.mark,
        StatusView::TooFew,
        "two months of the new phase"
    );
    assert!(detail(&page, "Before").contains("employer desk opened"));
    assert_eq!(page.chart.bands.len(), 1, "the old range is still drawn");
    let id = page.phases[0].id;
    let gone = RemovePhase {
        adviser,
        kpi: "K19".to_owned(),
        month: None,
        id,
    };
    let page = remove_phase(&mut team.bench.app, gone).unwrap();
    assert_eq!(page.phases, []);
    undo::undo(&mut team.bench.app).unwrap();
    assert_eq!(self::page(&mut team).phases.len(), 1);
}

#[test]
fn a_phase_cannot_begin_at_the_first_period_or_outside_the_chart() {
    let mut team = team();
    for from in ["2025-09", "2030-01", "2026-W40"] {
        let request = AddPhase {
            adviser: team.id("Amara"),
            kpi: "K19".to_owned(),
            month: None,
            from: from.to_owned(),
            reason: "employer desk opened".to_owned(),
            confirmed: true,
        };
        let error = add_phase(&mut team.bench.app, request).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("from"), "{from}");
    }
}

#[test]
fn what_is_set_on_an_earlier_month_belongs_to_the_phase_that_is_shown() {
    let mut team = team();
    let adviser = team.id("Amara");
    let phase = AddPhase {
        adviser: adviser.clone(),
        kpi: "K19".to_owned(),
        month: None,
        from: "2026-11".to_owned(),
        reason: "the desk moved".to_owned(),
        confirmed: true,
    };
    add_phase(&mut team.bench.app, phase).unwrap();
    let request = |points: Option<u32>| SetBaseline {
        adviser: adviser.clone(),
        kpi: "K19".to_owned(),
        month: Some("2026-10".to_owned()),
        points,
        reason: "the twelve months before".to_owned(),
    };
    let shown = set_baseline(&mut team.bench.app, request(Some(12))).unwrap();
    assert_eq!(shown.month, "2026-10");
    assert_eq!(shown.baseline.unwrap().points, 12);
    assert_eq!(page(&mut team).baseline, None, "the new phase has none");
    let freed = set_baseline(&mut team.bench.app, request(None)).unwrap();
    assert_eq!(freed.baseline, None);
    let journal = crate::journal::view::LoadJournal { skip: 0, take: 3 };
    let entries = crate::journal::page(&team.bench.app, journal)
        .unwrap()
        .entries;
    let reasons: Vec<_> = entries.iter().map(|one| one.reason.as_deref()).collect();
    let told = [
        None,
        Some("the twelve months before"),
        Some("the desk moved"),
    ];
    assert_eq!(reasons, told);
}
