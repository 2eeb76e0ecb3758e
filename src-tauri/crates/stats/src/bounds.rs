//! The four lines around a centre: limits (three sigma) and warning lines (two sigma). One value
//! holds them for every chart, so that drawing and judging cannot drift apart: a point is outside
//! exactly when it lies strictly beyond the number that is drawn.

use crate::lattice::Side;
use crate::tie::{is_above, is_below};

/// Limits and two-sigma lines in the units of the chart; `None` = no such line on that side.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bounds {
    /// Lower limit.
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: Option<f64>,
    /// Lower two-sigma line.
    pub lower_two: Option<f64>,
    /// Upper two-sigma line.
    pub upper_two: Option<f64>,
}

/// The values a chart can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// Any number.
    Unbounded,
    /// 0 and above.
    FromZero,
    /// 0 to 1.
    Share,
}

impl Range {
    /// The nearest possible value.
    pub fn clip(self, value: f64) -> f64 {
        match self {
            Self::Unbounded => value,
            Self::FromZero => value.max(0.0),
            Self::Share => value.clamp(0.0, 1.0),
        }
    }
}

impl Bounds {
    /// Lines at `centre` -/+ `reach` and two thirds of it.
    pub fn symmetric(centre: f64, reach: f64) -> Self {
        let two = reach * 2.0 / 3.0;
        Self {
            lower: Some(centre - reach),
            upper: Some(centre + reach),
            lower_two: Some(centre - two),
            upper_two: Some(centre + two),
        }
    }

    /// The lines clipped to the possible values, as drawn.
    #[must_use]
    pub fn drawn(self, range: Range) -> Self {
        let clip = |line: Option<f64>| line.map(|line| range.clip(line));
        Self {
            lower: clip(self.lower),
            upper: clip(self.upper),
            lower_two: clip(self.lower_two),
            upper_two: clip(self.upper_two),
        }
    }

    /// The lines in a unit that is `factor` times finer.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let scaled = |line: Option<f64>| line.map(|line| line * factor);
        Self {
            lower: scaled(self.lower),
            upper: scaled(self.upper),
            lower_two: scaled(self.lower_two),
            upper_two: scaled(self.upper_two),
        }
    }

    /// The side on which `value` lies strictly beyond a limit.
    pub fn outside(&self, value: f64) -> Option<Side> {
        beyond(value, self.lower, self.upper)
    }

    /// The side on which `value` lies strictly beyond a two-sigma line (or a limit).
    pub fn beyond_two(&self, value: f64) -> Option<Side> {
        beyond(value, self.lower_two, self.upper_two)
    }
}

fn beyond(value: f64, lower: Option<f64>, upper: Option<f64>) -> Option<Side> {
    if lower.is_some_and(|line| is_below(value, line)) {
        Some(Side::Low)
    } else if upper.is_some_and(|line| is_above(value, line)) {
        Some(Side::High)
    } else {
        None
    }
}
