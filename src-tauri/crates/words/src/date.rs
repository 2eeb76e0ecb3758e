//! Days, weeks, months and quarters as they are written: "3 April 2026", "Week of 23 November 2026".

use crate::{Arg, Words};

/// A day of the calendar, by its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];

fn named(words: &Words, names: &[&str; 12], month: u32) -> String {
    let place = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
    words.say(names.get(place).copied().unwrap_or_default(), &[])
}

/// "November".
pub fn month_name(words: &Words, month: u32) -> String {
    named(words, &MONTHS, month)
}

fn say(words: &Words, key: &str, day: Day, month: String) -> String {
    let values = [
        ("day", Arg::from(day.day.to_string())),
        ("month", Arg::from(month)),
        ("year", Arg::from(day.year.to_string())),
    ];
    words.say(key, &values)
}

/// "3 April 2026".
pub fn full(words: &Words, day: Day) -> String {
    say(words, "date-full", day, month_name(words, day.month))
}

/// "3 April", where the year is plain.
pub fn without_year(words: &Words, day: Day) -> String {
    say(
        words,
        "date-without-year",
        day,
        month_name(words, day.month),
    )
}

/// "3 Apr 2026", on an axis.
pub fn short(words: &Words, day: Day) -> String {
    say(
        words,
        "date-full",
        day,
        named(words, &SHORT_MONTHS, day.month),
    )
}

/// "3 Apr", on an axis.
pub fn short_without_year(words: &Words, day: Day) -> String {
    say(
        words,
        "date-without-year",
        day,
        named(words, &SHORT_MONTHS, day.month),
    )
}

/// "November 2026".
pub fn month(words: &Words, day: Day) -> String {
    say(words, "date-month", day, month_name(words, day.month))
}

/// "Nov 2026", on an axis.
pub fn short_month(words: &Words, day: Day) -> String {
    say(
        words,
        "date-month",
        day,
        named(words, &SHORT_MONTHS, day.month),
    )
}

/// "Nov", on an axis.
pub fn short_month_name(words: &Words, month: u32) -> String {
    named(words, &SHORT_MONTHS, month)
}

/// "Week of 23 November 2026", by its Monday.
pub fn week(words: &Words, monday: Day) -> String {
    words.say("date-week", &[("day", Arg::from(full(words, monday)))])
}

/// "October to December 2026", by its first day.
pub fn quarter(words: &Words, first: Day) -> String {
    let values = [
        ("from", Arg::from(month_name(words, first.month))),
        (
            "to",
            Arg::from(month_name(words, first.month.saturating_add(2))),
        ),
        ("year", Arg::from(first.year.to_string())),
    ];
    words.say("date-quarter", &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_length_of_time_has_its_form() {
        let words = Words::english();
        let day = Day {
            year: 2026,
            month: 11,
            day: 23,
        };
        assert_eq!(full(&words, day), "23 November 2026");
        assert_eq!(short_without_year(&words, day), "23 Nov");
        assert_eq!(month(&words, day), "November 2026");
        assert_eq!(week(&words, day), "Week of 23 November 2026");
        assert_eq!(
            quarter(
                &words,
                Day {
                    year: 2026,
                    month: 10,
                    day: 1
                }
            ),
            "October to December 2026"
        );
    }
}
