//! Periods: the day, ISO week, calendar month or quarter that a figure is about.
//!
//! Invariant: a period starts on the first day of its grain, so two periods of one grain never overlap and
//! equal periods compare equal. A week belongs to the month of its Thursday (rulings 7; ISO 8601 gives a week
//! to the year of its Thursday for the same reason: that is where most of its days lie).

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;

/// How long a period is. Grains of one KPI never mix on a chart (rulings 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// An ISO week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
}

impl Grain {
    /// All grains, finest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Quarter];

    /// The number a grain has in keys and files: 0 day, 1 week, 2 month, 3 quarter.
    pub fn code(self) -> u8 {
        match self {
            Self::Day => 0,
            Self::Week => 1,
            Self::Month => 2,
            Self::Quarter => 3,
        }
    }

    /// The grain of a number given by [`Self::code`].
    pub fn from_code(code: u8) -> Option<Self> {
        match code {
            0 => Some(Self::Day),
            1 => Some(Self::Week),
            2 => Some(Self::Month),
            3 => Some(Self::Quarter),
            _ => None,
        }
    }
}

/// A day, week, month or quarter. Ordered by first day, then by grain, shortest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    start: NaiveDate,
    grain: Grain,
}

/// Why a text is not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodRefusal {
    /// Not written as `YYYY-MM-DD`, `YYYY-Www`, `YYYY-MM` or `YYYY-Qn`.
    #[error("a period is written 2026-08-29, 2026-W35, 2026-08 or 2026-Q3")]
    Form,
    /// Written well, but no such day, week, month or quarter exists.
    #[error("there is no such day, week, month or quarter")]
    NoSuchPeriod,
    /// Before 1970 or after 2199: a slip of the pen, not a period of work.
    #[error("the year is not between 1970 and 2199")]
    Year,
}

/// First and last year a period may start in.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

impl Period {
    /// The period of a grain that a day lies in.
    pub fn containing(grain: Grain, day: NaiveDate) -> Self {
        let first = |month: u32| NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        let start = match grain {
            Grain::Day => day,
            Grain::Week => {
                let back = u64::from(day.weekday().num_days_from_monday());
                day.checked_sub_days(Days::new(back)).unwrap_or(day)
            }
            Grain::Month => first(day.month()),
            Grain::Quarter => first(day.month0() / 3 * 3 + 1),
        };
        Self { start, grain }
    }

    /// Its grain.
    pub fn grain(self) -> Grain {
        self.grain
    }

    /// Its first day.
    pub fn start(self) -> NaiveDate {
        self.start
    }

    /// Its last day.
    pub fn end(self) -> NaiveDate {
        self.next().start.pred_opt().unwrap_or(self.start)
    }

    /// The period of the same grain that follows.
    #[must_use]
    pub fn next(self) -> Self {
        // 1 day, 1 week, 31 days from the first of a month, 92 from the first of a quarter: each lands in the
        // following period and in none beyond.
        let step = match self.grain {
            Grain::Day => 1,
            Grain::Week => 7,
            Grain::Month => 31,
            Grain::Quarter => 92,
        };
        let day = self
            .start
            .checked_add_days(Days::new(step))
            .unwrap_or(self.start);
        Self::containing(self.grain, day)
    }

    /// The period of the same grain before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::containing(self.grain, self.start.pred_opt().unwrap_or(self.start))
    }

    /// The month it belongs to: of a week, the month of its Thursday; of a quarter, its last month, the first
    /// in which the quarter's figure can be known.
    #[must_use]
    pub fn month(self) -> Self {
        let day = match self.grain {
            Grain::Day | Grain::Month => self.start,
            Grain::Week => self
                .start
                .checked_add_days(Days::new(3))
                .unwrap_or(self.start),
            Grain::Quarter => self.end(),
        };
        Self::containing(Grain::Month, day)
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end()
    }

    /// One number that orders like the period itself: days since 1 January 1970, times 4, plus the grain's code.
    pub fn key(self) -> i64 {
        days_since_epoch(self.start) * 4 + i64::from(self.grain.code())
    }

    /// The period of a key made by [`Self::key`]; nothing for any other number.
    pub fn from_key(key: i64) -> Option<Self> {
        let grain = Grain::from_code(u8::try_from(key.rem_euclid(4)).ok()?)?;
        let start = day_from_epoch(key.div_euclid(4))?;
        let period = Self::containing(grain, start);
        (period.start == start).then_some(period)
    }
}

/// Days since 1 January 1970; negative before it.
pub fn days_since_epoch(day: NaiveDate) -> i64 {
    day.signed_duration_since(NaiveDate::default()).num_days()
}

/// The day a number of days after 1 January 1970.
pub fn day_from_epoch(days: i64) -> Option<NaiveDate> {
    let offset = Days::new(days.unsigned_abs());
    let epoch = NaiveDate::default();
    if days < 0 {
        epoch.checked_sub_days(offset)
    } else {
        epoch.checked_add_days(offset)
    }
}

/// Reads `2026-08-29`, `2026-W35`, `2026-08` or `2026-Q3`.
pub fn parse_period(text: &str) -> Result<Period, PeriodRefusal> {
    let (year, rest) = text.split_once('-').ok_or(PeriodRefusal::Form)?;
    let year = i32::try_from(digits(year, 4)?).map_err(|_| PeriodRefusal::Form)?;
    let (grain, start) = if let Some(week) = rest.strip_prefix('W') {
        (
            Grain::Week,
            NaiveDate::from_isoywd_opt(year, digits(week, 2)?, Weekday::Mon),
        )
    } else if let Some(quarter) = rest.strip_prefix('Q') {
        let quarter = digits(quarter, 1)?;
        let month = quarter
            .checked_mul(3)
            .and_then(|end| end.checked_sub(2))
            .unwrap_or(0);
        (Grain::Quarter, NaiveDate::from_ymd_opt(year, month, 1))
    } else if let Some((month, day)) = rest.split_once('-') {
        (
            Grain::Day,
            NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?),
        )
    } else {
        (
            Grain::Month,
            NaiveDate::from_ymd_opt(year, digits(rest, 2)?, 1),
        )
    };
    if !YEARS.contains(&year) {
        return Err(PeriodRefusal::Year);
    }
    start
        .map(|start| Period { start, grain })
        .ok_or(PeriodRefusal::NoSuchPeriod)
}

/// A number of exactly so many digits.
fn digits(text: &str, length: usize) -> Result<u32, PeriodRefusal> {
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PeriodRefusal::Form);
    }
    text.parse().map_err(|_| PeriodRefusal::Form)
}

/// The text form that [`parse_period`] reads back.
impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.start.year(), self.start.month(), self.start.day());
        match self.grain {
            Grain::Day => write!(formatter, "{year:04}-{month:02}-{day:02}"),
            Grain::Week => {
                let week = self.start.iso_week();
                write!(formatter, "{:04}-W{:02}", week.year(), week.week())
            }
            Grain::Month => write!(formatter, "{year:04}-{month:02}"),
            Grain::Quarter => write!(formatter, "{year:04}-Q{}", month.div_ceil(3)),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests;
