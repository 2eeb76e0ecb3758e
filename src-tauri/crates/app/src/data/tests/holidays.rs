//! The dates against the Act and the proclamations.

use crate::data::*;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::calendar::Territory;
use std::collections::BTreeSet;

/// Easter Sunday (Gauss's rule with the Gregorian corrections for 1900 to 2099: Meeus 1991, chapter 8).
fn easter(year: i32) -> NaiveDate {
    let moon = (19 * (year % 19) + 24) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    let days = u64::try_from(moon + sunday).unwrap();
    let is_late = moon + sunday == 35 || (moon + sunday == 34 && moon == 28 && year % 19 > 10);
    date(year, 3, 22) + Days::new(days) - Days::new(if is_late { 7 } else { 0 })
}

fn date(year: i32, month: i32, day: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month.unsigned_abs(), day.unsigned_abs()).unwrap()
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The first Monday on or after a day.
fn monday(from: NaiveDate) -> NaiveDate {
    from.iter_days()
        .find(|day| day.weekday() == Weekday::Mon)
        .unwrap()
}

/// Days that keep their date when they fall on a weekday, and else move to the next weekday that is free.
fn substituted(days: &[NaiveDate]) -> Vec<NaiveDate> {
    let mut taken: Vec<NaiveDate> = days
        .iter()
        .copied()
        .filter(|day| !is_weekend(*day))
        .collect();
    for day in days.iter().filter(|day| is_weekend(**day)) {
        let free = day
            .iter_days()
            .find(|day| !is_weekend(*day) && !taken.contains(day));
        taken.extend(free);
    }
    taken
}

fn by_rule(territory: Territory, year: i32) -> BTreeSet<NaiveDate> {
    let easter = easter(year);
    let mut days = BTreeSet::from([easter - Days::new(2)]);
    days.insert(if year == 2020 {
        date(2020, 5, 8)
    } else {
        monday(date(year, 5, 1))
    });
    days.insert(if year == 2022 {
        date(2022, 6, 2)
    } else {
        monday(date(year, 5, 25))
    });
    days.extend(substituted(&[date(year, 12, 25), date(year, 12, 26)]));
    match year {
        2022 => days.extend([date(2022, 6, 3), date(2022, 9, 19)]),
        2023 => days.extend([date(2023, 5, 8)]),
        2026 if territory == Territory::Scotland => days.extend([date(2026, 6, 15)]),
        _ => {}
    }
    if territory == Territory::Scotland {
        days.extend(substituted(&[date(year, 1, 1), date(year, 1, 2)]));
        days.extend(substituted(&[date(year, 11, 30)]));
        days.insert(monday(date(year, 8, 1)));
        return days;
    }
    days.extend(substituted(&[date(year, 1, 1)]));
    days.insert(easter + Days::new(1));
    days.insert(monday(date(year, 8, 25)));
    if territory == Territory::NorthernIreland {
        days.extend(substituted(&[date(year, 3, 17)]));
        days.extend(substituted(&[date(year, 7, 12)]));
    }
    days
}

#[test]
fn bank_holidays_follow_the_act_and_the_proclamations_to_2035() {
    let holidays = parse_holidays(BANK_HOLIDAYS).unwrap();
    assert_eq!(holidays.known_until, date(2035, 12, 31));
    for territory in [
        Territory::EnglandAndWales,
        Territory::Scotland,
        Territory::NorthernIreland,
    ] {
        for year in 2020..=2035 {
            let listed = holidays.of(territory).iter().copied();
            let listed: BTreeSet<NaiveDate> = listed.filter(|day| day.year() == year).collect();
            assert_eq!(listed, by_rule(territory, year), "{territory:?} {year}");
        }
    }
}

#[test]
fn boxing_day_2026_is_kept_on_monday_the_28th() {
    let holidays = parse_holidays(BANK_HOLIDAYS).unwrap();
    for territory in [
        Territory::EnglandAndWales,
        Territory::Scotland,
        Territory::NorthernIreland,
    ] {
        let calendar = holidays.calendar(territory);
        assert!(
            calendar.is_bank_holiday(date(2026, 12, 28)),
            "{territory:?}"
        );
        assert!(
            !calendar.is_bank_holiday(date(2026, 12, 26)),
            "the Saturday itself is no working day anyway"
        );
    }
    assert_eq!(easter(2026), date(2026, 4, 5));
}

#[test]
fn a_file_of_holidays_with_a_fault_is_not_half_read() {
    let check = |from: &str, to: &str, expected: &str| {
        let fault = parse_holidays(&BANK_HOLIDAYS.replacen(from, to, 1)).unwrap_err();
        assert!(fault.to_string().contains(expected), "{fault}");
    };
    check(
        "\"2020-01-01\"",
        "\"2020-02-30\"",
        "2020-02-30 is not a day",
    );
    check("\"2020-01-01\"", "\"2036-01-01\"", "days are not in order");
    check(
        "id = \"scotland\"",
        "id = \"wales\"",
        "wales: is not a territory",
    );
    check(
        "known_until = \"2035-12-31\"",
        "",
        "missing field `known_until`",
    );
}
