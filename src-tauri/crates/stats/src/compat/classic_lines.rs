//! Centre and limits of the classic family, one formula per chart (statistics.md 2.2).

use std::f64::consts::PI;

use super::classic::{Classic, Part};
use crate::attribute::{Family, pooled_centre};
use crate::sum::{mean, median};
use crate::xmr::{RANGE_TO_SIGMA, SCREEN_FACTOR, Screening};

/// Exponent that makes times between events look normal (Nelson 1994, J Qual Tech 26:239).
const TIME_POWER: f64 = 3.6;
/// Screening factor of the I-prime chart.
const PRIME_SCREEN: f64 = 3.2665;

/// The lines of one point.
pub(super) struct Lines {
    pub(super) centre: Option<f64>,
    pub(super) limits: [Option<f64>; 2],
    pub(super) two_sigma: [Option<f64>; 2],
}

/// The lines of every point of a part.
pub(super) fn lines(kind: Classic, part: &Part, screening: Screening) -> Vec<Lines> {
    match kind {
        Classic::Run => constant(part, median(&part.base_values()), None),
        Classic::Individuals => individuals(part, screening),
        Classic::MovingRange => moving_range(part),
        Classic::P => ratio(part, Family::Binomial, None, 1.0),
        Classic::U => ratio(part, Family::Poisson, None, f64::INFINITY),
        Classic::PPrime => ratio(part, Family::Binomial, Some(screening), 1.0),
        Classic::UPrime => ratio(part, Family::Poisson, Some(screening), f64::INFINITY),
        Classic::C => {
            let centre = mean(&part.base_values());
            clipped(constant(part, centre, centre.map(f64::sqrt)), f64::INFINITY)
        }
        Classic::G => cases_between(part),
        Classic::T => time_between(part, screening),
        Classic::IPrime => individuals_prime(part, screening),
    }
}

impl Part {
    fn base_values(&self) -> Vec<f64> {
        self.base(&self.values).into_iter().flatten().collect()
    }

    /// The baseline entries: excluded points are bridged, missing ones stay as gaps.
    fn base(&self, series: &[Option<f64>]) -> Vec<Option<f64>> {
        series
            .iter()
            .zip(&self.in_base)
            .filter(|(_, is_in)| **is_in)
            .map(|(value, _)| *value)
            .collect()
    }

    /// Sums and denominators of the baseline, complete rows only.
    fn base_readings(&self) -> Vec<(f64, f64)> {
        let rows = self
            .rows
            .iter()
            .zip(&self.in_base)
            .filter(|(_, is_in)| **is_in);
        rows.filter_map(|(row, _)| Some((row.y?, row.n.filter(|n| *n > 0.0)?)))
            .collect()
    }
}

fn around(centre: Option<f64>, sigma: Option<f64>) -> Lines {
    let at = |sigmas: f64| {
        centre
            .zip(sigma)
            .map(|(centre, sigma)| centre + sigmas * sigma)
    };
    Lines {
        centre,
        limits: [at(-3.0), at(3.0)],
        two_sigma: [at(-2.0), at(2.0)],
    }
}

fn constant(part: &Part, centre: Option<f64>, sigma: Option<f64>) -> Vec<Lines> {
    part.values.iter().map(|_| around(centre, sigma)).collect()
}

fn clipped(mut lines: Vec<Lines>, top: f64) -> Vec<Lines> {
    let clip = |line: Option<f64>| line.map(|line| line.clamp(0.0, top));
    for line in &mut lines {
        line.limits = line.limits.map(clip);
        line.two_sigma = line.two_sigma.map(clip);
    }
    lines
}

/// Mean of differences, those at or above `factor` times the mean dropped once; `None` if none is left.
fn screened_mean(ranges: &[f64], factor: f64, screening: Screening) -> Option<f64> {
    let all = mean(ranges)?;
    match screening {
        Screening::Off => Some(all),
        Screening::On => mean(
            &ranges
                .iter()
                .copied()
                .filter(|range| *range < factor * all)
                .collect::<Vec<_>>(),
        ),
    }
}

fn mean_range(series: &[Option<f64>], screening: Screening) -> Option<f64> {
    screened_mean(&crate::xmr::moving_ranges(series), SCREEN_FACTOR, screening)
}

fn individuals(part: &Part, screening: Screening) -> Vec<Lines> {
    let sigma = mean_range(&part.base(&part.values), screening).map(|range| range / RANGE_TO_SIGMA);
    constant(part, mean(&part.base_values()), sigma)
}

fn moving_range(part: &Part) -> Vec<Lines> {
    let centre = mean(&part.base_values());
    let upper = centre.map(|centre| SCREEN_FACTOR * centre);
    let zero = centre.map(|_| 0.0);
    let line = || Lines {
        centre,
        limits: [zero, upper],
        two_sigma: [zero, upper.map(|upper| upper * 2.0 / 3.0)],
    };
    part.values.iter().map(|_| line()).collect()
}

/// p, u and their prime forms (`prime` = screening of the standardised differences).
fn ratio(part: &Part, family: Family, prime: Option<Screening>, top: f64) -> Vec<Lines> {
    let centre = pooled_centre(&part.base_readings());
    let deviation = |n: Option<f64>| Some(family.deviation(centre?, n.filter(|n| *n > 0.0)?));
    let factor = match prime {
        None => Some(1.0),
        Some(screening) => {
            let rows = part.rows.iter().zip(&part.values);
            let standardised: Vec<Option<f64>> = rows
                .map(|(row, value)| Some(((*value)? - centre?) / deviation(row.n)?))
                .collect();
            mean_range(&part.base(&standardised), screening).map(|range| range / RANGE_TO_SIGMA)
        }
    };
    let sigma = |n: Option<f64>| Some(deviation(n)? * factor?);
    clipped(
        part.rows
            .iter()
            .map(|row| around(centre, sigma(row.n)))
            .collect(),
        top,
    )
}

fn cases_between(part: &Part) -> Vec<Lines> {
    let values = part.base_values();
    let average = mean(&values);
    let mut lines = clipped(
        constant(part, average, average.map(|m| (m * (m + 1.0)).sqrt())),
        f64::INFINITY,
    );
    for line in &mut lines {
        line.centre = median(&values);
    }
    lines
}

fn time_between(part: &Part, screening: Screening) -> Vec<Lines> {
    let transformed = Part {
        values: part
            .values
            .iter()
            .map(|value| value.map(|value| value.powf(1.0 / TIME_POWER)))
            .collect(),
        rows: part.rows.clone(),
        in_base: part.in_base.clone(),
    };
    let back = |line: Option<f64>| {
        line.filter(|line| *line >= 0.0)
            .map(|line| line.powf(TIME_POWER))
    };
    individuals(&transformed, screening)
        .into_iter()
        .map(|line| {
            // Below zero, or without any difference to learn from, the lower limit is zero.
            let lower = line
                .centre
                .map(|_| line.limits[0].map_or(0.0, |lower| lower.max(0.0)));
            Lines {
                centre: back(line.centre),
                limits: [back(lower), back(line.limits[1])],
                two_sigma: line.two_sigma.map(back),
            }
        })
        .collect()
}

/// The I-prime chart; its differences run over all points, frozen or excluded (as qicharts2 does).
fn individuals_prime(part: &Part, screening: Screening) -> Vec<Lines> {
    let centre = pooled_centre(&part.base_readings());
    let points: Vec<Option<(f64, f64)>> = part
        .values
        .iter()
        .zip(&part.rows)
        .map(|(value, row)| Some(((*value)?, row.n?)))
        .collect();
    let spreads: Vec<f64> = points
        .windows(2)
        .filter_map(|pair| {
            let ((before, n_before), (value, n)) = (pair[0]?, pair[1]?);
            Some((PI / 2.0).sqrt() * (value - before).abs() / (1.0 / n + 1.0 / n_before).sqrt())
        })
        .collect();
    let spread = screened_mean(&spreads, PRIME_SCREEN, screening);
    let sigma = |n: Option<f64>| Some(spread? / n.filter(|n| *n > 0.0)?.sqrt());
    part.rows
        .iter()
        .map(|row| around(centre, sigma(row.n)))
        .collect()
}
