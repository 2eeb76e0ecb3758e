//! The gate. Cells are judged one by one by the primary rules (disclosure.md 2.4 rules 1 to 4 and 6; rulings 40);
//! the whole is judged against every earlier release. It fails closed.

use crate::policy::Policy;
use crate::register::{Earlier, audiences_overlap};
use crate::released::{Assessment, Band, HiddenBecause, Released, ReleasedCell, ReleasedRow};
use crate::risk::{find_risk, sum, total_denominator};
use crate::rounding::printed;
use crate::same::repeats;
use crate::table::{Contribution, MeasureKind, Row, Table};
use std::collections::BTreeSet;

/// Why a table may not go out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A group of which no row has as many contributors as the profile asks for beside one who knows their own part:
    /// nothing of it can be shown, so it has no place in the table.
    #[error("a group has too few advisers for this profile")]
    TooSmall {
        /// Fewest advisers a figure needs.
        least: usize,
    },
    /// Every cell would be hidden.
    #[error("every figure would be hidden")]
    NothingLeft,
    /// Periods that an earlier release covers: the difference of the two could give a person away.
    #[error("an earlier release covers some of these periods")]
    Overlap {
        /// Numbers of the earlier releases, ascending.
        releases: Vec<u32>,
        /// Row numbers of the new table that overlap.
        rows: Vec<usize>,
    },
    /// Periods before the register reaches: nobody can say what went out of them.
    #[error("some of these periods are older than the register of releases")]
    OlderThanRegister {
        /// Row numbers of the new table that are too old.
        rows: Vec<usize>,
    },
}

/// Judges a table for a profile, together with everything that went out before.
///
/// `register_from` is the first day that the register of releases still covers.
pub fn release(
    table: &Table,
    policy: &Policy,
    earlier: &[Earlier],
    register_from: i64,
) -> Result<Released, Refusal> {
    let too_old = rows_where(table, |row| row.span.first < register_from);
    if !too_old.is_empty() {
        return Err(Refusal::OlderThanRegister { rows: too_old });
    }
    refuse_overlap(table, policy, earlier)?;
    if !small_groups(table, policy).is_empty() {
        return Err(Refusal::TooSmall {
            least: policy.least_in_a_cell(),
        });
    }
    let released = judge(table, policy);
    if released.assessment.shown == 0 {
        Err(Refusal::NothingLeft)
    } else {
        Ok(released)
    }
}

/// Groups that are too small for a profile in every period of a table: they have no table at all, and are named to the
/// manager instead (disclosure.md 2.2).
pub fn small_groups(table: &Table, policy: &Policy) -> BTreeSet<String> {
    let least = policy.least_in_a_cell();
    let (large, small): (Vec<&Row>, Vec<&Row>) = table
        .rows()
        .iter()
        .partition(|row| row.members().len() >= least);
    let large: BTreeSet<&str> = large.iter().map(|row| row.group.as_str()).collect();
    let small = small.iter().map(|row| &row.group);
    small
        .filter(|group| !large.contains(group.as_str()))
        .cloned()
        .collect()
}

fn rows_where(table: &Table, is_met: impl Fn(&Row) -> bool) -> Vec<usize> {
    table
        .rows()
        .iter()
        .enumerate()
        .filter(|(_, row)| is_met(row))
        .map(|(index, _)| index)
        .collect()
}

fn refuse_overlap(table: &Table, policy: &Policy, earlier: &[Earlier]) -> Result<(), Refusal> {
    let seen: Vec<&Earlier> = earlier
        .iter()
        .filter(|one| audiences_overlap(one.profile, policy.profile()))
        .collect();
    let rows = rows_where(table, |row| {
        seen.iter().any(|one| one.span.overlaps(row.span))
    });
    if rows.is_empty() {
        return Ok(());
    }
    let mut releases: Vec<u32> = seen
        .iter()
        .filter(|one| table.rows().iter().any(|row| row.span.overlaps(one.span)))
        .map(|one| one.release)
        .collect();
    releases.sort_unstable();
    releases.dedup();
    Err(Refusal::Overlap { releases, rows })
}

fn judge(table: &Table, policy: &Policy) -> Released {
    let mut assessment = Assessment {
        shown: 0,
        hidden: Vec::new(),
        not_available: 0,
        smallest_group: None,
        policy: *policy,
    };
    let rows = table
        .rows()
        .iter()
        .enumerate()
        .map(|(index, row)| ReleasedRow {
            group: row.group.clone(),
            period: row.period.clone(),
            contributors: Band::of(row.members().len(), policy),
            cells: judge_row(table, row, index, &mut assessment),
        })
        .collect();
    Released {
        measures: table.measures().to_vec(),
        rows,
        assessment,
    }
}

fn judge_row(
    table: &Table,
    row: &Row,
    index: usize,
    assessment: &mut Assessment,
) -> Vec<ReleasedCell> {
    let policy = assessment.policy;
    let kinds: Vec<MeasureKind> = table.measures().iter().map(|one| one.kind).collect();
    let judged = kinds.iter().zip(&row.cells);
    let mut risks: Vec<Option<HiddenBecause>> = judged
        .map(|(kind, cell)| find_risk(*kind, cell, &policy).filter(|_| !cell.is_empty()))
        .collect();
    let is_hidden: Vec<bool> = risks.iter().map(Option::is_some).collect();
    for place in repeats(&kinds, &row.cells, &is_hidden) {
        if let Some(risk) = risks.get_mut(place) {
            *risk = Some(HiddenBecause::SaysTheSame);
        }
    }
    let mut cells = Vec::with_capacity(row.cells.len());
    for (column, ((kind, cell), risk)) in kinds.iter().zip(&row.cells).zip(risks).enumerate() {
        if cell.is_empty() {
            assessment.not_available += 1;
            cells.push(ReleasedCell::NotAvailable);
        } else if let Some(reason) = risk {
            assessment.hidden.push((index, column, reason));
            cells.push(ReleasedCell::Hidden);
        } else {
            cells.push(show(*kind, cell, assessment));
        }
    }
    cells
}

fn show(kind: MeasureKind, cell: &[Contribution], assessment: &mut Assessment) -> ReleasedCell {
    assessment.shown += 1;
    let least = assessment
        .smallest_group
        .map_or(cell.len(), |least| least.min(cell.len()));
    assessment.smallest_group = Some(least);
    let (numerator, denominator) = printed(
        kind,
        (sum(cell, |one| one.numerator), total_denominator(cell)),
        &assessment.policy,
    );
    ReleasedCell::Shown {
        numerator,
        denominator,
    }
}
