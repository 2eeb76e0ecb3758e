//! The two axes: round values with grid lines, a break mark where the axis does not start at 0, and the names of
//! some periods, the year only where it changes.

use crate::frame::{BOTTOM, Frame, LEFT, RIGHT, text_width};
use crate::model::{Anchor, Line, Path, Text, Tone, px};
use crate::wording::{axis_period_words, tick_words};
use chrono::Datelike;
use domain::period::Grain;
use domain::scorecard::Reading;
use words::Words;

/// Right end of the value labels.
const VALUES: f64 = LEFT - 8.0;
/// Length of a tick.
const TICK: f64 = 4.0;
/// Baseline of the period names.
const PERIODS: f64 = BOTTOM + 18.0;
/// Least room between two period names.
const APART: f64 = 14.0;

pub(super) fn axes(words: &Words, reading: &Reading, frame: &Frame<'_>) -> (Vec<Path>, Vec<Text>) {
    let (mut lines, mut texts) = value_axis(reading, frame);
    lines.push(super::straight(Line::Axis, (LEFT, BOTTOM), (RIGHT, BOTTOM)));
    if frame.axis.is_broken {
        lines.push(break_mark());
    }
    let (ticks, names) = period_axis(words, reading, frame);
    lines.extend(ticks);
    texts.extend(names);
    (lines, texts)
}

fn value_axis(reading: &Reading, frame: &Frame<'_>) -> (Vec<Path>, Vec<Text>) {
    let (mut lines, mut texts) = (Vec::new(), Vec::new());
    let step = frame
        .axis
        .ticks
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .next()
        .unwrap_or(1.0);
    for (number, tick) in frame.axis.ticks.iter().enumerate() {
        let y = px(frame.y(*tick));
        if number > 0 {
            lines.push(super::straight(Line::Grid, (LEFT, y), (RIGHT, y)));
        }
        texts.push(Text {
            place: (VALUES, px(y + 4.0)),
            text: tick_words(reading.kind, *tick, step),
            anchor: Anchor::End,
            tone: Tone::Muted,
            is_strong: false,
        });
    }
    (lines, texts)
}

/// A zigzag through the foot of the axis: it does not start at 0.
fn break_mark() -> Path {
    let heights = [0.0, 5.0, 8.0, 11.0, 14.0, 19.0];
    let sides = [0.0, 0.0, -4.0, 4.0, 0.0, 0.0];
    let places = heights
        .into_iter()
        .zip(sides)
        .map(|(up, side)| (LEFT + side, BOTTOM - up));
    Path {
        line: Line::Axis,
        tone: Tone::Muted,
        places: places.collect(),
    }
}

/// How many periods may lie between two names.
fn strides(grain: Grain) -> &'static [usize] {
    match grain {
        Grain::Day => &[1, 2, 5, 10, 20],
        Grain::Week => &[1, 2, 4, 9, 13, 26],
        Grain::Month => &[1, 2, 3, 6, 12, 24],
        Grain::Quarter => &[1, 2, 4, 8, 16],
    }
}

fn period_axis(words: &Words, reading: &Reading, frame: &Frame<'_>) -> (Vec<Path>, Vec<Text>) {
    let (mut lines, mut texts) = (Vec::new(), Vec::new());
    let Some(last) = frame.points.len().checked_sub(1) else {
        return (lines, texts);
    };
    let anchor = reading
        .now
        .and_then(|now| now.checked_sub(frame.first))
        .unwrap_or(last);
    let widest = text_width(&axis_period_words(words, frame.points[0].period, None)) + APART;
    let stride = strides(reading.grain)
        .iter()
        .copied()
        .find(|stride| *stride as f64 * frame.step() >= widest)
        .unwrap_or(60);
    let mut year = None;
    for (at, point) in frame.points.iter().enumerate() {
        if at.abs_diff(anchor) % stride != 0 {
            continue;
        }
        let x = px(frame.x(at));
        lines.push(super::straight(Line::Axis, (x, BOTTOM), (x, BOTTOM + TICK)));
        texts.push(Text {
            place: (x, PERIODS),
            text: axis_period_words(words, point.period, year),
            anchor: Anchor::Middle,
            tone: Tone::Muted,
            is_strong: false,
        });
        year = Some(point.period.start().year());
    }
    (lines, texts)
}
