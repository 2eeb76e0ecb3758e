//! Names of KPIs and headings: short texts that a person typed, which may be a client all the same. A pattern of the
//! table counts, so does a whole date beside a name, and so does what can only be a person's name.

use super::names::{is_by_initial, is_person};
use super::plain::plain;
use super::{Detector, birth, find};

/// What the name of a KPI, or a heading, shows of a person.
pub(crate) fn of_label(text: &str) -> Option<Detector> {
    if let Some(found) = find(text, &[]) {
        return Some(found.detector);
    }
    let is_word = |word: &&str| {
        !word.bytes().any(|byte| byte.is_ascii_digit()) && word.chars().any(char::is_alphabetic)
    };
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(is_word)
        .filter(|word| !birth::is_month(word))
        .collect();
    let rest = words.join(" ");
    let is_named = is_person(&rest);
    let is_dated = birth::has_day(&plain(text));
    if is_dated && (is_named || is_by_initial(&rest)) {
        Some(Detector::BirthDate)
    } else {
        is_named.then_some(Detector::NameLike)
    }
}
