//! The three sentences before any number: what has changed, what has not, and what is not known.

use super::card::Cell;
use charts::wording::{from_words, in_period, inner_name};
use domain::kpi::Block;
use domain::scorecard::{Note, Reading, Signal, Status};
use stats::lattice::Side;
use stats::rules::Rule;
use words::{Arg, Words};

/// Names said in one sentence; more are counted.
const NAMES: usize = 3;

/// The summary of a scorecard.
pub(super) struct Summary {
    pub(super) changed: Vec<String>,
    pub(super) not_changed: String,
    pub(super) not_known: String,
    /// Whether anything changed, and which way.
    pub(super) mark: Status,
}

pub(super) fn summary(words: &Words, alias: &str, cells: &[Cell<'_>]) -> Summary {
    Summary {
        changed: changed(words, alias, cells),
        not_changed: not_changed(words, cells),
        not_known: not_known(words, cells),
        mark: mark(cells),
    }
}

fn mark(cells: &[Cell<'_>]) -> Status {
    let mut signals = cells.iter().filter(|cell| cell.reading.signal.is_some());
    let Some(first) = signals.next() else {
        return Status::NoClearChange;
    };
    let is_alike = signals.all(|cell| cell.reading.status == first.reading.status);
    if is_alike {
        first.reading.status
    } else {
        Status::Changed
    }
}

fn changed(words: &Words, alias: &str, cells: &[Cell<'_>]) -> Vec<String> {
    let sentences = cells.iter().filter_map(|cell| {
        let signal = cell.reading.signal?;
        Some(changed_sentence(words, alias, cell, signal))
    });
    let said: Vec<String> = sentences.collect();
    if said.is_empty() {
        vec![words.say("changed-nothing", &[])]
    } else {
        said
    }
}

fn changed_sentence(words: &Words, alias: &str, cell: &Cell<'_>, signal: Signal) -> String {
    let latest = cell
        .reading
        .latest()
        .map_or(signal.since, |point| point.period);
    let values = [
        ("name", Arg::from(cell.name())),
        ("alias", Arg::from(alias)),
        ("since", Arg::from(from_words(words, signal.since, latest))),
        ("period", Arg::from(in_period(words, latest))),
    ];
    words.say(changed_key(signal), &values)
}

fn changed_key(signal: Signal) -> &'static str {
    match (signal.is_run, signal.rule, signal.side) {
        (true, _, Side::Low) => "changed-run-low",
        (true, _, Side::High) => "changed-run-high",
        (false, Rule::Outside, Side::Low) => "changed-below",
        (false, Rule::Outside, Side::High) => "changed-above",
        (false, Rule::Trend, Side::Low) => "changed-trend-low",
        (false, Rule::Trend, Side::High) => "changed-trend-high",
        (false, Rule::TwoOfThree | Rule::Shift, Side::Low) => "changed-near-low",
        (false, Rule::TwoOfThree | Rule::Shift, Side::High) => "changed-near-high",
    }
}

fn not_changed(words: &Words, cells: &[Cell<'_>]) -> String {
    let quiet = || {
        cells
            .iter()
            .filter(|cell| cell.reading.status == Status::NoClearChange)
    };
    let results = quiet().find(|cell| cell.definition.block == Block::Lagging);
    match results.or_else(|| quiet().next()) {
        None => words.say("not-changed-none", &[]),
        Some(named) => {
            let name = Arg::from(inner_name(named.name()));
            words.say(
                "not-changed",
                &[("count", Arg::from(quiet().count())), ("name", name)],
            )
        }
    }
}

/// Whether a reading is of a kind.
type Judge = fn(&Reading) -> bool;

fn not_known(words: &Words, cells: &[Cell<'_>]) -> String {
    let kinds: [(&str, Judge); 4] = [
        ("not-known-late", |reading| {
            reading.status == Status::NoFigures
        }),
        ("not-known-few", |reading| {
            reading.status == Status::TooFew && !reading.is_too_rare()
        }),
        ("not-known-rare", |reading| {
            reading.status == Status::TooFew && reading.is_too_rare()
        }),
        ("not-known-blind", cannot_fall),
    ];
    let said: Vec<String> = kinds
        .into_iter()
        .filter_map(|(key, is_so)| {
            let names: Vec<String> = cells
                .iter()
                .filter(|cell| is_so(&cell.reading))
                .map(|cell| inner_name(cell.name()))
                .collect();
            (!names.is_empty())
                .then(|| words.say(key, &[("names", Arg::from(list(words, &names)))]))
        })
        .collect();
    if said.is_empty() {
        words.say("not-known-nothing", &[])
    } else {
        said.join(" ")
    }
}

/// Whether even nothing at all could not be called low.
fn cannot_fall(reading: &Reading) -> bool {
    reading
        .notes
        .iter()
        .any(|note| matches!(note, Note::CannotBeLow { .. }))
}

/// "job starts, attendance and 2 more".
pub(super) fn list(words: &Words, names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMES);
    let said = names.get(..names.len().min(NAMES)).unwrap_or_default();
    match (said.split_last(), more) {
        (None, _) => String::new(),
        (Some((only, [])), _) => only.clone(),
        (Some((last, before)), 0) => {
            let values = [
                ("before", Arg::from(before.join(", "))),
                ("last", Arg::from(last)),
            ];
            words.say("list-and", &values)
        }
        (Some(_), more) => {
            let values = [
                ("before", Arg::from(said.join(", "))),
                ("more", Arg::from(more)),
            ];
            words.say("list-more", &values)
        }
    }
}
