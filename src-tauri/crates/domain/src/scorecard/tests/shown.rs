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

#[test]
fn a_flat_series_held_until_its_last_recorded_point_not_a_gap() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let mut counts = vec![Some(3); 24];
    counts.extend([None, Some(5)]);
    let figures = figures("2024-05", &counts, None);
    let reading = derive_reading(&cell(&definitions, &figures, "2026-07-01"));
    assert_eq!(reading.same_until(), Some(period("2026-04")));
}

#[test]
fn a_count_too_small_to_fall_says_so_at_each_point() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let figures = figures("2025-09", &all(&AMARA), None);
    let mut cell = cell(&definitions, &figures, "2026-12-03");
    cell.judging.counts = CountPolicy::ByData;
    let reading = derive_reading(&cell);
    assert_eq!(reading.chart, ChartType::CExact);
    assert_eq!(reading.notes, [Note::CannotBeLow { out_of: 1.0 }]);
    let notes = |point: &Point| reading.missing_sides(point);
    assert!(
        reading
            .points
            .iter()
            .all(|point| notes(point) == [Note::CannotBeLow { out_of: 1.0 }])
    );
}

#[test]
fn a_point_can_lack_both_limits() {
    let definitions = [kpi(Kind::Proportion, Grain::Month)];
    let counts = [1, 2, 1, 2, 2, 1, 2, 1, 1, 2, 1, 2, 1, 2, 0];
    let figures = figures("2025-09", &all(&counts), Some(3));
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    let both = [
        Note::CannotBeLow { out_of: 3.0 },
        Note::CannotBeHigh { out_of: 3.0 },
    ];
    assert_eq!(reading.notes, both);
    assert_eq!(reading.missing_sides(&reading.points[0]), both);
}
