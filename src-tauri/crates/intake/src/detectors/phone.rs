//! UK telephone numbers: ten or eleven digits that begin with 0 and a digit of an area, a mobile or a service, or
//! the same behind +44, in the groups in which people write them (Ofcom, National Telephone Numbering Plan).

use super::plain::{before, is_edge, is_letter};
use std::ops::Range;

/// The digits of a number so far, and how they were grouped.
#[derive(Default)]
struct Dialled {
    has_plus: bool,
    has_slash: bool,
    digits: Vec<u8>,
    groups: Vec<usize>,
}

/// More digits than any number here has, with its country.
const MOST: usize = 15;

const LABELS: [&[u8]; 9] = [
    b"tel",
    b"telephone",
    b"phone",
    b"ph",
    b"mob",
    b"mobile",
    b"cell",
    b"call",
    b"ring",
];

pub(super) fn find(bytes: &[u8]) -> Option<Range<usize>> {
    let mut starts = (0..bytes.len().saturating_sub(8)).filter(|at| may_begin(bytes, *at));
    starts
        .find_map(|at| Some(at..number_at(bytes, at)?))
        .or_else(|| bare_mobile(bytes))
}

fn may_begin(bytes: &[u8], at: usize) -> bool {
    let first = bytes.get(at).copied().unwrap_or_default();
    if !matches!(first, b'+' | b'(' | b'0' | b'4') {
        return false;
    }
    let ahead = before(bytes, at);
    let two_ahead = at.checked_sub(2).and_then(|at| bytes.get(at));
    let is_inside = matches!(ahead, Some(b'-' | b'.' | b'/' | b',' | b':'))
        && two_ahead.is_some_and(u8::is_ascii_digit);
    let is_first = is_edge(ahead) || is_behind_a_label(bytes.get(..at).unwrap_or_default());
    is_first && ahead != Some(b'+') && !is_inside
}

/// "tel07700900123": a word for a telephone without a space behind it.
fn is_behind_a_label(ahead: &[u8]) -> bool {
    let letters = ahead.iter().rev().take_while(|byte| is_letter(**byte));
    let word = ahead
        .get(ahead.len() - letters.count()..)
        .unwrap_or_default();
    LABELS.iter().any(|label| word.eq_ignore_ascii_case(label))
}

/// The end of a number that begins here.
fn number_at(bytes: &[u8], start: usize) -> Option<usize> {
    let mut dialled = Dialled::default();
    let mut at = start;
    if bytes.get(at) == Some(&b'+') {
        dialled.has_plus = true;
        at += 1;
    }
    loop {
        at += usize::from(bytes.get(at) == Some(&b'('));
        let group = digits_of(bytes.get(at..)?);
        if group == 0 || dialled.digits.len() + group > MOST {
            return None;
        }
        dialled.digits.extend_from_slice(bytes.get(at..at + group)?);
        dialled.groups.push(group);
        at += group;
        at += usize::from(bytes.get(at) == Some(&b')'));
        if dialled.is_number() && is_end(bytes, at) {
            return Some(at);
        }
        let gap = bytes
            .get(at..)?
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'-' | b'.' | b'/'))
            .count();
        dialled.has_slash |= bytes.get(at..at + gap)?.contains(&b'/');
        match gap {
            gap @ 0..=2 => at += gap,
            _ => return None,
        }
    }
}

/// A number ends where no further digit belongs to it: at an edge, at its extension, or at the next number.
fn is_end(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let goes_on = matches!(rest, [b'-' | b'.' | b'/', next, ..] if next.is_ascii_digit())
        && !matches!(rest, [b'/', b'0', following @ ..] if digits_of(following) >= 9);
    is_edge(rest.first().copied()) && !goes_on || is_extension(rest)
}

/// "x12", "ext12", "ext.12".
fn is_extension(rest: &[u8]) -> bool {
    let letters = rest.iter().take_while(|byte| is_letter(**byte)).count();
    let (word, behind) = rest.split_at(letters);
    let is_word = [b"x".as_slice(), b"ext", b"extn"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known));
    let signs = behind
        .iter()
        .take_while(|byte| b" .:".contains(byte))
        .count();
    is_word && behind.get(signs).is_some_and(u8::is_ascii_digit)
}

fn digits_of(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

impl Dialled {
    fn is_number(&self) -> bool {
        let digits = self.digits.as_slice();
        match (self.has_plus, digits) {
            (true, [b'4', b'4', national @ ..])
            | (false, [b'0', b'0', b'4', b'4', national @ ..]) => {
                is_national(national.strip_prefix(b"0").unwrap_or(national))
            }
            (false, [b'4', b'4', national @ ..]) => national.len() == 10 && is_national(national),
            (false, [b'0', national @ ..]) => is_national(national) && self.is_grouped_by_area(),
            (true | false, _) => false,
        }
    }

    /// Dates and times are grouped by two; a number begins with its area.
    fn is_grouped_by_area(&self) -> bool {
        let Some((area, rest)) = self.groups.split_first() else {
            return false;
        };
        // A stroke stands between the parts of a date; in a number it stands behind a whole area.
        if self.has_slash && (*area < 3 || self.digits.len() < 11) {
            return false;
        }
        let smallest = rest.iter().min().copied().unwrap_or(4);
        let has_area = *area >= 5 && smallest >= 2 || *area >= 3 && smallest >= 3;
        let is_spread_mobile = *area == 2 && self.digits.starts_with(b"07") && smallest >= 3;
        has_area || is_spread_mobile
    }
}

fn is_national(digits: &[u8]) -> bool {
    let has_area = matches!(
        digits.first(),
        Some(b'1' | b'2' | b'3' | b'5' | b'7' | b'8')
    );
    has_area && matches!(digits.len(), 9 | 10)
}

/// A cell that is nothing but a mobile number whose nought a spreadsheet has dropped.
fn bare_mobile(bytes: &[u8]) -> Option<Range<usize>> {
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let is_bare = bytes
        .iter()
        .all(|byte| byte.is_ascii_digit() || *byte == b' ');
    (is_bare && digits == 10 && bytes.starts_with(b"7")).then_some(0..bytes.len())
}
