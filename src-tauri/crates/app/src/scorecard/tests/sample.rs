//! The sample team as a manager meets it, for a person to proof-read.

use super::pages::{card_text, overview_text};
use crate::releases::view::{FileFormatView, WriteScorecard};
use crate::scorecard::view::{LoadChart, LoadOverview, LoadScorecard};
use crate::scorecard::{adviser, adviser_of_alias, chart, overview, write};
use crate::testing::Bench;
use crate::vault;
use crate::view::StatusView;

fn sample() -> Bench {
    let mut bench = Bench::new();
    vault::sample(&mut bench.app).unwrap();
    bench
}

#[test]
fn the_sample_teams_overview_reads_as_written() {
    let mut bench = sample();
    let view = overview(&mut bench.app, LoadOverview { month: None }).unwrap();
    assert_eq!(view.month, "2026-11");
    insta::assert_snapshot!(overview_text(&view));
}

#[test]
fn each_scorecard_of_the_sample_team_reads_as_written() {
    let mut bench = sample();
    let view = overview(&mut bench.app, LoadOverview { month: None }).unwrap();
    let cards = view.rows.iter().map(|row| {
        let request = LoadScorecard {
            adviser: row.adviser.clone(),
            month: None,
        };
        card_text(&adviser(&mut bench.app, request).unwrap())
    });
    insta::assert_snapshot!(cards.collect::<Vec<_>>().join("\n----\n"));
}

#[test]
fn every_row_of_the_sample_team_says_what_its_chart_says() {
    let mut bench = sample();
    let view = overview(&mut bench.app, LoadOverview { month: None }).unwrap();
    for row in view.rows.iter().filter(|row| row.left.is_none()) {
        let request = LoadScorecard {
            adviser: row.adviser.clone(),
            month: None,
        };
        let card = adviser(&mut bench.app, request).unwrap();
        for kpi in card.blocks.iter().flat_map(|block| &block.rows) {
            let request = LoadChart {
                adviser: row.adviser.clone(),
                kpi: kpi.kpi.clone(),
                month: None,
            };
            let page = chart(&mut bench.app, request).unwrap();
            assert_eq!(kpi.change, page.change, "{} {}", row.alias, kpi.name);
            assert_eq!(kpi.target, page.target, "{} {}", row.alias, kpi.name);
        }
    }
}

#[test]
fn a_chart_up_to_a_month_says_what_the_row_of_that_month_says() {
    let mut bench = sample();
    let grace = adviser_of_alias(&bench.app, "Grace").unwrap();
    let request = LoadScorecard {
        adviser: grace.clone(),
        month: Some("2026-09".to_owned()),
    };
    let card = adviser(&mut bench.app, request).unwrap();
    let rows = card.blocks.iter().flat_map(|block| &block.rows);
    for row in rows.filter(|row| row.age.is_none()) {
        let request = LoadChart {
            adviser: grace.clone(),
            kpi: row.kpi.clone(),
            month: Some("2026-09".to_owned()),
        };
        let page = chart(&mut bench.app, request).unwrap();
        assert_eq!(page.month, "2026-09");
        assert_eq!(row.change, page.change, "{}", row.name);
        assert_eq!(row.target, page.target, "{}", row.name);
        let last = page.periods.last().map(|one| one.period.as_str());
        if row.kpi == "K13" {
            assert_eq!(last, Some("2026-W39"), "the last week of September");
        }
    }
}

#[test]
fn grace_is_the_one_whose_employer_conversations_changed() {
    let mut bench = sample();
    let grace = adviser_of_alias(&bench.app, "Grace").unwrap();
    let page = chart(
        &mut bench.app,
        LoadChart {
            adviser: grace.clone(),
            kpi: "K13".to_owned(),
            month: None,
        },
    )
    .unwrap();
    assert_eq!(page.change.mark, StatusView::Worse);
    insta::assert_snapshot!(format!(
        "{}\n{}\n{}\n{}\n\n{}",
        page.finding, page.sentence, page.unit_line, page.legend, page.worked_out_text
    ));
    for (adviser, name) in [(Some(grace), "sample-grace.pdf"), (None, "sample-team.pdf")] {
        let path = bench.path(name);
        let request = WriteScorecard {
            adviser,
            from: None,
            month: None,
            format: FileFormatView::Pdf,
        };
        write(&mut bench.app, request, &path).unwrap();
        if let Some(folder) = std::env::var_os("PLUMBLINE_KEEP") {
            std::fs::copy(&path, std::path::Path::new(&folder).join(name)).unwrap();
        }
    }
}
