//! One adviser's scorecard to print: summary, tables, the charts that have something to say, and room for the
//! adviser's own words.

use super::{Frame, heads, line, shape};
use crate::error::AppError;
use crate::scorecard::basis::{Basis, Shown};
use crate::scorecard::card::{Cell, read_cells, subtitle, unit_words};
use crate::scorecard::summary::{Summary, summary};
use charts::finding::Subject;
use charts::wording::period_words;
use charts::{Emphasis, chart_svg, spc_chart_from};
use domain::kpi::Block as Part;
use domain::period::Period;
use domain::scorecard::Status;
use domain::team::Adviser;
use output::document::{About, Block, Document, Figure, Line, Mark, Point};
use words::{Arg, Words};

/// The scorecard of an adviser for a month, its charts drawn from another on.
pub(in crate::scorecard) fn adviser_document(
    basis: &Basis<'_>,
    frame: Frame,
    adviser: &Adviser,
    (shown, from): (Shown, Option<Period>),
) -> Result<Document, AppError> {
    let words = basis.words;
    let cells = read_cells(basis, adviser, shown)?;
    let alias = adviser.alias.reveal();
    let month = Arg::from(period_words(words, shown.month));
    let title = words.say(
        "page-card-title",
        &[("alias", Arg::from(alias)), ("month", month)],
    );
    let body = Document {
        about: About::Adviser,
        language: String::new(),
        title,
        running: words.say("page-card-running", &[("alias", Arg::from(alias))]),
        subtitle: under_title(basis, adviser, shown),
        handling: String::new(),
        made: String::new(),
        motto: String::new(),
        page_words: (String::new(), String::new()),
        day: (0, 0, 0),
        points: points(words, alias, &cells),
        heads: heads(words, "head-kpi", "head-change"),
        blocks: blocks(words, shown.month, &cells),
        figures: figures(words, alias, &cells, from),
        own_words: words.say("page-own-words", &[("alias", Arg::from(alias))]),
    };
    Ok(frame.around(words, body))
}

/// "Adviser since 3 April 2023 · 1.0 full-time · rule set MDC-2024/7".
fn under_title(basis: &Basis<'_>, adviser: &Adviser, shown: Shown) -> String {
    let about = subtitle(basis.words, adviser, shown.month.end().min(basis.today));
    let rules = ("rules", Arg::from(basis.judging().name()));
    let rules = basis.words.say("page-rules", &[rules]);
    [about, rules]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What has changed, what has not, what is not known.
fn points(words: &Words, alias: &str, cells: &[Cell<'_>]) -> Vec<Point> {
    let Summary {
        changed,
        not_changed,
        not_known,
        mark,
    } = summary(words, alias, cells);
    let point = |status: Status, key: &str, sentences: Vec<String>| Point {
        mark: Mark {
            shape: shape(status).0,
            words: words.say(key, &[]),
            strong: true,
        },
        sentences,
    };
    vec![
        point(mark, "point-changed", changed),
        point(
            Status::NoClearChange,
            "point-not-changed",
            vec![not_changed],
        ),
        point(Status::TooFew, "point-not-known", vec![not_known]),
    ]
}

fn blocks(words: &Words, month: Period, cells: &[Cell<'_>]) -> Vec<Block> {
    let blocks = cells.chunk_by(|one, next| one.definition.block == next.definition.block);
    blocks
        .filter_map(|cells| {
            let key = match cells.first()?.definition.block {
                Part::Leading => "block-leading",
                Part::Lagging => "block-lagging",
                Part::Quality => "block-quality",
                Part::Context => "block-context",
            };
            let lines = cells
                .iter()
                .map(|cell| card_line(words, month, cell))
                .collect();
            Some(Block {
                head: words.say(key, &[]),
                lines,
            })
        })
        .collect()
}

fn card_line(words: &Words, month: Period, cell: &Cell<'_>) -> Line {
    Line {
        name: cell.name().to_owned(),
        remark: unit_words(words, cell.definition, &cell.reading),
        ..line(words, &cell.reading, month, Emphasis::Signals)
    }
}

/// Charts of everything that has moved; where nothing has, the chart of the first result.
fn figures(words: &Words, alias: &str, cells: &[Cell<'_>], from: Option<Period>) -> Vec<Figure> {
    let drawn = |cell: &Cell<'_>| {
        let name = cell.name();
        let subject = Subject { alias, name };
        let chart = spc_chart_from(words, &cell.reading, subject, from);
        Figure {
            title: chart.title.clone(),
            sentence: chart.sentence.clone(),
            svg: chart_svg(&chart),
        }
    };
    let moved: Vec<Figure> = cells
        .iter()
        .filter(|cell| cell.reading.signal.is_some())
        .map(drawn)
        .collect();
    if !moved.is_empty() {
        return moved;
    }
    let is_result = |cell: &&Cell<'_>| {
        cell.definition.block == Part::Lagging && cell.reading.usual_range().is_some()
    };
    cells
        .iter()
        .find(is_result)
        .map(drawn)
        .into_iter()
        .collect()
}
