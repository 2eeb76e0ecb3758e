//! A release that went out goes out again: the cells it had then, from the register, and nothing computed anew.

use crate::policy::Policy;
use crate::released::{Assessment, Band, HiddenBecause, Released, ReleasedCell, ReleasedRow};
use crate::table::Measure;

/// One row of a release as the register keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredRow {
    /// The group.
    pub group: String,
    /// The period's text form.
    pub period: String,
    /// How many contributed to any cell.
    pub members: usize,
    /// What each cell said, and how many contributed to it.
    pub cells: Vec<(ReleasedCell, usize)>,
}

/// The release of the register once more, for the policy it passed.
///
/// Nothing is made of rows that do not fit the measures: the register says something else than was asked for.
pub fn again(
    measures: Vec<Measure>,
    rows: Vec<RegisteredRow>,
    policy: &Policy,
) -> Option<Released> {
    if rows.is_empty() || rows.iter().any(|row| row.cells.len() != measures.len()) {
        return None;
    }
    let mut assessment = Assessment {
        shown: 0,
        hidden: Vec::new(),
        not_available: 0,
        smallest_group: None,
        policy: *policy,
    };
    for (at, row) in rows.iter().enumerate() {
        for (under, (cell, contributors)) in row.cells.iter().enumerate() {
            match cell {
                ReleasedCell::Hidden => {
                    assessment.hidden.push((at, under, HiddenBecause::AsBefore));
                }
                ReleasedCell::NotAvailable => assessment.not_available += 1,
                ReleasedCell::Shown { .. } => {
                    assessment.shown += 1;
                    let least = assessment.smallest_group.unwrap_or(*contributors);
                    assessment.smallest_group = Some(least.min(*contributors));
                }
            }
        }
    }
    let rows = rows.into_iter().map(|row| ReleasedRow {
        group: row.group,
        period: row.period,
        contributors: Band::of(row.members, policy),
        cells: row.cells.into_iter().map(|(cell, _)| cell).collect(),
    });
    Some(Released {
        measures,
        rows: rows.collect(),
        assessment,
    })
}
