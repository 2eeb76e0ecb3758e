//! Figures: one value of one KPI for one adviser and period. A missing figure is not zero, and a figure out of
//! nothing is no figure at all (domain.md invariants 2 and 4).

use crate::kpi::{Kind, KpiId};
use crate::period::Period;
use crate::team::AdviserId;
use chrono::{Months, NaiveDate};

/// How far a figure can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureStatus {
    /// As reported.
    Ok,
    /// The period or its outcome window is still open: drawn hollow, never part of limits or rules.
    Provisional,
    /// The adviser or somebody else says it is wrong: left out of signals until settled.
    Disputed,
    /// Put right; the old value is kept.
    Corrected,
}

impl FigureStatus {
    /// The status of a new value that takes the place of another one: of a closed period it puts the old one right,
    /// disputed or not; while the period is open, and after that for the first time, it is as reported.
    #[must_use]
    pub fn over(self, before: Option<Self>) -> Self {
        match (self, before) {
            (Self::Provisional, _) => Self::Provisional,
            (_, None | Some(Self::Provisional)) => self,
            (_, Some(Self::Ok | Self::Disputed | Self::Corrected)) => Self::Corrected,
        }
    }
}

/// What a figure holds. Counts are whole; values are thousandths; exposure is thousandths of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    /// Events, points or value (thousandths for measured kinds).
    pub numerator: i64,
    /// Out of how many, where the kind has a denominator. A measured value with a denominator is a sum over
    /// that many readings, so that adding months up gives their weighted mean; without one it is one reading.
    pub denominator: Option<i64>,
    /// Exposure in thousandths, such as 4,500 for 4.5 available days.
    pub exposure: Option<i64>,
}

/// One value of one KPI for one adviser and period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Figure {
    /// Whose.
    pub adviser: AdviserId,
    /// Of which KPI.
    pub kpi: KpiId,
    /// For which period.
    pub period: Period,
    /// How much.
    pub amount: Amount,
    /// How reliable.
    pub status: FigureStatus,
}

/// Why a figure was turned away at the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum FigureRefusal {
    /// A share of more than everything.
    #[error("the number counted is larger than the number it is out of")]
    NumeratorAboveDenominator,
    /// A number below zero.
    #[error("a figure cannot be below zero")]
    Negative,
    /// A share without its denominator.
    #[error("this KPI needs the number it is out of")]
    DenominatorMissing,
    /// Something counted out of nothing.
    #[error("nothing can be counted out of nothing")]
    OutOfNothing,
    /// Too large to be real.
    #[error("the number is too large")]
    TooLarge,
    /// The adviser was not in the team in that period.
    #[error("the adviser was not in the team in this period")]
    NotInTeam,
    /// The period lies in the future.
    #[error("the period has not begun")]
    Future,
    /// A figure that old may not be kept (rulings 36).
    #[error("figures of this period are no longer kept")]
    Expired,
}

/// For how many months an adviser's figure is kept after its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping(u32);

impl Keeping {
    /// 24 points for a usual range, and one to compare the year (domain.md 1.10).
    pub const STANDARD: Self = Self(25);
    /// Below a year and a month no chart has a usual range.
    pub const SHORTEST: u32 = 13;
    /// Five years and a month, as for a benchmark (rulings 36).
    pub const LONGEST: u32 = 61;

    /// A time of keeping in months. Longer than the standard needs a written reason, which is told to whom it
    /// concerns (domain.md 1.10).
    pub fn parse(months: u32, reason: &str) -> Result<Self, KeepingRefusal> {
        if !(Self::SHORTEST..=Self::LONGEST).contains(&months) {
            return Err(KeepingRefusal::Months);
        }
        if months > Self::STANDARD.0 && reason.trim().is_empty() {
            return Err(KeepingRefusal::NoReason);
        }
        Ok(Self(months))
    }

    /// The months.
    pub fn months(self) -> u32 {
        self.0
    }

    /// The last day on which a figure of a period is kept.
    pub fn until(self, period: Period) -> NaiveDate {
        let end = period.end();
        end.checked_add_months(Months::new(self.0)).unwrap_or(end)
    }

    /// Refuses a period that has not begun, or whose figures may no longer be kept.
    pub fn check(self, period: Period, today: NaiveDate) -> Result<(), FigureRefusal> {
        if period.start() > today {
            return Err(FigureRefusal::Future);
        }
        if self.until(period) < today {
            return Err(FigureRefusal::Expired);
        }
        Ok(())
    }
}

/// Why a time of keeping was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepingRefusal {
    /// Shorter than the shortest, or longer than the longest.
    Months,
    /// Longer than the standard, without a written reason.
    NoReason,
}

/// The largest number a figure may hold: a thousand million.
pub const LARGEST: i64 = 1_000_000_000;

/// Refuses an amount that cannot be true for its kind.
pub fn check_amount(kind: Kind, amount: Amount) -> Result<(), FigureRefusal> {
    let numbers = [Some(amount.numerator), amount.denominator, amount.exposure];
    if numbers.iter().flatten().any(|number| *number < 0) {
        return Err(FigureRefusal::Negative);
    }
    let bound = if kind.is_measured() {
        LARGEST.saturating_mul(1000)
    } else {
        LARGEST
    };
    if numbers.iter().flatten().any(|number| *number > bound) {
        return Err(FigureRefusal::TooLarge);
    }
    match (kind, amount.denominator) {
        (Kind::Proportion | Kind::ScoreShare, None) => Err(FigureRefusal::DenominatorMissing),
        (Kind::Proportion | Kind::ScoreShare, Some(0)) if amount.numerator > 0 => {
            Err(FigureRefusal::OutOfNothing)
        }
        (Kind::Proportion | Kind::ScoreShare, Some(whole)) if amount.numerator > whole => {
            Err(FigureRefusal::NumeratorAboveDenominator)
        }
        (Kind::Proportion | Kind::ScoreShare, Some(_))
        | (Kind::Count | Kind::Rate | Kind::Value, _) => Ok(()),
    }
}

impl Amount {
    /// What a rate is out of, in its own units: its exposure if it has one, else its denominator.
    pub fn opportunity(self) -> Option<f64> {
        match (self.exposure, self.denominator) {
            (Some(thousandths), _) => Some(to_f64(thousandths) / 1000.0),
            (None, Some(whole)) => Some(to_f64(whole)),
            (None, None) => None,
        }
    }

    /// The value a chart shows: a share, a rate per unit, a count or a value; nothing when out of nothing.
    pub fn value(self, kind: Kind) -> Option<f64> {
        match kind {
            Kind::Count => Some(to_f64(self.numerator)),
            Kind::Value => {
                let weight = self.denominator.unwrap_or(1);
                (weight > 0).then(|| to_f64(self.numerator) / 1000.0 / to_f64(weight))
            }
            Kind::Proportion | Kind::ScoreShare => {
                let whole = self.denominator.filter(|whole| *whole > 0)?;
                Some(to_f64(self.numerator) / to_f64(whole))
            }
            Kind::Rate => {
                let out_of = self.opportunity().filter(|out_of| *out_of > 0.0)?;
                Some(to_f64(self.numerator) / out_of)
            }
        }
    }
}

/// Exact below 2^53, which `LARGEST` keeps every figure under.
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "figures are bounded far below 2^53"
)]
pub fn to_f64(number: i64) -> f64 {
    number as f64
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
    fn seventy_four_attended_of_seventy_one_booked_is_refused() {
        let refusal = check_amount(Kind::Proportion, amount(74, Some(71)));
        assert_eq!(refusal, Err(FigureRefusal::NumeratorAboveDenominator));
    }

    #[test]
    fn nothing_out_of_nothing_is_kept_but_has_no_value() {
        assert_eq!(check_amount(Kind::Proportion, amount(0, Some(0))), Ok(()));
        assert_eq!(amount(0, Some(0)).value(Kind::Proportion), None);
        assert_eq!(
            check_amount(Kind::Proportion, amount(1, Some(0))),
            Err(FigureRefusal::OutOfNothing)
        );
    }

    #[test]
    fn a_recorded_nought_of_twelve_is_a_value() {
        assert_eq!(amount(0, Some(12)).value(Kind::Proportion), Some(0.0));
    }

    #[test]
    fn exposure_wins_over_a_denominator_in_a_rate() {
        let days = Amount {
            numerator: 9,
            denominator: Some(3),
            exposure: Some(4500),
        };
        assert_eq!(days.value(Kind::Rate), Some(2.0));
    }

    #[test]
    fn november_2024_is_kept_to_the_end_of_december_2026() {
        let month = crate::period::parse_period("2024-11").unwrap();
        let standard = Keeping::STANDARD;
        assert_eq!(standard.until(month).to_string(), "2026-12-30");
        let today = "2026-12-31".parse().unwrap();
        assert_eq!(standard.check(month, today), Err(FigureRefusal::Expired));
    }

    #[test]
    fn longer_than_the_standard_needs_a_written_reason() {
        assert_eq!(Keeping::parse(25, ""), Ok(Keeping::STANDARD));
        assert_eq!(Keeping::parse(26, "  "), Err(KeepingRefusal::NoReason));
        assert_eq!(
            Keeping::parse(61, "Benchmark.").map(Keeping::months),
            Ok(61)
        );
        for months in [0, 12, 62] {
            assert_eq!(Keeping::parse(months, "Why."), Err(KeepingRefusal::Months));
        }
    }

    #[test]
    fn numbers_below_zero_or_beyond_belief_are_refused() {
        assert_eq!(
            check_amount(Kind::Count, amount(-1, None)),
            Err(FigureRefusal::Negative)
        );
        assert_eq!(
            check_amount(Kind::Count, amount(LARGEST + 1, None)),
            Err(FigureRefusal::TooLarge)
        );
        assert_eq!(
            check_amount(Kind::Proportion, amount(1, None)),
            Err(FigureRefusal::DenominatorMissing)
        );
    }
}
