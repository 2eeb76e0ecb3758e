//! Dates as people write them. One order is proved for a whole column, or the person is asked; a date that does
//! not fit is a rejected row and is never rolled over into another month.

use chrono::NaiveDate;

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
