//! What may be kept of months whose single figures are past keeping: the team's total, which is about nobody
//! (rulings 36).
//!
//! Invariant: a total stands for five advisers or more, and exists only once every single figure of its KPI and
//! month is gone (rulings 35).

use crate::figure::Amount;
use crate::kpi::{Kind, KpiDefinition, KpiId, Roll};
use crate::period::{Grain, Period};
use chrono::{Months, NaiveDate};

/// Advisers behind a total, at least: fewer, and one could be told from it.
pub const LEAST_ADVISERS: u32 = 5;

/// Months for which a total is kept: seven years (domain.md 1.10, team aggregates).
pub const KEPT_MONTHS: u32 = 84;

/// The team's month on one KPI, without anybody's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// Of which KPI.
    pub kpi: KpiId,
    /// Of which month.
    pub month: Period,
    /// Everybody's figures added up.
    pub amount: Amount,
    /// How many advisers they came from.
    pub advisers: u32,
}

/// The last day on which the total of a month is kept.
pub fn kept_until(month: Period) -> NaiveDate {
    let end = month.end();
    end.checked_add_months(Months::new(KEPT_MONTHS))
        .unwrap_or(end)
}

/// Whether readings of a grain make a total by being added up. Medians do not, nor do a caseload's days; a quarter
/// is no month.
pub fn can_be_added(kpi: &KpiDefinition, grain: Grain) -> bool {
    match (kpi.roll, grain) {
        (_, Grain::Quarter) | (Roll::None, _) | (Roll::Last, Grain::Day | Grain::Week) => false,
        (Roll::Last, Grain::Month) | (Roll::Sum | Roll::MeanWeighted, _) => true,
    }
}

/// One amount added to another; a sum of which a part is not known is not known.
#[must_use]
pub fn add(one: Amount, other: Amount) -> Amount {
    let both = |one: Option<i64>, other: Option<i64>| Some(one?.saturating_add(other?));
    Amount {
        numerator: one.numerator.saturating_add(other.numerator),
        denominator: both(one.denominator, other.denominator),
        exposure: both(one.exposure, other.exposure),
    }
}

/// Whether a sum has all that its kind is read by: a rate needs its opportunity, a mean its number of readings.
pub fn is_whole(kind: Kind, amount: Amount) -> bool {
    match kind {
        Kind::Count => true,
        Kind::Proportion | Kind::ScoreShare | Kind::Value => amount.denominator.is_some(),
        Kind::Rate => amount.opportunity().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(numerator: i64, denominator: Option<i64>) -> Amount {
        Amount {
            numerator,
            denominator,
            exposure: None,
        }
    }

    #[test]
    fn what_is_not_known_of_one_is_not_known_of_all() {
        let sum = add(amount(3, Some(5)), amount(4, Some(6)));
        assert_eq!(sum, amount(7, Some(11)));
        assert_eq!(add(sum, amount(1, None)), amount(8, None));
        assert!(is_whole(Kind::Count, amount(8, None)));
        assert!(!is_whole(Kind::Proportion, amount(8, None)));
        assert!(!is_whole(Kind::Value, amount(8, None)));
        assert!(!is_whole(Kind::Rate, amount(8, None)));
    }

    #[test]
    fn a_total_is_kept_for_seven_years() {
        let month = crate::period::parse_period("2020-11").unwrap();
        assert_eq!(kept_until(month), "2027-11-30".parse().unwrap());
    }
}
