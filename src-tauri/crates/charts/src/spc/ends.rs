//! Labels at the right end of the plot, in place of a legend; where they would touch they move apart.

use super::marks::is_hollow;
use super::ranges::{is_average, level};
use crate::frame::{BOTTOM, Frame, LABELS, LEFT, RIGHT};
use crate::levels::{decimals_of, level_with};
use crate::model::{Anchor, Line, Path, Text, Tone, px};
use crate::wording::{level_words, point_value, target_words};
use domain::scorecard::{Reading, Standing};
use words::{Arg, Words};

/// Least distance between two labels.
const APART: f64 = 14.0;
/// From the middle of a label to its baseline.
const BASELINE: f64 = 4.0;

/// The target across the whole plot.
pub(super) fn target_line(reading: &Reading, frame: &Frame<'_>) -> Option<Path> {
    let target = reading.target?;
    let places = vec![frame.place(LEFT, target), frame.place(RIGHT, target)];
    Some(Path {
        line: Line::Target,
        tone: Tone::Neutral,
        places,
    })
}

struct Label {
    y: f64,
    text: String,
    tone: Tone,
    is_strong: bool,
}

/// What stands at the right end.
pub(super) fn labels(words: &Words, reading: &Reading, frame: &Frame<'_>) -> Vec<Text> {
    let mut labels = range_labels(words, reading, frame);
    labels.extend(reading.target.map(|target| {
        let value = Arg::from(target_words(reading.kind, target));
        Label {
            y: frame.y(target),
            text: words.say("label-target", &[("value", value)]),
            tone: Tone::Neutral,
            is_strong: false,
        }
    }));
    labels.extend(hollow_label(words, reading, frame));
    labels.sort_by(|one, other| one.y.total_cmp(&other.y));
    part(&mut labels);
    labels
        .into_iter()
        .map(|label| Text {
            place: (LABELS, px(label.y + BASELINE)),
            text: label.text,
            anchor: Anchor::Start,
            tone: label.tone,
            is_strong: label.is_strong,
        })
        .collect()
}

fn range_labels(words: &Words, reading: &Reading, frame: &Frame<'_>) -> Vec<Label> {
    let Some(phase) = reading.phase() else {
        return Vec::new();
    };
    let say = |key: &str, level: f64, said: String, is_strong: bool| Label {
        y: frame.y(level),
        text: words.say(key, &[("value", Arg::from(said))]),
        tone: if is_strong {
            Tone::Neutral
        } else {
            Tone::Muted
        },
        is_strong,
    };
    let newest = reading.points.len().saturating_sub(1);
    let last = frame.points.iter().enumerate().rev().find(|(at, point)| {
        let has_range = point.lower.is_some() || point.upper.is_some();
        has_range
            && !is_hollow(point)
            && point.phase == reading.points[newest].phase
            && *at <= newest
    });
    let mut labels = Vec::new();
    if let Some((_, point)) = last {
        let decimals = decimals_of(reading.kind, point);
        let limit = |key: &str, limit: f64| {
            say(key, limit, level_with(reading.kind, limit, decimals), false)
        };
        labels.extend(point.upper.map(|upper| limit("label-upper-limit", upper)));
        labels.extend(point.lower.map(|lower| limit("label-lower-limit", lower)));
    }
    let is_average = is_average(phase);
    let key = if is_average {
        "label-average"
    } else {
        "label-median"
    };
    labels.extend(level(phase).map(|level| {
        let said = level_words(reading.kind, level);
        say(key, level, said, is_average)
    }));
    labels
}

/// The last point, if it is hollow: what it is so far.
fn hollow_label(words: &Words, reading: &Reading, frame: &Frame<'_>) -> Option<Label> {
    let point = frame.points.last().filter(|point| is_hollow(point))?;
    let value = point.value?;
    let said = Arg::from(point_value(words, reading, point)?);
    let key = match point.standing {
        Standing::Open => "label-so-far",
        Standing::Disputed
        | Standing::Gap
        | Standing::FewReplies
        | Standing::Baseline
        | Standing::Later => "label-open",
    };
    Some(Label {
        y: frame.y(value),
        text: words.say(key, &[("value", said)]),
        tone: Tone::Muted,
        is_strong: false,
    })
}

/// Moves labels apart, from top to bottom, then back up from the foot of the plot.
fn part(labels: &mut [Label]) {
    let mut least = 8.0;
    for label in labels.iter_mut() {
        label.y = label.y.max(least);
        least = label.y + APART;
    }
    let mut most = BOTTOM;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(most);
        most = label.y - APART;
    }
}
