//! The XmR chart of NHSRplotthedots 0.2.2 (`ptd_spc`), label for label: two of three leaves out
//! points beyond the limits, there is no tie tolerance and a flat series has no limits. Kept for
//! organisations that must reproduce it; the app's own rules are in [`crate::rules`].

use crate::assurance::Assurance;
use crate::sum::mean;
use crate::variation::Direction;
use crate::xmr::{LIMIT_FACTOR, SCREEN_FACTOR, Screening};

/// Options of `ptd_spc`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NhsrOptions {
    /// Which way is good.
    pub direction: Direction,
    /// Target, if any.
    pub target: Option<f64>,
    /// Points of each phase that make its limits; all without it.
    pub fix_after: Option<usize>,
    /// Whether large moving ranges are dropped once.
    pub screening: Screening,
}

/// What the tool says about a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NhsrLabel {
    /// Above the upper limit.
    AboveLimit,
    /// Below the lower limit.
    BelowLimit,
    /// Part of a rise of seven points.
    Increasing,
    /// Part of a fall of seven points.
    Decreasing,
    /// Two of three near the upper limit.
    TwoInThreeAbove,
    /// Two of three near the lower limit.
    TwoInThreeBelow,
    /// Seven points above the mean.
    SevenAbove,
    /// Seven points below the mean.
    SevenBelow,
    /// None of these.
    CommonCause,
}

impl NhsrLabel {
    /// Whether the label points upwards; `None` for common cause.
    pub fn is_high(self) -> Option<bool> {
        match self {
            Self::AboveLimit | Self::Increasing | Self::TwoInThreeAbove | Self::SevenAbove => {
                Some(true)
            }
            Self::BelowLimit | Self::Decreasing | Self::TwoInThreeBelow | Self::SevenBelow => {
                Some(false)
            }
            Self::CommonCause => None,
        }
    }
}

/// One point of the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NhsrPoint {
    /// Phase, from 0.
    pub phase: usize,
    /// Mean of the phase's baseline.
    pub mean: Option<f64>,
    /// Lower and upper process limit; `None` for a flat series.
    pub limits: Option<[f64; 2]>,
    /// Whether the point lies outside them.
    pub is_outside: bool,
    /// What the tool says.
    pub label: NhsrLabel,
    /// Whether the phase has fewer than 13 points.
    pub is_short: bool,
}

/// Charts values; `starts` are the positions (from 0) at which a new phase begins.
pub fn chart(values: &[f64], starts: &[usize], options: &NhsrOptions) -> Vec<NhsrPoint> {
    let mut edges: Vec<usize> = starts
        .iter()
        .copied()
        .filter(|at| *at > 0 && *at < values.len())
        .collect();
    edges.sort_unstable();
    edges.dedup();
    edges.push(values.len());
    let mut points = Vec::with_capacity(values.len());
    let mut start = 0;
    for (phase, end) in edges.into_iter().enumerate() {
        points.extend(chart_phase(&values[start..end], phase, options));
        start = end;
    }
    points
}

/// Whether the target is met, judged by the limits of the latest phase.
pub fn assurance(points: &[NhsrPoint], options: &NhsrOptions) -> Option<Assurance> {
    let (target, [lower, upper]) = (options.target?, points.last()?.limits?);
    let is_increase = match options.direction {
        Direction::Neutral => return None,
        Direction::Increase => true,
        Direction::Decrease => false,
    };
    Some(if target > upper {
        if is_increase {
            Assurance::Fail
        } else {
            Assurance::Pass
        }
    } else if target < lower {
        if is_increase {
            Assurance::Pass
        } else {
            Assurance::Fail
        }
    } else {
        Assurance::HitOrMiss
    })
}

/// Mean moving range, those at or above 3.267 times it dropped once.
fn mean_range(base: &[f64], screening: Screening) -> Option<f64> {
    let ranges: Vec<f64> = base
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).abs())
        .collect();
    let all = mean(&ranges)?;
    match screening {
        Screening::Off => Some(all),
        Screening::On => mean(
            &ranges
                .into_iter()
                .filter(|range| *range < SCREEN_FACTOR * all)
                .collect::<Vec<_>>(),
        ),
    }
}

fn chart_phase(values: &[f64], phase: usize, options: &NhsrOptions) -> Vec<NhsrPoint> {
    let base = &values[..options.fix_after.unwrap_or(values.len()).min(values.len())];
    let centre = mean(base);
    let reach = mean_range(base, options.screening).map(|range| LIMIT_FACTOR * range);
    let limits = centre
        .zip(reach)
        .map(|(centre, reach)| [centre - reach, centre + reach]);
    let near = centre
        .zip(reach)
        .map(|(centre, reach)| [centre - reach * 2.0 / 3.0, centre + reach * 2.0 / 3.0]);
    let beyond = |lines: Option<[f64; 2]>, value: f64| {
        lines.is_some_and(|[low, high]| value < low || value > high)
    };
    let sides: Vec<i32> = values
        .iter()
        .map(|value| sign(*value, centre.unwrap_or(*value)))
        .collect();
    let changes: Vec<i32> = values
        .windows(2)
        .map(|pair| sign(pair[1], pair[0]))
        .collect();
    let in_trend = runs(&changes, 6, 1);
    let in_shift = runs(&sides, 7, 0);
    let is_close: Vec<bool> = values
        .iter()
        .map(|value| !beyond(limits, *value) && beyond(near, *value))
        .collect();
    let in_pair = two_in_three(&is_close, &sides);
    let label = |at: usize| match limits {
        Some([_, upper]) if values[at] > upper => NhsrLabel::AboveLimit,
        Some([lower, _]) if values[at] < lower => NhsrLabel::BelowLimit,
        _ if in_trend[at] => trend_label(&changes, &in_trend, at),
        _ if in_pair[at] && sides[at] > 0 => NhsrLabel::TwoInThreeAbove,
        _ if in_pair[at] => NhsrLabel::TwoInThreeBelow,
        _ if in_shift[at] && sides[at] > 0 => NhsrLabel::SevenAbove,
        _ if in_shift[at] => NhsrLabel::SevenBelow,
        _ => NhsrLabel::CommonCause,
    };
    (0..values.len())
        .map(|at| NhsrPoint {
            phase,
            mean: centre,
            limits,
            is_outside: beyond(limits, values[at]),
            label: label(at),
            is_short: values.len() < crate::choice::LEAST_POINTS,
        })
        .collect()
}

/// The word follows the change into the next point when that is in a trend too, else the change
/// from the previous point.
fn trend_label(changes: &[i32], in_trend: &[bool], at: usize) -> NhsrLabel {
    let is_next = in_trend.get(at + 1).copied().unwrap_or(false);
    let change = if is_next {
        changes[at]
    } else {
        changes[at - 1]
    };
    if change > 0 {
        NhsrLabel::Increasing
    } else {
        NhsrLabel::Decreasing
    }
}

fn sign(value: f64, line: f64) -> i32 {
    i32::from(value > line) - i32::from(value < line)
}

/// Which points belong to a run of at least `length` equal non-zero signs (`extra` more points).
fn runs(signs: &[i32], length: usize, extra: usize) -> Vec<bool> {
    let mut marked = vec![false; signs.len() + extra];
    for (start, window) in signs.windows(length).enumerate() {
        if window[0] != 0 && window.iter().all(|sign| *sign == window[0]) {
            marked[start..start + length + extra].fill(true);
        }
    }
    marked
}

fn two_in_three(is_close: &[bool], sides: &[i32]) -> Vec<bool> {
    let mut marked = vec![false; sides.len()];
    for start in 0..sides.len().saturating_sub(2) {
        let window = start..start + 3;
        let is_one_sided = sides[start] != 0
            && sides[window.clone()]
                .iter()
                .all(|side| *side == sides[start]);
        if is_one_sided
            && is_close[window.clone()]
                .iter()
                .filter(|close| **close)
                .count()
                >= 2
        {
            for at in window {
                marked[at] |= is_close[at];
            }
        }
    }
    marked
}
