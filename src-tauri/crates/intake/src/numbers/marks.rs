//! Whether the commas of a file are decimal ones, told from all its numbers together, as the order of its dates is:
//! `12,5` can only be a decimal, `12.5` only one with a point, and `1,234` may be either. A file that separates its
//! cells by semicolons is expected to write decimals with a comma, any other with a point, and only numbers beyond
//! doubt turn that round: a single one may be a slip of the finger. No cell is ever guessed at by itself.

use super::{Commas, Number, parse_cell};
use crate::grid::{Cell, Nature};
use crate::rows::Reason;

/// A cell's number read both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Readings {
    pub(crate) thousands: Result<Option<Number>, Reason>,
    pub(crate) decimals: Result<Option<Number>, Reason>,
}

impl Readings {
    /// A blank cell.
    pub(crate) const BLANK: Self = Self {
        thousands: Ok(None),
        decimals: Ok(None),
    };

    /// Reads a cell both ways; most have no mark and one reading.
    pub(crate) fn of(cell: Cell<'_>) -> Self {
        let thousands = parse_cell(cell, Commas::Thousands);
        let decimals = if cell.nature == Nature::Text && cell.text.contains([',', '.']) {
            parse_cell(cell, Commas::Decimals)
        } else {
            thousands
        };
        Self {
            thousands,
            decimals,
        }
    }
}

/// What the numbers met so far say of the marks in them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Marks {
    commas: u64,
    points: u64,
    has_either: bool,
}

impl Marks {
    /// Takes one more number.
    pub(crate) fn add(&mut self, readings: &Readings) {
        let fits = |reading: &Result<Option<Number>, Reason>| *reading != Err(Reason::NotANumber);
        match (fits(&readings.thousands), fits(&readings.decimals)) {
            (true, false) => self.points += 1,
            (false, true) => self.commas += 1,
            (true, true) => self.has_either |= readings.thousands != readings.decimals,
            (false, false) => {}
        }
    }

    /// The reading of the whole file. Where what is beyond doubt speaks against the separator, or both ways occur,
    /// a number that may be either is not read.
    pub(crate) fn judge(self, has_semicolons: bool) -> Commas {
        match (self.commas, self.points) {
            (1.., 0) if has_semicolons => Commas::Decimals,
            (2.., 0) if !self.has_either => Commas::Decimals,
            (2.., 0) => Commas::Unclear,
            (0, 2..) => Commas::Thousands,
            _ if has_semicolons && self.commas + self.points + u64::from(self.has_either) > 0 => {
                Commas::Unclear
            }
            _ => Commas::Thousands,
        }
    }
}
