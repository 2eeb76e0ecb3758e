//! A chart the size of a word: the last 24 periods with the usual range behind them. It repeats what its row says
//! and adds nothing to it.

use crate::model::{Place, Shape, Tone, px};
use crate::spc::signal_look;
use domain::scorecard::{Point, Reading, Standing, Status};

/// Periods shown.
const PERIODS: usize = 24;
/// Room above and below.
const INSET: f64 = 3.0;
/// Room at the right for the last shape, and at the left.
const SIDE: f64 = 4.0;

/// How large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 72 × 26, in a cell of the team table.
    Cell,
    /// 140 × 24, in a row of a scorecard.
    Row,
}

impl Size {
    fn sides(self) -> (f64, f64) {
        match self {
            Self::Cell => (72.0, 26.0),
            Self::Row => (140.0, 24.0),
        }
    }
}

/// Whether a signal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// On the adviser's own page, where a signal means "look and ask".
    Signals,
    /// On the team page, where nobody is marked.
    Plain,
}

/// A point of a sparkline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Its middle.
    pub place: Place,
    /// Its shape.
    pub shape: Shape,
    /// What it means.
    pub tone: Tone,
}

/// A sparkline ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The usual range as one outline; empty when there is none.
    pub band: Vec<Place>,
    /// One line for each stretch without a gap.
    pub lines: Vec<Vec<Place>>,
    /// The last point, or all of them while there are too few for a line.
    pub points: Vec<Dot>,
    /// What the line means.
    pub tone: Tone,
}

struct Slots<'a> {
    points: &'a [Point],
    size: (f64, f64),
    low: f64,
    high: f64,
}

impl Slots<'_> {
    fn step(&self) -> f64 {
        (self.size.0 - 2.0 * SIDE) / (PERIODS - 1) as f64
    }

    fn x(&self, at: usize) -> f64 {
        let back = self.points.len() - 1 - at;
        self.size.0 - SIDE - back as f64 * self.step()
    }

    fn place(&self, x: f64, value: f64) -> Place {
        let height = self.size.1 - 2.0 * INSET;
        let share = if self.high > self.low {
            (value - self.low) / (self.high - self.low)
        } else {
            0.5
        };
        (
            px(x),
            px(self.size.1 - INSET - share.clamp(0.0, 1.0) * height),
        )
    }
}

/// Draws the last 24 closed periods of a reading.
pub fn sparkline(reading: &Reading, size: Size, emphasis: Emphasis) -> Sparkline {
    let slots = slots(reading, size.sides());
    let (shape, tone) = match (emphasis, reading.signal) {
        (Emphasis::Signals, Some(signal)) => signal_look(reading.direction, signal.side),
        (Emphasis::Signals, None) | (Emphasis::Plain, _) => (Shape::Circle, Tone::Neutral),
    };
    let is_few = reading.status == Status::TooFew;
    let (width, height) = slots.size;
    Sparkline {
        width,
        height,
        band: if is_few { Vec::new() } else { band(&slots) },
        lines: if is_few { Vec::new() } else { lines(&slots) },
        points: if is_few {
            dots(&slots)
        } else {
            last(&slots, shape, tone)
        },
        tone,
    }
}

fn slots(reading: &Reading, size: (f64, f64)) -> Slots<'_> {
    let is_closed = |point: &Point| match point.standing {
        Standing::Gap
        | Standing::FewReplies
        | Standing::Disputed
        | Standing::Baseline
        | Standing::Later => true,
        Standing::Open => false,
    };
    let end = reading
        .points
        .iter()
        .rposition(is_closed)
        .map_or(0, |last| last + 1);
    let points = &reading.points[end.saturating_sub(PERIODS)..end];
    let values = points
        .iter()
        .filter(|point| point.standing.is_judged())
        .flat_map(|point| [point.value, point.lower, point.upper])
        .flatten();
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    Slots {
        points,
        size,
        low,
        high,
    }
}

fn judged<'a>(slots: &'a Slots<'_>) -> impl DoubleEndedIterator<Item = (usize, f64)> + 'a {
    let points = slots.points.iter().enumerate();
    points.filter_map(|(at, point)| Some((at, point.value.filter(|_| point.standing.is_judged())?)))
}

fn lines(slots: &Slots<'_>) -> Vec<Vec<Place>> {
    let mut lines: Vec<Vec<Place>> = Vec::new();
    let mut before: Option<usize> = None;
    for (at, value) in judged(slots) {
        let is_next = before.is_some_and(|before| {
            before + 1 == at && slots.points[before].phase == slots.points[at].phase
        });
        let place = slots.place(slots.x(at), value);
        match lines.last_mut().filter(|_| is_next) {
            Some(line) => line.push(place),
            None => lines.push(vec![place]),
        }
        before = Some(at);
    }
    lines.retain(|line| line.len() > 1);
    lines
}

/// All stretches of the usual range as one outline: each is closed before the next, and the ways between them
/// enclose nothing.
fn band(slots: &Slots<'_>) -> Vec<Place> {
    let half = slots.step() / 2.0;
    let mut outline = Vec::new();
    let mut back = Vec::new();
    let mut at = 0;
    while at < slots.points.len() {
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        while let Some((low, high)) = slots.points.get(at).and_then(|point| range(slots, point)) {
            let (left, right) = (slots.x(at) - half, slots.x(at) + half);
            let (left, right) = (left.max(0.0), right.min(slots.size.0));
            upper.extend([slots.place(left, high), slots.place(right, high)]);
            lower.extend([slots.place(left, low), slots.place(right, low)]);
            at += 1;
        }
        if let Some(start) = upper.first().copied() {
            outline.extend(upper);
            outline.extend(lower.into_iter().rev());
            outline.push(start);
            back.push(start);
        }
        at += 1;
    }
    back.pop();
    outline.extend(back.into_iter().rev());
    outline
}

fn range(slots: &Slots<'_>, point: &Point) -> Option<(f64, f64)> {
    let is_drawn = match point.standing {
        Standing::Open | Standing::Disputed => false,
        Standing::Gap | Standing::FewReplies | Standing::Baseline | Standing::Later => true,
    };
    let has_range = point.lower.is_some() || point.upper.is_some();
    (is_drawn && has_range).then(|| {
        (
            point.lower.unwrap_or(slots.low),
            point.upper.unwrap_or(slots.high),
        )
    })
}

fn last(slots: &Slots<'_>, shape: Shape, tone: Tone) -> Vec<Dot> {
    let latest = judged(slots).next_back();
    let dot = latest.map(|(at, value)| Dot {
        place: slots.place(slots.x(at), value),
        shape,
        tone,
    });
    dot.into_iter().collect()
}

/// Dots without a line, the last one a ring: too few to judge.
fn dots(slots: &Slots<'_>) -> Vec<Dot> {
    let latest = judged(slots).next_back().map(|(at, _)| at);
    judged(slots)
        .map(|(at, value)| Dot {
            place: slots.place(slots.x(at), value),
            shape: if Some(at) == latest {
                Shape::Hollow
            } else {
                Shape::Circle
            },
            tone: Tone::Neutral,
        })
        .collect()
}
