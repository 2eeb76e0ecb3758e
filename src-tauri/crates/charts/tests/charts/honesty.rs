//! Words that must agree with the numbers beside them, or stay away.

use crate::support::{Cell, SUBJECT, cell};
use charts::chance::chance_of_latest;
use charts::levels::decimals_apart;
use charts::spc_chart;
use charts::wording::{against_words, point_value, range_now_words, status_words};
use domain::kpi::{Direction, Kind};
use domain::scorecard::Reading;
use stats::choice::ChartType;
use words::Words;

/// Counts that swing more widely than chance alone makes them.
const SWINGING: [i64; 22] = [
    20, 2, 18, 4, 21, 1, 17, 5, 19, 3, 20, 2, 18, 4, 21, 1, 17, 5, 19, 3, 20, 4,
];

#[test]
fn counts_that_vary_more_than_chance_get_no_sentence_on_chance() {
    let words = Words::english();
    let months = || cell(Kind::Count, Direction::Up, "2025-02", "2026-12-03").counts(&SWINGING);
    for (swinging, policy) in [(months().by_data(), "by data"), (months(), "always XmR")] {
        let reading = swinging.read();
        assert_eq!(reading.chart, ChartType::XmR, "{policy}");
        assert_eq!(chance_of_latest(&reading), None, "{policy}");
        let sentence = spc_chart(&words, &reading, SUBJECT).sentence;
        assert!(!sentence.contains("By chance alone"), "{sentence}");
    }
}

/// 24 months of 48 cases each, so many of them met in all, and then one of 24 of 48.
fn half_after(met: i64) -> Cell {
    let months = (0..24).map(|month| Some(((month + 1) * met / 24 - month * met / 24, 48)));
    let months = months.chain([Some((24, 48))]);
    cell(Kind::Proportion, Direction::Up, "2024-11", "2026-12-03").figures(months)
}

#[test]
fn a_share_below_a_limit_that_reads_alike_is_told_from_it() {
    let words = Words::english();
    let limit_of = |reading: &Reading| reading.latest().and_then(|point| point.lower).unwrap();
    let readings = (700..1000).map(|met| half_after(met).read());
    let close: Vec<Reading> = readings
        .filter(|reading| (0.5..0.505).contains(&limit_of(reading)))
        .collect();
    assert!(!close.is_empty(), "some limit reads like 50 %");
    for reading in close {
        let chart = spc_chart(&words, &reading, SUBJECT);
        let said = chart.sentence.replace('\u{a0}', " ");
        let row = chart.table.rows.last().unwrap();
        assert!(!said.contains("usual range of 50 to"), "{said}");
        assert!(said.contains(&row[1].replace('\u{a0}', " ")), "{said}");
        let range = row[4].replace('\u{a0}', " ");
        assert!(
            said.contains(&format!("range of {range}")),
            "{said} {row:?}"
        );
        assert!(row[1].starts_with("50.0"), "{row:?}");
    }
}

#[test]
fn a_share_of_very_few_is_never_a_per_cent() {
    let words = Words::english();
    let mut months = vec![Some((20, 30)); 14];
    months.push(Some((2, 3)));
    let few = cell(Kind::Proportion, Direction::Up, "2025-09", "2026-12-03").figures(months);
    let reading = few.read();
    let chart = spc_chart(&words, &reading, SUBJECT);
    assert!(
        chart
            .sentence
            .starts_with("Job starts stood at 2 of 3 in November 2026.")
    );
    assert_eq!(chart.table.rows[14][1..3], ["2 of 3", ""]);
    assert_eq!(chart.points[14].head, "November 2026: 2 of 3");
    assert_eq!(
        point_value(&words, &reading, &reading.points[14]).unwrap(),
        "2 of 3"
    );
    assert_eq!(chart.table.rows[13][1..3], ["67\u{a0}%", "20 of 30"]);
}

#[test]
fn no_more_decimals_are_said_than_tell_a_value_from_its_limit() {
    for (kind, value, limit, decimals) in [
        (Kind::Proportion, 0.5, 0.58, 0),
        (Kind::Proportion, 0.5, 0.5014, 1),
        (Kind::Proportion, 0.5, 0.50046, 2),
        (Kind::Proportion, 0.5, 0.500_001, 2),
        (Kind::Count, 4.0, 4.3, 1),
        (Kind::Count, 4.0, 4.04, 2),
        (Kind::Value, 5.01, 5.04, 2),
    ] {
        assert_eq!(
            decimals_apart(kind, value, limit),
            decimals,
            "{value} {limit}"
        );
    }
}

#[test]
fn a_flat_series_that_changed_is_not_called_always_the_same() {
    let words = Words::english();
    let mut counts = [3; 18];
    let months = |counts: &[i64]| {
        let months = cell(Kind::Count, Direction::Up, "2025-06", "2026-12-03").counts(counts);
        months.baseline(14).read()
    };
    assert_eq!(range_now_words(&words, &months(&counts)), "always 3");
    counts[17] = 5;
    let changed = months(&counts);
    assert_eq!(range_now_words(&words, &changed), "3 until October 2026");
    let table = spc_chart(&words, &changed, SUBJECT).table;
    let last = table.rows.last().unwrap().last().unwrap();
    assert_eq!(last, "No variation to judge by.");
}

#[test]
fn a_tooltip_says_what_could_not_be_seen_at_its_own_denominator() {
    let words = Words::english();
    let mut months = vec![Some((24, 30)); 14];
    months.insert(5, Some((2, 2)));
    let small = cell(Kind::Proportion, Direction::Up, "2025-09", "2026-12-03").figures(months);
    let chart = spc_chart(&words, &small.read(), SUBJECT);
    let body = &chart.points[5].body;
    assert!(
        body.contains("Out of 2, even all of them could not be called high."),
        "{body}"
    );
    assert!(!chart.points[4].body.contains("could not"));
}

#[test]
fn events_too_rare_for_a_month_ask_for_a_longer_period_not_for_more_months() {
    let words = Words::english();
    let counts: Vec<i64> = (0..25).map(|month| i64::from(month % 3 == 0)).collect();
    let rare = cell(Kind::Count, Direction::Up, "2024-11", "2026-12-03").counts(&counts);
    let reading = rare.by_data().target(1_000_000).read();
    let chart = spc_chart(&words, &reading, SUBJECT);
    assert_eq!(chart.title, "Too little in a month to judge job starts");
    assert!(chart.sentence.ends_with("A longer period would say more."));
    assert_eq!(status_words(&words, &reading), "Too rare to judge");
    assert_eq!(range_now_words(&words, &reading), "no range, too rare");
    assert_eq!(against_words(&words, reading.against), "Too rare to judge");
    assert!(
        chart.points[24]
            .body
            .contains("Too rare to judge by the month.")
    );
}

#[test]
fn a_flat_series_meets_or_misses_its_target_as_it_stands() {
    let words = Words::english();
    let flat = |target: i64| {
        let months = cell(Kind::Count, Direction::Up, "2025-06", "2026-12-03").counts(&[3; 18]);
        against_words(&words, months.target(target).read().against)
    };
    assert_eq!(flat(3_000_000), "Met as it stands");
    assert_eq!(flat(4_000_000), "Missed as it stands");
}

#[test]
fn a_range_of_13_to_19_points_is_called_a_trial_range() {
    let words = Words::english();
    let months = |count: usize| {
        let counts: Vec<i64> = (0..count)
            .map(|month| 4 + [0, 2, 1, 3][month % 4])
            .collect();
        let cell = cell(Kind::Count, Direction::Up, "2025-01", "2026-12-03").counts(&counts);
        spc_chart(&words, &cell.read(), SUBJECT)
    };
    let (trial, established) = (months(19), months(20));
    assert_eq!(trial.table.columns[2], "Trial range");
    assert_eq!(established.table.columns[2], "Usual range");
    assert!(trial.table.rows[18][3].starts_with("Within the trial range of"));
    assert!(established.table.rows[19][3].starts_with("Within the usual range of"));
}

#[test]
fn the_sentence_calls_a_trial_range_so() {
    let words = Words::english();
    let counts = [4, 6, 5, 7, 4, 6, 5, 7, 4, 6, 5, 7, 5];
    let cell = cell(Kind::Count, Direction::Up, "2025-11", "2026-12-03").counts(&counts);
    let chart = spc_chart(&words, &cell.read(), SUBJECT);
    let said = &chart.sentence;
    assert!(said.contains("within Amara’s trial range of"), "{said}");
    assert!(
        chart.title.ends_with("within Amara’s trial range"),
        "{}",
        chart.title
    );
}

#[test]
fn every_share_says_what_it_could_be() {
    let words = Words::english();
    let months = vec![Some((15, 30)); 14];
    let half = cell(Kind::Proportion, Direction::Up, "2025-10", "2026-12-03").figures(months);
    let chart = spc_chart(&words, &half.read(), SUBJECT);
    assert_eq!(chart.table.columns[3], "Could be");
    assert_eq!(chart.table.rows[0][3], "33 to 67\u{a0}%");
    assert!(
        chart.points[0]
            .body
            .contains("It could be 33 to 67\u{a0}%.")
    );
}
