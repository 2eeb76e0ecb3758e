//! The working calendar: weekdays without the bank holidays of a territory. The days themselves are dated
//! data given by the caller (the app's register), because governments move them.

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// Whose bank holidays apply (Banking and Financial Dealings Act 1971, Schedule 1, and proclamations).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Territory {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// Working days of one territory: Monday to Friday without its bank holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCalendar {
    holidays: BTreeSet<NaiveDate>,
    known_until: NaiveDate,
}

impl WorkingCalendar {
    /// Takes the bank holidays known, and the last day up to which they are known.
    pub fn new(holidays: impl IntoIterator<Item = NaiveDate>, known_until: NaiveDate) -> Self {
        Self {
            holidays: holidays.into_iter().collect(),
            known_until,
        }
    }

    /// Whether the day is Monday to Friday and no bank holiday.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }

    /// Whether the day is a bank holiday.
    pub fn is_bank_holiday(&self, day: NaiveDate) -> bool {
        self.holidays.contains(&day)
    }

    /// The last day for which the bank holidays are known; past it a screen warns.
    pub fn known_until(&self) -> NaiveDate {
        self.known_until
    }

    /// Working days from `from` to `to`, both included; 0 when `to` is earlier.
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let mut days = 0;
        let mut day = from;
        while day <= to {
            days += u32::from(self.is_working_day(day));
            match day.succ_opt() {
                Some(next) => day = next,
                None => break,
            }
        }
        days
    }

    /// The first working day on or after a day.
    pub fn next_working_day(&self, day: NaiveDate) -> NaiveDate {
        let mut candidate = day;
        while !self.is_working_day(candidate) {
            match candidate.succ_opt() {
                Some(next) => candidate = next,
                None => return day,
            }
        }
        candidate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn christmas_week_2026_has_three_working_days_before_the_holiday_and_none_at_the_weekend() {
        let calendar =
            WorkingCalendar::new([day("2026-12-25"), day("2026-12-28")], day("2035-12-31"));
        assert_eq!(
            calendar.working_days(day("2026-12-21"), day("2026-12-27")),
            4
        );
        assert_eq!(
            calendar.next_working_day(day("2026-12-25")),
            day("2026-12-29")
        );
        assert_eq!(
            calendar.working_days(day("2026-12-27"), day("2026-12-21")),
            0
        );
    }
}
