//! Dates of birth in running text: a word of birth with a whole date close behind it. A date alone says nothing, and
//! neither does a year.

use super::plain::{before, is_edge};
use std::ops::Range;

const WORDS: [&[u8]; 11] = [
    b"dob",
    b"d.o.b",
    b"d/o/b",
    b"d-o-b",
    b"d o b",
    b"date of birth",
    b"birth date",
    b"birthdate",
    b"birthday",
    b"birth",
    b"born",
];

const MONTHS: [&[u8]; 12] = [
    b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec",
];

/// Words between a date and the word of birth behind it.
const LINKS: [&[u8]; 7] = [b"is", b"was", b"as", b"her", b"his", b"their", b"the"];

/// Characters between the word and its date, as in "born on the 3rd of May 1984".
const REACH: usize = 24;

pub(super) fn find(bytes: &[u8]) -> Option<Range<usize>> {
    let lower = bytes.to_ascii_lowercase();
    let mut starts = (0..lower.len()).filter(|at| is_edge(before(&lower, *at)));
    starts.find_map(|at| birth_at(&lower, at))
}

fn birth_at(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let rest = bytes.get(start..)?;
    let word = WORDS.iter().find(|word| rest.starts_with(word))?;
    let behind = start + word.len();
    let next = bytes.get(behind).copied();
    if !is_edge(next) && !next.is_some_and(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let ahead = (behind..(behind + REACH).min(bytes.len()))
        .filter(|at| *at == behind || is_edge(before(bytes, *at)))
        .find_map(|at| Some(start..date_at(bytes, at)?));
    ahead.or_else(|| date_before(bytes, start).map(|at| at..behind))
}

/// Where a date begins that ends shortly before a word: "12/03/1985 (DOB)", "12 March 1985 is her birthday". Between
/// them stand signs and little words only; "born" is followed by its date.
fn date_before(bytes: &[u8], word: usize) -> Option<usize> {
    if bytes.get(word..word + 4) == Some(b"born") {
        return None;
    }
    let from = word.saturating_sub(2 * REACH);
    let mut starts = (from..word).filter(|at| is_edge(before(bytes, *at)));
    starts.find(|at| {
        date_at(bytes, *at).is_some_and(|end| {
            let between = bytes.get(end..word).unwrap_or_default();
            let mut words = between.split(|byte| !byte.is_ascii_alphabetic());
            let is_one_clause = !between.iter().any(|byte| b",.;!?".contains(byte));
            end <= word
                && is_one_clause
                && words.all(|word| word.is_empty() || LINKS.contains(&word))
        })
    })
}

/// Whether a whole date stands anywhere.
pub(super) fn has_day(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    (0..lower.len())
        .filter(|at| is_edge(before(&lower, *at)))
        .any(|at| date_at(&lower, at).is_some())
}

/// Whether a word is a month, written out or short.
pub(crate) fn is_month(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.']).to_lowercase();
    matches!(
        word.as_str(),
        "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    ) || MONTHS.contains(&word.as_bytes())
}

/// The end of a date with a day, a month and a year that begins here.
fn date_at(bytes: &[u8], start: usize) -> Option<usize> {
    compact_at(bytes, start)
        .or_else(|| month_first_at(bytes, start))
        .or_else(|| parted_at(bytes, start))
}

/// "12/03/1985", "3rd of May 1984", "1990-01-31".
fn parted_at(bytes: &[u8], start: usize) -> Option<usize> {
    let (first, at) = number_at(bytes, start)?;
    let at = skip_ordinal(bytes, at);
    let at = skip_gap(bytes, at)?;
    let (month, at) = month_at(bytes, at)
        .map(|at| (2, at))
        .or_else(|| number_at(bytes, at))?;
    let at = skip_gap(bytes, at)?;
    let (last, at) = number_at(bytes, at)?;
    let is_date =
        first <= 2 && month <= 2 && matches!(last, 2 | 4) || first == 4 && month <= 2 && last <= 2;
    is_date.then_some(at)
}

/// "March 12, 1985".
fn month_first_at(bytes: &[u8], start: usize) -> Option<usize> {
    let at = skip_gap(bytes, month_at(bytes, start)?)?;
    let (day, at) = number_at(bytes, at)?;
    let at = skip_gap(bytes, skip_ordinal(bytes, at))?;
    let (year, at) = number_at(bytes, at)?;
    (day <= 2 && year == 4).then_some(at)
}

/// "12031985" and "19850312".
fn compact_at(bytes: &[u8], start: usize) -> Option<usize> {
    let digits = bytes.get(start..start + 8)?;
    let is_whole = is_edge(bytes.get(start + 8).copied());
    let number = |range: Range<usize>| {
        let part = digits.get(range)?;
        let value = |sum: u32, byte: &u8| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + u32::from(byte - b'0'))
        };
        part.iter().try_fold(0, value)
    };
    let is_date = |day: Range<usize>, month: Range<usize>, year: Range<usize>| {
        number(day).is_some_and(|day| (1..=31).contains(&day))
            && number(month).is_some_and(|month| (1..=12).contains(&month))
            && number(year).is_some_and(|year| (1900..=2099).contains(&year))
    };
    let fits = is_date(0..2, 2..4, 4..8) || is_date(6..8, 4..6, 0..4);
    (is_whole && fits).then_some(start + 8)
}

/// How many digits stand here, one to four, and where they end.
fn number_at(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let digits = bytes
        .get(at..)?
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    (1..=4).contains(&digits).then_some((digits, at + digits))
}

fn month_at(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    MONTHS.iter().find(|month| rest.starts_with(month))?;
    Some(
        at + rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count(),
    )
}

fn skip_ordinal(bytes: &[u8], at: usize) -> usize {
    let ending = bytes.get(at..at + 2).unwrap_or_default();
    let is_ordinal = [b"st", b"nd", b"rd", b"th"]
        .iter()
        .any(|known| ending == known.as_slice());
    at + if is_ordinal { 2 } else { 0 }
}

/// Steps over what stands between the parts of a date; something must.
fn skip_gap(bytes: &[u8], at: usize) -> Option<usize> {
    let gap = bytes
        .get(at..)?
        .iter()
        .take_while(|byte| b" -/.,".contains(byte))
        .count();
    let after = at + gap;
    let of = if bytes.get(after..after + 3) == Some(b"of ") {
        3
    } else {
        0
    };
    (1..=2).contains(&gap).then_some(after + of)
}
