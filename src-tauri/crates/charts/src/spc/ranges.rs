//! Usual ranges, averages, and the head of the plot: where a phase begins and why, and which points fixed the
//! range. A limit is drawn where points were judged by it, and nowhere else.

use super::marks::is_hollow;
use crate::frame::{BOTTOM, Frame, LEFT, RIGHT, WIDTH, fit, text_width};
use crate::model::{Anchor, Band, Line, Path, Place, Text, Tone, px};
use crate::wording::{from_words, periods_words};
use domain::scorecard::{BreakReason, Phase, Point, Reading};
use stats::phases::Status as Grounds;
use words::{Arg, Words};

/// The visible stretch of each phase: positions of its first and last visible period that is not hollow.
fn stretches<'a>(
    reading: &'a Reading,
    frame: &'a Frame<'_>,
) -> impl Iterator<Item = (&'a Phase, usize, usize)> + 'a {
    let phases = reading.phases.iter().enumerate();
    phases.filter_map(|(number, phase)| {
        let is_of = |point: &Point| point.phase == number && !is_hollow(point);
        let first = frame.points.iter().position(is_of)?;
        let last = frame.points.iter().rposition(is_of)?;
        Some((phase, first, last))
    })
}

/// Whether a phase has an average to speak of, rather than the median of a few points.
pub(super) fn is_average(phase: &Phase) -> bool {
    match phase.summary.status {
        Grounds::NotEnough { .. } => false,
        Grounds::Flat { .. } => true,
        Grounds::Trial | Grounds::Established => phase.summary.frozen.is_some(),
    }
}

/// The level drawn through a phase: its average, or the median while it has no usual range.
pub(super) fn level(phase: &Phase) -> Option<f64> {
    if is_average(phase) {
        phase.summary.centre
    } else {
        phase.summary.median
    }
}

/// The levels of phases that reach into the visible part.
pub(super) fn visible_centres(reading: &Reading, first: usize) -> Vec<f64> {
    let is_visible = |phase: &&Phase| phase.summary.first + phase.summary.periods > first;
    reading
        .phases
        .iter()
        .filter(is_visible)
        .filter_map(level)
        .collect()
}

/// Average or median of each phase.
pub(super) fn centres(reading: &Reading, frame: &Frame<'_>) -> Vec<Path> {
    stretches(reading, frame)
        .filter_map(|(phase, first, last)| {
            let level = level(phase)?;
            let ends = [frame.start(first), frame.end(last)];
            let places = ends.map(|x| frame.place(x, level)).to_vec();
            Some(Path {
                line: Line::Centre,
                tone: Tone::Muted,
                places,
            })
        })
        .collect()
}

/// One edge of the usual range as a stepped line; broken where there is no limit.
fn steps(
    frame: &Frame<'_>,
    positions: std::ops::RangeInclusive<usize>,
    limit: impl Fn(&Point) -> Option<f64>,
) -> Vec<Vec<Place>> {
    let mut lines: Vec<Vec<Place>> = Vec::new();
    let mut is_open = false;
    for at in positions {
        let point = &frame.points[at];
        let Some(limit) = limit(point).filter(|_| !is_hollow(point)) else {
            is_open = false;
            continue;
        };
        let (from, to) = (
            frame.place(frame.start(at), limit),
            frame.place(frame.end(at), limit),
        );
        match lines.last_mut().filter(|_| is_open) {
            Some(line)
                if line
                    .last()
                    .is_some_and(|end| end.1.total_cmp(&to.1).is_eq()) =>
            {
                line.pop();
                line.push(to);
            }
            Some(line) => line.extend([from, to]),
            None => lines.push(vec![from, to]),
        }
        is_open = true;
    }
    lines
}

/// Edges of the usual ranges.
pub(super) fn edges(reading: &Reading, frame: &Frame<'_>) -> Vec<Path> {
    let mut lines = Vec::new();
    for (phase, first, last) in stretches(reading, frame) {
        let line = match phase.summary.status {
            Grounds::Trial => Line::TrialLimit,
            Grounds::Established | Grounds::Flat { .. } | Grounds::NotEnough { .. } => Line::Limit,
        };
        let upper = steps(frame, first..=last, |point| point.upper);
        let lower = steps(frame, first..=last, |point| point.lower);
        let both = upper.into_iter().chain(lower);
        lines.extend(both.map(|places| Path {
            line,
            tone: Tone::Muted,
            places,
        }));
    }
    lines
}

/// Usual ranges as areas; a missing limit leaves the area open to the end of what is possible.
pub(super) fn bands(reading: &Reading, frame: &Frame<'_>) -> Vec<Band> {
    let (low, high) = (frame.axis.low, frame.axis.high);
    let has_range = |point: &Point| point.lower.is_some() || point.upper.is_some();
    let edge = |point: &Point, limit: Option<f64>, open: f64| {
        has_range(point).then(|| limit.unwrap_or(open).clamp(low, high))
    };
    let mut bands = Vec::new();
    for (_, first, last) in stretches(reading, frame) {
        let upper = steps(frame, first..=last, |point| edge(point, point.upper, high));
        let lower = steps(frame, first..=last, |point| edge(point, point.lower, low));
        bands.extend(upper.into_iter().zip(lower).map(|(upper, lower)| Band {
            places: upper.into_iter().chain(lower.into_iter().rev()).collect(),
        }));
    }
    bands
}

/// What stands above the plot.
pub(super) struct Head {
    /// Visible position and words of each phase after the first.
    breaks: Vec<(usize, String)>,
    /// First and last visible position, and words, of the points that fixed the latest range.
    bracket: Option<(usize, usize, String)>,
}

impl Head {
    /// Lines of words.
    pub(super) fn rows(&self) -> f64 {
        self.breaks.len() as f64
    }

    /// Whether points are embraced.
    pub(super) fn has_bracket(&self) -> bool {
        self.bracket.is_some()
    }
}

/// What the visible part says above the plot.
pub(super) fn head(words: &Words, reading: &Reading, first: usize) -> Head {
    let breaks = reading.phases.iter().filter_map(|phase| {
        let at = phase
            .summary
            .first
            .checked_sub(first)
            .filter(|at| *at > 0)?;
        Some((at, break_words(words, reading, phase)?))
    });
    Head {
        breaks: breaks.collect(),
        bracket: bracket(words, reading, first),
    }
}

fn break_words(words: &Words, reading: &Reading, phase: &Phase) -> Option<String> {
    let start = phase.start.as_ref()?;
    let near = reading.points.last()?.period;
    let from = ("from", Arg::from(from_words(words, start.from, near)));
    Some(match &start.reason {
        BreakReason::Definition(_) => words.say("label-definition", &[from]),
        BreakReason::ByHand(reason) => {
            words.say("label-break", &[from, ("reason", Arg::from(reason))])
        }
    })
}

/// The points that fixed the latest range, once later points are judged by it.
fn bracket(words: &Words, reading: &Reading, first: usize) -> Option<(usize, usize, String)> {
    use domain::scorecard::Standing;
    let phase = reading.phase()?;
    phase.summary.frozen?;
    let is_fixed = |(at, point): &(usize, &Point)| {
        *at >= phase.summary.first && point.standing == Standing::Baseline
    };
    let points = || reading.points.iter().enumerate();
    points().find(|(at, point)| *at >= phase.summary.first && point.standing == Standing::Later)?;
    let from = points().find(is_fixed)?.0.max(first);
    let to = reading
        .points
        .iter()
        .rposition(|point| point.standing == Standing::Baseline)?;
    if to < first {
        return None;
    }
    let count = u32::try_from(phase.summary.baseline_points).ok()?;
    let periods = periods_words(words, reading.grain, count);
    Some((
        from - first,
        to - first,
        words.say("label-bracket", &[("periods", Arg::from(periods))]),
    ))
}

/// Draws the head: a line down from each break's words, and the bracket.
pub(super) fn draw_head(head: &Head, frame: &Frame<'_>, row: f64) -> (Vec<Path>, Vec<Text>) {
    let (mut lines, mut texts) = (Vec::new(), Vec::new());
    for ((at, words), number) in head.breaks.iter().zip(1_u32..) {
        let x = px(frame.start(*at));
        let y = row * f64::from(number);
        lines.push(super::straight(Line::Break, (x, px(y - 10.0)), (x, BOTTOM)));
        texts.push(beside(x, y, words));
    }
    if let Some((from, to, words)) = &head.bracket {
        let (left, right) = (px(frame.x(*from) - 3.0), px(frame.x(*to) + 3.0));
        let y = px(frame.top - 8.0);
        let places = vec![(left, y + 5.0), (left, y), (right, y), (right, y + 5.0)];
        lines.push(Path {
            line: Line::Bracket,
            tone: Tone::Muted,
            places,
        });
        let half = text_width(words) / 2.0;
        let middle = f64::midpoint(left, right).clamp(LEFT + half, (RIGHT - half).max(LEFT + half));
        texts.push(Text {
            place: (px(middle), px(y - 4.0)),
            text: words.clone(),
            anchor: Anchor::Middle,
            tone: Tone::Muted,
            is_strong: false,
        });
    }
    (lines, texts)
}

/// Words at the right of a line, or at its left where there is more room.
fn beside(x: f64, y: f64, words: &str) -> Text {
    let (right, left) = (WIDTH - x - 7.0, x - 7.0);
    let is_right = text_width(words) <= right || right >= left;
    let (anchor, at, room) = if is_right {
        (Anchor::Start, x + 7.0, right)
    } else {
        (Anchor::End, x - 7.0, left)
    };
    Text {
        place: (px(at), px(y)),
        text: fit(words, room),
        anchor,
        tone: Tone::Muted,
        is_strong: false,
    }
}
