//! NHS numbers: ten digits, written together or 3-3-4, the last of which is a check digit modulo 11 (NHS Data
//! Dictionary, "NHS number"); behind a word that says what it is, 3-7 and 6-4 too. Scottish and Northern Irish numbers follow the same rule.

use super::plain::{before, is_edge, is_labelled};
use std::ops::Range;

const LABELS: [&[u8]; 3] = [b"nhs", b"chi", b"h&c"];

pub(super) fn find(bytes: &[u8]) -> Option<Range<usize>> {
    let mut starts = (0..bytes.len().saturating_sub(9)).filter(|at| may_begin(bytes, *at));
    starts.find_map(|at| Some(at..number_at(bytes, at)?))
}

fn may_begin(bytes: &[u8], at: usize) -> bool {
    if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let ahead = bytes.get(at.saturating_sub(3)..at).unwrap_or_default();
    if ahead.eq_ignore_ascii_case(b"nhs") {
        return true;
    }
    let is_inside = matches!(before(bytes, at), Some(b'.' | b',' | b'+' | b'/'));
    is_edge(before(bytes, at)) && !is_inside
}

fn number_at(bytes: &[u8], start: usize) -> Option<usize> {
    let mut digits = [0u32; 10];
    let mut at = start;
    let mut gap = None;
    let mut is_grouped = true;
    for (place, digit) in digits.iter_mut().enumerate() {
        let byte = *bytes.get(at)?;
        if (place == 3 || place == 6) && matches!(byte, b' ' | b'-' | b'.') {
            if place == 6 && gap != Some(byte) {
                is_grouped = false;
            }
            gap = Some(byte);
            at += 1;
        } else if place == 6 && gap.is_some() {
            is_grouped = false;
        }
        *digit = char::from(*bytes.get(at)?).to_digit(10)?;
        at += 1;
    }
    let is_decimal =
        bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
    let is_whole = is_edge(bytes.get(at).copied()) && !is_decimal;
    let is_number = is_whole && has_check_digit(&digits);
    (is_number && (is_grouped || is_labelled(bytes, start, &LABELS))).then_some(at)
}

fn has_check_digit(digits: &[u32; 10]) -> bool {
    let [first, .., last] = digits;
    if digits.iter().all(|digit| digit == first) {
        return false;
    }
    let weights = (2..=10u32).rev();
    let sum: u32 = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    match 11 - sum % 11 {
        11 => *last == 0,
        10 => false,
        check => *last == check,
    }
}
