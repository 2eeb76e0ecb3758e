//! Points by shape and the lines that join recorded neighbours.

use crate::frame::Frame;
use crate::model::{Chart, Line, Mark, Path, Shape, Tone};
use crate::point::{point_body, point_head};
use domain::kpi::Direction;
use domain::scorecard::{Point, Reading, Standing, Status};
use stats::lattice::Side;
use stats::phases::Status as Grounds;
use words::Words;

/// How a signal on one side looks: square for the good direction, diamond for the other, and a plain circle where
/// neither is good by itself.
pub fn signal_look(direction: Direction, side: Side) -> (Shape, Tone) {
    match (direction, side) {
        (Direction::Up, Side::High) | (Direction::Down, Side::Low) => (Shape::Square, Tone::Better),
        (Direction::Up, Side::Low) | (Direction::Down, Side::High) => (Shape::Diamond, Tone::Worse),
        (Direction::Range | Direction::Neutral, Side::Low | Side::High) => {
            (Shape::Circle, Tone::Neutral)
        }
    }
}

/// Whether a point is drawn hollow and nothing is drawn over it.
pub(super) fn is_hollow(point: &Point) -> bool {
    match point.standing {
        Standing::Open | Standing::Disputed => true,
        Standing::Gap | Standing::FewReplies | Standing::Baseline | Standing::Later => false,
    }
}

fn look(reading: &Reading, point: &Point) -> (Shape, Tone) {
    if is_hollow(point) {
        return (Shape::Hollow, Tone::Neutral);
    }
    point
        .marks
        .first()
        .map_or((Shape::Circle, Tone::Neutral), |mark| {
            signal_look(reading.direction, mark.side)
        })
}

/// The points, in time order.
pub(super) fn marks(words: &Words, reading: &Reading, frame: &Frame<'_>) -> Vec<Mark> {
    let places = frame.points.iter().enumerate();
    places
        .filter_map(|(at, point)| {
            let value = point.value?;
            let (shape, tone) = look(reading, point);
            Some(Mark {
                place: frame.place(frame.x(at), value),
                value,
                shape,
                tone,
                head: point_head(words, reading, point),
                body: point_body(words, reading, point),
            })
        })
        .collect()
}

/// Lines that join judged neighbours of one phase; none in a phase with too few points, and never over a gap.
pub(super) fn series(reading: &Reading, frame: &Frame<'_>) -> Vec<Path> {
    let mut lines = Vec::new();
    let mut places = Vec::new();
    let mut phase = None;
    for (at, point) in frame.points.iter().enumerate() {
        let value = point.value.filter(|_| is_joined(reading, point));
        if value.is_none() || phase != Some(point.phase) {
            flush(&mut lines, &mut places);
        }
        phase = Some(point.phase);
        places.extend(value.map(|value| frame.place(frame.x(at), value)));
    }
    flush(&mut lines, &mut places);
    lines
}

fn flush(lines: &mut Vec<Path>, places: &mut Vec<(f64, f64)>) {
    let joined = std::mem::take(places);
    if joined.len() > 1 {
        lines.push(Path {
            line: Line::Series,
            tone: Tone::Neutral,
            places: joined,
        });
    }
}

fn is_joined(reading: &Reading, point: &Point) -> bool {
    let grounds = reading
        .phases
        .get(point.phase)
        .map(|phase| phase.summary.status);
    let is_enough = match grounds {
        Some(Grounds::Flat { .. } | Grounds::Trial | Grounds::Established) => true,
        Some(Grounds::NotEnough { .. }) | None => false,
    };
    is_enough && point.standing.is_judged()
}

/// What the shapes on a chart mean, in one line.
pub fn legend(words: &Words, reading: &Reading, chart: &Chart) -> String {
    let has = |shape: Shape| chart.points.iter().any(|point| point.shape == shape);
    let circle = match reading.status {
        Status::TooFew => "legend-circle-few",
        Status::Better
        | Status::Worse
        | Status::Changed
        | Status::NoClearChange
        | Status::NoFigures => "legend-circle",
    };
    [
        (Shape::Circle, circle),
        (Shape::Square, "legend-square"),
        (Shape::Diamond, "legend-diamond"),
        (Shape::Hollow, "legend-hollow"),
    ]
    .into_iter()
    .filter(|(shape, _)| has(*shape))
    .map(|(_, key)| words.say(key, &[]))
    .collect::<Vec<_>>()
    .join(" ")
}
