//! Outcomes: job starts, what became of whole cohorts, and whether work lasted.

use super::maker::Maker;
use super::series::{Reading, SampleKpi, count, month, numbered, share};
use super::stories as told;
use domain::period::Period;

impl Maker {
    pub(super) fn job_starts(&mut self) -> Vec<Reading> {
        if self.person.alias == "Amara" {
            return self.over_months(numbered(month(2025, 9), &told::AMARA_JOB_STARTS));
        }
        let mean = 560 * u64::from(self.person.share) / 1000;
        let mut readings = Vec::new();
        for period in self.months() {
            let made = self.draw.count(mean).clamp(1, 11);
            let number = if period == month(2026, 11) {
                self.told(&told::NOVEMBER_JOB_STARTS).flatten()
            } else if period == month(2026, 10) {
                self.told(&told::OCTOBER_JOB_STARTS)
            } else {
                Some(made)
            };
            readings.extend(number.map(|number| count(period, number)));
        }
        if self.person.alias == "Farid" {
            for (reading, told) in readings.iter_mut().zip(told::FARID_JOB_STARTS) {
                reading.numerator = told;
            }
        }
        if self.person.alias == "Grace" {
            let august = readings.iter_mut().find(|one| one.period == month(2026, 8));
            if let Some(august) = august {
                august.numerator = told::GRACE_SUSTAINED.1;
            }
        }
        self.over_months(readings)
    }

    /// Months under contract, as the organisation reports them: the same in every month.
    fn over_months(&self, mut readings: Vec<Reading>) -> Vec<Reading> {
        for reading in &mut readings {
            reading.exposure = Some(i64::from(self.person.share));
        }
        readings
    }

    /// Cohorts that have had their twelve months add up to the story; later ones are still open.
    pub(super) fn cohort(&mut self) -> Vec<Reading> {
        let mut readings = Vec::new();
        if let Some((part, whole)) = self.told(&told::COHORT).flatten() {
            let months = self.periods(month(2024, 12), month(2025, 11));
            readings = self.spread(&months, part, whole);
        }
        for (age, period) in
            (1_u64..).zip(self.periods(month(2025, 12), month(2026, 11)).iter().rev())
        {
            let whole = self.draw.between(7, 15);
            let whole = self.scaled(whole);
            let part = self.draw.successes(whole, age * 24_000);
            readings.push(share(*period, part, whole));
        }
        readings.sort_by_key(|reading| reading.period);
        readings
    }

    /// A total spread over months: starts evenly, job starts wherever one of the starts is left.
    fn spread(&mut self, months: &[Period], part: i64, whole: i64) -> Vec<Reading> {
        let parts = i64::try_from(months.len()).unwrap_or(1).max(1);
        let mut readings: Vec<Reading> = (0_i64..)
            .zip(months)
            .map(|(place, period)| {
                share(
                    *period,
                    0,
                    whole * (place + 1) / parts - whole * place / parts,
                )
            })
            .collect();
        for done in 0..part {
            let mut left = self.draw.between(0, whole - done - 1);
            for reading in &mut readings {
                let free = reading.denominator.unwrap_or_default() - reading.numerator;
                if left < free {
                    reading.numerator += 1;
                    break;
                }
                left -= free;
            }
        }
        readings
    }

    /// Out of the job starts of each month that is 13 weeks past.
    pub(super) fn sustained(&mut self) -> Vec<Reading> {
        let mut readings = Vec::new();
        for start in SampleKpi::JobStarts.series(self.place) {
            if start.period > month(2026, 8) {
                break;
            }
            let part = self.draw.successes(start.numerator, 680_000);
            let is_told = self.person.alias == "Grace" && start.period == month(2026, 8);
            let part = if is_told {
                told::GRACE_SUSTAINED.0
            } else {
                part
            };
            readings.push(share(start.period, part, start.numerator));
        }
        readings
    }
}
