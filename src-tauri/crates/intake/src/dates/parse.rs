//! Reading a date without knowing its order: numbers, words and signs, then the few sequences of them that mean a
//! day, a week, a month or a quarter. Everything else is no date, and nothing is rolled over.

use super::words::{self, Word};
use chrono::{Datelike, NaiveDate, Weekday};
use domain::period::Grain;

/// A date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    /// The grain that the writing itself shows; nothing for a plain date.
    pub(crate) grain: Option<Grain>,
    /// Its day, or first day.
    pub(crate) day: Day,
}

/// A day, or two numbers of which either may be the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// One reading only.
    Known(NaiveDate),
    /// The order decides.
    Either {
        /// The number in front.
        first: u32,
        /// The number behind it.
        second: u32,
        /// The year.
        year: i32,
    },
}

impl Day {
    /// Read day first, and read month first; nothing where there is no such day.
    pub(crate) fn readings(self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Known(day) => (Some(day), Some(day)),
            Self::Either {
                first,
                second,
                year,
            } => (
                NaiveDate::from_ymd_opt(year, second, first),
                NaiveDate::from_ymd_opt(year, first, second),
            ),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// Its value and how many digits it has.
    Number(u32, usize),
    Word(Word),
}

/// More parts than any date has.
const MOST: usize = 10;

/// Whether a day is in the years that work is recorded in.
pub(crate) fn is_real(day: NaiveDate) -> bool {
    (1970..=2199).contains(&day.year())
}

/// Reads a date; nothing when it is none.
pub(crate) fn parse(text: &str) -> Option<Written> {
    iso_day(text.as_bytes()).or_else(|| parse_slowly(text))
}

/// The quick way for what most files hold: `2026-08-29`.
fn iso_day(bytes: &[u8]) -> Option<Written> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else {
        return None;
    };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0u32, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + u32::from(**byte - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    known(
        None,
        NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?),
    )
}

fn known(grain: Option<Grain>, day: Option<NaiveDate>) -> Option<Written> {
    Some(Written {
        grain,
        day: Day::Known(day?),
    })
}

fn parse_slowly(text: &str) -> Option<Written> {
    if text.len() > 60 {
        return None;
    }
    let tokens = tokens(without_time(text))?;
    let (tokens, is_week) = without_fillers(&tokens);
    let written = sequence(&tokens)?;
    match (is_week, written.grain) {
        (true, None) => Some(Written {
            grain: Some(Grain::Week),
            ..written
        }),
        (true, Some(_)) => None,
        (false, _) => Some(written),
    }
}

/// The text without a time of day at its end, which says nothing about the day.
fn without_time(text: &str) -> &str {
    let Some(at) = text.find(':') else {
        return text;
    };
    let head = text.get(..at).unwrap_or_default();
    let day = head.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let hour = head.len() - day.len();
    let rest = text.get(at..).unwrap_or_default();
    let is_time = (1..=2).contains(&hour)
        && rest.chars().all(|letter| {
            letter.is_ascii_digit()
                || matches!(letter, ':' | '.' | 'Z' | ' ' | 'A' | 'P' | 'M' | '+')
        });
    if is_time {
        day.trim_end_matches([' ', 'T', 't', ','])
    } else {
        text
    }
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::with_capacity(MOST);
    let lower = text
        .to_lowercase()
        .replace("w/c", "wc")
        .replace("w/b", "wb")
        .replace("w/e", "we");
    let mut rest = lower.as_str();
    while let Some(first) = rest.chars().next() {
        if tokens.len() >= MOST {
            return None;
        }
        let is_same = |letter: char| {
            if first.is_ascii_digit() {
                letter.is_ascii_digit()
            } else {
                letter.is_alphabetic()
            }
        };
        if first.is_ascii_digit() || first.is_alphabetic() {
            let end = rest
                .find(|letter: char| !is_same(letter))
                .unwrap_or(rest.len());
            let (part, behind) = rest.split_at_checked(end)?;
            tokens.push(token(part)?);
            rest = behind;
        } else if matches!(
            first,
            ' ' | '-' | '/' | '.' | ',' | '\'' | '\u{a0}' | '\u{2010}'..='\u{2013}'
        ) {
            rest = rest.get(first.len_utf8()..)?;
        } else {
            return None;
        }
    }
    Some(tokens)
}

fn token(part: &str) -> Option<Token> {
    if part.bytes().all(|byte| byte.is_ascii_digit()) {
        return (part.len() <= 8)
            .then(|| part.parse().ok())
            .flatten()
            .map(|number| Token::Number(number, part.len()));
    }
    words::word(part).map(Token::Word)
}

/// The tokens that matter, and whether "week of" stood before them.
fn without_fillers(tokens: &[Token]) -> (Vec<Token>, bool) {
    let is_week_of = tokens.contains(&Token::Word(Word::WeekOf))
        || matches!(
            tokens,
            [Token::Word(Word::Week), Token::Word(Word::Filler), ..]
        );
    let kept = tokens.iter().filter(|token| match token {
        Token::Word(Word::Filler | Word::Weekday | Word::Time | Word::WeekOf) => false,
        Token::Word(Word::Week) => !is_week_of,
        Token::Word(Word::Month(_) | Word::Quarter) | Token::Number(..) => true,
    });
    (kept.copied().collect(), is_week_of)
}

/// The sequences that mean something.
fn sequence(tokens: &[Token]) -> Option<Written> {
    use Token::{Number as N, Word as W};
    match *tokens {
        [N(year, 4), N(month, _) | W(Word::Month(month)), N(day, _)] => {
            known(None, ymd(year, month, day))
        }
        [N(first, 1 | 2), N(second, 1 | 2), N(year, digits @ (2 | 4))] => {
            either(first, second, full_year(year, digits)?)
        }
        [
            N(day, 1 | 2),
            W(Word::Month(month)),
            N(year, digits @ (2 | 4)),
        ]
        | [
            W(Word::Month(month)),
            N(day, 1 | 2),
            N(year, digits @ (2 | 4)),
        ] => known(
            None,
            NaiveDate::from_ymd_opt(full_year(year, digits)?, month, day),
        ),
        [N(compact, 8)] => known(
            None,
            ymd(compact / 10_000, compact / 100 % 100, compact % 100),
        ),
        [N(year, 4), N(month, 1 | 2) | W(Word::Month(month))] | [N(month, 1 | 2), N(year, 4)] => {
            known(Some(Grain::Month), ymd(year, month, 1))
        }
        [W(Word::Month(month)), N(year, digits @ (2 | 4))] => known(
            Some(Grain::Month),
            NaiveDate::from_ymd_opt(full_year(year, digits)?, month, 1),
        ),
        [N(year, 4), W(Word::Week), N(week, 1 | 2)]
        | [W(Word::Week), N(week, 1 | 2), N(year, 4)]
        | [N(week, 1 | 2), W(Word::Week), N(year, 4)] => known(
            Some(Grain::Week),
            NaiveDate::from_isoywd_opt(i32::try_from(year).ok()?, week, Weekday::Mon),
        ),
        [N(year, 4), W(Word::Quarter), N(quarter, 1)]
        | [W(Word::Quarter), N(quarter, 1), N(year, 4)] => quarter_of(year, 4, quarter),
        [W(Word::Quarter), N(quarter, 1), N(year, 2)] => quarter_of(year, 2, quarter),
        _ => None,
    }
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn either(first: u32, second: u32, year: i32) -> Option<Written> {
    let day = Day::Either {
        first,
        second,
        year,
    };
    match day.readings() {
        (None, None) => None,
        (Some(_), _) | (_, Some(_)) => Some(Written { grain: None, day }),
    }
}

fn quarter_of(year: u32, digits: usize, quarter: u32) -> Option<Written> {
    let month = quarter.checked_mul(3)?.checked_sub(2)?;
    known(
        Some(Grain::Quarter),
        NaiveDate::from_ymd_opt(full_year(year, digits)?, month, 1),
    )
}

/// Two digits of a year mean 1970 to 2069.
fn full_year(year: u32, digits: usize) -> Option<i32> {
    let century = match (digits, year) {
        (2, 70..) => 1900,
        (2, _) => 2000,
        _ => 0,
    };
    i32::try_from(year + century).ok()
}
