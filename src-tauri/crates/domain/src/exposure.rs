//! How much time an adviser had for the work: full-time days or months, from the working calendar, the contracted
//! share and the days lost. It is stored on each figure whose KPI is a rate over time, so that a part-timer or
//! somebody back from leave is compared by what was possible (Part-time Workers Regulations 2000 reg 5).

use crate::calendar::WorkingCalendar;
use crate::kpi::ExposureKind;
use crate::period::{Grain, Period};
use crate::team::{Adviser, Availability};
use chrono::NaiveDate;

/// The exposure of an adviser in a period, in thousandths of its unit; nothing when it is not a matter of time.
pub fn derive_exposure(
    adviser: &Adviser,
    kind: ExposureKind,
    period: Period,
    calendar: &WorkingCalendar,
) -> Option<i64> {
    match kind {
        ExposureKind::None | ExposureKind::Caseload | ExposureKind::Contacts => None,
        ExposureKind::FteDays => Some(full_time_days(
            adviser,
            (period.start(), period.end()),
            calendar,
        )),
        ExposureKind::FteMonths => Some(full_time_months(adviser, period, calendar)),
    }
}

/// Contracted days less days lost, from one day to another, in thousandths; never below nothing.
fn full_time_days(
    adviser: &Adviser,
    (from, to): (NaiveDate, NaiveDate),
    calendar: &WorkingCalendar,
) -> i64 {
    let mut contracted = 0;
    let mut day = from;
    while day <= to {
        if calendar.is_working_day(day) {
            contracted += share_on(adviser, day);
        }
        match day.succ_opt() {
            Some(next) => day = next,
            None => break,
        }
    }
    let lost: i64 = adviser
        .availability
        .iter()
        .map(|absence| lost_between(absence, (from, to), calendar))
        .sum();
    (contracted - lost).max(0)
}

/// Full-time months: for each calendar month touched, the share of its working days that was worked.
fn full_time_months(adviser: &Adviser, period: Period, calendar: &WorkingCalendar) -> i64 {
    let mut month = Period::containing(Grain::Month, period.start());
    let mut thousandths = 0;
    while month.start() <= period.end() {
        let working = i64::from(calendar.working_days(month.start(), month.end()));
        let part = (
            month.start().max(period.start()),
            month.end().min(period.end()),
        );
        if working > 0 {
            let days = full_time_days(adviser, part, calendar);
            thousandths += (days + working / 2) / working;
        }
        month = month.next();
    }
    thousandths
}

/// The share of full time on a day in thousandths; full time where no assignment says otherwise.
fn share_on(adviser: &Adviser, day: NaiveDate) -> i64 {
    if !adviser.is_present_between(day, day) {
        return 0;
    }
    if adviser.assignments.is_empty() {
        return 1000;
    }
    let in_force = adviser
        .assignments
        .iter()
        .filter(|one| one.from <= day && one.to.is_none_or(|end| end >= day));
    in_force.map(|one| i64::from(one.share.thousandths())).sum()
}

/// Thousandths of a day lost between two days. An absence that reaches beyond them is spread evenly over its own
/// working days.
fn lost_between(
    absence: &Availability,
    (from, to): (NaiveDate, NaiveDate),
    calendar: &WorkingCalendar,
) -> i64 {
    let lost = i64::from(absence.half_days) * 500;
    let inside = calendar.working_days(absence.from.max(from), absence.to.min(to));
    let whole = calendar.working_days(absence.from, absence.to);
    if inside == whole || whole == 0 {
        let touches = absence.from <= to && absence.to >= from;
        return if touches { lost } else { 0 };
    }
    (lost * i64::from(inside) + i64::from(whole) / 2) / i64::from(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::parse_period;
    use crate::team::{AdviserId, Alias, Assignment, FullTimeShare, TeamId};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn adviser(shares: &[(&str, Option<&str>, u16)]) -> Adviser {
        let assignment = |(from, to, share): &(&str, Option<&str>, u16)| Assignment {
            team: TeamId(1),
            site: None,
            grade: None,
            band: None,
            share: FullTimeShare::from_thousandths(*share).unwrap(),
            from: day(from),
            to: to.map(day),
        };
        Adviser {
            id: AdviserId(1),
            alias: Alias::parse("Farid").unwrap(),
            name: None,
            started: None,
            left: None,
            assignments: shares.iter().map(assignment).collect(),
            availability: Vec::new(),
        }
    }

    fn lost(from: &str, to: &str, half_days: u16) -> Availability {
        Availability {
            from: day(from),
            to: day(to),
            half_days,
        }
    }

    fn check(adviser: &Adviser, kind: ExposureKind, period: &str, expected: i64) {
        let holidays = [day("2026-08-31"), day("2026-12-25"), day("2026-12-28")];
        let calendar = WorkingCalendar::new(holidays, day("2035-12-31"));
        let period = parse_period(period).unwrap();
        assert_eq!(
            derive_exposure(adviser, kind, period, &calendar),
            Some(expected),
            "{period}"
        );
    }

    #[test]
    fn a_full_week_is_five_days_and_a_week_with_a_bank_holiday_four() {
        let full = adviser(&[("2020-01-01", None, 1000)]);
        check(&full, ExposureKind::FteDays, "2026-W48", 5000);
        check(&full, ExposureKind::FteDays, "2026-W36", 4000);
        let part = adviser(&[("2020-01-01", None, 800)]);
        check(&part, ExposureKind::FteDays, "2026-W48", 4000);
    }

    #[test]
    fn a_whole_month_is_exactly_one_whatever_its_length() {
        let full = adviser(&[("2020-01-01", None, 1000)]);
        for month in ["2026-02", "2026-08", "2026-12"] {
            check(&full, ExposureKind::FteMonths, month, 1000);
        }
        check(&full, ExposureKind::FteMonths, "2026-Q4", 3000);
    }

    #[test]
    fn days_lost_count_in_the_period_they_fall_in() {
        let mut full = adviser(&[("2020-01-01", None, 1000)]);
        full.availability = vec![lost("2026-11-20", "2026-11-24", 6)];
        check(&full, ExposureKind::FteDays, "2026-W47", 4000);
        check(&full, ExposureKind::FteDays, "2026-W48", 3000);
        full.availability = vec![lost("2026-11-24", "2026-11-24", 1)];
        check(&full, ExposureKind::FteDays, "2026-W48", 4500);
    }

    #[test]
    fn nobody_works_less_than_nothing_or_before_they_came() {
        let mut full = adviser(&[("2026-11-26", None, 1000)]);
        check(&full, ExposureKind::FteDays, "2026-W48", 2000);
        full.availability = vec![lost("2026-11-26", "2026-11-27", 20)];
        check(&full, ExposureKind::FteDays, "2026-W48", 0);
        full.availability.clear();
        full.left = Some(day("2026-11-26"));
        check(&full, ExposureKind::FteDays, "2026-W48", 1000);
    }

    #[test]
    fn a_changed_share_counts_from_its_day() {
        let changed = adviser(&[
            ("2020-01-01", Some("2026-11-24"), 1000),
            ("2026-11-25", None, 500),
        ]);
        check(&changed, ExposureKind::FteDays, "2026-W48", 3500);
    }

    #[test]
    fn what_is_no_matter_of_time_has_none() {
        let full = adviser(&[("2020-01-01", None, 1000)]);
        let calendar = WorkingCalendar::new([], day("2035-12-31"));
        let week = parse_period("2026-W48").unwrap();
        assert_eq!(
            derive_exposure(&full, ExposureKind::Caseload, week, &calendar),
            None
        );
    }
}
