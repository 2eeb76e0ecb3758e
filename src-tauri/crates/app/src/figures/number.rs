//! Numbers as people type them into a cell or a form: whole numbers and decimals, with commas or spaces between
//! thousands. Nothing is guessed: a comma elsewhere is not a decimal point here.

/// Why a text is not a number that can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// Nothing was typed.
    Empty,
    /// It is not a number.
    NotANumber,
    /// It is below zero.
    Negative,
    /// It is too large to be real.
    TooLarge,
    /// It has more decimals than can be kept.
    Fraction,
}

/// More digits than this nobody counts.
const MOST_DIGITS: usize = 12;

/// Reads a number as a whole number of parts: with three decimals, `4.5` is 4,500.
pub(crate) fn parse_fixed(typed: &str, decimals: u32) -> Result<i64, Unread> {
    let text = typed.trim().trim_matches('\u{a0}');
    if text.is_empty() {
        return Err(Unread::Empty);
    }
    let (text, is_negative) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('+').unwrap_or(text), false),
    };
    let (whole, fraction) = match text.split_once('.') {
        Some((_, "")) => return Err(Unread::NotANumber),
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    let parts = whole_parts(whole, decimals)?;
    let parts = parts
        .checked_add(fraction_parts(fraction, decimals)?)
        .ok_or(Unread::TooLarge)?;
    if is_negative && parts > 0 {
        return Err(Unread::Negative);
    }
    Ok(parts)
}

/// The whole part; each separator stands before exactly three digits.
fn whole_parts(text: &str, decimals: u32) -> Result<i64, Unread> {
    let is_separator =
        |letter: char| matches!(letter, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mut groups = text.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = rest.iter().all(|part| is_digits(part) && part.len() == 3);
    if !is_digits(first) || !is_grouped || (!rest.is_empty() && first.len() > 3) {
        return Err(Unread::NotANumber);
    }
    let digits: String = std::iter::once(first).chain(rest).collect();
    let digits = digits.trim_start_matches('0');
    if digits.len() > MOST_DIGITS {
        return Err(Unread::TooLarge);
    }
    let whole: i64 = if digits.is_empty() {
        0
    } else {
        digits.parse().map_err(|_| Unread::NotANumber)?
    };
    whole
        .checked_mul(10_i64.pow(decimals))
        .ok_or(Unread::TooLarge)
}

/// The decimals; what is beyond them must be noughts.
fn fraction_parts(text: &str, decimals: u32) -> Result<i64, Unread> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unread::NotANumber);
    }
    let mut parts = 0;
    let mut worth = 10_i64.pow(decimals);
    for byte in text.bytes() {
        worth /= 10;
        let digit = i64::from(byte - b'0');
        if worth == 0 && digit > 0 {
            return Err(Unread::Fraction);
        }
        parts += digit * worth;
    }
    Ok(parts)
}

/// A whole number of parts as it is typed: 4,500 with three decimals is `4.5`.
pub(crate) fn fixed_text(parts: i64, decimals: u32) -> String {
    let unit = 10_i64.pow(decimals);
    let (whole, rest) = (parts.div_euclid(unit), parts.rem_euclid(unit));
    if rest == 0 {
        return whole.to_string();
    }
    let width = usize::try_from(decimals).unwrap_or_default();
    let fraction = format!("{rest:0width$}");
    format!("{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(typed: &str, decimals: u32, expected: Result<i64, Unread>) {
        assert_eq!(parse_fixed(typed, decimals), expected, "{typed:?}");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        check("34", 0, Ok(34));
        check(" 1,234 ", 0, Ok(1234));
        check("2 525 180", 0, Ok(2_525_180));
        check("12.0", 0, Ok(12));
        check("4.5", 3, Ok(4500));
        check("+7", 0, Ok(7));
        check("-0", 0, Ok(0));
        check("007", 0, Ok(7));
    }

    #[test]
    fn what_is_no_number_is_not_guessed() {
        check("", 0, Err(Unread::Empty));
        check("1,5", 0, Err(Unread::NotANumber));
        check("1,2345", 0, Err(Unread::NotANumber));
        check("12.", 0, Err(Unread::NotANumber));
        check("twelve", 0, Err(Unread::NotANumber));
        check("1e3", 0, Err(Unread::NotANumber));
        check("١٢", 0, Err(Unread::NotANumber));
        check("1.5", 0, Err(Unread::Fraction));
        check("82.3456", 3, Err(Unread::Fraction));
        check("−3", 0, Err(Unread::Negative));
        check("9999999999999", 0, Err(Unread::TooLarge));
        check("999999999999999", 6, Err(Unread::TooLarge));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(parts in 0_i64..1_000_000_000_000, decimals in 0_u32..=6) {
            prop_assert_eq!(parse_fixed(&fixed_text(parts, decimals), decimals), Ok(parts));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,40}", decimals in 0_u32..=6) {
            let read = parse_fixed(&text, decimals);
            prop_assert!(read.is_err() || read.is_ok_and(|parts| parts >= 0));
        }
    }
}
