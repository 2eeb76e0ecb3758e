//! A mean of fewer than five replies is nobody's to read: every place that shows the figure says so.

use super::support::Team;
use crate::scorecard::report::{ReportRequest, report};
use crate::scorecard::view::{LoadChart, LoadOverview, LoadScorecard};
use crate::scorecard::{adviser, chart, overview};
use crate::view::StatusView;

const SCORES: [i64; 14] = [8, 9, 7, 8, 9, 8, 7, 9, 8, 8, 7, 9, 8, 9];

/// Grace's client experience: fourteen months of twelve replies, then November with so many.
fn grace(replies: i64) -> Team {
    let mut team = Team::new();
    team.adviser("Grace", "2023-04-03", None);
    team.kpi("K29");
    team.figures("Grace", "K29", "2025-09", 12, &SCORES);
    team.figures("Grace", "K29", "2026-11", replies, &[2]);
    team
}

#[test]
fn row_cell_page_and_report_say_that_there_were_too_few_replies() {
    let mut team = grace(4);
    let id = team.id("Grace");
    let app = &mut team.bench.app;
    let request = LoadScorecard {
        adviser: id.clone(),
        month: None,
    };
    let card = adviser(app, request).unwrap();
    let row = &card.blocks[0].rows[0];
    assert_eq!(row.now, "Fewer than 5 replies");
    assert_eq!(row.period_words, "November 2026");
    assert_eq!((row.out_of.as_ref(), row.age.as_ref()), (None, None));
    assert_eq!(row.change.mark, StatusView::NoClearChange);

    let view = overview(app, LoadOverview { month: None }).unwrap();
    assert_eq!(view.rows[0].cells[0].value, row.now);
    assert!(view.needs_you.iter().all(|need| need.alias.is_none()));

    let request = LoadChart {
        adviser: id,
        kpi: "K29".to_owned(),
        month: None,
    };
    let page = chart(app, request).unwrap();
    assert!(
        page.sentence
            .contains("fewer than five replies in November 2026"),
        "{}",
        page.sentence
    );

    let report = report(app, &ReportRequest::default()).unwrap();
    let kpi = &report.advisers[0].kpis[0];
    assert_eq!(kpi.few_replies.as_deref(), Some("2026-11"));
    assert_eq!(
        (kpi.period.as_deref(), kpi.late.as_deref()),
        (Some("2026-10"), None)
    );
    assert_eq!(kpi.points.last().unwrap().standing, "few_replies");
}

#[test]
fn five_replies_are_shown_with_their_number() {
    let mut team = grace(5);
    let adviser_id = team.id("Grace");
    let request = LoadScorecard {
        adviser: adviser_id,
        month: None,
    };
    let card = adviser(&mut team.bench.app, request).unwrap();
    let row = &card.blocks[0].rows[0];
    assert_eq!(row.now, "2.0");
    assert_eq!(row.out_of.as_deref(), Some("mean of 5"));
}
