//! How values, averages, limits and ranges are said: with as few decimals as tell a value from the limit it is beyond.

use domain::kpi::Kind;
use domain::scorecard::Point;
use stats::lattice::Side;
use stats::rules::Rule;
use words::{Arg, Words, number};

/// More decimals than these are never needed.
const MOST_DECIMALS: usize = 2;

/// A recorded value: whole for counts, per cent for shares, one decimal otherwise.
pub fn value_words(kind: Kind, value: f64) -> String {
    value_with(kind, value, usual_decimals(kind))
}

/// A recorded value with so many decimals; a count is whole whatever they are.
pub fn value_with(kind: Kind, value: f64, decimals: usize) -> String {
    match kind {
        Kind::Count => format!("{value:.0}")
            .parse()
            .map_or_else(|_| number::decimal(value), number::whole),
        Kind::Proportion | Kind::ScoreShare | Kind::Rate | Kind::Value => {
            level_with(kind, value, decimals)
        }
    }
}

/// An average, limit or target: per cent for shares, one decimal otherwise.
pub fn level_words(kind: Kind, level: f64) -> String {
    level_with(kind, level, usual_decimals(kind))
}

/// An average or limit with so many decimals.
pub fn level_with(kind: Kind, level: f64, decimals: usize) -> String {
    if kind.needs_denominator() {
        return format!("{}{}%", per_cent_digits(level, decimals), number::NO_BREAK);
    }
    digits(level, decimals)
}

fn per_cent_digits(share: f64, decimals: usize) -> String {
    if decimals == 0 {
        let said = number::per_cent(share);
        let suffix = [number::NO_BREAK, '%'];
        return said.trim_end_matches(suffix).to_owned();
    }
    digits(share * 100.0, decimals)
}

fn digits(level: f64, decimals: usize) -> String {
    if decimals < MOST_DECIMALS {
        number::decimal(level)
    } else {
        number::hundredths(level)
    }
}

/// A target as it was agreed: `8`, `85 %`, `5.5`.
pub fn target_words(kind: Kind, target: f64) -> String {
    if kind.needs_denominator() {
        let tenths = number::decimal(target * 100.0);
        let digits = tenths.strip_suffix(".0").unwrap_or(&tenths);
        return format!("{digits}{}%", number::NO_BREAK);
    }
    let tenths = number::decimal(target);
    tenths.strip_suffix(".0").unwrap_or(&tenths).to_owned()
}

/// A range of levels: `4.3 to 15.9`, `67 to 92 %`; open ends are worded.
pub fn range_words(words: &Words, kind: Kind, low: f64, high: f64) -> String {
    range_with(words, kind, (low, high), usual_decimals(kind))
}

/// A range of levels with so many decimals.
pub fn range_with(words: &Words, kind: Kind, (low, high): (f64, f64), decimals: usize) -> String {
    let said = |level: f64| Arg::from(level_with(kind, level, decimals));
    match (low.is_finite(), high.is_finite()) {
        (true, true) if kind.needs_denominator() => format!(
            "{} to {}",
            per_cent_digits(low, decimals),
            level_with(kind, high, decimals)
        ),
        (true, true) => format!("{} to {}", digits(low, decimals), digits(high, decimals)),
        (true, false) => words.say("range-at-least", &[("low", said(low))]),
        (false, true) => words.say("range-at-most", &[("high", said(high))]),
        (false, false) => String::new(),
    }
}

/// Decimals where nothing asks for more.
fn usual_decimals(kind: Kind) -> usize {
    usize::from(!kind.needs_denominator())
}

/// The fewest decimals that tell a value from a level it is said to lie beyond.
pub fn decimals_apart(kind: Kind, value: f64, level: f64) -> usize {
    let scale = if kind.needs_denominator() { 100.0 } else { 1.0 };
    let said = |level: f64, decimals: usize| format!("{:.decimals$}", level * scale);
    (usual_decimals(kind)..MOST_DECIMALS)
        .find(|decimals| said(value, *decimals) != said(level, *decimals))
        .unwrap_or(MOST_DECIMALS)
}

/// The decimals a point, its range and its limits are said with: more than usual only where the point is outside and
/// would read like the limit it is beyond.
pub fn decimals_of(kind: Kind, point: &Point) -> usize {
    let outside = point.marks.iter().find(|mark| mark.rule == Rule::Outside);
    let limit = outside.and_then(|mark| match mark.side {
        Side::Low => point.lower,
        Side::High => point.upper,
    });
    match (point.value, limit) {
        (Some(value), Some(limit)) => decimals_apart(kind, value, limit),
        (Some(_) | None, _) => usual_decimals(kind),
    }
}
