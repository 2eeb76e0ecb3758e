//! How readings become months (rulings 7): added, the last one, a weighted mean, or not at all. Grains never
//! mix: where a month was reported as a month, that stands; else its weeks, else its days. A quarter's figure
//! stands in its last month when there is nothing finer.

use domain::figure::{Amount, FigureStatus};
use domain::kpi::Roll;
use domain::period::{Grain, Period};

/// One reading of one adviser and KPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) period: Period,
    pub(super) amount: Amount,
    pub(super) status: FigureStatus,
}

/// One month made of readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) period: Period,
    pub(super) amount: Amount,
    pub(super) readings: u32,
    pub(super) status: FigureStatus,
    rank: u8,
    latest: Period,
}

/// The months of one adviser and KPI, as their readings come in.
pub(super) struct Months {
    roll: Roll,
    months: Vec<Month>,
}

impl Months {
    pub(super) fn new(roll: Roll) -> Self {
        Self {
            roll,
            months: Vec::new(),
        }
    }

    /// Empties it for the next pair, keeping its memory.
    pub(super) fn begin(&mut self, roll: Roll) {
        self.roll = roll;
        self.months.clear();
    }

    /// Takes a reading into its month; readings come in the order of their periods.
    pub(super) fn add(&mut self, reading: Reading) {
        self.add_to(month_of(reading.period), reading);
    }

    /// Takes a reading into a month the caller knows.
    pub(super) fn add_to(&mut self, month: Period, reading: Reading) {
        let Some(rank) = rank(self.roll, reading.period.grain()) else {
            return;
        };
        let fresh = Month {
            period: month,
            amount: reading.amount,
            readings: 1,
            status: reading.status,
            rank,
            latest: reading.period,
        };
        // Weeks, days and months of one pair may take turns, so the month is not always the last one.
        match self
            .months
            .iter_mut()
            .rev()
            .find(|known| known.period == month)
        {
            Some(known) if known.rank == rank => known.add(self.roll, &reading),
            Some(known) if known.rank < rank => *known = fresh,
            Some(_) => {}
            None => self.months.push(fresh),
        }
    }

    /// The months in order.
    pub(super) fn finish(&mut self) -> &[Month] {
        self.months.sort_by_key(|one| one.period);
        &self.months
    }
}

impl Month {
    fn add(&mut self, roll: Roll, reading: &Reading) {
        let (old, new) = (self.amount, reading.amount);
        self.amount = match roll {
            Roll::Sum => Amount {
                numerator: old.numerator.saturating_add(new.numerator),
                denominator: both(old.denominator, new.denominator),
                exposure: both(old.exposure, new.exposure),
            },
            Roll::MeanWeighted => Amount {
                numerator: old.numerator.saturating_add(new.numerator),
                denominator: both(old.denominator.or(Some(1)), new.denominator.or(Some(1))),
                exposure: both(old.exposure, new.exposure),
            },
            Roll::Last | Roll::None if reading.period >= self.latest => new,
            Roll::Last | Roll::None => old,
        };
        self.latest = self.latest.max(reading.period);
        self.readings = self.readings.saturating_add(1);
        self.status = worse(self.status, reading.status);
    }
}

/// A sum of which a part is not known is not known.
fn both(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    one.zip(other).map(|(one, other)| one.saturating_add(other))
}

/// Which grain wins within a month; nothing for readings that cannot be combined.
fn rank(roll: Roll, grain: Grain) -> Option<u8> {
    match (roll, grain) {
        (_, Grain::Month) => Some(3),
        (Roll::None, Grain::Day | Grain::Week) => None,
        (_, Grain::Week) => Some(2),
        (_, Grain::Day) => Some(1),
        (_, Grain::Quarter) => Some(0),
    }
}

/// The month a period belongs to.
pub(super) fn month_of(period: Period) -> Period {
    period.month()
}

/// The less reliable of two: disputed, provisional, corrected, ok.
pub(super) fn worse(one: FigureStatus, other: FigureStatus) -> FigureStatus {
    let doubt = |status: FigureStatus| match status {
        FigureStatus::Ok => 0,
        FigureStatus::Corrected => 1,
        FigureStatus::Provisional => 2,
        FigureStatus::Disputed => 3,
    };
    if doubt(other) > doubt(one) {
        other
    } else {
        one
    }
}

#[cfg(test)]
mod tests {
    use domain::period::parse_period;

    use super::*;

    fn reading(period: &str, numerator: i64, denominator: Option<i64>) -> Reading {
        Reading {
            period: parse_period(period).unwrap(),
            amount: Amount {
                numerator,
                denominator,
                exposure: None,
            },
            status: FigureStatus::Ok,
        }
    }

    fn check(roll: Roll, readings: &[Reading], expected: &[(&str, i64, Option<i64>, u32)]) {
        let mut months = Months::new(roll);
        for one in readings {
            months.add(*one);
        }
        let made: Vec<_> = months
            .finish()
            .iter()
            .map(|one| {
                (
                    one.period.to_string(),
                    one.amount.numerator,
                    one.amount.denominator,
                    one.readings,
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(month, numerator, denominator, readings)| {
                ((*month).to_owned(), *numerator, *denominator, *readings)
            })
            .collect();
        assert_eq!(made, expected);
    }

    #[test]
    fn weeks_add_up_in_the_month_of_their_thursday() {
        let weeks = [
            reading("2026-W26", 3, Some(4)),
            reading("2026-W27", 1, Some(2)),
            reading("2026-W28", 2, Some(2)),
        ];
        check(
            Roll::Sum,
            &weeks,
            &[("2026-06", 3, Some(4), 1), ("2026-07", 3, Some(4), 2)],
        );
    }

    #[test]
    fn the_last_reading_stands_for_the_month() {
        let days = [
            reading("2026-06-01", 30, None),
            reading("2026-06-30", 41, None),
        ];
        check(Roll::Last, &days, &[("2026-06", 41, None, 2)]);
    }

    #[test]
    fn means_are_weighted_by_their_readings() {
        let days = [
            reading("2026-06-01", 4000, None),
            reading("2026-06-02", 9000, Some(3)),
        ];
        check(
            Roll::MeanWeighted,
            &days,
            &[("2026-06", 13_000, Some(4), 2)],
        );
    }

    #[test]
    fn what_cannot_be_combined_has_a_month_only_when_reported_as_one() {
        let days = [
            reading("2026-06-01", 4, None),
            reading("2026-07-01", 5, None),
            reading("2026-07", 6, None),
        ];
        check(Roll::None, &days, &[("2026-07", 6, None, 1)]);
    }

    #[test]
    fn a_month_reported_as_a_month_is_not_counted_twice() {
        let mixed = [
            reading("2026-06-01", 4, None),
            reading("2026-06", 30, None),
            reading("2026-06-02", 4, None),
        ];
        check(Roll::Sum, &mixed, &[("2026-06", 30, None, 1)]);
        let quarter = [reading("2026-Q2", 90, None)];
        check(Roll::Sum, &quarter, &[("2026-06", 90, None, 1)]);
    }

    #[test]
    fn a_sum_with_an_unknown_part_is_unknown() {
        let days = [
            reading("2026-06-01", 1, Some(2)),
            reading("2026-06-02", 1, None),
        ];
        check(Roll::Sum, &days, &[("2026-06", 2, None, 2)]);
    }
}
