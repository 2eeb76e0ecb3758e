//! Periods that are stored as bare numbers: `202608`, and days counted from the beginning of a workbook whose cells
//! lost their format. One such number says nothing; a column that holds nothing else does.

use super::parse::{is_real, parse};
use crate::grid::{Cell, Nature};
use chrono::{Datelike, Days, NaiveDate};
use std::borrow::Cow;

/// How the cells of a period column say their period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum PeriodForm {
    /// As people write dates.
    #[default]
    Written,
    /// Year and month in six digits.
    YearMonth,
    /// Days since this one.
    DaysSince(NaiveDate),
}

impl PeriodForm {
    /// Whether a cell is of this form.
    pub(crate) fn fits(self, cell: Cell<'_>) -> bool {
        match self {
            Self::Written => parse(cell.text).is_some(),
            Self::YearMonth => year_month(cell.text).is_some(),
            Self::DaysSince(nought) => {
                cell.nature == Nature::Number && day_since(nought, cell.text).is_some()
            }
        }
    }

    /// The same period as people write it; a cell of another form as it is.
    pub(crate) fn spelled(self, text: &str) -> Cow<'_, str> {
        let spelled = match self {
            Self::Written => None,
            Self::YearMonth => year_month(text),
            Self::DaysSince(nought) => day_since(nought, text).map(|day| day.to_string()),
        };
        spelled.map_or(Cow::Borrowed(text), Cow::Owned)
    }
}

/// "2026-08" of "202608".
fn year_month(text: &str) -> Option<String> {
    let is_number = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = text.split_at_checked(4).filter(|_| is_number)?;
    let first = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
    is_real(first).then(|| format!("{year}-{month}"))
}

/// A day of this century; all others are more likely to be numbers of something else.
fn day_since(nought: NaiveDate, text: &str) -> Option<NaiveDate> {
    if text.len() != 5 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = nought.checked_add_days(Days::new(text.parse().ok()?))?;
    (2000..=2099).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nought() -> NaiveDate {
        NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()
    }

    #[test]
    fn numbers_are_spelled_as_the_period_they_stand_for() {
        let days = PeriodForm::DaysSince(nought());
        assert_eq!(PeriodForm::YearMonth.spelled("202608"), "2026-08");
        assert_eq!(days.spelled("46235"), "2026-08-01");
        assert_eq!(days.spelled("36526"), "2000-01-01");
        assert_eq!(days.spelled("73050"), "2099-12-31");
    }

    #[test]
    fn other_numbers_stay_as_they_are() {
        for text in [
            "202613",
            "202600",
            "2026",
            "196912",
            "220001",
            "２０２６０８",
            "x",
        ] {
            assert_eq!(PeriodForm::YearMonth.spelled(text), text);
        }
        for text in ["36525", "73051", "4623", "46235.5", "-4623"] {
            assert_eq!(PeriodForm::DaysSince(nought()).spelled(text), text);
        }
    }

    #[test]
    fn days_are_counted_in_numbers_and_not_in_texts() {
        let cell = |nature| Cell {
            text: "46235",
            nature,
        };
        let days = PeriodForm::DaysSince(nought());
        assert!(days.fits(cell(Nature::Number)));
        assert!(!days.fits(cell(Nature::Text)));
    }
}
