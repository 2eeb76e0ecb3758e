//! How values, ranges, periods and statuses are said. Screens, documents and charts all ask here.

pub use crate::levels::{level_words, range_words, target_words, value_words};

use crate::levels::{decimals_of, range_with, value_with};
use chrono::{Datelike, NaiveDate};
use domain::figure::Amount;
use domain::kpi::{ExposureKind, Kind};
use domain::period::{Grain, Period};
use domain::scorecard::{Against, Point, Reading, Status};
use stats::phases::Status as Grounds;
use words::date::{self, Day};
use words::{Arg, Words, number};

/// A day as the words take it.
pub fn day(day: NaiveDate) -> Day {
    Day {
        year: day.year(),
        month: day.month(),
        day: day.day(),
    }
}

/// The usual range of a reading at its usual denominator, or the words that there is none and why.
pub fn usual_range_words(words: &Words, reading: &Reading) -> String {
    let range = reading.usual_range();
    let said = range.map(|(low, high)| range_words(words, reading.kind, low, high));
    said.unwrap_or_else(|| no_range_words(words, reading))
}

/// The usual range the latest point was judged by, or the words that there is none and why: the one that table, chart
/// and sentence speak of.
pub fn range_now_words(words: &Words, reading: &Reading) -> String {
    let latest = reading
        .latest()
        .filter(|_| reading.status != Status::NoFigures);
    match latest {
        Some(point) => point_range(words, reading.kind, point)
            .unwrap_or_else(|| no_range_words(words, reading)),
        None => usual_range_words(words, reading),
    }
}

/// The usual range at a point, in words; nothing where it has none.
pub fn point_range(words: &Words, kind: Kind, point: &Point) -> Option<String> {
    let range = point.usual_range(kind)?;
    Some(range_with(words, kind, range, decimals_of(kind, point)))
}

/// "usual range", or "trial range" while it is still being learnt.
pub fn range_name(words: &Words, reading: &Reading, point: Option<&Point>) -> String {
    let is_trial = point.is_some_and(|point| reading.is_trial_at(point));
    words.say(
        if is_trial {
            "range-trial"
        } else {
            "range-usual"
        },
        &[],
    )
}

/// Why there is no range: too few figures yet, always the same, or so few at a time that no figure could be called
/// unusual.
fn no_range_words(words: &Words, reading: &Reading) -> String {
    if reading.is_too_rare() {
        return words.say("range-rare", &[]);
    }
    let summary = reading.phase().map(|phase| phase.summary);
    match summary.map(|summary| (summary.status, summary.frozen)) {
        Some((Grounds::Flat { value, .. }, _)) => always_words(words, reading, value),
        Some((Grounds::Trial | Grounds::Established, Some(_))) => words.say("range-any", &[]),
        Some(_) | None => words.say("range-none", &[]),
    }
}

/// "always 3"; once a figure differed, "3 until May 2026".
fn always_words(words: &Words, reading: &Reading, value: f64) -> String {
    let value = ("value", Arg::from(value_words(reading.kind, value)));
    match reading.same_until() {
        Some(until) => {
            let period = Arg::from(period_words(words, until));
            words.say("range-until", &[value, ("period", period)])
        }
        None => words.say("range-always", &[value]),
    }
}

/// "29 of 50" for shares and for rates with a whole denominator, "108 in 22.0 working days" for a rate over time, "mean
/// of 12" for a value.
pub fn out_of_words(
    words: &Words,
    kind: Kind,
    exposure: ExposureKind,
    amount: Amount,
) -> Option<String> {
    let whole = match kind {
        Kind::Proportion | Kind::ScoreShare => number::whole(amount.denominator?),
        Kind::Rate => number::decimal(amount.opportunity()?),
        Kind::Value => {
            let readings = Arg::from(amount.denominator?);
            return Some(words.say("out-of-readings", &[("count", readings)]));
        }
        Kind::Count => return None,
    };
    let key = match (kind, amount.exposure, exposure) {
        (Kind::Rate, Some(_), ExposureKind::FteDays) => "out-of-days",
        (Kind::Rate, Some(_), ExposureKind::FteMonths) => "out-of-months",
        (Kind::Rate, Some(_), ExposureKind::Caseload) => "out-of-caseload",
        (Kind::Rate, Some(_), ExposureKind::Contacts) => "out-of-contacts",
        _ => "out-of",
    };
    let values = [
        ("part", Arg::from(number::whole(amount.numerator))),
        ("whole", Arg::from(whole)),
    ];
    Some(words.say(key, &values))
}

/// A point's value as row, sentence, tooltip and table say it: a share of very few is said as "6 of 9", never as a per
/// cent. Nothing where nothing is recorded.
pub fn point_value(words: &Words, reading: &Reading, point: &Point) -> Option<String> {
    let kind = reading.kind;
    if is_of_few(reading, point) {
        return out_of_words(words, kind, ExposureKind::None, point.amount?);
    }
    Some(value_with(kind, point.value?, decimals_of(kind, point)))
}

/// What stands beside a point's value: "29 of 50"; nothing where the value itself is said so.
pub fn point_out_of(words: &Words, reading: &Reading, point: &Point) -> Option<String> {
    let amount = point.amount.filter(|_| !is_of_few(reading, point))?;
    out_of_words(words, reading.kind, reading.exposure, amount)
}

/// "35 to 65 %": what a judged share could be, by Wilson's interval; nothing for other kinds.
pub fn interval_words(reading: &Reading, point: &Point) -> Option<String> {
    let interval = point
        .interval(reading.kind)
        .filter(|_| point.standing.is_judged())?;
    Some(number::per_cent_range(interval.low, interval.high))
}

/// Whether a share is of fewer than its KPI's least denominator.
fn is_of_few(reading: &Reading, point: &Point) -> bool {
    let whole = point.amount.and_then(|amount| amount.denominator);
    reading.is_share() && whole.is_some_and(|whole| whole < i64::from(reading.minimum_denominator))
}

/// "Week of 23 November 2026", "November 2026", "3 April 2026", "October to December 2026".
pub fn period_words(words: &Words, period: Period) -> String {
    let first = day(period.start());
    match period.grain() {
        Grain::Day => date::full(words, first),
        Grain::Week => date::week(words, first),
        Grain::Month => date::month(words, first),
        Grain::Quarter => date::quarter(words, first),
    }
}

/// "in the week of 23 November 2026", "in November 2026".
pub fn in_period(words: &Words, period: Period) -> String {
    let first = day(period.start());
    let (key, said) = match period.grain() {
        Grain::Day => ("in-day", date::full(words, first)),
        Grain::Week => ("in-week", date::full(words, first)),
        Grain::Month => ("in-month", date::month(words, first)),
        Grain::Quarter => ("in-quarter", date::quarter(words, first)),
    };
    words.say(key, &[("period", Arg::from(said))])
}

/// "5 October", "January": when something began, without the year when it is the year of `near`.
pub fn from_words(words: &Words, period: Period, near: Period) -> String {
    let first = day(period.start());
    let is_same_year = period.start().year() == near.start().year();
    match period.grain() {
        Grain::Day | Grain::Week if is_same_year => date::without_year(words, first),
        Grain::Day | Grain::Week => date::full(words, first),
        Grain::Month | Grain::Quarter if is_same_year => date::month_name(words, first.month),
        Grain::Month | Grain::Quarter => date::month(words, first),
    }
}

/// A period's name on an axis: "1 Dec 2025", then "6 Apr"; "Nov 2026", then "Dec"; the year only where it is not the
/// one named before.
pub fn axis_period_words(words: &Words, period: Period, named_year: Option<i32>) -> String {
    let first = day(period.start());
    let is_named = named_year == Some(first.year);
    match period.grain() {
        Grain::Day | Grain::Week if is_named => date::short_without_year(words, first),
        Grain::Day | Grain::Week => date::short(words, first),
        Grain::Month if is_named => date::short_month_name(words, first.month),
        Grain::Month => date::short_month(words, first),
        Grain::Quarter => {
            let number = first.month.div_ceil(3);
            let year = Arg::from(first.year.to_string());
            words.say(
                "axis-quarter",
                &[("number", Arg::from(number)), ("year", year)],
            )
        }
    }
}

/// A value on an axis with ticks so far apart: no more decimals than tell two of them apart.
pub fn tick_words(kind: Kind, value: f64, step: f64) -> String {
    match kind {
        Kind::Proportion | Kind::ScoreShare => number::per_cent(value),
        Kind::Count | Kind::Rate | Kind::Value if (step - step.round()).abs() < 1e-9 => {
            value_words(Kind::Count, value)
        }
        Kind::Count | Kind::Rate | Kind::Value if step > 0.099 => number::decimal(value),
        Kind::Count | Kind::Rate | Kind::Value => number::hundredths(value),
    }
}

/// "8 weeks".
pub fn periods_words(words: &Words, grain: Grain, count: u32) -> String {
    let key = match grain {
        Grain::Day => "count-days",
        Grain::Week => "count-weeks",
        Grain::Month => "count-months",
        Grain::Quarter => "count-quarters",
    };
    words.say(key, &[("count", Arg::from(count))])
}

/// "week", "month": one period of a grain.
pub fn grain_word(words: &Words, grain: Grain) -> String {
    let key = match grain {
        Grain::Day => "grain-day",
        Grain::Week => "grain-week",
        Grain::Month => "grain-month",
        Grain::Quarter => "grain-quarter",
    };
    words.say(key, &[])
}

/// "Worse, 8 weeks", "No clear change".
pub fn status_words(words: &Words, reading: &Reading) -> String {
    if reading.status == Status::TooFew && reading.is_too_rare() {
        return words.say("status-too-rare", &[]);
    }
    let word = status_word(words, reading.status);
    match reading.signal {
        Some(signal) if signal.periods > 1 => {
            let periods = periods_words(words, reading.grain, signal.periods);
            words.say(
                "status-for",
                &[("status", Arg::from(word)), ("periods", Arg::from(periods))],
            )
        }
        Some(_) | None => word,
    }
}

/// "Worse", "No clear change".
pub fn status_word(words: &Words, status: Status) -> String {
    let key = match status {
        Status::Better => "status-better",
        Status::Worse => "status-worse",
        Status::Changed => "status-changed",
        Status::NoClearChange => "status-no-clear-change",
        Status::TooFew => "status-too-few",
        Status::NoFigures => "status-no-figures",
    };
    words.say(key, &[])
}

/// "Sometimes met".
pub fn against_words(words: &Words, against: Against) -> String {
    let key = match against {
        Against::ReliablyMet => "target-reliably-met",
        Against::SometimesMet => "target-sometimes-met",
        Against::ReliablyMissed => "target-reliably-missed",
        Against::TooFew => "target-too-few",
        Against::TooRare => "target-too-rare",
        Against::MetAsItStands => "target-met-as-it-stands",
        Against::MissedAsItStands => "target-missed-as-it-stands",
        Against::NoTarget => "target-none",
    };
    words.say(key, &[])
}

/// A KPI's name inside a sentence: "Job starts" as "job starts", "CV checks" as it is.
pub fn inner_name(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first
            .to_lowercase()
            .chain(std::iter::once(second))
            .chain(letters)
            .collect(),
        (Some(_) | None, _) => name.to_owned(),
    }
}

/// A denominator as a number of cases or units.
pub fn cases_words(out_of: f64) -> String {
    let text = number::decimal(out_of);
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}
