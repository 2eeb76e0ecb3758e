//! The working calendar: Monday to Friday without the bank holidays of a team's territory.

use crate::data::{BANK_HOLIDAYS, Holidays, parse_holidays};
use chrono::NaiveDate;
use domain::calendar::{Territory, WorkingCalendar};
use std::sync::LazyLock;

static HOLIDAYS: LazyLock<Option<Holidays>> = LazyLock::new(|| parse_holidays(BANK_HOLIDAYS).ok());

/// The working calendar of a territory. Should the dates not load, which a test rules out, it knows no holidays
/// and says so by being known until 1970 only.
pub fn working_calendar(territory: Territory) -> WorkingCalendar {
    HOLIDAYS.as_ref().map_or_else(
        || WorkingCalendar::new([], NaiveDate::default()),
        |holidays| holidays.calendar(territory),
    )
}

/// The last day for which bank holidays are known.
pub fn known_until() -> NaiveDate {
    HOLIDAYS
        .as_ref()
        .map_or_else(NaiveDate::default, |holidays| holidays.known_until)
}
