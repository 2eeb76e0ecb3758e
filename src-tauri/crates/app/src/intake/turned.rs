//! Rows turned away: the first hundred with what may be shown, lines and rules of many, and the number of all. A file
//! of ten million wrong rows is junk, and no list of them is worth its memory.

use intake::{RejectedLine, RejectedRow};

/// Rows a person is shown.
const SHOWN: usize = 100;

/// Rows whose line and rule the vault keeps until the import is closed.
pub(super) const KEPT: usize = 10_000;

/// Rows turned away.
#[derive(Debug, Default)]
pub(super) struct Turned {
    pub(super) shown: Vec<RejectedRow>,
    pub(super) lines: Vec<RejectedLine>,
    pub(super) count: u64,
    most: Option<usize>,
}

impl Turned {
    /// A list that keeps the line of every row.
    pub(super) fn of_all() -> Self {
        Self {
            most: Some(usize::MAX),
            ..Self::default()
        }
    }

    pub(super) fn add(&mut self, row: RejectedRow) {
        self.count += 1;
        if self.lines.len() < self.most.unwrap_or(KEPT) {
            self.lines.push(RejectedLine::from(&row));
        }
        if self.shown.len() < SHOWN {
            self.shown.push(row);
        }
    }
}
