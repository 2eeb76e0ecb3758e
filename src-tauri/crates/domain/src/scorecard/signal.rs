//! What a signal is, since when, and over how many periods.

use crate::period::Period;
use crate::scorecard::reading::Point;
use stats::lattice::Side;
use stats::rules::{Rule, RuleSet};

/// What makes the latest judged point more than usual variation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// The rule the icon speaks of: the first of outside, trend, two of three, shift.
    pub rule: Rule,
    /// High for above or rising, low for below or falling.
    pub side: Side,
    /// Judged periods, up to the latest, that lie on that side of the average.
    pub periods: u32,
    /// The first of them.
    pub since: Period,
    /// Whether those periods are a run long enough to be a signal by themselves.
    pub is_run: bool,
}

/// How often one rule marks a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleCount {
    /// The rule.
    pub rule: Rule,
    /// Points it marks.
    pub points: u32,
}

/// Every rule, in the order an icon speaks of them.
const RULES: [Rule; 4] = [Rule::Outside, Rule::Trend, Rule::TwoOfThree, Rule::Shift];

/// The signal of the latest of a phase's points; `None` when no rule marks it.
pub(super) fn latest_signal(
    points: &[Point],
    centre: Option<f64>,
    rules: &RuleSet,
) -> Option<Signal> {
    let judged = unbroken(points);
    let latest = judged.last()?;
    let mark = latest.marks.first()?;
    let is_on_side = |point: &&&Point| match (point.value, centre) {
        (Some(value), Some(centre)) if mark.side == Side::Low => {
            stats::tie::is_below(value, centre)
        }
        (Some(value), Some(centre)) => stats::tie::is_above(value, centre),
        (None, _) | (_, None) => false,
    };
    let run: Vec<&&Point> = judged.iter().rev().take_while(is_on_side).collect();
    let marked = judged
        .iter()
        .rev()
        .take_while(|point| point.marks.has(mark.rule, mark.side))
        .count();
    let is_run = latest.marks.has(Rule::Shift, mark.side) && run.len() >= rules.shift;
    let length = if is_run { run.len() } else { marked.max(1) };
    let since = judged
        .iter()
        .rev()
        .nth(length.saturating_sub(1))
        .map_or(latest.period, |point| point.period);
    Some(Signal {
        rule: mark.rule,
        side: mark.side,
        periods: u32::try_from(length).unwrap_or(u32::MAX),
        since,
        is_run,
    })
}

/// The judged points up to the latest, back to where two or more periods in a row are missing: no window of a rule
/// reaches over such a break (statistics.md 2.3).
fn unbroken(points: &[Point]) -> Vec<&Point> {
    let mut judged: Vec<&Point> = Vec::new();
    let mut missing = 0;
    for point in points {
        if !point.standing.is_judged() {
            missing += 1;
            continue;
        }
        if missing > 1 {
            judged.clear();
        }
        missing = 0;
        judged.push(point);
    }
    judged
}

/// How many points each rule marks.
pub(super) fn count_rules(points: &[Point]) -> Vec<RuleCount> {
    RULES
        .into_iter()
        .map(|rule| {
            let is_marked = |point: &&Point| {
                point.marks.has(rule, Side::Low) || point.marks.has(rule, Side::High)
            };
            RuleCount {
                rule,
                points: u32::try_from(points.iter().filter(is_marked).count()).unwrap_or(u32::MAX),
            }
        })
        .collect()
}
