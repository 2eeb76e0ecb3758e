//! Where a formula meets its border: exactly one event a period, and nothing ever.

#![cfg(test)]

use stats::chart::{Kind, Plan, Point, Reading, analyse};
use stats::choice::ChartType;
use stats::lattice::Side;
use stats::rules::Rule;

#[test]
fn one_failure_a_period_is_not_too_rare_for_a_chart() {
    for (x, n) in [(9, 10), (1, 10), (4, 5), (23, 24), (1, 49)] {
        let points = vec![Point::recorded(Reading::share(x, n)); 13];
        let analysis = analyse(&points, &Plan::new(Kind::Proportion));
        assert_eq!(analysis.chart(), ChartType::PExact, "{x} of {n}");
    }
}

#[test]
fn an_event_where_there_never_was_one_is_outside() {
    let mut points: Vec<Point> = (0..24)
        .map(|at| Point::recorded(Reading::rate(0, 19.0 + f64::from(at % 4))))
        .collect();
    points.push(Point::recorded(Reading::rate(1, 21.0)));
    let analysis = analyse(&points, &Plan::new(Kind::Rate));
    let last = analysis.points[24];
    assert!(last.marks.has(Rule::Outside, Side::High));
    assert!(
        analysis.points[..24]
            .iter()
            .all(|point| point.marks.is_empty())
    );
    assert!(last.drawn.upper.is_some_and(|upper| upper < 1.0 / 21.0) && last.drawn.lower.is_none());
}
