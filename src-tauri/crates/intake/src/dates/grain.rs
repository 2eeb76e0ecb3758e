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
#[derive(Debug)]
struct Pattern {
    first: Option<NaiveDate>,
    has_several: bool,
    are_first_of_month: bool,
    are_last_of_month: bool,
    are_mondays: bool,
}

impl Default for Pattern {
    fn default() -> Self {
        Self {
            first: None,
            has_several: false,
            are_first_of_month: true,
            are_last_of_month: true,
            are_mondays: true,
        }
    }
}

impl Pattern {
    fn add(&mut self, day: NaiveDate) {
        let month = Period::containing(Grain::Month, day);
        self.has_several = self.has_several || self.first.is_some_and(|first| first != day);
        self.first.get_or_insert(day);
        self.are_first_of_month = self.are_first_of_month && month.start() == day;
        self.are_last_of_month = self.are_last_of_month && month.end() == day;
        self.are_mondays = self.are_mondays && day.weekday() == Weekday::Mon;
    }

    fn grain(&self) -> Grain {
        if self.has_several && (self.are_first_of_month || self.are_last_of_month) {
            Grain::Month
        } else if self.has_several && self.are_mondays {
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
        day_first
            .into_iter()
            .for_each(|day| self.day_first.add(day));
        month_first
            .into_iter()
            .for_each(|day| self.month_first.add(day));
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
