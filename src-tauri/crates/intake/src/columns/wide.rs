//! Wide tables: a column is a KPI by itself, or half of a pair told by its last word. A per cent beside the pair it was
//! worked out from says nothing new and is left out.

use super::{Meaning, Pair, normalised, synonyms};
use domain::text::Label;

const COUNTED: [&str; 3] = ["num", "numerator", "numer"];
const OUT_OF: [&str; 6] = ["den", "denominator", "denom", "base", "outof", "possible"];

/// How a heading says that its numbers are worked out from two others.
const QUOTIENTS: [&str; 5] = ["percentage", "percent", "pct", "%", "rate"];

/// What the heading of a KPI column says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Half {
    Counted(String),
    OutOf(String),
    Alone(String),
}

/// Gives both columns of a pair their meaning, where each heading stands once and is still free.
pub(super) fn take_pairs(keys: &[String], meanings: &mut [Option<Meaning>], pairs: &[Pair]) {
    for pair in pairs {
        let only = |words: &[String]| {
            let is_meant = |key: &String| words.iter().any(|word| normalised(word) == *key);
            let mut places = keys.iter().enumerate().filter(|(_, key)| is_meant(key));
            let (place, _) = places.next()?;
            let is_free = meanings.get(place).is_some_and(Option::is_none);
            (is_free && places.next().is_none()).then_some(place)
        };
        if let (Some(counted), Some(out_of)) = (only(&pair.counted), only(&pair.out_of)) {
            set(meanings, counted, Meaning::KpiNumerator(pair.name.clone()));
            set(meanings, out_of, Meaning::KpiDenominator(pair.name.clone()));
        }
    }
}

/// Whether a heading says that its numbers are per cents: "Attendance %". By themselves they are of nothing that can be
/// counted, and their sum would be nonsense.
fn says_per_cent(name: &str) -> bool {
    let words = name.split(|letter: char| !letter.is_alphanumeric() && letter != '%');
    let is_mark = |word: &str| {
        word.contains('%')
            || matches!(
                word.to_lowercase().as_str(),
                "percent" | "percentage" | "pct" | "pc"
            )
    };
    words.into_iter().any(is_mark) || name.to_lowercase().contains("per cent")
}

/// Gives meanings to the columns that have none yet. `is_numeric` says whether a column holds numbers.
pub(super) fn assign(
    headings: &[String],
    meanings: &mut [Option<Meaning>],
    is_numeric: &dyn Fn(usize) -> bool,
) {
    let free: Vec<(usize, Half)> = headings
        .iter()
        .enumerate()
        .filter(|(index, _)| meanings.get(*index).is_some_and(Option::is_none))
        .filter_map(|(index, heading)| Some((index, half_of(heading)?)))
        .collect();
    let counted: Vec<(usize, String)> = free
        .iter()
        .filter_map(|(index, half)| match half {
            Half::Counted(name) => Some((*index, name.clone())),
            Half::Alone(name)
                if is_numeric(*index) && !says_per_cent(name) && !is_worked_out(name, &free) =>
            {
                Some((*index, name.clone()))
            }
            Half::Alone(_) | Half::OutOf(_) => None,
        })
        .collect();
    for (index, name) in &counted {
        let is_twice = counted
            .iter()
            .filter(|(_, other)| is_same(other, name))
            .count()
            > 1;
        set(
            meanings,
            *index,
            if is_twice {
                Meaning::LeaveOut
            } else {
                Meaning::KpiNumerator(name.clone())
            },
        );
    }
    for (index, half) in &free {
        let Half::OutOf(name) = half else { continue };
        let halves = free
            .iter()
            .filter(|(_, half)| matches!(half, Half::OutOf(other) if is_same(other, name)));
        let partner = counted.iter().find(|(_, counted)| is_same(counted, name));
        if let (1, Some((_, partner))) = (halves.count(), partner) {
            set(meanings, *index, Meaning::KpiDenominator(partner.clone()));
        }
    }
}

fn set(meanings: &mut [Option<Meaning>], index: usize, meaning: Meaning) {
    if let Some(slot) = meanings.get_mut(index) {
        *slot = Some(meaning);
    }
}

/// Whether a column is the quotient of a pair of columns: "Attendance %", or "Attendance" by itself.
fn is_worked_out(name: &str, free: &[(usize, Half)]) -> bool {
    let plain = normalised(name);
    let without_mark = |mark: &&str| {
        let rest = plain
            .strip_suffix(*mark)
            .or_else(|| plain.strip_prefix(*mark));
        rest.filter(|rest| !rest.is_empty())
    };
    let base = QUOTIENTS.iter().find_map(without_mark).unwrap_or(&plain);
    let is_half = |wanted: &dyn Fn(&Half) -> Option<String>| {
        let mut halves = free.iter().filter_map(|(_, half)| wanted(half));
        halves.any(|half| normalised(&half) == base || without_code(&half) == base)
    };
    let counted = |half: &Half| match half {
        Half::Counted(name) => Some(name.clone()),
        Half::OutOf(_) | Half::Alone(_) => None,
    };
    let out_of = |half: &Half| match half {
        Half::OutOf(name) => Some(name.clone()),
        Half::Counted(_) | Half::Alone(_) => None,
    };
    is_half(&counted) && is_half(&out_of)
}

/// A name without the code in front of it: "Attendance" of "K09 Attendance".
fn without_code(name: &str) -> String {
    let (first, rest) = name.split_once(' ').unwrap_or_default();
    let is_code = first.bytes().any(|byte| byte.is_ascii_digit());
    if is_code {
        normalised(rest)
    } else {
        String::new()
    }
}

fn is_same(one: &str, other: &str) -> bool {
    normalised(one) == normalised(other)
}

fn half_of(heading: &str) -> Option<Half> {
    let half = half_of_long(heading)?;
    Some(match half {
        Half::Counted(name) => Half::Counted(shortened(&name)),
        Half::OutOf(name) => Half::OutOf(shortened(&name)),
        Half::Alone(name) => Half::Alone(shortened(&name)),
    })
}

/// The name of the KPI that a heading speaks of: "Attendance" of "Attendance (num)".
pub(crate) fn kpi_of_heading(heading: &str) -> String {
    match half_of_long(heading) {
        Some(Half::Counted(name) | Half::OutOf(name) | Half::Alone(name)) => name,
        None => heading.to_owned(),
    }
}

/// As much of a heading as a KPI's name takes.
fn shortened(name: &str) -> String {
    let short: String = name.chars().take(Label::LIMIT).collect();
    short.trim_end().to_owned()
}

fn half_of_long(heading: &str) -> Option<Half> {
    let heading = heading.trim();
    if synonyms::is_never_kpi(&normalised(heading)) {
        return None;
    }
    let words = |endings: &'static [&'static str]| {
        endings
            .iter()
            .find_map(|ending| without_ending(heading, ending))
    };
    let half = words(&COUNTED)
        .map(Half::Counted)
        .or_else(|| words(&OUT_OF).map(Half::OutOf));
    Some(half.unwrap_or_else(|| Half::Alone(heading.to_owned())))
}

/// The heading without its last word, when that is the ending: "Attendance (num)", "Starts out of".
fn without_ending(heading: &str, ending: &str) -> Option<String> {
    let is_sign = |letter: char| !letter.is_alphanumeric();
    let bare = heading.trim_end_matches(is_sign);
    let mut kept = bare.char_indices().rev();
    let mut wanted = ending.chars().rev().peekable();
    let mut end = bare.len();
    while let Some(next) = wanted.peek().copied() {
        let (at, letter) = kept.next()?;
        if letter.to_lowercase().eq([next]) {
            wanted.next();
        } else if !letter.is_whitespace() && !matches!(letter, '_' | '-') || end == bare.len() {
            return None;
        }
        end = at;
    }
    let name = bare.get(..end)?;
    let trimmed = name.trim_end_matches(is_sign);
    (trimmed.len() < name.len() && !trimmed.is_empty()).then(|| trimmed.to_owned())
}
