//! Dates as people write them. One order is proved for a whole column, or the person is asked; a date that does
//! not fit is a rejected row and is never rolled over into another month.

mod evidence;
mod form;
mod grain;
mod parse;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use evidence::Evidence;
pub(crate) use form::PeriodForm;
pub use grain::GrainReading;
pub(crate) use grain::{GrainEvidence, Lengths, Snap};
pub(crate) use parse::{Day, Written, parse};

use crate::rows::Reason;
use chrono::NaiveDate;
use domain::period::{Grain, Period};

/// Which of day and month comes first in `03/04/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// A date that both orders fit, for the question to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateExample {
    /// As in the file.
    pub text: String,
    /// Read day first.
    pub day_first: NaiveDate,
    /// Read month first.
    pub month_first: NaiveDate,
}

/// How the dates of a file are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateReading {
    /// No date needs an order: ISO dates, months in words, real dates of a workbook.
    Plain,
    /// One date fits one order only, and with it the whole column is read.
    Proved {
        /// The order.
        order: DateOrder,
        /// The date that proves it.
        text: String,
        /// Its line.
        line: u64,
    },
    /// The person chose.
    Chosen(DateOrder),
    /// Both orders fit: the person is to be asked, with up to three examples.
    Ambiguous(Vec<DateExample>),
}

/// How the dates of a file are turned into days and periods, once its order and grain are known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DateRule {
    /// The order, when one is known.
    pub(crate) order: Option<DateOrder>,
    /// The grain of the period column.
    pub(crate) grain: Grain,
    /// Which days may stand for a longer period.
    pub(crate) snap: Snap,
}

impl DateReading {
    /// The order, when one is known.
    pub(crate) fn order(&self) -> Option<DateOrder> {
        match self {
            Self::Plain | Self::Ambiguous(_) => None,
            Self::Proved { order, .. } | Self::Chosen(order) => Some(*order),
        }
    }
}

impl DateRule {
    /// The same for figures whose periods are all written as such, of another length than those around them.
    pub(crate) fn of_length(self, grain: Grain) -> Self {
        Self {
            grain,
            snap: Snap::Edges,
            ..self
        }
    }

    /// The period that a cell names.
    pub(crate) fn period(self, text: &str) -> Result<Period, Reason> {
        let written = parse(text).ok_or(Reason::BadDate)?;
        let day = self.resolve(written.day)?;
        match written.grain {
            Some(grain) if grain == self.grain => Ok(Period::containing(grain, day)),
            Some(_) => Err(Reason::OtherGrain),
            None => self.of_day(day),
        }
    }

    /// The day that a cell names, where only a day will do.
    pub(crate) fn day(self, text: &str) -> Result<NaiveDate, Reason> {
        let written = parse(text).ok_or(Reason::BadDate)?;
        match written.grain {
            None => self.resolve(written.day),
            Some(_) => Err(Reason::BadDate),
        }
    }

    fn of_day(self, day: NaiveDate) -> Result<Period, Reason> {
        let period = Period::containing(self.grain, day);
        let is_edge = period.start() == day || period.end() == day;
        match self.snap {
            Snap::Any => Ok(period),
            Snap::Edges if is_edge => Ok(period),
            Snap::Edges => Err(Reason::OtherGrain),
        }
    }

    fn resolve(self, day: Day) -> Result<NaiveDate, Reason> {
        let day = match day {
            Day::Known(day) => day,
            Day::Either { .. } => self.choose(day.readings())?,
        };
        parse::is_real(day).then_some(day).ok_or(Reason::BadDate)
    }

    fn choose(
        self,
        (day_first, month_first): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Result<NaiveDate, Reason> {
        match (self.order, day_first, month_first) {
            (Some(DateOrder::DayFirst), day, _) | (Some(DateOrder::MonthFirst), _, day) => {
                day.ok_or(Reason::BadDate)
            }
            (None, Some(one), Some(other)) if one != other => Err(Reason::AmbiguousDate),
            (None, one, other) => one.or(other).ok_or(Reason::BadDate),
        }
    }
}
