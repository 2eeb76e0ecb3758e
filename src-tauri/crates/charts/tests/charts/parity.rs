//! Picture, table and words come from one model: read back from the picture, the values are those of the table.

use crate::support::{Cell, SUBJECT, cell, first_of};
use charts::model::{Line, Mark, Path};
use charts::{Chart, chart_svg, spc_chart};
use domain::figure::FigureStatus;
use domain::kpi::{Direction, Kind};
use domain::period::Grain;
use domain::scorecard::{Point, Reading};
use proptest::prelude::*;
use stats::lattice::Side;
use stats::rules::Rule;
use words::Words;

/// A mark as a reader of the file finds it.
#[derive(Debug)]
struct Drawn {
    title: String,
    x: f64,
    y: f64,
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

fn places(points: &str) -> Vec<(f64, f64)> {
    let pairs = points.split(' ').filter_map(|pair| pair.split_once(','));
    pairs.map(|(x, y)| (number(x), number(y))).collect()
}

fn drawn_marks(svg: &str) -> Vec<Drawn> {
    let marks = svg
        .lines()
        .filter(|line| line.starts_with("<g class=\"mark\">"));
    marks
        .map(|line| {
            let title = unescape(between(line, "<title>", "</title>").unwrap());
            let (x, y) = if let Some(points) = between(line, "points=\"", "\"") {
                let corners = places(points);
                let count = corners.len() as f64;
                let sum = corners
                    .iter()
                    .fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
                (sum.0 / count, sum.1 / count)
            } else {
                (
                    number(between(line, "cx=\"", "\"").unwrap()),
                    number(between(line, "cy=\"", "\"").unwrap()),
                )
            };
            Drawn { title, x, y }
        })
        .collect()
}

fn texts(svg: &str) -> Vec<(f64, f64, String)> {
    let texts = svg.lines().filter(|line| line.starts_with("<text "));
    texts
        .map(|line| {
            let place = |name: &str| number(between(line, &format!(" {name}=\""), "\"").unwrap());
            (
                place("x"),
                place("y"),
                unescape(between(line, ">", "</text>").unwrap()),
            )
        })
        .collect()
}

/// A written value as a number: per cent and "2 of 3" as shares.
fn value_of(text: &str) -> f64 {
    if let Some((part, whole)) = text.split_once(" of ") {
        return number(part) / number(whole);
    }
    let plain = text.replace(',', "").replace('−', "-");
    match plain.strip_suffix("\u{a0}%") {
        Some(share) => number(share) / 100.0,
        None => number(&plain),
    }
}

/// From height to value, as a reader works it out from the labels of the axis.
fn scale_of(svg: &str) -> impl Fn(f64) -> f64 {
    let ticks: Vec<(f64, f64)> = texts(svg)
        .into_iter()
        .filter(|(x, _, _)| (x - 36.0).abs() < 1e-9)
        .map(|(_, y, text)| (y - 4.0, value_of(&text)))
        .collect();
    let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
    move |y| first.1 + (y - first.0) * (last.1 - first.1) / (last.0 - first.0)
}

fn check_values(kind: Kind, chart: &Chart, svg: &str) {
    let scale = scale_of(svg);
    let marks = drawn_marks(svg);
    let rows: Vec<&Vec<String>> = chart
        .table
        .rows
        .iter()
        .filter(|row| !row[1].is_empty())
        .collect();
    assert_eq!(
        marks.len(),
        rows.len(),
        "every recorded period is drawn and no other"
    );
    let a_pixel = (scale(100.0) - scale(101.0)).abs();
    let written = match kind {
        Kind::Proportion | Kind::ScoreShare => 0.005,
        Kind::Count => 0.0,
        Kind::Rate | Kind::Value => 0.05,
    };
    for (mark, row) in marks.iter().zip(rows) {
        let head = format!("{}: {}", row[0], row[1]);
        assert!(
            mark.title.starts_with(&head),
            "{} does not say {head}",
            mark.title
        );
        let shows = row.last().unwrap();
        assert!(
            mark.title.ends_with(shows.as_str()),
            "{} does not say {shows}",
            mark.title
        );
        let off = (scale(mark.y) - value_of(&row[1])).abs();
        assert!(off <= written + a_pixel, "{head} is drawn {off} away");
    }
    assert!(
        marks.windows(2).all(|pair| pair[0].x < pair[1].x),
        "time runs to the right"
    );
}

fn check_words(chart: &Chart, svg: &str) {
    let drawn: Vec<String> = texts(svg).into_iter().map(|(_, _, text)| text).collect();
    let said: Vec<String> = chart.texts.iter().map(|text| text.text.clone()).collect();
    assert_eq!(drawn, said);
    assert_eq!(
        unescape(between(svg, "<title>", "</title>").unwrap()),
        chart.title
    );
    assert_eq!(
        unescape(between(svg, "<desc>", "</desc>").unwrap()),
        chart.sentence
    );
    for (text, (x, y)) in chart.texts.iter().map(|text| (&text.text, text.place)) {
        assert!(
            (0.0..=684.0).contains(&x) && (0.0..=410.0).contains(&y),
            "{text} is off the page"
        );
    }
}

/// A point is marked as outside exactly when it lies beyond the limit drawn at its place.
fn check_limits(reading: &Reading, chart: &Chart) {
    let is_limit = |path: &&Path| matches!(path.line, Line::Limit | Line::TrialLimit);
    let limits: Vec<_> = chart
        .lines
        .iter()
        .filter(is_limit)
        .map(|path| &path.places)
        .collect();
    let first = reading.points.len() - chart.table.rows.len();
    let recorded = reading.points[first..]
        .iter()
        .filter(|point| point.value.is_some());
    for (point, mark) in recorded.zip(&chart.points) {
        let over: Vec<f64> = limits
            .iter()
            .filter_map(|limit| height(limit, mark.place.0))
            .collect();
        if point.standing.is_judged() {
            check_point(point, mark, &over);
        } else {
            assert_eq!(over.len(), 0, "a limit is drawn over {}", mark.head);
        }
    }
}

fn check_point(point: &Point, mark: &Mark, over: &[f64]) {
    let value = point.value.unwrap();
    let low = point
        .lower
        .is_some_and(|limit| stats::tie::is_below(value, limit));
    let high = point
        .upper
        .is_some_and(|limit| stats::tie::is_above(value, limit));
    assert_eq!(
        point.marks.has(Rule::Outside, Side::Low),
        low,
        "{}",
        mark.head
    );
    assert_eq!(
        point.marks.has(Rule::Outside, Side::High),
        high,
        "{}",
        mark.head
    );
    let expected = usize::from(point.lower.is_some()) + usize::from(point.upper.is_some());
    assert_eq!(over.len(), expected, "limits over {}", mark.head);
    let y = mark.place.1;
    assert!(
        !low || over.iter().any(|limit| y >= *limit),
        "{} at {y}: {over:?}",
        mark.head
    );
    assert!(
        !high || over.iter().any(|limit| y <= *limit),
        "{} at {y}: {over:?}",
        mark.head
    );
}

/// Height of a stepped line at a place strictly inside it.
fn height(line: &[(f64, f64)], x: f64) -> Option<f64> {
    let piece = line
        .windows(2)
        .find(|pair| pair[0].0 < x && x < pair[1].0)?;
    Some(piece[0].1)
}

/// A line never runs over a period without a figure.
fn check_gaps(chart: &Chart) {
    for path in chart.lines.iter().filter(|path| path.line == Line::Series) {
        let places: Vec<usize> = path
            .places
            .iter()
            .map(|place| {
                chart
                    .points
                    .iter()
                    .position(|mark| mark.place == *place)
                    .unwrap()
            })
            .collect();
        let named: Vec<&str> = places
            .iter()
            .map(|at| chart.points[*at].head.as_str())
            .collect();
        let rows: Vec<usize> = named
            .iter()
            .map(|head| {
                let is_row = |row: &Vec<String>| head.starts_with(&format!("{}: ", row[0]));
                chart.table.rows.iter().position(is_row).unwrap()
            })
            .collect();
        assert!(
            rows.windows(2).all(|pair| pair[0] + 1 == pair[1]),
            "{named:?}"
        );
    }
}

fn check(cell: &Cell, words: &Words) {
    let reading = cell.read();
    let chart = spc_chart(words, &reading, SUBJECT);
    let svg = chart_svg(&chart);
    assert!(chart.points.len() <= 60);
    check_values(reading.kind, &chart, &svg);
    check_words(&chart, &svg);
    check_limits(&reading, &chart);
    check_gaps(&chart);
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Proportion),
        Just(Kind::ScoreShare),
        Just(Kind::Count),
        Just(Kind::Rate),
        Just(Kind::Value)
    ]
}

fn cells() -> impl Strategy<Value = Cell> {
    let directions = prop_oneof![
        Just(Direction::Up),
        Just(Direction::Down),
        Just(Direction::Range),
        Just(Direction::Neutral)
    ];
    let grains = prop_oneof![Just(Grain::Week), Just(Grain::Month), Just(Grain::Quarter)];
    let figures = prop::collection::vec((0..100_i64, 0..60_i64, 0..10_u8), 1..70);
    let extras = (
        0..70_usize,
        0..70_usize,
        any::<bool>(),
        any::<bool>(),
        1..400_i64,
    );
    (kinds(), directions, grains, figures, extras).prop_map(
        |(kind, direction, grain, figures, extras)| {
            let (phase, hollow, by_data, has_target, scale) = extras;
            let amounts = figures.iter().map(|(of_whole, whole, luck)| match kind {
                _ if *luck == 0 => None,
                Kind::Proportion | Kind::ScoreShare => Some((of_whole * whole / 100, *whole)),
                Kind::Count => Some((of_whole * scale / 40, 1)),
                Kind::Rate => Some((of_whole * whole / 30, whole * 250)),
                Kind::Value => Some((of_whole + scale, 1)),
            });
            let mut cell = cell(kind, direction, first_of(grain), "2025-08-08").figures(amounts);
            cell = cell.status(hollow, FigureStatus::Disputed).phase_at(phase);
            cell = cell.status(hollow / 2, FigureStatus::Provisional);
            if by_data {
                cell = cell.by_data();
            }
            if has_target {
                cell = cell.target(if kind.needs_denominator() {
                    700_000
                } else {
                    20_000_000
                });
            }
            cell
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn values_read_back_from_the_picture_are_those_of_the_table(cell in cells()) {
        check(&cell, &Words::english());
    }
}
