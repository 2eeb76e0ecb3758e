//! Which of day and month comes first, proved over every date of the file. A date that fits one order only is
//! evidence for it; a file with evidence for both is believed only where one side outweighs the other by far, the
//! rest being slips of the pen.

use super::{DateExample, DateOrder, DateReading, Day};

/// How many times more dates must speak for an order than against it.
const FAR: u64 = 10;

/// What the dates of a file have shown so far.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    day_first: Side,
    month_first: Side,
    examples: Vec<DateExample>,
}

#[derive(Debug, Default)]
struct Side {
    dates: u64,
    first: Option<(String, u64)>,
}

impl Side {
    fn add(&mut self, text: &str, line: u64) {
        self.dates += 1;
        if self.first.is_none() {
            self.first = Some((text.to_owned(), line));
        }
    }

    fn proof(self, order: DateOrder) -> DateReading {
        let (text, line) = self.first.unwrap_or_default();
        DateReading::Proved { order, text, line }
    }
}

impl Evidence {
    /// Takes one more date.
    pub(crate) fn add(&mut self, day: Day, text: &str, line: u64) {
        match day.readings() {
            (Some(_), None) => self.day_first.add(text, line),
            (None, Some(_)) => self.month_first.add(text, line),
            (Some(one), Some(other)) if one != other => {
                let is_new = self.examples.iter().all(|example| example.text != text);
                if self.examples.len() < 3 && is_new {
                    let text = text.to_owned();
                    self.examples.push(DateExample {
                        text,
                        day_first: one,
                        month_first: other,
                    });
                }
            }
            (Some(_), Some(_)) | (None, None) => {}
        }
    }

    /// What it comes to: the order asked for with this file, else what its dates prove, and only where they prove
    /// nothing the order that an earlier file of this form was read in.
    pub(crate) fn judge(
        self,
        asked: Option<DateOrder>,
        remembered: Option<DateOrder>,
    ) -> DateReading {
        let (days, months) = (self.day_first.dates, self.month_first.dates);
        let has_dates = days + months > 0 || !self.examples.is_empty();
        match asked.filter(|_| has_dates) {
            Some(order) => DateReading::Chosen(order),
            None if days > months.saturating_mul(FAR) => self.day_first.proof(DateOrder::DayFirst),
            None if months > days.saturating_mul(FAR) => {
                self.month_first.proof(DateOrder::MonthFirst)
            }
            None if self.examples.is_empty() => DateReading::Plain,
            None => remembered.map_or(DateReading::Ambiguous(self.examples), DateReading::Chosen),
        }
    }
}
