//! The team report: one table for each KPI, advisers by alias. As on the team page, nobody is marked better or
//! worse, set against a target or ordered by a result.

use super::{Frame, heads, line};
use crate::error::AppError;
use crate::scorecard::basis::{Basis, Shown, Whom};
use crate::scorecard::team_page::{TeamPage, read_page};
use charts::Emphasis;
use charts::wording::{period_words, status_word};
use domain::kpi::KpiDefinition;
use domain::period::Period;
use domain::scorecard::{Reading, Status};
use domain::team::Adviser;
use output::document::{About, Block, Document, Line, Mark, Point, Shape};
use words::{Arg, Words};

/// The report of the team for a month.
pub(in crate::scorecard) fn team_document(
    basis: &Basis<'_>,
    frame: Frame,
    shown: Shown,
) -> Result<Document, AppError> {
    let words = basis.words;
    let page = read_page(basis, shown, Whom::Everybody)?;
    let month = Arg::from(period_words(words, shown.month));
    let body = Document {
        about: About::Team,
        language: String::new(),
        title: words.say("page-team-title", &[("month", month)]),
        running: words.say("page-team-running", &[]),
        subtitle: words.say(
            "page-rules",
            &[("rules", Arg::from(basis.judging().name()))],
        ),
        handling: String::new(),
        made: String::new(),
        motto: String::new(),
        page_words: (String::new(), String::new()),
        day: (0, 0, 0),
        points: points(words, shown, &page),
        heads: heads(words, "head-adviser", "head-note"),
        blocks: blocks(words, shown.month, &page),
        figures: Vec::new(),
        own_words: String::new(),
    };
    Ok(frame.around(words, body))
}

fn points(words: &Words, shown: Shown, page: &TeamPage<'_>) -> Vec<Point> {
    let point = |shape: Shape, key: &str, sentence: String| Point {
        mark: Mark {
            shape,
            words: words.say(key, &[]),
            strong: true,
        },
        sentences: vec![sentence],
    };
    vec![
        point(Shape::Hatch, "point-figures", page.sentence(words, shown)),
        point(Shape::Circle, "point-not-changed", page.quiet(words)),
    ]
}

fn blocks(words: &Words, month: Period, page: &TeamPage<'_>) -> Vec<Block> {
    let columns = page.kpis.iter().enumerate();
    columns
        .map(|(at, (_, definition))| {
            let rows = page.advisers.iter().zip(&page.readings);
            let lines = rows
                .filter_map(|(adviser, row)| Some(team_line(words, adviser, month, row.get(at)?)));
            Block {
                head: head(words, page, at, definition),
                lines: lines.collect(),
            }
        })
        .collect()
}

/// "Attendance, of booked".
fn head(words: &Words, page: &TeamPage<'_>, at: usize, definition: &KpiDefinition) -> String {
    let under = page.under(words, at, definition);
    let parts = [definition.name.as_str(), under.as_str()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn team_line(words: &Words, adviser: &Adviser, month: Period, reading: &Reading) -> Line {
    let change = match reading.status {
        Status::TooFew => (Shape::Ring, status_word(words, reading.status)),
        Status::NoFigures => (Shape::Hatch, status_word(words, reading.status)),
        Status::Better | Status::Worse | Status::Changed | Status::NoClearChange => {
            (Shape::None, String::new())
        }
    };
    Line {
        name: adviser.alias.reveal().to_owned(),
        change: Mark {
            shape: change.0,
            words: change.1,
            strong: false,
        },
        target: Mark {
            shape: Shape::None,
            words: String::new(),
            strong: false,
        },
        ..line(words, reading, month, Emphasis::Plain)
    }
}
