//! What is shown of limits, and what a chart notes that it cannot show.

use super::*;

#[test]
fn limits_of_measured_values_are_shown_from_nothing_and_judge_as_they_are() {
    let definitions = [kpi(Kind::Value, Grain::Month)];
    let days = [3, 9, 1, 8, 2, 7, 1, 9, 3, 8, 2, 9, 1, 7];
    let days: Vec<Option<i64>> = days.iter().map(|days| Some(days * 1000)).collect();
    let figures = figures("2025-10", &days, Some(10));
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    assert_eq!(reading.usual_range().map(|range| range.0), Some(0.0));
    assert_eq!(reading.points[0].lower, Some(0.0));
    let limits = reading.phase().unwrap().summary.limits;
    assert!(limits.lower.unwrap() < -1.0, "rules know the raw limit");
}
