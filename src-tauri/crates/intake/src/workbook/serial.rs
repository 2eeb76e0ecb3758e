//! Dates of a workbook: days counted from a beginning, made into dates by a number format. Two beginnings are in
//! use; in the older one a 29 February 1900 that never was is counted.

use chrono::{Days, NaiveDate};

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    Percent,
    Date,
    /// A time of day or a duration.
    Time,
}

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    Year1900,
    Year1904,
}

impl Beginning {
    /// The day numbered nought, as seen from any day after February 1900.
    pub(super) fn nought(self) -> Option<NaiveDate> {
        match self {
            Self::Year1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
            Self::Year1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        }
    }
}

/// The date of a stored number, its time of day left out; nothing when it is no date.
pub(super) fn date_of(text: &str, beginning: Beginning) -> Option<NaiveDate> {
    let days: u64 = if text.contains(['e', 'E']) {
        scientific(text)?
    } else {
        text.split('.').next()?.parse().ok()?
    };
    let (first, days) = match beginning {
        Beginning::Year1900 if days < 1 || days == 60 => return None,
        Beginning::Year1900 if days < 60 => (NaiveDate::from_ymd_opt(1899, 12, 31)?, days),
        Beginning::Year1900 | Beginning::Year1904 => (beginning.nought()?, days),
    };
    let date = first.checked_add_days(Days::new(days))?;
    (date <= NaiveDate::from_ymd_opt(9999, 12, 31)?).then_some(date)
}

/// `4.6235E4`, as some programs write a day.
fn scientific(text: &str) -> Option<u64> {
    let number: f64 = text.parse().ok()?;
    let is_day = (0.0..3_000_000.0).contains(&number);
    is_day
        .then(|| format!("{:.0}", number.floor()).parse().ok())
        .flatten()
}

/// What one of the formats every program knows by number makes of a number (ECMA-376, part 1, 18.8.30).
pub(super) fn built_in(id: u64) -> Shape {
    match id {
        9 | 10 => Shape::Percent,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Shape::Time,
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shape::Date,
        _ => Shape::Plain,
    }
}

/// A part of days as hours, minutes and seconds: it is shown as time and counts nothing.
pub(super) fn time_of(text: &str) -> Option<String> {
    const LONGEST: f64 = 1e6;
    let days: f64 = text.parse().ok()?;
    if !(0.0..LONGEST).contains(&days) {
        return None;
    }
    let seconds: i64 = format!("{:.0}", days * 86_400.0).parse().ok()?;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    Some(format!("{hours}:{minutes:02}:{:02}", seconds % 60))
}

/// What a format written out makes of a number: `dd/mm/yyyy`, `0.0%`, `"day "0`.
pub(super) fn written(code: &str) -> Shape {
    let letters = bare(code);
    let has = |wanted: char| letters.contains(wanted);
    let is_time = has('h') || has('s');
    if has('y') || has('d') || (has('m') && !is_time) {
        Shape::Date
    } else if is_time {
        Shape::Time
    } else if has('%') {
        Shape::Percent
    } else {
        Shape::Plain
    }
}

/// The first section of a format without what is quoted, escaped or in brackets.
fn bare(code: &str) -> String {
    let mut letters = String::new();
    let mut rest = code.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '"' => while rest.next().is_some_and(|next| next != '"') {},
            '[' => {
                let inside: String = rest.by_ref().take_while(|next| *next != ']').collect();
                // Hours, minutes or seconds that have passed; all else in brackets is colour, place or condition.
                if inside.chars().all(|letter| "hmsHMS".contains(letter)) {
                    letters.push_str(&inside.to_ascii_lowercase());
                }
            }
            '\\' | '_' | '*' => drop(rest.next()),
            ';' => break,
            _ => letters.push(letter.to_ascii_lowercase()),
        }
    }
    if letters == "general" {
        String::new()
    } else {
        letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, beginning: Beginning, expected: Option<&str>) {
        let date = date_of(text, beginning).map(|date| date.to_string());
        assert_eq!(date.as_deref(), expected, "{text}");
    }

    #[test]
    fn days_are_counted_from_either_beginning() {
        check("46235", Beginning::Year1900, Some("2026-08-01"));
        check("44773", Beginning::Year1904, Some("2026-08-01"));
        check("46235.75", Beginning::Year1900, Some("2026-08-01"));
        check("4.6235E4", Beginning::Year1900, Some("2026-08-01"));
        check("0", Beginning::Year1904, Some("1904-01-01"));
    }

    #[test]
    fn the_leap_day_of_1900_never_was() {
        check("59", Beginning::Year1900, Some("1900-02-28"));
        check("60", Beginning::Year1900, None);
        check("61", Beginning::Year1900, Some("1900-03-01"));
        check("1", Beginning::Year1900, Some("1900-01-01"));
    }

    #[test]
    fn what_is_no_day_is_no_date() {
        for text in ["0.5", "-3", "", "1e300", "99999999", "x", "NaN"] {
            check(text, Beginning::Year1900, None);
        }
    }

    #[test]
    fn formats_tell_dates_from_numbers() {
        for code in [
            "dd/mm/yyyy",
            "mmm-yy",
            "[$-809]d mmmm yyyy;@",
            "yyyy\\-mm\\-dd",
            "d/m/yy h:mm",
        ] {
            assert_eq!(written(code), Shape::Date, "{code}");
        }
        for code in ["0%", "0.0%", "0.00%;[Red]-0.00%"] {
            assert_eq!(written(code), Shape::Percent, "{code}");
        }
        for code in ["General", "0.00", "#,##0", "\"days\" 0", "[$£-809]#,##0"] {
            assert_eq!(written(code), Shape::Plain, "{code}");
        }
        for code in ["h:mm:ss", "[h]:mm", "mm:ss"] {
            assert_eq!(written(code), Shape::Time, "{code}");
        }
        assert_eq!(time_of("1.25").as_deref(), Some("30:00:00"));
        assert_eq!(time_of("0.520833333333333").as_deref(), Some("12:30:00"));
        assert_eq!(time_of("-1"), None);
    }
}
