//! What the dates of a period column stand for. A column that says `2026-08` speaks for itself; one of plain dates is
//! read by its heading, and without a telling heading by the pattern of its days: all firsts are months, all Mondays
//! are weeks.

use super::{DateOrder, Day, Written};
use chrono::{Datelike, NaiveDate, Weekday};
use domain::period::{Grain, Period};

/// Which days may stand for a longer period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Snap {
    /// Any day in it.
    Any,
    /// Only its first and its last.
    Edges,
}

/// What the periods of a file have shown so far.
#[derive(Debug, Default)]
pub(crate) struct GrainEvidence {
    by_form: [u64; 4],
    dates: u64,
    day_first: Pattern,
    month_first: Pattern,
}

/// What all days of a column have in common.
#[derive(Debug, Default)]
struct Pattern {
    first: Option<NaiveDate>,
    has_several: bool,
    days: u64,
    firsts_of_month: u64,
    lasts_of_month: u64,
    mondays: u64,
}

impl Pattern {
    fn add(&mut self, day: NaiveDate) {
        let month = Period::containing(Grain::Month, day);
        self.has_several = self.has_several || self.first.is_some_and(|first| first != day);
        self.first.get_or_insert(day);
        self.days += 1;
        self.firsts_of_month += u64::from(month.start() == day);
        self.lasts_of_month += u64::from(month.end() == day);
        self.mondays += u64::from(day.weekday() == Weekday::Mon);
    }

    fn grain(&self) -> Grain {
        let are_all = |count: u64| self.has_several && count == self.days;
        if are_all(self.firsts_of_month) || are_all(self.lasts_of_month) {
            Grain::Month
        } else if are_all(self.mondays) {
            Grain::Week
        } else {
            Grain::Day
        }
    }
}

impl GrainEvidence {
    /// Takes one more period.
    pub(crate) fn add(&mut self, written: Written) {
        if let Some(grain) = written.grain {
            if let Some(count) = self.by_form.get_mut(usize::from(grain.code())) {
                *count += 1;
            }
            return;
        }
        self.dates += 1;
        let (day_first, month_first) = match written.day {
            Day::Known(day) => (Some(day), Some(day)),
            Day::Either { .. } => written.day.readings(),
        };
        if let Some(day) = day_first {
            self.day_first.add(day);
        }
        if let Some(day) = month_first {
            self.month_first.add(day);
        }
    }

    /// The grain, and which days may stand for it.
    pub(crate) fn judge(
        &self,
        chosen: Option<Grain>,
        heading: Option<Grain>,
        order: Option<DateOrder>,
    ) -> (Grain, Snap) {
        if let Some(grain) = chosen {
            return (grain, Snap::Any);
        }
        let most = Grain::ALL
            .into_iter()
            .max_by_key(|grain| self.count(*grain));
        if let Some(grain) =
            most.filter(|grain| self.count(*grain) > 0 && self.count(*grain) >= self.dates)
        {
            return (grain, Snap::Edges);
        }
        let pattern = match order {
            Some(DateOrder::MonthFirst) => &self.month_first,
            Some(DateOrder::DayFirst) | None => &self.day_first,
        };
        (heading.unwrap_or_else(|| pattern.grain()), Snap::Any)
    }

    fn count(&self, grain: Grain) -> u64 {
        self.by_form
            .get(usize::from(grain.code()))
            .copied()
            .unwrap_or(0)
    }
}
