//! Overview and scorecard: who is marked, what is late, and that table, chart and sentence say the same.

use super::support::{AMARA, Team, harbour};
use crate::scorecard::view::{
    LoadChart, LoadOverview, LoadScorecard, NeedKindView, OverviewView, ScorecardView,
};
use crate::scorecard::{adviser, chart, overview};
use crate::settings;
use crate::settings::view::PointsNeededView;
use crate::view::{ChartToneView, StatusView};
use std::fmt::Write;

fn look(team: &mut Team, month: Option<&str>) -> OverviewView {
    overview(
        &mut team.bench.app,
        LoadOverview {
            month: month.map(str::to_owned),
        },
    )
    .unwrap()
}

fn card(team: &mut Team, alias: &str) -> ScorecardView {
    let adviser = team.id(alias);
    super::super::adviser(
        &mut team.bench.app,
        LoadScorecard {
            adviser,
            month: None,
        },
    )
    .unwrap()
}

pub(super) fn overview_text(view: &OverviewView) -> String {
    let mut text = format!(
        "{}\n{}\n{}\n\n",
        view.month_words, view.sentence, view.quiet
    );
    for need in &view.needs_you {
        let alias = need.alias.as_deref().unwrap_or("-");
        let due = need.due.as_deref().unwrap_or("-");
        writeln!(text, "{:?} | {alias} | {} | {due}", need.kind, need.fact).unwrap();
    }
    let columns: Vec<String> = view
        .columns
        .iter()
        .map(|one| format!("{} ({})", one.name, one.under))
        .collect();
    writeln!(text, "\n{}", columns.join(" | ")).unwrap();
    for row in &view.rows {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| format!("{:?} {} [{}]", cell.status, cell.value, cell.spoken))
            .collect();
        let left = row.left.clone().unwrap_or_default();
        writeln!(text, "{}: {left}{}", row.alias, cells.join(" | ")).unwrap();
    }
    text.replace('\u{a0}', "~")
}

pub(super) fn card_text(view: &ScorecardView) -> String {
    let mut text = format!(
        "{}\n{}\n{}\n\n",
        view.alias, view.subtitle, view.month_words
    );
    writeln!(text, "{:?}: {}", view.changed_mark, view.changed.join(" ")).unwrap();
    writeln!(text, "{}\n{}", view.not_changed, view.not_known).unwrap();
    for block in &view.blocks {
        writeln!(text, "\n{:?}", block.block).unwrap();
        for row in &block.rows {
            let parts = [
                format!("{} ({})", row.name, row.unit_words),
                format!("{:?} {}", row.arrow, row.now),
                row.out_of.clone().unwrap_or_default(),
                row.interval.clone().unwrap_or_default(),
                row.usual_range.clone(),
                row.change.words.clone(),
                row.target.words.clone(),
                row.age.clone().unwrap_or_default(),
                row.period_words.clone(),
            ];
            writeln!(text, "{}", parts.join(" | ")).unwrap();
        }
    }
    text.replace('\u{a0}', "~")
}

#[test]
fn the_overview_reads_as_written() {
    insta::assert_snapshot!(overview_text(&look(&mut harbour(), None)));
}

#[test]
fn a_scorecard_reads_as_written() {
    insta::assert_snapshot!(card_text(&card(&mut harbour(), "Grace")));
}

#[test]
fn a_chart_page_says_how_it_was_worked_out() {
    let mut team = harbour();
    let adviser = team.id("Grace");
    let request = LoadChart {
        adviser,
        kpi: "K13".to_owned(),
        month: None,
    };
    let page = chart(&mut team.bench.app, request).unwrap();
    let text = format!(
        "{}\n{}\n{}\n\n{}",
        page.finding, page.sentence, page.unit_line, page.worked_out_text
    );
    insta::assert_snapshot!(text.replace('\u{a0}', "~"));
}

#[test]
fn who_asks_for_more_figures_waits_for_the_range_and_reads_so_on_the_chart() {
    let mut team = harbour();
    let adviser = team.id("Grace");
    let mut worked_out = |points_needed: PointsNeededView| {
        let mut view = settings::load(&mut team.bench.app).unwrap();
        view.points_needed = points_needed;
        settings::save(&mut team.bench.app, view).unwrap();
        let request = LoadChart {
            adviser: adviser.clone(),
            kpi: "K13".to_owned(),
            month: None,
        };
        let page = chart(&mut team.bench.app, request).unwrap();
        let said = |term: &str| {
            let row = page.worked_out.iter().find(|row| row.term == term);
            row.map(|row| row.detail.clone()).unwrap_or_default()
        };
        [said("Fixed on"), said("Rule set")]
    };
    insta::assert_debug_snapshot!([
        worked_out(PointsNeededView::Standard),
        worked_out(PointsNeededView::Long),
    ]);
}

#[test]
fn nobody_is_marked_on_the_overview_and_nobody_is_ordered_by_a_result() {
    let mut team = harbour();
    let view = look(&mut team, None);
    let aliases: Vec<&str> = view.rows.iter().map(|row| row.alias.as_str()).collect();
    assert_eq!(aliases, ["Amara", "Farid", "Grace", "Hugo"]);
    for cell in view.rows.iter().flat_map(|row| &row.cells) {
        assert!(!matches!(
            cell.status,
            StatusView::Better | StatusView::Worse | StatusView::Changed
        ));
        assert_eq!(cell.spark.tone, ChartToneView::Neutral);
        assert!(
            cell.spark
                .points
                .iter()
                .all(|point| point.tone == ChartToneView::Neutral)
        );
    }
    let grace = card(&mut team, "Grace");
    assert_eq!(
        grace.changed_mark,
        StatusView::Worse,
        "her own page says look and ask"
    );
}

#[test]
fn a_leaver_has_a_sentence_instead_of_cells_from_the_month_after() {
    let mut team = harbour();
    let view = look(&mut team, Some("2026-11"));
    let hugo = view.rows.last().unwrap();
    assert_eq!(
        hugo.left.as_deref(),
        Some("Left 30 October 2026. Figures are due for deletion by 30 April 2027.")
    );
    assert!(hugo.cells.is_empty());
    let before = look(&mut team, Some("2026-10"));
    assert_eq!(before.rows.last().unwrap().left, None);
}

#[test]
fn what_is_late_stands_under_needs_you_with_the_day_it_is_due() {
    let view = look(&mut harbour(), None);
    let late = view
        .needs_you
        .iter()
        .find(|need| need.alias.as_deref() == Some("Grace"))
        .unwrap();
    assert_eq!(late.kind, NeedKindView::NoFigures);
    assert_eq!(late.fact, "No figures for job starts in November 2026");
    assert_eq!(
        (late.due.as_deref(), late.period.as_deref()),
        (Some("2026-12-08"), Some("2026-11"))
    );
}

#[test]
fn seven_lines_at_most_need_the_manager() {
    let mut team = Team::new();
    let months = [
        "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10",
    ];
    team.kpi("K19");
    for (at, month) in months.into_iter().enumerate() {
        let alias = format!("Adviser {at}");
        team.adviser(&alias, "2023-04-03", None);
        team.figures(&alias, "K19", month, 1, &[5]);
    }
    team.adviser("Present", "2023-04-03", None);
    team.figures("Present", "K19", "2026-11", 1, &[5]);
    let view = look(&mut team, None);
    assert!(view.needs_you.len() <= 7);
    assert!(
        view.needs_you
            .windows(2)
            .all(|pair| pair[0].due <= pair[1].due),
        "by date"
    );
}

#[test]
fn row_chart_and_sentence_come_from_one_reading() {
    let mut team = harbour();
    for alias in ["Amara", "Grace", "Farid"] {
        let view = card(&mut team, alias);
        for row in view.blocks.iter().flat_map(|block| &block.rows) {
            let request = LoadChart {
                adviser: team.id(alias),
                kpi: row.kpi.clone(),
                month: None,
            };
            let page = chart(&mut team.bench.app, request).unwrap();
            assert_eq!(
                (&row.change, &row.target),
                (&page.change, &page.target),
                "{alias} {}",
                row.kpi
            );
        }
    }
}

#[test]
fn months_lead_from_one_to_the_next() {
    let mut team = harbour();
    let view = look(&mut team, None);
    assert_eq!(
        view.month, "2026-11",
        "the last closed month, although a week of December is typed"
    );
    let newest: Vec<&str> = view.months.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(newest[..2], ["December 2026", "November 2026"]);
    let first = look(&mut team, Some("2025-09"));
    assert_eq!(
        first.months.last().map(|one| one.period.as_str()),
        Some("2025-09"),
        "the first month with figures is the last that is offered"
    );
    assert!(
        overview(
            &mut team.bench.app,
            LoadOverview {
                month: Some("soon".to_owned())
            }
        )
        .is_err()
    );
}

#[test]
fn an_empty_vault_says_so() {
    let mut team = Team::new();
    let view = look(&mut team, None);
    assert_eq!(view.sentence, "There are no figures to look at yet.");
    assert_eq!((view.rows.len(), view.needs_you.len()), (0, 0));
    let error = adviser(
        &mut team.bench.app,
        LoadScorecard {
            adviser: "0".repeat(32),
            month: None,
        },
    );
    assert!(error.is_err(), "there is nobody with this id");
}

#[test]
fn a_month_without_a_signal_says_that_what_moved_is_noise() {
    let mut team = Team::new();
    team.adviser("Amara", "2023-04-03", None);
    team.kpi("K19");
    team.figures("Amara", "K19", "2025-09", 1, &AMARA);
    let view = look(&mut team, None);
    assert!(
        view.sentence
            .starts_with("No KPI line has a signal at the end of November 2026."),
        "{}",
        view.sentence
    );
}

#[test]
fn a_chart_of_a_month_before_the_first_figure_says_that_there_is_none() {
    let mut team = harbour();
    let adviser = team.id("Grace");
    let request = LoadChart {
        adviser,
        kpi: "K13".to_owned(),
        month: Some("2019-05".to_owned()),
    };
    let page = chart(&mut team.bench.app, request).unwrap();
    assert!(
        page.finding.starts_with("No figures for"),
        "{}",
        page.finding
    );
    assert!(page.chart.points.is_empty());
    assert!(
        page.months.iter().any(|month| month.period == "2026-11"),
        "the way back is offered"
    );
}
