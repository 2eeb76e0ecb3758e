//! What a reading shows, in words: the finding as a title and the summary sentences.
//! Usual variation is said to be usual variation, whichever way the figure lies.

use crate::chance::chance_of_latest;
use crate::levels::{decimals_apart, level_with};
use crate::wording::{
    cases_words, grain_word, in_period, inner_name, level_words, period_words, periods_words,
    point_out_of, point_value, range_name, range_now_words, value_words,
};
use domain::kpi::Kind;
use domain::scorecard::{Note, Point, Reading, Signal, Status};
use stats::lattice::Side;
use stats::phases::Status as Grounds;
use stats::rules::Rule;
use words::{Arg, Words};

/// Whose figures on what.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The adviser's alias.
    pub alias: &'a str,
    /// The KPI's name.
    pub name: &'a str,
}

/// The finding: a title of one sentence.
pub fn finding(words: &Words, reading: &Reading, subject: Subject<'_>) -> String {
    let period = reading
        .late
        .map_or_else(String::new, |late| in_period(words, late));
    let periods = reading
        .signal
        .map(|signal| periods_words(words, reading.grain, signal.periods));
    let values = [
        ("name", Arg::from(subject.name)),
        ("inner", Arg::from(inner_name(subject.name))),
        ("alias", Arg::from(subject.alias)),
        ("grain", Arg::from(grain_word(words, reading.grain))),
        ("period", Arg::from(period)),
        ("periods", Arg::from(periods.unwrap_or_default())),
        (
            "kind",
            Arg::from(range_name(words, reading, reading.latest())),
        ),
    ];
    words.say(finding_key(reading), &values)
}

fn finding_key(reading: &Reading) -> &'static str {
    match (reading.status, reading.signal) {
        (Status::NoFigures, _) if reading.late.is_some() => "finding-no-figures",
        (Status::NoFigures, _) => "finding-nothing-recorded",
        (Status::TooFew, _) if reading.is_too_rare() => "finding-too-rare",
        (Status::TooFew, _) => "finding-too-few",
        (Status::NoClearChange, _) if reading.same_until().is_some() => "finding-same-before",
        (Status::NoClearChange, _) if is_always_same(reading) => "finding-same",
        (Status::NoClearChange, _) if reading.range_now().is_none() => "finding-no-range",
        (_, Some(signal)) => match (signal.rule, signal.side) {
            (Rule::Outside, Side::Low) => "finding-outside-low",
            (Rule::Outside, Side::High) => "finding-outside-high",
            (Rule::Trend, Side::Low) => "finding-trend-low",
            (Rule::Trend, Side::High) => "finding-trend-high",
            (Rule::TwoOfThree, Side::Low) => "finding-near-low",
            (Rule::TwoOfThree, Side::High) => "finding-near-high",
            (Rule::Shift, Side::Low) => "finding-shift-low",
            (Rule::Shift, Side::High) => "finding-shift-high",
        },
        (_, None) => "finding-no-clear-change",
    }
}

fn is_always_same(reading: &Reading) -> bool {
    reading
        .notes
        .iter()
        .any(|note| matches!(note, Note::AlwaysSame { .. }))
}

/// The summary: the latest figure, how it lies, and what cannot be said.
pub fn sentences(words: &Words, reading: &Reading, subject: Subject<'_>) -> Vec<String> {
    let mut said = Vec::new();
    if reading.points.is_empty() {
        return vec![words.say("sentence-nothing", &[])];
    }
    if let Some(late) = reading.late {
        said.push(words.say(
            "sentence-late",
            &[("period", Arg::from(in_period(words, late)))],
        ));
        said.extend(last_known(words, reading));
        return said;
    }
    said.extend(
        reading
            .latest()
            .map(|point| latest_sentence(words, reading, point, subject)),
    );
    match (reading.status, reading.signal) {
        (Status::TooFew, _) => said.extend(grounds_sentence(words, reading)),
        (_, Some(signal)) => {
            said.extend(signal_sentence(words, reading, signal, subject));
            said.push(words.say("sentence-unlikely", &[]));
        }
        (_, None) => said.extend(usual_sentences(words, reading, subject)),
    }
    said.extend(
        reading
            .notes
            .iter()
            .map(|note| note_sentence(words, reading, *note)),
    );
    said
}

fn last_known(words: &Words, reading: &Reading) -> Option<String> {
    let latest = reading.latest()?;
    let values = [
        ("period", Arg::from(in_period(words, latest.period))),
        ("value", Arg::from(point_value(words, reading, latest)?)),
    ];
    Some(words.say("sentence-last-known", &values))
}

fn latest_sentence(
    words: &Words,
    reading: &Reading,
    point: &Point,
    subject: Subject<'_>,
) -> String {
    let value = point_value(words, reading, point).unwrap_or_default();
    let out = point_out_of(words, reading, point);
    let key = match (reading.kind, &out) {
        (Kind::Count, _) => "sentence-count",
        (_, Some(_)) => "sentence-share",
        (_, None) => "sentence-value",
    };
    let values = [
        ("alias", Arg::from(subject.alias)),
        ("name", Arg::from(subject.name)),
        ("inner", Arg::from(inner_name(subject.name))),
        ("value", Arg::from(value)),
        ("out", Arg::from(out.unwrap_or_default())),
        ("period", Arg::from(in_period(words, point.period))),
    ];
    words.say(key, &values)
}

fn grounds_sentence(words: &Words, reading: &Reading) -> Option<String> {
    let summary = reading.phase()?.summary;
    let grain = ("grain", Arg::from(grain_word(words, reading.grain)));
    let needed = reading.judging.needs.limits;
    match summary.status {
        Grounds::NotEnough { recorded } if recorded < needed => Some(words.say(
            "sentence-points-needed",
            &[
                ("recorded", Arg::from(recorded)),
                ("needed", Arg::from(needed)),
                grain,
            ],
        )),
        Grounds::NotEnough { .. } => Some(words.say("sentence-no-neighbours", &[grain])),
        Grounds::Flat { .. } | Grounds::Trial | Grounds::Established => None,
    }
}

fn signal_sentence(
    words: &Words,
    reading: &Reading,
    signal: Signal,
    subject: Subject<'_>,
) -> Option<String> {
    let centre = reading.phase()?.summary.centre?;
    let range = range_now_words(words, reading);
    let key = match (signal.is_run, signal.rule, signal.side) {
        (true, _, Side::Low) => "sentence-run-low",
        (true, _, Side::High) => "sentence-run-high",
        (false, Rule::Outside, Side::Low) => "sentence-below",
        (false, Rule::Outside, Side::High) => "sentence-above",
        (false, Rule::Trend, Side::Low) => "sentence-trend-low",
        (false, Rule::Trend, Side::High) => "sentence-trend-high",
        (false, Rule::TwoOfThree | Rule::Shift, Side::Low) => "sentence-near-low",
        (false, Rule::TwoOfThree | Rule::Shift, Side::High) => "sentence-near-high",
    };
    let values = [
        (
            "periods",
            Arg::from(periods_words(words, reading.grain, signal.periods)),
        ),
        ("grain", Arg::from(grain_word(words, reading.grain))),
        ("alias", Arg::from(subject.alias)),
        ("centre", Arg::from(centre_words(reading, centre))),
        ("range", Arg::from(range)),
        (
            "kind",
            Arg::from(range_name(words, reading, reading.latest())),
        ),
    ];
    Some(words.say(key, &values))
}

/// The average that the latest value is said to be above or below.
fn centre_words(reading: &Reading, centre: f64) -> String {
    match reading.latest().and_then(|point| point.value) {
        Some(value) => level_with(
            reading.kind,
            centre,
            decimals_apart(reading.kind, value, centre),
        ),
        None => level_words(reading.kind, centre),
    }
}

fn usual_sentences(words: &Words, reading: &Reading, subject: Subject<'_>) -> Vec<String> {
    if is_always_same(reading) || reading.range_now().is_none() {
        return Vec::new();
    }
    let values = [
        ("alias", Arg::from(subject.alias)),
        ("range", Arg::from(range_now_words(words, reading))),
        (
            "kind",
            Arg::from(range_name(words, reading, reading.latest())),
        ),
    ];
    let mut said = vec![words.say("sentence-within", &values)];
    said.extend(chance_sentence(words, reading));
    said.extend(earlier_sentence(words, reading));
    said
}

/// What the marked points on a chart without a signal are: those of one that is over.
fn earlier_sentence(words: &Words, reading: &Reading) -> Option<String> {
    let phase = reading.latest()?.phase;
    let marked = |point: &&Point| point.phase == phase && !point.marks.is_empty();
    let last = reading.points.iter().rev().find(marked)?;
    let values = [("period", Arg::from(in_period(words, last.period)))];
    Some(words.say("sentence-earlier", &values))
}

/// "By chance alone, 3 or fewer comes about 1 month in 5", for counts that come once in 3 to 40 periods.
fn chance_sentence(words: &Words, reading: &Reading) -> Option<String> {
    let chance = chance_of_latest(reading).filter(|_| reading.kind == Kind::Count)?;
    let one_in = chance.one_in();
    if !(3..=40).contains(&one_in) {
        return None;
    }
    let key = match chance.side {
        Side::Low => "sentence-chance-low",
        Side::High => "sentence-chance-high",
    };
    let values = [
        ("count", Arg::from(chance.count)),
        ("grain", Arg::from(grain_word(words, reading.grain))),
        ("one", Arg::from(one_in)),
    ];
    Some(words.say(key, &values))
}

/// What a chart cannot show by itself.
pub fn note_sentence(words: &Words, reading: &Reading, note: Note) -> String {
    let grain = ("grain", Arg::from(grain_word(words, reading.grain)));
    let count = |out_of: f64| ("count", Arg::from(cases_words(out_of)));
    let is_share = reading.is_share();
    match note {
        Note::AlwaysSame { value, until: None } => words.say(
            "sentence-always",
            &[("value", Arg::from(value_words(reading.kind, value)))],
        ),
        Note::AlwaysSame {
            value,
            until: Some(until),
        } => {
            let values = [
                ("value", Arg::from(value_words(reading.kind, value))),
                ("period", Arg::from(period_words(words, until))),
            ];
            words.say("sentence-always-until", &values)
        }
        Note::CannotBeLow { out_of } if is_share => {
            words.say("sentence-cannot-be-low", &[count(out_of)])
        }
        Note::CannotBeLow { .. } if reading.kind == Kind::Count => {
            words.say("sentence-cannot-be-low-count", &[])
        }
        Note::CannotBeLow { out_of } => words.say("sentence-cannot-be-low-units", &[count(out_of)]),
        Note::CannotBeHigh { out_of } if is_share => {
            words.say("sentence-cannot-be-high", &[count(out_of)])
        }
        Note::CannotBeHigh { out_of } => {
            words.say("sentence-cannot-be-high-units", &[count(out_of)])
        }
        Note::TooRare => words.say("sentence-too-rare", &[grain]),
        Note::FewReplies { period } => {
            let period = Arg::from(in_period(words, period));
            words.say("sentence-few-replies", &[("period", period)])
        }
        Note::BothWays => words.say("sentence-both-ways", &[]),
    }
}
