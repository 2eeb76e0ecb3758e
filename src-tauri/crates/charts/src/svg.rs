//! The same elements as a file of their own, for documents: black on white, told apart by shape, weight and dash,
//! so that a photocopy says the same.

use crate::model::{Anchor, Chart, Line, Mark, Path, Place, Shape, Text, Tone, points_text};
use crate::sparkline::Sparkline;

/// Ink of ordinary text and points.
const BLACK: &str = "#000000";
/// Ink of axes, limits and quiet text: 7:1 on white.
const GREY: &str = "#595959";
/// The usual range.
const BAND: &str = "#ebebeb";
/// Grid lines.
const FAINT: &str = "#cfcfcf";
/// The typeface documents are set in, with what any machine has.
const TYPEFACE: &str = "Atkinson Hyperlegible Next, sans-serif";

/// A chart as an SVG file.
pub fn chart_svg(chart: &Chart) -> String {
    let head = [
        opening(chart.width, chart.height, " role=\"img\""),
        format!("<title>{}</title>", escape(&chart.title)),
        format!("<desc>{}</desc>", escape(&chart.sentence)),
    ];
    let bands = chart.bands.iter().map(|band| band_element(&band.places));
    let lines = chart.lines.iter().map(line_element);
    let texts = chart.texts.iter().map(text_element);
    let marks = chart.points.iter().map(mark_element);
    finished(
        head.into_iter()
            .chain(bands)
            .chain(lines)
            .chain(texts)
            .chain(marks),
    )
}

/// A sparkline as an SVG file; it has no name, because its row says it all.
pub fn sparkline_svg(spark: &Sparkline) -> String {
    let width = match spark.tone {
        Tone::Better | Tone::Worse => 1.5,
        Tone::Neutral | Tone::Muted => 1.0,
    };
    let head = opening(spark.width, spark.height, " aria-hidden=\"true\"");
    let band = (!spark.band.is_empty()).then(|| band_element(&spark.band));
    let lines = spark.lines.iter().map(|line| {
        let points = points_text(line);
        format!(
            "<polyline class=\"series\" fill=\"none\" stroke=\"{GREY}\" stroke-width=\"{width}\" \
             stroke-linejoin=\"round\" points=\"{points}\"/>"
        )
    });
    let dots = spark
        .points
        .iter()
        .map(|dot| shape_element(dot.shape, dot.place, 2.4));
    finished(std::iter::once(head).chain(band).chain(lines).chain(dots))
}

fn opening(width: f64, height: f64, role: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\"{role}>"
    )
}

/// One element a line.
fn finished(elements: impl Iterator<Item = String>) -> String {
    let end = std::iter::once("</svg>\n".to_owned());
    elements.chain(end).collect::<Vec<_>>().join("\n")
}

fn band_element(places: &[Place]) -> String {
    let points = points_text(places);
    format!("<polygon class=\"band\" fill=\"{BAND}\" points=\"{points}\"/>")
}

fn line_element(path: &Path) -> String {
    let points = points_text(&path.places);
    let (class, stroke) = (line_class(path.line), line_stroke(path.line));
    format!("<polyline class=\"{class}\" fill=\"none\" {stroke} points=\"{points}\"/>")
}

fn line_class(line: Line) -> &'static str {
    match line {
        Line::Series => "series",
        Line::Limit => "limit",
        Line::TrialLimit => "trial-limit",
        Line::Centre => "centre",
        Line::Target => "target",
        Line::Grid => "grid",
        Line::Axis => "axis",
        Line::Break => "break",
        Line::Bracket => "bracket",
    }
}

fn line_stroke(line: Line) -> String {
    let (ink, width, dash) = match line {
        Line::Series => (GREY, 1.2, ""),
        Line::Limit | Line::Axis | Line::Break | Line::Bracket => (GREY, 1.0, ""),
        Line::TrialLimit => (GREY, 1.0, " stroke-dasharray=\"6 4\""),
        Line::Centre => (BLACK, 1.5, ""),
        Line::Target => (BLACK, 1.5, " stroke-dasharray=\"2 4\""),
        Line::Grid => (FAINT, 1.0, ""),
    };
    format!("stroke=\"{ink}\" stroke-width=\"{width}\"{dash}")
}

fn text_element(text: &Text) -> String {
    let ink = match text.tone {
        Tone::Muted => GREY,
        Tone::Neutral | Tone::Better | Tone::Worse => BLACK,
    };
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let weight = if text.is_strong {
        " font-weight=\"700\""
    } else {
        ""
    };
    let (x, y) = text.place;
    format!(
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-family=\"{TYPEFACE}\" font-size=\"12\"\
         {weight} fill=\"{ink}\">{}</text>",
        escape(&text.text)
    )
}

fn mark_element(mark: &Mark) -> String {
    let title = format!(
        "<title>{}. {}</title>",
        escape(&mark.head),
        escape(&mark.body)
    );
    format!(
        "<g class=\"mark\">{title}{}</g>",
        shape_element(mark.shape, mark.place, 3.2)
    )
}

/// A shape around a place; square and diamond reach further than a circle, so that they look as heavy.
fn shape_element(shape: Shape, place: Place, radius: f64) -> String {
    let (x, y) = place;
    match shape {
        Shape::Circle => format!(
            "<circle class=\"circle\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{BLACK}\"/>"
        ),
        Shape::Hollow => format!(
            "<circle class=\"hollow\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"#ffffff\" \
             stroke=\"{BLACK}\" stroke-width=\"1.2\"/>"
        ),
        Shape::Square => {
            let half = radius * 1.25;
            polygon(
                "square",
                place,
                [(-half, -half), (half, -half), (half, half), (-half, half)],
            )
        }
        Shape::Diamond => {
            let reach = radius * 1.75;
            polygon(
                "diamond",
                place,
                [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)],
            )
        }
    }
}

fn polygon(class: &str, (x, y): Place, corners: [Place; 4]) -> String {
    let places = corners.map(|(right, down)| (x + right, y + down));
    let points = points_text(&places);
    format!("<polygon class=\"{class}\" fill=\"{BLACK}\" points=\"{points}\"/>")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
