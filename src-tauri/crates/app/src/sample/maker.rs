//! Making a series of one adviser: the told numbers in their place, chance around them.

use super::draw::Draw;
use super::people::{PEOPLE, Person};
use super::series::{Reading, SampleKpi, count, month, numbered, share, week};
use super::stories as told;
use crate::calendar::working_calendar;
use domain::calendar::Territory;
use domain::exposure::derive_exposure;
use domain::kpi::ExposureKind;
use domain::period::Period;
use domain::team::TeamId;

/// The shared part of all series: whose, and the chance they are made with.
pub(super) struct Maker {
    pub(super) place: usize,
    pub(super) person: &'static Person,
    pub(super) draw: Draw,
}

impl Maker {
    /// The maker of one KPI's series for the adviser at a place in the team.
    pub(super) fn of(kpi: SampleKpi, place: usize) -> Option<Self> {
        Some(Self {
            place,
            person: PEOPLE.get(place)?,
            draw: Draw::of(kpi.number(), u64::try_from(place).unwrap_or_default()),
        })
    }

    /// Periods from one to another in which the adviser was in the team to the end, or left within.
    pub(super) fn periods(&self, first: Period, last: Period) -> Vec<Period> {
        let mut periods = Vec::new();
        let mut period = first;
        while period <= last {
            let is_in = self.person.started() <= period.end()
                && self.person.left().is_none_or(|left| left >= period.start());
            if is_in {
                periods.push(period);
            }
            period = period.next();
        }
        periods
    }

    /// The twenty-five months.
    pub(super) fn months(&self) -> Vec<Period> {
        self.periods(month(2024, 11), month(2026, 11))
    }

    pub(super) fn told<T: Copy>(&self, row: &told::Row<T>) -> Option<T> {
        row.get(self.place).copied()
    }

    /// A share with its denominator between two numbers, and November as it is told.
    pub(super) fn share(
        &mut self,
        out_of: (i64, i64),
        chance: u64,
        november: told::Row<Option<(i64, i64)>>,
    ) -> Vec<Reading> {
        let is_told = november.iter().any(Option::is_some);
        let mut readings = Vec::new();
        for period in self.months() {
            let whole = self.draw.between(out_of.0, out_of.1);
            let whole = self.scaled(whole);
            let part = self.draw.successes(whole, chance);
            if is_told && period == month(2026, 11) {
                let told = self.told(&november).flatten();
                readings.extend(told.map(|(part, whole)| share(period, part, whole)));
            } else {
                readings.push(share(period, part, whole));
            }
        }
        readings
    }

    /// A part-timer has their share of the work.
    pub(super) fn scaled(&self, full: i64) -> i64 {
        (full * i64::from(self.person.share) + 500) / 1000
    }

    pub(super) fn contacts(&mut self) -> Vec<Reading> {
        const RATES: told::Row<u64> = [520, 585, 610, 560, 555, 580, 590, 560];
        let rate = self.told(&RATES).unwrap_or_default();
        let calendar = working_calendar(Territory::EnglandAndWales);
        let Ok(adviser) = self.person.adviser(TeamId(1)) else {
            return Vec::new();
        };
        let mut readings = Vec::new();
        for period in self.months() {
            let days = derive_exposure(&adviser, ExposureKind::FteDays, period, &calendar);
            let thousandths = u64::try_from(days.unwrap_or_default()).unwrap_or_default();
            let made = self.draw.count(rate * thousandths / 1000);
            let told = self.told(&told::NOVEMBER_CONTACTS).flatten();
            let number = told.filter(|_| period == month(2026, 11)).unwrap_or(made);
            readings.push(Reading {
                exposure: days,
                ..count(period, number)
            });
        }
        readings
    }

    /// Days under contract, as the organisation reports them: the same in every week.
    fn over_weeks(&self, mut readings: Vec<Reading>) -> Vec<Reading> {
        for reading in &mut readings {
            reading.exposure = Some(i64::from(self.person.share) * 5);
        }
        readings
    }

    pub(super) fn conversations(&mut self) -> Vec<Reading> {
        let first = week(2025, 12, 1);
        let told = match self.person.alias {
            "Grace" => numbered(first, &told::GRACE_CONVERSATIONS),
            "Farid" => numbered(week(2026, 8, 3), &told::FARID_CONVERSATIONS),
            "Chloe" => numbered(week(2026, 10, 5), &told::CHLOE_CONVERSATIONS),
            _ => Vec::new(),
        };
        let told_from = told
            .first()
            .map_or(week(2026, 11, 30), |reading| reading.period);
        let mut readings: Vec<Reading> = self
            .periods(first, week(2026, 11, 23))
            .into_iter()
            .filter(|period| *period < told_from)
            .map(|period| count(period, self.draw.between(6, 8) + self.draw.between(0, 4)))
            .collect();
        readings.extend(told);
        let last = self.told(&told::LAST_CONVERSATIONS).flatten();
        if let (Some(reading), Some(last)) = (readings.last_mut(), last) {
            reading.numerator = last;
        }
        self.over_weeks(readings)
    }

    pub(super) fn interviews(&mut self) -> Vec<Reading> {
        let told_from = month(2026, 9);
        let mut readings = Vec::new();
        for period in self.months() {
            let whole = self.draw.between(17, 25);
            let whole = self.scaled(whole);
            let part = self.draw.successes(whole, 290_000);
            let place = [told_from, told_from.next(), told_from.next().next()];
            let place = place.iter().position(|one| *one == period);
            let row = place.and_then(|place| told::INTERVIEWS.get(place));
            match row {
                Some(row) => {
                    let told = self.told(row).flatten();
                    readings.extend(told.map(|(part, whole)| share(period, part, whole)));
                }
                None => readings.push(share(period, part, whole)),
            }
        }
        readings
    }

    pub(super) fn caseload(&mut self) -> Vec<Reading> {
        let weeks = self.periods(week(2024, 11, 4), week(2026, 11, 23));
        let mut readings: Vec<Reading> = weeks
            .into_iter()
            .map(|period| {
                count(
                    period,
                    (58 + self.draw.between(0, 3) + self.draw.between(0, 3)) * 1000,
                )
            })
            .collect();
        let last = self.told(&told::LAST_CASELOAD).flatten();
        if let (Some(reading), Some(last)) = (readings.last_mut(), last) {
            reading.numerator = last * 1000;
        }
        readings
    }

    /// A mean over the month's replies, kept as their sum. Ben's July 2026 got lost.
    pub(super) fn experience(&mut self) -> Vec<Reading> {
        let mut readings = Vec::new();
        for period in self.months() {
            let replies = self.draw.between(11, 17);
            let replies = self.scaled(replies);
            let mean = 72_000 + 500 * (self.draw.between(0, 9) + self.draw.between(0, 9));
            if !(self.person.alias == "Ben" && period == month(2026, 7)) {
                readings.push(share(period, mean * replies, replies));
            }
        }
        readings
    }

    pub(super) fn files(&mut self) -> Vec<Reading> {
        let mut readings = Vec::new();
        for period in self.months() {
            let part = self.draw.successes(12, 880_000);
            let is_told = self.person.alias == "Grace" && period == month(2026, 11);
            let (part, whole) = if is_told {
                told::GRACE_FILES
            } else {
                (part, 12)
            };
            readings.push(share(period, part, whole));
        }
        readings
    }
}
