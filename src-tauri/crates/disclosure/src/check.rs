//! The gate. Cells are judged one by one by the primary rules (disclosure.md 2.4 rules 1 to 4 and 6; rulings 40);
//! the whole is judged against every earlier release. It fails closed.

use crate::policy::Policy;
use crate::register::{Earlier, audiences_overlap};
use crate::released::{Assessment, Band, HiddenBecause, Released, ReleasedCell, ReleasedRow};
use crate::table::{Contribution, MeasureKind, Row, Table};

/// Why a table may not go out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No row has as many contributors as the profile asks for.
    #[error("no group has enough advisers for this profile")]
    TooSmall {
        /// Fewest advisers the profile asks for.
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
    if table
        .rows()
        .iter()
        .all(|row| row.members().len() < policy.least_contributors())
    {
        return Err(Refusal::TooSmall {
            least: policy.least_contributors(),
        });
    }
    let released = judge(table, policy, earlier);
    if released.assessment.shown == 0 {
        Err(Refusal::NothingLeft)
    } else {
        Ok(released)
    }
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

fn judge(table: &Table, policy: &Policy, earlier: &[Earlier]) -> Released {
    let mut assessment = Assessment {
        shown: 0,
        hidden: Vec::new(),
        structural: 0,
        smallest_group: None,
        earlier_releases: earlier
            .iter()
            .map(|one| one.release)
            .collect::<std::collections::BTreeSet<_>>()
            .len(),
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
    let mut cells = Vec::with_capacity(row.cells.len());
    for (column, (measure, cell)) in table.measures().iter().zip(&row.cells).enumerate() {
        if cell.is_empty() {
            assessment.structural += 1;
            cells.push(ReleasedCell::StructuralZero);
            continue;
        }
        if let Some(reason) = find_risk(measure.kind, cell, &policy) {
            assessment.hidden.push((index, column, reason));
            cells.push(ReleasedCell::Hidden);
        } else {
            assessment.shown += 1;
            let least = assessment
                .smallest_group
                .map_or(cell.len(), |least| least.min(cell.len()));
            assessment.smallest_group = Some(least);
            cells.push(ReleasedCell::Shown {
                numerator: sum(cell, |one| one.numerator),
                denominator: total_denominator(cell),
            });
        }
    }
    cells
}

/// The first primary rule a cell breaks, if any.
fn find_risk(kind: MeasureKind, cell: &[Contribution], policy: &Policy) -> Option<HiddenBecause> {
    if cell.len() < policy.least_contributors() {
        return Some(HiddenBecause::FewContributors);
    }
    let numerator = sum(cell, |one| one.numerator);
    let denominator = total_denominator(cell);
    count_risk(kind, numerator, denominator, policy)
        .or_else(|| {
            is_dominated(cell, |one| one.numerator, policy).then_some(HiddenBecause::Dominated)
        })
        .or_else(|| {
            let dominated = denominator.is_some()
                && is_dominated(cell, |one| one.denominator.unwrap_or(0), policy);
            dominated.then_some(HiddenBecause::Dominated)
        })
        .or_else(|| insider_sees_few(kind, cell, policy).then_some(HiddenBecause::FewParticipants))
}

/// Rules 1, 3 and 4 on the cell's own numbers.
fn count_risk(
    kind: MeasureKind,
    numerator: i64,
    denominator: Option<i64>,
    policy: &Policy,
) -> Option<HiddenBecause> {
    let least = policy.least_participants();
    match (kind, denominator) {
        (MeasureKind::Share, Some(whole)) => {
            let rest = whole - numerator;
            if whole < policy.least_denominator() {
                Some(HiddenBecause::SmallDenominator)
            } else if numerator == 0 || rest == 0 {
                Some(HiddenBecause::AllOrNone)
            } else if numerator < least || rest < least {
                Some(HiddenBecause::FewParticipants)
            } else {
                None
            }
        }
        (MeasureKind::Mean, Some(readings)) => {
            (readings < policy.least_denominator()).then_some(HiddenBecause::SmallDenominator)
        }
        (MeasureKind::Share | MeasureKind::Mean, None) => Some(HiddenBecause::SmallDenominator),
        (MeasureKind::Count | MeasureKind::Rate, _) => match numerator {
            0 => Some(HiddenBecause::AllOrNone),
            few if few < least => Some(HiddenBecause::FewParticipants),
            _ => None,
        },
    }
}

/// The p%-rule (rule 2), also after any one contributor has subtracted their own figure (rule 6): what is left
/// beside the two largest must be at least p % of the largest, so that nobody can estimate it more closely.
fn is_dominated(
    cell: &[Contribution],
    amount: impl Fn(&Contribution) -> i64,
    policy: &Policy,
) -> bool {
    let mut amounts: Vec<i64> = cell.iter().map(amount).collect();
    amounts.sort_unstable_by(|one, other| other.cmp(one));
    let breaks = |left: &[i64]| match left {
        [] => true,
        [_] => left.iter().sum::<i64>() > 0,
        [largest, _, rest @ ..] => {
            let rest: i64 = rest.iter().sum();
            *largest > 0
                && rest.saturating_mul(100) < largest.saturating_mul(policy.sliding_per_cent())
        }
    };
    breaks(&amounts)
        || (0..amounts.len()).any(|insider| {
            let mut left = amounts.clone();
            left.remove(insider);
            breaks(&left)
        })
}

/// Whether an insider, who knows their own figure, is left with a count of 1 to m − 1 participants (rule 6 on rule 1).
fn insider_sees_few(kind: MeasureKind, cell: &[Contribution], policy: &Policy) -> bool {
    let numerator = sum(cell, |one| one.numerator);
    let is_few = |count: i64| (1..policy.least_participants()).contains(&count);
    match kind {
        MeasureKind::Mean => false,
        MeasureKind::Count | MeasureKind::Rate | MeasureKind::Share => {
            cell.iter().any(|own| is_few(numerator - own.numerator))
        }
    }
}

fn sum(cell: &[Contribution], amount: impl Fn(&Contribution) -> i64) -> i64 {
    cell.iter().map(amount).fold(0, i64::saturating_add)
}

fn total_denominator(cell: &[Contribution]) -> Option<i64> {
    cell.iter()
        .map(|one| one.denominator)
        .try_fold(0_i64, |total, part| {
            part.map(|part| total.saturating_add(part))
        })
}
