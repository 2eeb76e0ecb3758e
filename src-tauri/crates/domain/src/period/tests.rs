use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn check(text: &str, grain: Grain, start: &str, end: &str, month: &str) {
    let period = parse_period(text).unwrap();
    assert_eq!(period.grain(), grain, "{text}");
    assert_eq!(
        (period.start(), period.end()),
        (day(start), day(end)),
        "{text}"
    );
    assert_eq!(period.month().to_string(), month, "{text}");
    assert_eq!(period.to_string(), text);
}

#[test]
fn every_written_form_gives_its_days_and_its_month() {
    check(
        "2026-08-29",
        Grain::Day,
        "2026-08-29",
        "2026-08-29",
        "2026-08",
    );
    check(
        "2026-08",
        Grain::Month,
        "2026-08-01",
        "2026-08-31",
        "2026-08",
    );
    check(
        "2024-02",
        Grain::Month,
        "2024-02-01",
        "2024-02-29",
        "2024-02",
    );
    check(
        "2026-Q3",
        Grain::Quarter,
        "2026-07-01",
        "2026-09-30",
        "2026-09",
    );
    check(
        "2026-Q1",
        Grain::Quarter,
        "2026-01-01",
        "2026-03-31",
        "2026-03",
    );
    check(
        "2026-W35",
        Grain::Week,
        "2026-08-24",
        "2026-08-30",
        "2026-08",
    );
}

#[test]
fn a_week_belongs_to_the_month_of_its_thursday() {
    check(
        "2026-W31",
        Grain::Week,
        "2026-07-27",
        "2026-08-02",
        "2026-07",
    );
    check(
        "2026-W01",
        Grain::Week,
        "2025-12-29",
        "2026-01-04",
        "2026-01",
    );
    check(
        "2026-W53",
        Grain::Week,
        "2026-12-28",
        "2027-01-03",
        "2026-12",
    );
}

#[test]
fn a_day_week_month_or_quarter_that_does_not_exist_is_refused() {
    for text in [
        "2026-02-30",
        "2025-W53",
        "2026-W00",
        "2026-13",
        "2026-00",
        "2026-Q5",
        "2026-Q0",
    ] {
        assert_eq!(
            parse_period(text),
            Err(PeriodRefusal::NoSuchPeriod),
            "{text}"
        );
    }
}

#[test]
fn anything_else_than_the_four_forms_is_refused() {
    for text in [
        "",
        "2026",
        "2026-8",
        "26-08",
        "2026-08-1",
        "2026-w35",
        "2026-08-29 ",
        "2026-+8",
        "٢٠٢٦-08",
    ] {
        assert_eq!(parse_period(text), Err(PeriodRefusal::Form), "{text}");
    }
    assert_eq!(parse_period("1066-10"), Err(PeriodRefusal::Year));
    assert_eq!(parse_period("9999-12-31"), Err(PeriodRefusal::Year));
}

#[test]
fn a_key_that_no_period_has_gives_none() {
    let second = days_since_epoch(day("2026-08-02")) * 4;
    assert_eq!(
        Period::from_key(second).map(|period| period.to_string()),
        Some("2026-08-02".to_owned())
    );
    assert_eq!(
        Period::from_key(second + 2),
        None,
        "a month starts on the first"
    );
    assert_eq!(Period::from_key(i64::MAX), None);
    assert_eq!(Period::from_key(i64::MIN), None);
}

proptest! {
    #[test]
    fn periods_follow_each_other_without_gap_or_overlap(days in 1i64..80_000, code in 0u8..4) {
        let day = day_from_epoch(days).unwrap();
        let period = Period::containing(Grain::from_code(code).unwrap(), day);
        prop_assert!(period.contains(day));
        prop_assert_eq!(period.next().start(), period.end().succ_opt().unwrap());
        prop_assert_eq!(period.next().previous(), period);
        prop_assert_eq!(period.previous().end().succ_opt().unwrap(), period.start());
    }

    #[test]
    fn text_and_key_give_the_period_back_and_order_like_it(a in 400i64..80_000, b in 400i64..80_000, x in 0u8..4, y in 0u8..4) {
        let one = Period::containing(Grain::from_code(x).unwrap(), day_from_epoch(a).unwrap());
        let other = Period::containing(Grain::from_code(y).unwrap(), day_from_epoch(b).unwrap());
        prop_assert_eq!(parse_period(&one.to_string()), Ok(one));
        prop_assert_eq!(Period::from_key(one.key()), Some(one));
        prop_assert_eq!(one.cmp(&other), one.key().cmp(&other.key()));
    }
}
