//! Whether a typed value is far from what its cell usually holds, by the same reading that will chart it. It is
//! stored all the same, and asked about until somebody says that it is right.

use crate::error::AppError;
use crate::figures::typed::Column;
use crate::settings;
use chrono::{Months, NaiveDate};
use domain::figure::{Amount, Figure, Keeping, to_f64};
use domain::kpi::{Kind, KpiDefinition};
use domain::period::Period;
use domain::scorecard::{CellFigures, Judging, Note, Reading, Usual, derive_reading, usual_at};
use domain::team::{Adviser, AdviserId};
use stats::chart::CountPolicy;
use store::Read;
use store::kpis::KpiEntry;
use words::{Arg, Words, number};

/// Recorded values of a cell that a new one is compared with before its usual range is asked for.
const RECENT: usize = 24;

/// All that a question rests on, besides the cell itself.
pub(super) struct Asking<'a> {
    pub(super) read: Read<'a>,
    pub(super) today: NaiveDate,
    pub(super) judging: Judging,
}

/// What is unusual about an amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Question {
    unusual: Unusual,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Unusual {
    /// Outside the usual range.
    Outside(f64, Usual),
    /// Another value than the one that was always recorded.
    New(f64, f64),
}

/// Which of the typed numbers it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    /// The value the chart shows.
    Value(Kind),
    /// What it is out of.
    Whole,
}

impl<'a> Asking<'a> {
    pub(super) fn load(read: Read<'a>, today: NaiveDate) -> Result<Self, AppError> {
        Ok(Self {
            read,
            today,
            judging: settings::of(read)?.judging(),
        })
    }

    /// The question about an amount; none when it is usual, or too little is known to say.
    pub(super) fn question(
        &self,
        (adviser, entry): (&Adviser, &KpiEntry),
        period: Period,
        amount: Amount,
    ) -> Result<Option<Question>, AppError> {
        let Some(definition) = entry.newest() else {
            return Ok(None);
        };
        let history = self.history(adviser.id, entry, period)?;
        let wholes = wholes(&history, definition.kind);
        if is_within_recent(&history, definition.kind, amount)
            && amount
                .denominator
                .is_none_or(|whole| is_between(whole, &wholes))
        {
            return Ok(None);
        }
        let set = self.read.phases().of(adviser.id, entry.id)?;
        let phases: Vec<_> = set.phases.iter().map(|phase| phase.start.clone()).collect();
        let cell = CellFigures {
            definitions: &entry.versions,
            figures: &history,
            phases: &phases,
            baselines: &set.baselines,
            target: None,
            judging: self.judging,
            month: None,
            service: (adviser.started, adviser.left),
            today: self.today,
        };
        let found = match amount.denominator {
            Some(whole) if definition.kind.needs_denominator() => Self::about_whole(&cell, whole),
            Some(_) | None => None,
        };
        Ok(found
            .or_else(|| about_value(&derive_reading(&cell), definition, amount))
            .filter(|question| !self.is_open_and_low(period, question)))
    }

    /// What is stored in the same grain, without the cell itself.
    fn history(
        &self,
        adviser: AdviserId,
        entry: &KpiEntry,
        period: Period,
    ) -> Result<Vec<Figure>, AppError> {
        let from = self
            .today
            .checked_sub_months(Months::new(Keeping::STANDARD.months() + 1));
        let from = from.unwrap_or(self.today);
        let mut figures = self
            .read
            .figures()
            .series(adviser, entry.id, from, self.today)?;
        figures.retain(|figure| figure.period != period && figure.period.grain() == period.grain());
        Ok(figures)
    }

    /// The numbers it is out of, read like a count of their own.
    fn about_whole(cell: &CellFigures<'_>, whole: i64) -> Option<Question> {
        let mut definition = cell.definitions.last()?.clone();
        definition.kind = Kind::Count;
        definition.window_days = 0;
        let figures: Vec<Figure> = cell.figures.iter().filter_map(whole_of).collect();
        let reading = derive_reading(&CellFigures {
            definitions: &[definition],
            figures: &figures,
            phases: &[],
            baselines: &[],
            judging: Judging {
                counts: CountPolicy::XmR,
                ..cell.judging
            },
            ..*cell
        });
        let amount = Amount {
            numerator: whole,
            denominator: None,
            exposure: None,
        };
        let unusual = unusual(&reading, amount, to_f64(whole))?;
        Some(Question {
            unusual,
            part: Part::Whole,
        })
    }

    /// So far is not all: a low value of a period that is not over says nothing.
    fn is_open_and_low(&self, period: Period, question: &Question) -> bool {
        let is_low = match question.unusual {
            Unusual::Outside(value, usual) => usual.low.is_some_and(|low| value < low),
            Unusual::New(value, always) => value < always,
        };
        is_low && period.end() >= self.today
    }
}

fn whole_of(figure: &Figure) -> Option<Figure> {
    let numerator = figure.amount.denominator?;
    Some(Figure {
        amount: Amount {
            numerator,
            denominator: None,
            exposure: None,
        },
        ..*figure
    })
}

fn about_value(reading: &Reading, definition: &KpiDefinition, amount: Amount) -> Option<Question> {
    let value = amount.value(reading.kind)?;
    // A rate is typed as its count; the range is said in counts at this exposure too.
    let unusual = unusual(reading, amount, value)?;
    let (unusual, kind) = match reading.kind {
        Kind::Rate => (unusual.times(amount.opportunity()?), Kind::Count),
        Kind::Proportion | Kind::ScoreShare | Kind::Count | Kind::Value => (unusual, reading.kind),
    };
    let kind = if definition.kind == Kind::Rate {
        Kind::Count
    } else {
        kind
    };
    Some(Question {
        unusual,
        part: Part::Value(kind),
    })
}

fn unusual(reading: &Reading, amount: Amount, value: f64) -> Option<Unusual> {
    let always = reading.notes.iter().find_map(|note| match note {
        Note::AlwaysSame { value, until: None } => Some(*value),
        Note::AlwaysSame { .. }
        | Note::CannotBeLow { .. }
        | Note::CannotBeHigh { .. }
        | Note::TooRare
        | Note::FewReplies { .. }
        | Note::BothWays => None,
    });
    if let Some(always) = always {
        return (!stats::tie::is_tied(value, always)).then_some(Unusual::New(value, always));
    }
    let usual = usual_at(reading, amount)?;
    usual
        .is_outside(value)
        .then_some(Unusual::Outside(value, usual))
}

impl Unusual {
    fn times(self, factor: f64) -> Self {
        match self {
            Self::Outside(value, usual) => Self::Outside(
                value * factor,
                Usual {
                    low: usual.low.map(|low| low * factor),
                    high: usual.high.map(|high| high * factor),
                },
            ),
            Self::New(value, always) => Self::New(value * factor, always * factor),
        }
    }
}

/// Whether a value lies among the latest recorded ones; then nobody is asked about it.
fn is_within_recent(history: &[Figure], kind: Kind, amount: Amount) -> bool {
    let Some(value) = amount.value(kind) else {
        return true;
    };
    let recent = history.iter().rev().take(RECENT);
    let values: Vec<f64> = recent
        .filter_map(|figure| figure.amount.value(kind))
        .collect();
    values.iter().any(|one| *one <= value) && values.iter().any(|one| *one >= value)
}

fn wholes(history: &[Figure], kind: Kind) -> Vec<i64> {
    let recent = history
        .iter()
        .rev()
        .take(RECENT)
        .filter(|_| kind.needs_denominator());
    recent
        .filter_map(|figure| figure.amount.denominator)
        .collect()
}

fn is_between(whole: i64, wholes: &[i64]) -> bool {
    wholes.iter().any(|one| *one <= whole) && wholes.iter().any(|one| *one >= whole)
}

impl Question {
    /// In a sentence: "34 is far above Grace’s usual 14 to 22."
    pub(super) fn words(&self, words: &Words, alias: &str) -> String {
        let kind = match self.part {
            Part::Value(kind) => kind,
            Part::Whole => Kind::Count,
        };
        let say = |key: &str, value: f64, name: &'static str, other: String| {
            let values = [
                ("value", Arg::from(level(kind, value))),
                ("alias", Arg::from(alias)),
                (name, Arg::from(other)),
            ];
            words.say(key, &values)
        };
        match self.unusual {
            Unusual::New(value, always) => {
                say("figures-query-same", value, "usual", level(kind, always))
            }
            Unusual::Outside(value, usual) => {
                let is_low = usual.low.is_some_and(|low| value < low);
                let key = if is_low {
                    "figures-query-below"
                } else {
                    "figures-query-above"
                };
                say(key, value, "range", range(words, kind, usual))
            }
        }
    }
}

fn level(kind: Kind, value: f64) -> String {
    match kind {
        Kind::Proportion | Kind::ScoreShare => number::per_cent(value),
        Kind::Count => whole_words(value.round()),
        Kind::Rate | Kind::Value => number::decimal(value),
    }
}

/// A usual range as typed: whole numbers inside it for counts.
fn range(words: &Words, kind: Kind, usual: Usual) -> String {
    let floor = usual.low.unwrap_or(0.0).max(0.0);
    match (kind, usual.high) {
        (Kind::Proportion | Kind::ScoreShare, high) => {
            number::per_cent_range(floor, high.unwrap_or(1.0).min(1.0))
        }
        (Kind::Count, Some(high)) => {
            let values = [
                ("low", Arg::from(whole_words(floor.ceil()))),
                ("high", Arg::from(whole_words(high.floor()))),
            ];
            words.say("figures-range", &values)
        }
        (Kind::Rate | Kind::Value, Some(high)) => {
            number::decimal_range(usual.low.unwrap_or(0.0), high)
        }
        (Kind::Count | Kind::Rate | Kind::Value, None) => words.say(
            "figures-range-from",
            &[("low", Arg::from(level(kind, floor)))],
        ),
    }
}

fn whole_words(value: f64) -> String {
    let digits = format!("{value:.0}");
    digits.parse().map_or(digits, number::whole)
}

/// What is asked about a cell on loading, when the question itself can no longer be told.
pub(super) fn plain_question(words: &Words, column: Column<'_>, amount: Amount) -> String {
    let (first, _) = column.texts(amount);
    words.say("figures-query-plain", &[("value", Arg::from(first))])
}
