//! The rules against their definition: every window looked at alone, with no cleverness about runs.

#![cfg(test)]

use proptest::prelude::*;
use stats::chart::{Analysis, ChartPoint, Kind, Plan, Point, Reading, analyse};
use stats::lattice::Side;
use stats::rules::Rule;

type Found = Vec<Vec<(Rule, Side)>>;
type Recorded<'a> = (usize, &'a ChartPoint);

/// How far `value` lies beyond `line` on a side.
fn beyond(side: Side, value: Option<f64>, line: Option<f64>) -> bool {
    let gap = value.unwrap() - line.unwrap();
    (if side == Side::Low { -gap } else { gap }) > 1e-6
}

fn is_outside(side: Side, point: &ChartPoint) -> bool {
    let limit = if side == Side::Low {
        point.bounds.lower
    } else {
        point.bounds.upper
    };
    beyond(side, point.value, limit)
}

fn is_far(side: Side, point: &ChartPoint) -> bool {
    let line = if side == Side::Low {
        point.bounds.lower_two
    } else {
        point.bounds.upper_two
    };
    beyond(side, point.value, line)
}

fn is_one_sided(side: Side, window: &[Recorded<'_>]) -> bool {
    window
        .iter()
        .all(|(_, point)| beyond(side, point.value, point.centre))
}

fn is_trend(side: Side, window: &[Recorded<'_>]) -> bool {
    window
        .windows(2)
        .all(|pair| beyond(side, pair[1].1.value, pair[0].1.value))
}

/// Windows of recorded points without two missing periods in a row, with their first index.
fn windows<'a>(
    recorded: &'a [Recorded<'a>],
    length: usize,
) -> impl Iterator<Item = (usize, &'a [Recorded<'a>])> {
    let is_unbroken =
        |window: &[Recorded<'_>]| window.windows(2).all(|pair| pair[1].0 - pair[0].0 <= 2);
    recorded
        .windows(length)
        .enumerate()
        .filter(move |(_, window)| is_unbroken(window))
}

fn marks_by_windows(analysis: &Analysis) -> Found {
    let recorded: Vec<Recorded<'_>> = analysis
        .points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.value.is_some())
        .collect();
    let mut found: Found = vec![Vec::new(); recorded.len()];
    for side in [Side::Low, Side::High] {
        for (marks, (_, point)) in found.iter_mut().zip(&recorded) {
            marks.extend(is_outside(side, point).then_some((Rule::Outside, side)));
        }
        for (start, window) in windows(&recorded, 7) {
            for marks in &mut found[start..start + 7] {
                marks.extend(is_one_sided(side, window).then_some((Rule::Shift, side)));
                marks.extend(is_trend(side, window).then_some((Rule::Trend, side)));
            }
        }
        for (start, window) in
            windows(&recorded, 3).filter(|(_, window)| is_one_sided(side, window))
        {
            let far: Vec<bool> = window
                .iter()
                .map(|(_, point)| is_far(side, point))
                .collect();
            let is_marked = far.iter().filter(|far| **far).count() >= 2;
            for (marks, far) in found[start..start + 3].iter_mut().zip(far) {
                marks.extend((is_marked && far).then_some((Rule::TwoOfThree, side)));
            }
        }
    }
    for marks in &mut found {
        marks.sort_unstable();
        marks.dedup();
    }
    found
}

proptest! {
    #[test]
    fn the_marks_are_those_of_every_window_looked_at_alone(
        calm in prop::collection::vec(8_u16..13, 24..25),
        later in prop::collection::vec(prop::option::weighted(0.85, 3_u16..19), 0..40),
        slope in -2_i32..3,
    ) {
        let reading = |value: f64| Some(Reading::value(value));
        let steady = calm.iter().map(|value| reading(f64::from(*value)));
        let drifting = later
            .iter()
            .zip(0..)
            .map(|(value, at)| value.and_then(|value| reading(f64::from(value) + f64::from(slope * at) / 2.0)));
        let series: Vec<Point> =
            steady.chain(drifting).map(|reading| Point { reading, ..Point::default() }).collect();
        let analysis = analyse(&series, &Plan::new(Kind::Value));
        prop_assume!(analysis.phases[0].limits.upper.is_some());
        let recorded = analysis.points.iter().filter(|point| point.value.is_some());
        let found: Found =
            recorded.map(|point| point.marks.iter().map(|mark| (mark.rule, mark.side)).collect()).collect();
        prop_assert_eq!(found, marks_by_windows(&analysis));
    }
}
