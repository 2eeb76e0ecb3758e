//! Words in dates: months, weekdays, ordinals and the words for week and quarter.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// What a word in a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A month, from 1.
    Month(u32),
    /// A weekday, which says nothing new.
    Weekday,
    /// `th` and the like behind a number, `of`, `the`.
    Filler,
    /// "Week" behind or before its number.
    Week,
    /// "Week commencing", "week of": the date behind it lies in the week.
    WeekOf,
    /// "Quarter".
    Quarter,
    /// The `T` between day and time of ISO 8601.
    Time,
}

/// Reads a word in lower case.
pub(super) fn word(text: &str) -> Option<Word> {
    if let Some(month) = month(text) {
        return Some(Word::Month(month));
    }
    if is_short_for(text, &DAYS).is_some() {
        return Some(Word::Weekday);
    }
    match text {
        "st" | "nd" | "rd" | "th" | "of" | "the" => Some(Word::Filler),
        "w" | "wk" | "week" | "wkno" => Some(Word::Week),
        "wc" | "wb" | "we" | "commencing" | "beginning" | "ending" | "starting" => {
            Some(Word::WeekOf)
        }
        "q" | "qtr" | "quarter" => Some(Word::Quarter),
        "t" => Some(Word::Time),
        _ => None,
    }
}

fn month(text: &str) -> Option<u32> {
    let place = if text == "sept" {
        Some(8)
    } else {
        is_short_for(text, &MONTHS)
    };
    place.and_then(|place| u32::try_from(place + 1).ok())
}

/// The place of the name that this is, or of which it is the first three letters.
fn is_short_for(text: &str, names: &[&str]) -> Option<usize> {
    let is_short = |name: &str| {
        text == name
            || (3..=5).contains(&text.len()) && name.starts_with(text) && text.len() < name.len()
    };
    names.iter().position(|name| is_short(name))
}
