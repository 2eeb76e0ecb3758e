//! Words that must agree with the numbers beside them, or stay away.

use crate::support::{SUBJECT, cell};
use charts::chance::chance_of_latest;
use charts::spc_chart;
use domain::kpi::{Direction, Kind};
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
