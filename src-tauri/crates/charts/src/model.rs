//! The elements of a chart, in drawing order, in units of CSS pixels at 100 % text. A theme turns what an element
//! is and means into a colour; shapes alone carry every meaning.

use std::fmt::Write as _;

/// What an element means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Usual variation and everything that is no signal with a direction.
    Neutral,
    /// Part of a signal in the good direction.
    Better,
    /// Part of a signal in the other direction.
    Worse,
    /// Axis text and grid.
    Muted,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Joins recorded neighbours.
    Series,
    /// An edge of the usual range.
    Limit,
    /// An edge of a usual range still being learnt.
    TrialLimit,
    /// The average, or the median while there are too few points.
    Centre,
    /// The target.
    Target,
    /// A grid line.
    Grid,
    /// The axis with its ticks.
    Axis,
    /// Where a phase or a new definition begins.
    Break,
    /// Embraces the points that fixed the range.
    Bracket,
}

/// The shape of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// Usual variation, or a change that is neither good nor bad.
    Circle,
    /// Part of a signal in the good direction.
    Square,
    /// Part of a signal in the other direction.
    Diamond,
    /// Not judged: still open or disputed; in a sparkline, too few to judge.
    Hollow,
}

/// A place in a drawing: from the left and from the top.
pub type Place = (f64, f64);

/// A filled area: the usual range of a stretch.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Its corners.
    pub places: Vec<Place>,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// What it is.
    pub line: Line,
    /// What it means.
    pub tone: Tone,
    /// Its bends.
    pub places: Vec<Place>,
}

/// Which end of a label its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A label of 12 px.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where its baseline is.
    pub place: Place,
    /// What it says.
    pub text: String,
    /// Which end of it is at the place.
    pub anchor: Anchor,
    /// What it means.
    pub tone: Tone,
    /// Whether it is set bold.
    pub is_strong: bool,
}

/// A point that arrow keys can reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub place: Place,
    /// The charted value, shares as fractions.
    pub value: f64,
    /// Its shape.
    pub shape: Shape,
    /// What it means.
    pub tone: Tone,
    /// "Week of 23 November 2026: 4".
    pub head: String,
    /// What more a tooltip or a screen reader says.
    pub body: String,
}

/// The same as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<String>,
    /// Rows of text, each as long as the heads.
    pub rows: Vec<Vec<String>>,
}

/// A chart ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The finding.
    pub title: String,
    /// The summary sentence.
    pub sentence: String,
    /// Usual ranges.
    pub bands: Vec<Band>,
    /// Lines, in drawing order.
    pub lines: Vec<Path>,
    /// Labels.
    pub texts: Vec<Text>,
    /// Points in time order.
    pub points: Vec<Mark>,
    /// The same as a table.
    pub table: Table,
}

/// A tenth of a pixel is as fine as a drawing gets.
pub(crate) fn px(value: f64) -> f64 {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// Places as SVG `points`: `x,y x,y …`.
pub fn points_text(places: &[Place]) -> String {
    let mut text = String::with_capacity(places.len() * 11);
    for (x, y) in places {
        if !text.is_empty() {
            text.push(' ');
        }
        write_px(&mut text, *x);
        text.push(',');
        write_px(&mut text, *y);
    }
    text
}

/// A coordinate to a tenth, as [`px`] rounds it. An overview writes tens of thousands of them, and the shortest text
/// of a float takes longer to find than a tenth.
#[expect(
    clippy::cast_possible_truncation,
    reason = "no drawing is a hundred thousand pixels wide"
)]
fn write_px(text: &mut String, value: f64) {
    let tenths = (value * 10.0).round().clamp(-1e6, 1e6) as i32;
    if tenths < 0 {
        text.push('-');
    }
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let _written = match tenth {
        0 => write!(text, "{whole}"),
        _ => write!(text, "{whole}.{tenth}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_written_to_a_tenth() {
        let places = [(1.0, -0.04), (0.05, 12.34), (-3.16, -0.5), (120.0, 99.96)];
        assert_eq!(points_text(&places), "1,0 0.1,12.3 -3.2,-0.5 120,100");
        let said: Vec<String> = places
            .iter()
            .map(|(x, y)| format!("{},{}", px(*x), px(*y)))
            .collect();
        assert_eq!(points_text(&places), said.join(" "));
    }
}
