//! Numbers as people write them: whole numbers, decimals, thousands separators, per cent signs. A blank is not
//! a nought, and a mark that may stand for decimals or for thousands is read in one way throughout a file.

mod marks;
#[cfg(test)]
mod tests;

pub(crate) use marks::{Marks, Readings};

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

/// What commas and points in the numbers of a file stand for; decided once for the whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Commas {
    /// `1,234.5`: commas separate thousands, as everywhere in the United Kingdom.
    Thousands,
    /// `1.234,5`: commas begin the decimals.
    Decimals,
    /// The same, but `1,234` and `1.234` are not read: nothing in the file tells which of the two they are.
    Unclear,
}

impl Commas {
    /// The mark before decimals and the one between thousands.
    fn marks(self) -> (char, char) {
        match self {
            Self::Thousands => ('.', ','),
            Self::Decimals | Self::Unclear => (',', '.'),
        }
    }
}

/// Whether a text stands where there is no number: a dash, "n/a". It is no nought, and no fault among other figures of
/// its row.
pub(crate) fn says_nothing(text: &str) -> bool {
    let letters: String = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    match letters.as_str() {
        "" => {
            !text.is_empty()
                && text
                    .chars()
                    .all(|mark| matches!(mark, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
        }
        word => word.eq_ignore_ascii_case("na"),
    }
}

/// Beyond a thousand million nothing counted here is real.
const LARGEST: i64 = 1_000_000_000_000;

/// Reads a cell; nothing when it is blank. A number that only the other reading fits is rejected as such.
pub(crate) fn parse_number(cell: Cell<'_>, commas: Commas) -> Result<Option<Number>, Reason> {
    let other = match commas {
        Commas::Thousands => Commas::Decimals,
        Commas::Decimals | Commas::Unclear => Commas::Thousands,
    };
    match parse_cell(cell, commas) {
        Err(Reason::NotANumber) if parse_cell(cell, other) != Err(Reason::NotANumber) => {
            Err(Reason::OtherMark)
        }
        read => read,
    }
}

fn parse_cell(cell: Cell<'_>, commas: Commas) -> Result<Option<Number>, Reason> {
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
    if commas == Commas::Unclear && is_either(text) {
        return Err(Reason::AmbiguousNumber);
    }
    let (decimal, between) = commas.marks();
    let (whole, fraction) = match text.split_once(decimal) {
        Some((_, "")) => return Err(Reason::NotANumber),
        Some(parts) => parts,
        None => (text, ""),
    };
    let whole = ungroup(whole, between)?;
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

/// Whether a text is one to three digits, a mark and three more, which is a number either way.
fn is_either(text: &str) -> bool {
    let readings = [Commas::Thousands, Commas::Decimals].map(|commas| parse_written(text, commas));
    matches!(readings, [Ok(one), Ok(other)] if one != other)
}

/// The whole part without its thousands separators, each of which must stand before exactly three digits.
fn ungroup(text: &str, between: char) -> Result<i64, Reason> {
    let is_separator = |letter: char| {
        letter == between || matches!(letter, ' ' | '\'' | '\u{a0}' | '\u{202f}' | '\u{2009}')
    };
    let mut groups = text.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(first) || !rest.iter().all(|part| is_number(part) && part.len() == 3) {
        return Err(Reason::NotANumber);
    }
    if !rest.is_empty() && (first.len() > 3 || first.starts_with('0')) {
        return Err(Reason::NotANumber);
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
