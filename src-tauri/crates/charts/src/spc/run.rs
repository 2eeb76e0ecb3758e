//! "8 weeks below": said beside the run it speaks of.

use super::marks::signal_look;
use crate::frame::{BOTTOM, Frame, LEFT, RIGHT, text_width};
use crate::model::{Anchor, Mark, Place, Text, px};
use crate::wording::periods_words;
use domain::scorecard::Reading;
use stats::lattice::Side;
use words::{Arg, Words};

/// How much wider bold letters are.
const BOLD: f64 = 1.1;

/// The words, where they cover no point and no target; nothing where there is no such place.
pub(super) fn label(
    words: &Words,
    reading: &Reading,
    frame: &Frame<'_>,
    points: &[Mark],
) -> Option<Text> {
    let signal = reading.signal.filter(|signal| signal.is_run)?;
    let key = match signal.side {
        Side::Low => "label-run-low",
        Side::High => "label-run-high",
    };
    let periods = periods_words(words, reading.grain, signal.periods);
    let text = words.say(key, &[("periods", Arg::from(periods))]);
    let width = text_width(&text) * BOLD;
    let latest = frame.end(reading.now?.checked_sub(frame.first)?);
    let middle = frame.y(reading.phase()?.summary.centre?);
    let target = reading.target.map(|target| frame.y(target));
    let is_free = |(right, y): &Place| {
        let is_inside = *y > frame.top + 10.0 && *y < BOTTOM - 6.0;
        let covers = |mark: &Mark| is_covered(mark.place, *right, *y, width);
        let is_off_target = target.is_none_or(|target| target < y - 12.0 || target > y + 3.0);
        is_inside && is_off_target && !points.iter().any(covers)
    };
    let offsets = match signal.side {
        Side::Low => [16.0, -6.0, 30.0, -20.0],
        Side::High => [-6.0, 16.0, -20.0, 30.0],
    };
    let rights = [latest.max(LEFT + width), RIGHT];
    let places = rights
        .into_iter()
        .flat_map(|right| offsets.map(|offset| (right, middle + offset)));
    let (right, y) = places.into_iter().find(is_free)?;
    Some(Text {
        place: (px(right), px(y)),
        text,
        anchor: Anchor::End,
        tone: signal_look(reading.direction, signal.side).1,
        is_strong: true,
    })
}

/// Whether words that end at a place cover a point.
fn is_covered(point: Place, right: f64, y: f64, width: f64) -> bool {
    let is_across = point.0 > right - width - 4.0 && point.0 < right + 6.0;
    is_across && point.1 > y - 16.0 && point.1 < y + 7.0
}
