//! National Insurance numbers: two letters, six digits, a letter from A to D, written together or apart. Behind a
//! word that says what it is, the last letter may be missing. The rules
//! about which first letters are issued are left aside where the writing is plain, since an invented number for
//! practice is no less a sign that such a column is coming in.

use super::plain::{before, is_edge, is_labelled};
use std::ops::Range;

/// Little words that stand before three pairs of digits in ordinary sentences.
const WORDS: [&[u8; 2]; 14] = [
    b"am", b"as", b"at", b"be", b"by", b"he", b"hr", b"in", b"is", b"me", b"my", b"of", b"on",
    b"we",
];

/// What says that a number without its last letter is one.
const LABELS: [&[u8]; 7] = [
    b"nino",
    b"ni",
    b"n.i",
    b"national insurance",
    b"nat ins",
    b"nat. ins",
    b"natins",
];

pub(super) fn find(bytes: &[u8]) -> Option<Range<usize>> {
    let mut starts = (0..bytes.len().saturating_sub(7)).filter(|at| is_edge(before(bytes, *at)));
    starts.find_map(|at| Some(at..number_at(bytes, at)?))
}

/// The end of a number that begins here.
fn number_at(bytes: &[u8], start: usize) -> Option<usize> {
    let prefix = bytes.get(start..start + 2)?;
    if !prefix.iter().all(u8::is_ascii_alphabetic) {
        return None;
    }
    let mut gap = None;
    let at = digits_at(bytes, start + 2, &[2, 2, 2], &mut gap).or_else(|| {
        gap = None;
        // Other numbers are in threes as well: "No 123 456 A".
        let may_be = prefix.iter().all(u8::is_ascii_uppercase) && !prefix.ends_with(b"O");
        digits_at(bytes, start + 2, &[3, 3], &mut gap).filter(|_| may_be)
    })?;
    let is_spread_word = gap.is_some() && is_word(prefix);
    let suffix = suffix_at(bytes, at, &mut gap);
    if let Some((end, suffix)) = suffix {
        let is_sentence = gap.is_some() && suffix.is_ascii_lowercase() && is_word(prefix);
        return (!is_sentence).then_some(end);
    }
    let is_whole = is_edge(bytes.get(at).copied()) && !is_spread_word;
    (is_whole && is_labelled(bytes, start, &LABELS)).then_some(at)
}

/// The end of six digits in groups of these lengths.
fn digits_at(bytes: &[u8], start: usize, groups: &[usize], gap: &mut Option<u8>) -> Option<usize> {
    groups.iter().try_fold(start, |at, length| {
        let at = skip_gap(bytes, at, gap)?;
        let group = bytes.get(at..at + length)?;
        group.iter().all(u8::is_ascii_digit).then_some(at + length)
    })
}

/// The last letter and its end.
fn suffix_at(bytes: &[u8], at: usize, gap: &mut Option<u8>) -> Option<(usize, u8)> {
    let at = skip_gap(bytes, at, gap)?;
    let suffix = *bytes
        .get(at)
        .filter(|byte| matches!(byte.to_ascii_uppercase(), b'A'..=b'D'))?;
    is_edge(bytes.get(at + 1).copied()).then_some((at + 1, suffix))
}

/// Steps over a hyphen, a point, or one or two spaces; all gaps of a number are of one kind.
fn skip_gap(bytes: &[u8], at: usize, gap: &mut Option<u8>) -> Option<usize> {
    let byte = *bytes.get(at)?;
    if !matches!(byte, b' ' | b'-' | b'.') {
        return Some(at);
    }
    if gap.is_some_and(|known| known != byte) {
        return None;
    }
    *gap = Some(byte);
    let is_wide = byte == b' ' && bytes.get(at + 1) == Some(&b' ');
    Some(at + if is_wide { 2 } else { 1 })
}

fn is_word(prefix: &[u8]) -> bool {
    WORDS
        .iter()
        .any(|word| prefix.eq_ignore_ascii_case(word.as_slice()))
}
