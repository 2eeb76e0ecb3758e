//! "How this was worked out": rows counted, dates, formula with its numbers, rules and version, last import. Every
//! row can be checked by hand, and all of it can be copied as text.

mod chances;
mod range;

use super::view::{OpensView, WorkedOutView};
use chances::{chance, interval, look_sooner, target, unseen};
use charts::wording::{day, grain_word, periods_words};
use chrono::NaiveDate;
use domain::kpi::{Kind, KpiDefinition};
use domain::scorecard::{Point, Reading, Standing};
use range::{before, fixed};
use stats::choice::ChartType;
use stats::rules::Rule;
use words::{Arg, Words, date, number};

/// What the rows are made from.
pub(super) struct Working<'a> {
    pub(super) words: &'a Words,
    pub(super) alias: &'a str,
    pub(super) definition: &'a KpiDefinition,
    pub(super) reading: &'a Reading,
    /// Advisers in the team.
    pub(super) advisers: usize,
    /// KPIs that would show a change sooner.
    pub(super) sooner: Vec<OpensView>,
    pub(super) last_import: Option<NaiveDate>,
}

impl Working<'_> {
    fn row(&self, term: &str, detail: String) -> Option<WorkedOutView> {
        (!detail.is_empty()).then(|| WorkedOutView {
            term: self.words.say(term, &[]),
            detail,
            opens: Vec::new(),
        })
    }

    fn say(&self, key: &str, values: &[(&str, Arg)]) -> String {
        self.words.say(key, values)
    }
}

/// The rows.
pub(super) fn rows(working: &Working<'_>) -> Vec<WorkedOutView> {
    let reading = working.reading;
    let phase = reading.phase();
    let of_phase = |detail: fn(&Working<'_>, &domain::scorecard::Phase) -> String| {
        phase
            .map(|phase| detail(working, phase))
            .unwrap_or_default()
    };
    [
        working.row("term-counted", counted(working)),
        working.row("term-left-out", working.definition.excludes.join(", ")),
        working.row("term-periods", periods(working)),
        working.row("term-range", of_phase(range::range)),
        working.row("term-fixed", of_phase(fixed)),
        working.row("term-before", before(working)),
        working.row("term-signals", signals(working)),
        working.row("term-interval", interval(working)),
        working.row("term-target", target(working)),
        working.row("term-chance", chance(working)),
        working.row("term-unseen", unseen(working)),
        look_sooner(working),
        working.row("term-rules", rule_set(working)),
        working.row("term-definition", definition(working)),
        working.row("term-import", import(working)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The rows as text to copy.
pub(super) fn as_text(words: &Words, working: &Working<'_>, rows: &[WorkedOutView]) -> String {
    let name = Arg::from(working.definition.name.as_str());
    // What is copied names nobody; whose it is, the person knows who pastes it.
    let head = words.say("worked-head", &[("name", name)]);
    let lines = rows
        .iter()
        .map(|row| format!("{}: {}", row.term, row.detail));
    std::iter::once(head)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

fn counted(working: &Working<'_>) -> String {
    let definition = working.definition;
    let values = [
        ("numerator", Arg::from(definition.numerator.as_str())),
        ("denominator", Arg::from(definition.denominator.as_str())),
    ];
    match (definition.kind, working.reading.constant_exposure) {
        (Kind::Proportion | Kind::ScoreShare, _) => working.say("worked-out-of", &values),
        (Kind::Rate, None) => working.say("worked-per", &values),
        (Kind::Rate, Some(time)) => {
            let [numerator, denominator] = values;
            let time = ("time", Arg::from(number::decimal(time)));
            let grain = (
                "grain",
                Arg::from(grain_word(working.words, working.reading.grain)),
            );
            working.say("worked-constant", &[numerator, denominator, time, grain])
        }
        (Kind::Count | Kind::Value, _) => definition.numerator.clone(),
    }
}

fn periods(working: &Working<'_>) -> String {
    let points = &working.reading.points;
    let count = |is_so: fn(&Point) -> bool| points.iter().filter(|point| is_so(point)).count();
    let disputed = count(|point| point.standing == Standing::Disputed);
    let grain = periods_words(working.words, working.reading.grain, 0);
    let unit = grain.trim_start_matches("0 ").to_owned();
    let values = [
        ("unit", Arg::from(unit)),
        (
            "closed",
            Arg::from(count(|point| point.standing.is_judged())),
        ),
        (
            "missing",
            Arg::from(count(|point| point.standing == Standing::Gap)),
        ),
        (
            "open",
            Arg::from(count(|point| point.standing == Standing::Open)),
        ),
        ("disputed", Arg::from(disputed)),
    ];
    let key = if disputed > 0 {
        "worked-periods-disputed"
    } else {
        "worked-periods"
    };
    working.say(key, &values)
}

/// "outside: 1; run of 7 or more: 8; two of three: 6; trend: none".
fn signals(working: &Working<'_>) -> String {
    let reading = working.reading;
    if reading
        .phase()
        .is_none_or(|phase| phase.summary.frozen.is_none())
    {
        return String::new();
    }
    let rules = reading.judging.rules;
    let said = reading.signals.iter().map(|count| {
        let (key, run) = match count.rule {
            Rule::Outside => ("worked-outside", 0),
            Rule::Trend => ("worked-trend", rules.trend),
            Rule::TwoOfThree => ("worked-two-of-three", 0),
            Rule::Shift => ("worked-run", rules.shift),
        };
        working.say(
            key,
            &[("count", Arg::from(count.points)), ("run", Arg::from(run))],
        )
    });
    said.collect::<Vec<_>>().join("; ")
}

fn rule_set(working: &Working<'_>) -> String {
    let key = match working.reading.chart {
        ChartType::XmR => "chart-xmr",
        ChartType::PExact => "chart-p",
        ChartType::CExact => "chart-c",
        ChartType::UExact => "chart-u",
        ChartType::PPrime => "chart-p-prime",
        ChartType::UPrime => "chart-u-prime",
        ChartType::NotEnough => "chart-none",
        ChartType::LongerPeriodOrG | ChartType::LongerPeriodOrT => "chart-rare",
    };
    let judged = working.reading.judging.name();
    format!("{judged}, {}", working.say(key, &[]))
}

fn definition(working: &Working<'_>) -> String {
    let definition = working.definition;
    let mut values = vec![
        ("code", Arg::from(definition.code.as_str())),
        ("version", Arg::from(u32::from(definition.version))),
    ];
    let Some(from) = definition.valid_from else {
        return working.say("worked-definition", &values);
    };
    values.push(("from", Arg::from(date::full(working.words, day(from)))));
    working.say("worked-definition-from", &values)
}

fn import(working: &Working<'_>) -> String {
    match working.last_import {
        Some(on) => date::full(working.words, day(on)),
        None => working.say("worked-no-import", &[]),
    }
}
