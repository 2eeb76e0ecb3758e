//! What chance alone would do: intervals, targets met by luck, and what a caseload could not have shown.

use super::Working;
use crate::scorecard::summary::list;
use crate::scorecard::view::WorkedOutView;
use charts::chance::chance_of_latest;
use charts::wording::{cases_words, grain_word, inner_name, out_of_words, target_words};
use domain::kpi::{Direction, Kind};
use stats::lattice::Side;
use words::{Arg, number};

pub(super) fn interval(working: &Working<'_>) -> String {
    let reading = working.reading;
    let out_of = reading.latest().and_then(|point| {
        out_of_words(working.words, reading.kind, reading.exposure, point.amount?)
    });
    let (Some(interval), Some(out_of)) = (reading.interval, out_of) else {
        return String::new();
    };
    let range = number::per_cent_range(interval.low, interval.high);
    working.say(
        "worked-interval",
        &[("out", Arg::from(out_of)), ("range", Arg::from(range))],
    )
}

pub(super) fn target(working: &Working<'_>) -> String {
    let reading = working.reading;
    let (Some(target), Some(expected)) = (reading.target, reading.expected) else {
        return String::new();
    };
    let months = cases_words(expected);
    let values = [
        ("target", Arg::from(target_words(reading.kind, target))),
        ("months", Arg::from(months)),
        ("unit", Arg::from(grain_word(working.words, reading.grain))),
    ];
    let key = match reading.direction {
        Direction::Down => "worked-target-down",
        Direction::Up | Direction::Range | Direction::Neutral => "worked-target-up",
    };
    working.say(key, &values)
}

/// How often chance alone gives such a figure, for one adviser and for somebody in the team.
pub(super) fn chance(working: &Working<'_>) -> String {
    let reading = working.reading;
    let is_counted = reading.kind == Kind::Count && reading.signal.is_none();
    let Some(chance) = chance_of_latest(reading).filter(|_| is_counted) else {
        return String::new();
    };
    let advisers = u32::try_from(working.advisers).unwrap_or(1);
    let values = [
        ("count", Arg::from(chance.count)),
        ("unit", Arg::from(grain_word(working.words, reading.grain))),
        ("one", Arg::from(chance.one_in())),
        ("advisers", Arg::from(advisers)),
        (
            "share",
            Arg::from(number::per_cent(chance.somebody(advisers))),
        ),
    ];
    let key = match (chance.side, advisers) {
        (Side::Low, 0 | 1) => "worked-chance-low-alone",
        (Side::Low, _) => "worked-chance-low",
        (Side::High, 0 | 1) => "worked-chance-high-alone",
        (Side::High, _) => "worked-chance-high",
    };
    working.say(key, &values)
}

/// How long it takes to see a fall to 0.6 of a count's level, four times in five (rulings 29).
pub(super) fn unseen(working: &Working<'_>) -> String {
    let reading = working.reading;
    let centre = reading
        .phase()
        .and_then(|phase| phase.summary.frozen)
        .map(|frozen| frozen.centre);
    let before = centre
        .filter(|_| reading.kind == Kind::Count)
        .map(f64::floor);
    let Some(before) = before.filter(|before| *before >= 1.0) else {
        return String::new();
    };
    let after = (before * 0.6).round();
    let Some(periods) = stats::power::periods_to_see(before, after) else {
        return String::new();
    };
    let values = [
        ("before", Arg::from(cases_words(before))),
        ("after", Arg::from(cases_words(after))),
        ("periods", Arg::from(cases_words(periods))),
        ("unit", Arg::from(grain_word(working.words, reading.grain))),
    ];
    working.say("worked-unseen", &values)
}

/// Where a change would show before it shows here, if it takes long to show here.
pub(super) fn look_sooner(working: &Working<'_>) -> Option<WorkedOutView> {
    if working.sooner.is_empty() || unseen(working).is_empty() {
        return None;
    }
    let names = working.sooner.iter().map(|other| inner_name(&other.name));
    let names = Arg::from(list(working.words, &names.collect::<Vec<_>>()));
    let row = working.row(
        "term-sooner",
        working.say("worked-sooner", &[("names", names)]),
    )?;
    Some(WorkedOutView {
        opens: working.sooner.clone(),
        ..row
    })
}
