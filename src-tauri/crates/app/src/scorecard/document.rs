//! Scorecards as pages and workbooks: the words and drawings of the screen, in the form that crate `output` prints.

mod adviser;
mod team;

use super::basis::Basis;
use super::card::{age_words, interval_words, out_of};
use super::overview::value_words;
use super::report::{counted, whole};
use crate::error::AppError;
use charts::wording::{against_words, day, period_words, range_now_words, status_words};
use charts::{Emphasis, Size, sparkline, sparkline_svg};
use chrono::Datelike;
use domain::figure::Amount;
use domain::kpi::Kind;
use domain::period::Period;
use domain::scorecard::{Against, Reading, Status};
use output::document::{Document, Heads, Line, Mark, Number, NumberLook, Shape};
use words::{Arg, Words, date};

pub(super) use adviser::adviser_document;
pub(super) use team::team_document;

/// What stands on every page.
pub(super) struct Frame {
    /// Handling text and, over made-up figures, a word that says so.
    handling: String,
    made: String,
    day: (i32, u8, u8),
}

/// Where the words of every page come from: the settings, the day and the vault's number.
pub(super) fn frame(basis: &Basis<'_>, vault: [u8; 16]) -> Result<Frame, AppError> {
    let words = basis.words;
    let today = basis.today;
    let made = [
        ("day", Arg::from(date::full(words, day(today)))),
        ("vault", Arg::from(vault_number(vault))),
    ];
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    Ok(Frame {
        handling: crate::settings::handling(basis.read(), words)?,
        made: words.say("page-made", &made),
        day: (today.year(), small(today.month()), small(today.day())),
    })
}

/// The beginning of a vault's number as people can compare it: two groups of four without letters that look alike.
fn vault_number(id: [u8; 16]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bits = id
        .into_iter()
        .take(5)
        .fold(0_u64, |bits, byte| bits << 8 | u64::from(byte));
    let letter = |place: u32| {
        let at = usize::try_from(bits >> (35 - 5 * place) & 31).unwrap_or_default();
        LETTERS.get(at).copied().map_or('0', char::from)
    };
    let group = |from: u32| (from..from + 4).map(letter).collect::<String>();
    format!("{}-{}", group(0), group(4))
}

impl Frame {
    /// Puts a document together; what is about one adviser or the team comes with `body`.
    fn around(self, words: &Words, body: Document) -> Document {
        Document {
            language: words.say("page-language", &[]),
            handling: self.handling,
            made: self.made,
            motto: words.say("page-motto", &[]),
            page_words: (words.say("page-page", &[]), words.say("page-of", &[])),
            day: self.day,
            ..body
        }
    }
}

fn heads(words: &Words, name: &str, change: &str) -> Heads {
    let say = |key: &str| words.say(key, &[]);
    Heads {
        name: say(name),
        now: say("head-now"),
        counted: say("head-counted"),
        out_of: say("head-out-of"),
        period: say("head-period"),
        range: say("head-range"),
        could_be: say("head-could-be"),
        change: say(change),
        target: say("head-target"),
        spark: say("head-spark"),
    }
}

/// The period of a value that is not of the month shown: a cohort that started a year ago, a week, a late figure.
fn period(words: &Words, reading: &Reading, month: Period) -> String {
    let of_another = || {
        let latest = reading.latest().map(|point| point.period);
        let shown = reading.few_replies().or(latest);
        shown.filter(|period| *period != month)
    };
    age_words(words, reading)
        .or_else(|| Some(period_words(words, of_another()?)))
        .unwrap_or_default()
}

/// What was counted and what it is out of, for workbooks.
fn parts(reading: &Reading, amount: Option<Amount>) -> (Option<f64>, Option<f64>) {
    let counted = amount.map(|amount| counted(reading.kind, amount));
    (
        counted,
        amount.and_then(|amount| whole(reading.kind, amount)),
    )
}

/// A row about a cell, whatever stands at its beginning.
fn line(words: &Words, reading: &Reading, month: Period, emphasis: Emphasis) -> Line {
    let latest = reading.shown();
    let now = value_words(words, reading);
    let out_of = out_of(words, reading).filter(|out_of| *out_of != now);
    Line {
        name: String::new(),
        remark: String::new(),
        now,
        number: latest.and_then(|point| point.value).map(|value| Number {
            value: stats::round12::round12(value),
            look: look(reading.kind),
        }),
        out_of: out_of.unwrap_or_default(),
        parts: parts(reading, latest.and_then(|point| point.amount)),
        range: range_now_words(words, reading),
        could_be: interval_words(reading)
            .filter(|_| latest.is_some())
            .unwrap_or_default(),
        change: change(words, reading),
        age: period(words, reading, month),
        target: target(words, reading.against),
        spark: sparkline_svg(&sparkline(reading, Size::Row, emphasis)),
    }
}

fn look(kind: Kind) -> NumberLook {
    match kind {
        Kind::Proportion | Kind::ScoreShare => NumberLook::Share,
        Kind::Count => NumberLook::Whole,
        Kind::Rate | Kind::Value => NumberLook::Decimal,
    }
}

/// The shape of a status; only a change in a direction is set bold.
fn shape(status: Status) -> (Shape, bool) {
    match status {
        Status::Better => (Shape::Square, true),
        Status::Worse => (Shape::Diamond, true),
        Status::Changed => (Shape::Circle, true),
        Status::NoClearChange => (Shape::Circle, false),
        Status::TooFew => (Shape::Ring, false),
        Status::NoFigures => (Shape::Hatch, false),
    }
}

fn change(words: &Words, reading: &Reading) -> Mark {
    let (shape, strong) = shape(reading.status);
    Mark {
        shape,
        words: status_words(words, reading),
        strong,
    }
}

fn target(words: &Words, against: Against) -> Mark {
    let shape = match against {
        Against::ReliablyMet => Shape::BoxFull,
        Against::SometimesMet => Shape::BoxHalf,
        Against::ReliablyMissed => Shape::BoxBarred,
        Against::TooFew
        | Against::TooRare
        | Against::MetAsItStands
        | Against::MissedAsItStands
        | Against::NoTarget => Shape::None,
    };
    Mark {
        shape,
        words: against_words(words, against),
        strong: false,
    }
}
