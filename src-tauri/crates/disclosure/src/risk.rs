//! The primary rules on one cell (disclosure.md 2.4 rules 1 to 4 and 6; rulings 40). A share says three numbers, the
//! part, the rest and the whole, and each of them is judged: the rest is as readable as the part.

use crate::policy::Policy;
use crate::released::HiddenBecause;
use crate::rounding::UNIT;
use crate::table::{Contribution, MeasureKind};

/// The first primary rule a cell breaks, if any.
pub(crate) fn find_risk(
    kind: MeasureKind,
    cell: &[Contribution],
    policy: &Policy,
) -> Option<HiddenBecause> {
    if cell.len() < policy.least_in_a_cell() {
        return Some(HiddenBecause::FewContributors);
    }
    let numerators = amounts(cell, |one| one.numerator);
    let wholes = amounts(cell, |one| one.denominator.unwrap_or(0));
    let base: i64 = total(&wholes);
    match kind {
        MeasureKind::Share => {
            let rests = amounts(cell, |one| one.denominator.unwrap_or(0) - one.numerator);
            if base < policy.least_denominator() {
                return Some(HiddenBecause::SmallDenominator);
            }
            first_of(&[
                count_risk(&numerators, policy),
                count_risk(&rests, policy),
                dominance(&numerators, policy),
                dominance(&rests, policy),
                dominance(&wholes, policy),
            ])
        }
        // Whoever gave most of the replies must not learn who gave the few others.
        MeasureKind::Mean => judge_over(&numerators, nothing(&numerators), &wholes, policy),
        MeasureKind::Rate => {
            let whole: Vec<i64> = wholes.iter().map(|whole| whole / UNIT).collect();
            judge_over(&numerators, count_risk(&numerators, policy), &whole, policy)
        }
        MeasureKind::Count => {
            count_risk(&numerators, policy).or_else(|| dominance(&numerators, policy))
        }
    }
}

/// A total over people or replies: what is wrong with the total, how many those are, and who dominates.
fn judge_over(
    numerators: &[i64],
    counted: Option<HiddenBecause>,
    wholes: &[i64],
    policy: &Policy,
) -> Option<HiddenBecause> {
    if total(wholes) < policy.least_denominator() {
        return Some(HiddenBecause::SmallDenominator);
    }
    first_of(&[
        counted,
        count_risk(wholes, policy),
        dominance(numerators, policy),
        dominance(wholes, policy),
    ])
}

/// Rule 3 on a sum: when it is nothing, as it is or without any one contributor, it says so of everybody.
fn nothing(amounts: &[i64]) -> Option<HiddenBecause> {
    let whole = total(amounts);
    let largest = amounts.iter().copied().max().unwrap_or(0);
    (whole == largest).then_some(HiddenBecause::AllOrNone)
}

/// All or nothing comes before few, few before dominance, whichever number it was found in.
fn first_of(risks: &[Option<HiddenBecause>]) -> Option<HiddenBecause> {
    let all = |one: &Option<HiddenBecause>| *one == Some(HiddenBecause::AllOrNone);
    let all = risks.iter().find(|one| all(one));
    all.or_else(|| risks.iter().find(|one| one.is_some()))
        .copied()
        .flatten()
}

/// Rules 1, 3 and 4 on counted people: none, or 1 to m − 1 of them; also after any one contributor, who knows
/// their own figure, has subtracted it (rule 6).
fn count_risk(amounts: &[i64], policy: &Policy) -> Option<HiddenBecause> {
    let whole = total(amounts);
    let left =
        || std::iter::once(whole).chain(amounts.iter().map(|own| whole.saturating_sub(*own)));
    if left().any(|count| count == 0) {
        Some(HiddenBecause::AllOrNone)
    } else if left().any(|count| count < policy.least_participants()) {
        Some(HiddenBecause::FewParticipants)
    } else {
        None
    }
}

/// The p%-rule (rule 2), also after any one contributor has subtracted their own figure (rule 6): what is left
/// beside the two largest must be at least p % of the largest, so that nobody can estimate it more closely.
fn dominance(amounts: &[i64], policy: &Policy) -> Option<HiddenBecause> {
    let mut amounts = amounts.to_vec();
    amounts.sort_unstable_by(|one, other| other.cmp(one));
    let breaks = |left: &[i64]| match left {
        [] => true,
        [only] => *only > 0,
        [largest, _, rest @ ..] => {
            *largest > 0
                && total(rest).saturating_mul(100)
                    < largest.saturating_mul(policy.sliding_per_cent())
        }
    };
    let is_broken = breaks(&amounts)
        || (0..amounts.len()).any(|insider| {
            let mut left = amounts.clone();
            left.remove(insider);
            breaks(&left)
        });
    is_broken.then_some(HiddenBecause::Dominated)
}

fn amounts(cell: &[Contribution], amount: impl Fn(&Contribution) -> i64) -> Vec<i64> {
    cell.iter().map(amount).collect()
}

fn total(amounts: &[i64]) -> i64 {
    amounts.iter().copied().fold(0, i64::saturating_add)
}

pub(crate) fn sum(cell: &[Contribution], amount: impl Fn(&Contribution) -> i64) -> i64 {
    total(&amounts(cell, amount))
}

pub(crate) fn total_denominator(cell: &[Contribution]) -> Option<i64> {
    let parts = cell.iter().map(|one| one.denominator);
    parts.sum()
}
