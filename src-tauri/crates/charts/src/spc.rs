//! The chart of one cell (ux.md 6): usual range, average, target, points by shape, breaks with their reason and a
//! bracket over the points that fixed the range. Labels stand at the right end, so there is no legend to look up.

mod axes;
mod ends;
mod marks;
mod ranges;
mod run;
mod table;

pub use marks::{legend, signal_look};

use crate::finding::{Subject, finding, sentences};
use crate::frame::{Frame, HEIGHT, MOST_POINTS, WIDTH};
use crate::model::{Chart, Line, Path, Place, Tone};
use crate::scale::axis;
use domain::period::Period;
use domain::scorecard::{Point, Reading};
use words::Words;

/// Height of one line of text in the head.
const HEAD_LINE: f64 = 15.0;
/// Height of the bracket with its words.
const BRACKET: f64 = 26.0;
/// From the head to the plot.
const HEAD_GAP: f64 = 8.0;

/// Draws a reading: at most the last 60 periods.
pub fn spc_chart(words: &Words, reading: &Reading, subject: Subject<'_>) -> Chart {
    spc_chart_from(words, reading, subject, None)
}

/// Draws a reading from a month on, and at most the last 60 periods. Ranges rest on all points, shown or not; the last
/// period is always there.
pub fn spc_chart_from(
    words: &Words,
    reading: &Reading,
    subject: Subject<'_>,
    from: Option<Period>,
) -> Chart {
    let is_before = |point: &&Point| from.is_some_and(|from| point.period.month() < from);
    let before = reading.points.iter().take_while(is_before).count();
    let first = reading
        .points
        .len()
        .saturating_sub(MOST_POINTS)
        .max(before.min(reading.points.len().saturating_sub(1)));
    let head = ranges::head(words, reading, first);
    let top = HEAD_GAP + head.rows() * HEAD_LINE + if head.has_bracket() { BRACKET } else { 0.0 };
    let values = drawn_values(reading, first);
    let frame = Frame::new(
        &reading.points,
        first,
        axis(reading.kind, &values),
        top.max(16.0),
    );
    let (mut lines, mut texts) = axes::axes(words, reading, &frame);
    lines.extend(ranges::edges(reading, &frame));
    lines.extend(ranges::centres(reading, &frame));
    lines.extend(ends::target_line(reading, &frame));
    let (head_lines, head_texts) = ranges::draw_head(&head, &frame, HEAD_LINE);
    lines.extend(head_lines);
    texts.extend(head_texts);
    lines.extend(marks::series(reading, &frame));
    texts.extend(ends::labels(words, reading, &frame));
    let points = marks::marks(words, reading, &frame);
    texts.extend(run::label(words, reading, &frame, &points));
    Chart {
        width: WIDTH,
        height: HEIGHT,
        title: finding(words, reading, subject),
        sentence: sentences(words, reading, subject).join(" "),
        bands: ranges::bands(reading, &frame),
        lines,
        texts,
        points,
        table: table::table(words, reading, &frame, subject),
    }
}

/// Everything that must fit on the axis.
fn drawn_values(reading: &Reading, first: usize) -> Vec<f64> {
    let points = &reading.points[first..];
    let mut values: Vec<f64> = points.iter().filter_map(|point| point.value).collect();
    let judged = points.iter().filter(|point| !marks::is_hollow(point));
    values.extend(
        judged
            .flat_map(|point| [point.lower, point.upper])
            .flatten(),
    );
    values.extend(ranges::visible_centres(reading, first));
    values.extend(reading.target);
    values
}

/// A line of two places.
fn straight(line: Line, from: Place, to: Place) -> Path {
    Path {
        line,
        tone: Tone::Muted,
        places: vec![from, to],
    }
}
