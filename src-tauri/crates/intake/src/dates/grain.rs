//! What the dates of a period column stand for. A column that says `2026-08` speaks for itself; one of plain dates is
//! read by its heading, and without a telling heading by the pattern of its days: all firsts are months, all Mondays
//! are weeks, several days of one month are days. Where every month has one day only, as in a report of one month,
//! the dates prove nothing, and the grain is a guess.

use super::{DateOrder, Day, Written};
use chrono::{Datelike, NaiveDate, Weekday};
use domain::period::{Grain, Period};
use std::collections::BTreeMap;

/// Which days may stand for a longer period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Snap {
    /// Any day in it.
    Any,
    /// Only its first and its last.
    Edges,
}

/// How the grain of a column is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrainReading {
    /// The cells say it themselves: `2026-08`, `Q3 2026`.
    Written,
    /// Somebody said it, now or for an earlier file.
    Chosen,
    /// The heading, or the pattern of the dates.
    Told,
    /// Nothing tells: every month has one day only.
    Guessed,
}

/// What the periods of a file have shown so far.
#[derive(Debug, Default)]
pub(crate) struct GrainEvidence {
    by_form: [u64; 4],
    dates: u64,
    day_first: Pattern,
    month_first: Pattern,
}

/// How long the periods of one KPI's figures are, where they say so themselves: a file may hold months of one KPI and
/// weeks of another, and mixes them for none.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Lengths {
    named: Option<Grain>,
    is_mixed: bool,
}

impl Lengths {
    /// Takes one more period.
    pub(crate) fn add(&mut self, written: Written) {
        match (written.grain, self.named) {
            (Some(grain), None) => self.named = Some(grain),
            (Some(grain), Some(named)) => self.is_mixed |= grain != named,
            (None, _) => self.is_mixed = true,
        }
    }

    /// The length that all of them name.
    pub(crate) fn only(self) -> Option<Grain> {
        self.named.filter(|_| !self.is_mixed)
    }
}

/// What all days of a column have in common.
#[derive(Debug, Default)]
struct Pattern {
    /// The day of each month, while there is one only.
    day_of_month: BTreeMap<NaiveDate, NaiveDate>,
    has_two_in_a_month: bool,
    days: u64,
    firsts_of_month: u64,
    lasts_of_month: u64,
    mondays: u64,
}

impl Pattern {
    fn add(&mut self, day: NaiveDate) {
        let month = Period::containing(Grain::Month, day);
        let known = self.day_of_month.entry(month.start()).or_insert(day);
        self.has_two_in_a_month |= *known != day;
        self.days += 1;
        self.firsts_of_month += u64::from(month.start() == day);
        self.lasts_of_month += u64::from(month.end() == day);
        self.mondays += u64::from(day.weekday() == Weekday::Mon);
    }

    fn grain(&self) -> (Grain, GrainReading) {
        let are_all = |count: u64| count == self.days;
        let has_several = self.day_of_month.len() > 1;
        let are_ends = are_all(self.firsts_of_month) || are_all(self.lasts_of_month);
        if has_several && are_ends {
            (Grain::Month, GrainReading::Told)
        } else if self.has_two_in_a_month && are_all(self.mondays) {
            (Grain::Week, GrainReading::Told)
        } else if self.has_two_in_a_month || self.days == 0 {
            (Grain::Day, GrainReading::Told)
        } else if has_several || self.day_of_month.values().any(|day| is_end_of_month(*day)) {
            (Grain::Month, GrainReading::Guessed)
        } else if are_all(self.mondays) {
            (Grain::Week, GrainReading::Guessed)
        } else {
            (Grain::Day, GrainReading::Guessed)
        }
    }
}

/// Whether a report of a month would bear this day: its first, its last, its last from Monday to Friday.
fn is_end_of_month(day: NaiveDate) -> bool {
    let month = Period::containing(Grain::Month, day);
    let is_weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut rest = day
        .iter_days()
        .skip(1)
        .take_while(|day| *day <= month.end());
    month.start() == day || !is_weekend(day) && rest.all(is_weekend) || month.end() == day
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

    /// The grain, how it is known, and which days may stand for it. Periods written as such outweigh what was chosen.
    pub(crate) fn judge(
        &self,
        chosen: Option<Grain>,
        heading: Option<Grain>,
        order: Option<DateOrder>,
    ) -> (Grain, GrainReading, Snap) {
        let most = Grain::ALL
            .into_iter()
            .max_by_key(|grain| self.count(*grain));
        if let Some(grain) =
            most.filter(|grain| self.count(*grain) > 0 && self.count(*grain) >= self.dates)
        {
            return (grain, GrainReading::Written, Snap::Edges);
        }
        if let Some(grain) = chosen {
            return (grain, GrainReading::Chosen, Snap::Any);
        }
        let pattern = match order {
            Some(DateOrder::MonthFirst) => &self.month_first,
            Some(DateOrder::DayFirst) | None => &self.day_first,
        };
        let (grain, reading) =
            heading.map_or_else(|| pattern.grain(), |grain| (grain, GrainReading::Told));
        (grain, reading, Snap::Any)
    }

    fn count(&self, grain: Grain) -> u64 {
        self.by_form
            .get(usize::from(grain.code()))
            .copied()
            .unwrap_or(0)
    }
}
