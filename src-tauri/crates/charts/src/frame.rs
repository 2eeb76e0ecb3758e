//! Where things lie in the chart frame of 684 × 410: the plot at the left, room for labels at its right end, a
//! head above it for what a phase or a fixed range is called.

use crate::model::{Place, px};
use crate::scale::Axis;
use domain::scorecard::Point;

/// Width of the drawing.
pub(crate) const WIDTH: f64 = 684.0;
/// Height of the drawing.
pub(crate) const HEIGHT: f64 = 410.0;
/// Left edge of the plot.
pub(crate) const LEFT: f64 = 44.0;
/// Right edge of the plot.
pub(crate) const RIGHT: f64 = 562.0;
/// Where labels at the right end begin.
pub(crate) const LABELS: f64 = 576.0;
/// The foot of the plot.
pub(crate) const BOTTOM: f64 = 370.0;
/// Most periods one chart shows.
pub(crate) const MOST_POINTS: usize = 60;
/// Periods a plot has room for even when there are fewer: as many as a usual range needs.
const LEAST_SLOTS: usize = 13;
/// From the edge of the plot to the first point.
const INSET: f64 = 8.0;
/// Half a letter of 12 px and more: labels are placed by estimate, since fonts are the reader's business.
const LETTER: f64 = 6.4;

/// The visible periods and how they map to places.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    /// The visible periods.
    pub(crate) points: &'a [Point],
    /// Position of the first of them in the reading.
    pub(crate) first: usize,
    /// The value axis.
    pub(crate) axis: Axis,
    /// Top of the plot.
    pub(crate) top: f64,
    step: f64,
}

impl<'a> Frame<'a> {
    /// The periods from a first one on.
    pub(crate) fn new(points: &'a [Point], first: usize, axis: Axis, top: f64) -> Self {
        let visible = &points[first..];
        let steps = visible.len().max(LEAST_SLOTS) - 1;
        let step = (RIGHT - LEFT - 2.0 * INSET) / steps as f64;
        Self {
            points: visible,
            first,
            axis,
            top,
            step,
        }
    }

    /// From left to right, the middle of a visible period.
    pub(crate) fn x(&self, at: usize) -> f64 {
        LEFT + INSET + at as f64 * self.step
    }

    /// Where a period begins.
    pub(crate) fn start(&self, at: usize) -> f64 {
        (self.x(at) - self.step / 2.0).max(LEFT)
    }

    /// Where a period ends.
    pub(crate) fn end(&self, at: usize) -> f64 {
        (self.x(at) + self.step / 2.0).min(RIGHT)
    }

    /// Height of a value.
    pub(crate) fn y(&self, value: f64) -> f64 {
        let share = (value - self.axis.low) / (self.axis.high - self.axis.low);
        BOTTOM - share * (BOTTOM - self.top)
    }

    /// Pixels between neighbouring periods.
    pub(crate) fn step(&self) -> f64 {
        self.step
    }

    /// A place, as fine as a drawing gets.
    pub(crate) fn place(&self, x: f64, value: f64) -> Place {
        (px(x), px(self.y(value)))
    }
}

/// About how wide a label is.
pub(crate) fn text_width(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER
}

/// A text that fits a width, its end left out if it must be; the whole text stands in the table and the sentences.
pub(crate) fn fit(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let letters = (width / LETTER) as usize;
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
