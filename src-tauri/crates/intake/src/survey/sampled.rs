//! What a column holds in the first rows of a file: numbers at all, small counts, or references that tell records
//! apart.

use crate::grid::{Cell, Nature};
use crate::numbers::{Readings, says_nothing};
use std::collections::HashSet;

/// Cells that a column of references has at least; fewer counts may all differ by chance.
const ROWS: usize = 10;

/// Digits of the shortest reference.
const DIGITS: usize = 5;

pub(super) fn column<'a>(rows: &'a [&Vec<String>], index: usize) -> impl Iterator<Item = &'a str> {
    rows.iter()
        .filter_map(move |row| row.get(index))
        .map(String::as_str)
        .filter(|text| !text.is_empty())
}

/// Whether at least half of the cells are numbers.
pub(super) fn is_numeric(rows: &[&Vec<String>], index: usize) -> bool {
    let is_number = |text: &&str| {
        let cell = Cell {
            text,
            nature: Nature::Text,
        };
        let readings = Readings::of(cell);
        matches!(readings.thousands, Ok(Some(_))) || matches!(readings.decimals, Ok(Some(_)))
    };
    let filled = column(rows, index)
        .filter(|text| !says_nothing(text))
        .count();
    let numbers = column(rows, index).filter(is_number).count();
    numbers > 0 && numbers * 2 >= filled
}

/// Whether nothing but per cents stand in a column. They are worked out from two numbers that are not there, so that
/// nothing can be counted, and one such column must not turn away the rows of all others.
pub(super) fn holds_percentages(rows: &[&Vec<String>], index: usize) -> bool {
    let said = || column(rows, index).filter(|text| !says_nothing(text));
    said().next().is_some() && said().all(|text| text.trim_end().ends_with('%'))
}

/// Whether a column of counts only happens to be called "Emails" or "Phone".
pub(super) fn holds_small_numbers(rows: &[&Vec<String>], index: usize) -> bool {
    let is_small = |text: &str| text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    column(rows, index).next().is_some() && column(rows, index).all(is_small)
}

/// Whether nearly every cell is a whole number of many digits, and nearly every one another: such numbers name
/// records. Thousands separators speak for an amount.
pub(super) fn holds_references(rows: &[&Vec<String>], index: usize) -> bool {
    let is_reference =
        |text: &&str| text.len() >= DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
    let filled = column(rows, index).count();
    let references: Vec<&str> = column(rows, index).filter(is_reference).collect();
    let different: HashSet<&str> = references.iter().copied().collect();
    let are_most = |count: usize| count * 10 >= filled * 9;
    filled >= ROWS && are_most(references.len()) && are_most(different.len())
}
