//! Numbers as people write them: whole numbers, decimals, thousands separators, per cent signs. A blank is not
//! a nought, and a comma that may be a decimal one is not read at all.

use crate::grid::{Cell, Nature};
use crate::rows::Reason;

/// A number in thousandths: 4,500 is 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thousandths(pub i64);

impl Thousandths {
    /// The whole number, when it is one.
    pub fn whole(self) -> Option<i64> {
        (self.0 % 1000 == 0).then_some(self.0 / 1000)
    }
}

/// A number and whether it was written as a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) thousandths: Thousandths,
    pub(crate) is_percent: bool,
}

/// What a single comma before three digits means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Commas {
    /// It separates thousands, as everywhere in the United Kingdom.
    Thousands,
    /// It may be a decimal comma: the file separates its cells by semicolons.
    Unclear,
}

/// Beyond a thousand million nothing counted here is real.
const LARGEST: i64 = 1_000_000_000_000;

/// Reads a cell; nothing when it is blank.
pub(crate) fn parse_number(cell: Cell<'_>, commas: Commas) -> Result<Option<Number>, Reason> {
    let is_own = matches!(cell.nature, Nature::Text | Nature::Number | Nature::Percent);
    if let Some(whole) = plain_digits(cell.text).filter(|_| is_own) {
        let scale = if cell.nature == Nature::Percent {
            100_000
        } else {
            1000
        };
        return within(whole * scale, cell.nature == Nature::Percent).map(Some);
    }
    match cell.nature {
        Nature::Error => Err(Reason::ErrorCell),
        Nature::Merged if !cell.text.is_empty() => Err(Reason::MergedCell),
        Nature::Date => Err(Reason::NotANumber),
        Nature::Number | Nature::Percent => parse_stored(cell.text, cell.nature == Nature::Percent),
        Nature::Text | Nature::Merged => parse_written(cell.text, commas),
    }
}

/// The quick way for what nearly every cell is: up to nine digits.
fn plain_digits(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.bytes().try_fold(0i64, |number, byte| {
        byte.is_ascii_digit()
            .then(|| number * 10 + i64::from(byte - b'0'))
    })
}

fn within(thousandths: i64, is_percent: bool) -> Result<Number, Reason> {
    match thousandths {
        ..0 => Err(Reason::Negative),
        0..=LARGEST => Ok(Number {
            thousandths: Thousandths(thousandths),
            is_percent,
        }),
        _ => Err(Reason::TooLargeNumber),
    }
}

/// A number of a workbook: a binary fraction written out, as `0.1` or `4.1999999999999997` or `1E-3`.
fn parse_stored(text: &str, is_percent: bool) -> Result<Option<Number>, Reason> {
    if text.is_empty() {
        return Ok(None);
    }
    let number: f64 = text.parse().map_err(|_| Reason::NotANumber)?;
    let thousandths = (number * if is_percent { 100_000.0 } else { 1000.0 }).round();
    if !thousandths.is_finite() {
        return Err(Reason::NotANumber);
    }
    if thousandths.abs() > 1e15 {
        return Err(Reason::TooLargeNumber);
    }
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "whole and below 1e15 in size"
    )]
    let thousandths = thousandths as i64;
    within(thousandths, is_percent).map(Some)
}

/// A number as somebody typed it.
fn parse_written(text: &str, commas: Commas) -> Result<Option<Number>, Reason> {
    if text.is_empty() {
        return Ok(None);
    }
    let (text, is_percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let (text, is_negative) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (rest, true),
        None => match text
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
        {
            Some(rest) => (rest, true),
            None => (text.strip_prefix('+').unwrap_or(text), false),
        },
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let has_point = text.contains('.');
    if has_point && fraction.is_empty() {
        return Err(Reason::NotANumber);
    }
    let whole = ungroup(whole, commas, has_point)?;
    let thousandths = whole.checked_mul(1000).ok_or(Reason::TooLargeNumber)?;
    let thousandths = thousandths
        .checked_add(fraction_of(fraction)?)
        .ok_or(Reason::TooLargeNumber)?;
    if is_negative && thousandths > 0 {
        Err(Reason::Negative)
    } else {
        within(thousandths, is_percent).map(Some)
    }
}

/// The whole part without its thousands separators, each of which must stand before exactly three digits.
fn ungroup(text: &str, commas: Commas, has_point: bool) -> Result<i64, Reason> {
    let is_separator = |letter: char| {
        matches!(
            letter,
            ',' | ' ' | '\'' | '\u{a0}' | '\u{202f}' | '\u{2009}'
        )
    };
    let mut groups = text.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(first) || !rest.iter().all(|part| is_number(part) && part.len() == 3) {
        return Err(Reason::NotANumber);
    }
    if !rest.is_empty() && first.len() > 3 {
        return Err(Reason::NotANumber);
    }
    if commas == Commas::Unclear && rest.len() == 1 && text.contains(',') && !has_point {
        return Err(Reason::AmbiguousNumber);
    }
    let digits: String = std::iter::once(first).chain(rest).collect();
    if digits.len() > 15 {
        return Err(Reason::TooLargeNumber);
    }
    digits.parse().map_err(|_| Reason::TooLargeNumber)
}

/// Decimals in thousandths, the fourth one rounded.
fn fraction_of(digits: &str) -> Result<i64, Reason> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Reason::NotANumber);
    }
    let mut padded = digits
        .bytes()
        .map(|byte| i64::from(byte - b'0'))
        .chain(std::iter::repeat(0));
    let mut next = || padded.next().unwrap_or(0);
    let thousandths = next() * 100 + next() * 10 + next();
    Ok(thousandths + i64::from(next() >= 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, nature: Nature) -> Result<Option<i64>, Reason> {
        let number = parse_number(Cell { text, nature }, Commas::Thousands)?;
        Ok(number.map(|number| number.thousandths.0))
    }

    fn check(text: &str, expected: Result<Option<i64>, Reason>) {
        assert_eq!(read(text, Nature::Text), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        check("12", Ok(Some(12_000)));
        check("1,234", Ok(Some(1_234_000)));
        check("1 234 567", Ok(Some(1_234_567_000)));
        check("0.5", Ok(Some(500)));
        check("4.25", Ok(Some(4_250)));
        check("3.14159", Ok(Some(3_142)));
        check("+7", Ok(Some(7_000)));
        check("0", Ok(Some(0)));
    }

    #[test]
    fn a_blank_is_missing_and_not_a_nought() {
        check("", Ok(None));
        assert_eq!(read("", Nature::Number), Ok(None));
    }

    #[test]
    fn what_is_not_a_number_is_said_to_be_none() {
        for text in [
            "n/a", "-", "12,5", "1,23,456", "1234,567", "=1+2", "£5", "1.", ".5.1", "1e3", "1.2.3",
            "１２",
        ] {
            check(text, Err(Reason::NotANumber));
        }
    }

    #[test]
    fn numbers_below_zero_and_beyond_belief_have_their_own_reasons() {
        check("-3", Err(Reason::Negative));
        check("\u{2212}3", Err(Reason::Negative));
        check("(3)", Err(Reason::Negative));
        check("-0", Ok(Some(0)));
        check("1000000001", Err(Reason::TooLargeNumber));
        check("99999999999999999999", Err(Reason::TooLargeNumber));
        assert_eq!(read("1e300", Nature::Number), Err(Reason::TooLargeNumber));
        assert_eq!(read("inf", Nature::Number), Err(Reason::NotANumber));
    }

    #[test]
    fn a_per_cent_is_known_as_one() {
        let number = parse_number(
            Cell {
                text: "72.5 %",
                nature: Nature::Text,
            },
            Commas::Thousands,
        )
        .unwrap()
        .unwrap();
        assert_eq!((number.thousandths.0, number.is_percent), (72_500, true));
        let shown = parse_number(
            Cell {
                text: "0.72",
                nature: Nature::Percent,
            },
            Commas::Thousands,
        )
        .unwrap()
        .unwrap();
        assert_eq!((shown.thousandths.0, shown.is_percent), (72_000, true));
    }

    #[test]
    fn a_stored_fraction_is_rounded_to_what_was_typed() {
        assert_eq!(read("4.1999999999999997", Nature::Number), Ok(Some(4_200)));
        assert_eq!(read("1E2", Nature::Number), Ok(Some(100_000)));
    }

    #[test]
    fn a_number_in_a_merged_cell_is_nobodys() {
        assert_eq!(read("12", Nature::Merged), Err(Reason::MergedCell));
        assert_eq!(read("", Nature::Merged), Ok(None));
        assert_eq!(read("12", Nature::Error), Err(Reason::ErrorCell));
        assert_eq!(read("2026-08-01", Nature::Date), Err(Reason::NotANumber));
    }

    #[test]
    fn a_single_comma_in_a_semicolon_file_is_not_guessed_at() {
        let read = |text| {
            parse_number(
                Cell {
                    text,
                    nature: Nature::Text,
                },
                Commas::Unclear,
            )
        };
        assert_eq!(read("1,234"), Err(Reason::AmbiguousNumber));
        assert!(read("1,234,567").is_ok());
        assert!(read("1,234.5").is_ok());
    }
}
