//! How the usual range follows from the figures, with the arithmetic of each chart.

use super::Working;
use charts::wording::{
    cases_words, grain_word, in_period, period_words, periods_words, range_words,
    usual_range_words, value_words,
};
use domain::kpi::Kind;
use domain::scorecard::{BreakReason, Phase, Standing};
use stats::choice::ChartType;
use stats::phases::Status as Grounds;
use words::{Arg, Words, number};

/// How the usual range follows from the figures.
pub(super) fn range(working: &Working<'_>, phase: &Phase) -> String {
    let summary = &phase.summary;
    let Some(centre) = summary.centre else {
        return String::new();
    };
    let periods = (
        "unit",
        Arg::from(grain_word(working.words, working.reading.grain)),
    );
    match summary.status {
        Grounds::NotEnough { recorded } => {
            let needed = Arg::from(working.reading.judging.needs.limits);
            let values = [
                ("recorded", Arg::from(recorded)),
                ("needed", needed),
                periods,
            ];
            return working.say("worked-few", &values);
        }
        Grounds::Flat { value, changed_at } => {
            let value = ("value", Arg::from(value_words(working.reading.kind, value)));
            return flat(working, phase, changed_at, value);
        }
        Grounds::Trial | Grounds::Established => {}
    }
    match summary.chart {
        ChartType::XmR => moving_range(working, phase, centre),
        ChartType::PExact | ChartType::CExact | ChartType::UExact => exact(working, phase, centre),
        ChartType::PPrime | ChartType::UPrime => prime(working, phase, centre),
        ChartType::NotEnough | ChartType::LongerPeriodOrG | ChartType::LongerPeriodOrT => {
            working.say("worked-rare", &[periods])
        }
    }
}

/// "none: each of 16 months was 3"; once a figure differed, only those before it count.
fn flat(
    working: &Working<'_>,
    phase: &Phase,
    changed_at: Option<usize>,
    value: (&str, Arg),
) -> String {
    let reading = working.reading;
    let last = changed_at.unwrap_or(reading.points.len());
    let same = reading.points.get(phase.summary.first..last);
    let judged = same.unwrap_or_default().iter();
    let recorded = judged.filter(|point| point.standing.is_judged()).count();
    let mut values = vec![
        value,
        ("recorded", Arg::from(recorded)),
        ("unit", Arg::from(grain_word(working.words, reading.grain))),
    ];
    let Some(until) = reading.same_until() else {
        return working.say("worked-flat", &values);
    };
    let period = period_words(working.words, until);
    values.push(("period", Arg::from(period)));
    working.say("worked-flat-until", &values)
}

/// "average 10.08; mean moving range 2.17; 2.66 × 2.17 = 5.78; so 4.30 to 15.87".
fn moving_range(working: &Working<'_>, phase: &Phase, centre: f64) -> String {
    let spread = phase.summary.spread.unwrap_or_default();
    let reach = 2.66 * spread;
    let say = |level: f64| Arg::from(number::hundredths(level));
    let values = [
        ("centre", say(centre)),
        ("spread", say(spread)),
        ("reach", say(reach)),
        ("low", say(centre - reach)),
        ("high", say(centre + reach)),
    ];
    let is_clipped = centre - reach < 0.0;
    working.say(
        if is_clipped {
            "worked-xmr-from-zero"
        } else {
            "worked-xmr"
        },
        &values,
    )
}

/// "average 76.6 % over the first 24 months; exact limits by mid-P, at 41: 55 to 95 %".
fn exact(working: &Working<'_>, phase: &Phase, centre: f64) -> String {
    let kind = working.reading.kind;
    let typical = phase.summary.median_n.unwrap_or(1.0);
    let typical = cases_words(typical);
    let range = usual_range_words(working.words, working.reading);
    let values = [
        ("centre", Arg::from(fine(kind, centre))),
        ("typical", Arg::from(typical)),
        ("range", Arg::from(range)),
    ];
    let key = match kind {
        Kind::Proportion | Kind::ScoreShare => "worked-exact-share",
        Kind::Count => "worked-exact-count",
        Kind::Rate | Kind::Value => "worked-exact-rate",
    };
    working.say(key, &values)
}

/// Limits widened by how much more the figures vary than chance (Laney 2002).
fn prime(working: &Working<'_>, phase: &Phase, centre: f64) -> String {
    let spread = phase.summary.spread.unwrap_or_default().max(1.0);
    let range = usual_range_words(working.words, working.reading);
    let values = [
        ("centre", Arg::from(fine(working.reading.kind, centre))),
        ("spread", Arg::from(number::hundredths(spread))),
        ("range", Arg::from(range)),
    ];
    working.say("worked-prime", &values)
}

/// A level with one digit more than a person needs to read it, for who works it out again.
fn fine(kind: Kind, level: f64) -> String {
    if kind.needs_denominator() {
        return format!("{}{}%", number::decimal(level * 100.0), number::NO_BREAK);
    }
    number::hundredths(level)
}

/// Which periods made the range, and whether it is fixed.
pub(super) fn fixed(working: &Working<'_>, phase: &Phase) -> String {
    let (words, reading) = (working.words, working.reading);
    let of_phase = reading
        .points
        .get(phase.summary.first..)
        .unwrap_or_default();
    let mut made = of_phase
        .iter()
        .filter(|point| point.standing == Standing::Baseline);
    let first = made.next();
    let (Some(first), Some(_)) = (first, phase.summary.frozen) else {
        return String::new();
    };
    let last = made.next_back().unwrap_or(first);
    let count = u32::try_from(phase.summary.baseline_points).unwrap_or(u32::MAX);
    let values = [
        ("first", Arg::from(period_words(words, first.period))),
        ("last", Arg::from(period_words(words, last.period))),
        (
            "periods",
            Arg::from(periods_words(words, reading.grain, count)),
        ),
        ("grain", Arg::from(grain_word(words, reading.grain))),
        ("baseline", Arg::from(reading.judging.needs.baseline)),
    ];
    let made = phase.summary.baseline_points;
    let is_fixed = phase.summary.recorded > made || made >= reading.judging.needs.baseline;
    let key = match (reading.is_baseline_by_hand, is_fixed) {
        (true, _) => "worked-fixed-by-hand",
        (false, true) => "worked-fixed",
        (false, false) => "worked-trial",
    };
    working.say(key, &values)
}

/// The ranges of earlier phases, and why each new one began.
pub(super) fn before(working: &Working<'_>) -> String {
    let reading = working.reading;
    let Some((latest, earlier)) = reading.phases.split_last() else {
        return String::new();
    };
    let ranges = earlier
        .iter()
        .filter_map(|phase| earlier_range(working, phase));
    let started = latest.start.as_ref().map(|start| {
        let from = ("from", Arg::from(in_period(working.words, start.from)));
        match &start.reason {
            BreakReason::ByHand(reason) => {
                working.say("worked-began", &[from, ("reason", Arg::from(reason))])
            }
            BreakReason::Definition(version) => {
                let version = ("version", Arg::from(u32::from(*version)));
                working.say("worked-redefined", &[from, version])
            }
        }
    });
    ranges.chain(started).collect::<Vec<_>>().join("; ")
}

fn earlier_range(working: &Working<'_>, phase: &Phase) -> Option<String> {
    let (words, reading) = (working.words, working.reading);
    let limits = phase.summary.limits;
    let count = u32::try_from(phase.summary.recorded).ok()?;
    let range = match (phase.summary.frozen, limits.lower, limits.upper) {
        (None, _, _) | (Some(_), None, None) => words.say("range-none", &[]),
        (Some(_), low, high) => {
            let ceiling = if reading.is_share() {
                1.0
            } else {
                f64::INFINITY
            };
            span(
                words,
                reading.kind,
                low.unwrap_or(0.0).max(0.0),
                high.unwrap_or(ceiling).min(ceiling),
            )
        }
    };
    let values = [
        ("range", Arg::from(range)),
        (
            "centre",
            Arg::from(fine(reading.kind, phase.summary.centre?)),
        ),
        (
            "periods",
            Arg::from(periods_words(words, reading.grain, count)),
        ),
    ];
    Some(working.say("worked-before", &values))
}

/// A range as it is worked out, with one digit more than a person needs to read it.
fn span(words: &Words, kind: Kind, low: f64, high: f64) -> String {
    if kind.needs_denominator() || !low.is_finite() || !high.is_finite() {
        return range_words(words, kind, low, high);
    }
    format!(
        "{} to {}",
        number::hundredths(low),
        number::hundredths(high)
    )
}
