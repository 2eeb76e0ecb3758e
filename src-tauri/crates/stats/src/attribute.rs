//! p, c and u charts with exact mid-P limits, and Laney's prime charts for very large denominators
//! (Laney 2002, Qual Eng 14:531). The limits depend on each period's own denominator; equal
//! denominators are computed once. The spread factor of a prime chart is never below 1, otherwise
//! limits shrink by chance. (statistics.md 2.2, rulings 22.)

use crate::binomial::Binomial;
use crate::bounds::Bounds;
use crate::lattice::{Lattice, LimitSearch, Side};
use crate::poisson::Poisson;
use crate::sum::sum;
use crate::xmr::{RANGE_TO_SIGMA, Screening, mean_moving_range, moving_ranges};

/// Mid-P level of a limit: one side of three sigma.
pub const LIMIT_LEVEL: f64 = 0.00135;
/// Mid-P level of a two-sigma line.
pub const TWO_SIGMA_LEVEL: f64 = 0.02275;

/// Standard deviation, in counts, up to which limits are exact. Beyond it one count more or less is
/// nothing and the normal limits are drawn.
const EXACT_DEVIATION: f64 = 1e5;

/// What chance alone does to the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Successes among n tries.
    Binomial,
    /// Events over an exposure n.
    Poisson,
}

impl Family {
    /// Standard deviation of a proportion or rate around `centre` at denominator `n`.
    pub fn deviation(self, centre: f64, n: f64) -> f64 {
        match self {
            Self::Binomial => (centre * (1.0 - centre) / n).sqrt(),
            Self::Poisson => (centre / n).sqrt(),
        }
    }
}

/// Pooled centre: sum of counts over sum of denominators; `None` without any denominator.
pub fn pooled_centre(readings: &[(f64, f64)]) -> Option<f64> {
    let n = sum(readings.iter().map(|reading| reading.1));
    (n > 0.0).then(|| sum(readings.iter().map(|reading| reading.0)) / n)
}

/// Laney's sigma z over the baseline periods (count, denominator), not floored; `None` without
/// neighbouring recorded periods or without chance variation.
pub fn sigma_z(
    family: Family,
    centre: f64,
    periods: &[Option<(f64, f64)>],
    screening: Screening,
) -> Option<f64> {
    let standardised: Vec<Option<f64>> = periods
        .iter()
        .map(|reading| reading.map(|(x, n)| (x / n - centre) / family.deviation(centre, n)))
        .collect();
    mean_moving_range(&moving_ranges(&standardised), screening)
        .map(|range| range / RANGE_TO_SIGMA)
        .filter(|sigma| sigma.is_finite())
}

/// Limits of one period of a prime chart: three (two) sigma times the spread factor, not clipped.
pub fn prime_limits(family: Family, centre: f64, n: f64, sigma_z: f64) -> Bounds {
    Bounds::symmetric(centre, 3.0 * family.deviation(centre, n) * sigma_z.max(1.0))
}

/// Exact limits around one centre for any denominator.
#[derive(Debug)]
pub struct ExactLimits {
    family: Family,
    centre: f64,
    levels: [f64; 2],
    search: LimitSearch,
    known: Vec<(f64, Bounds)>,
}

impl ExactLimits {
    /// Limits around `centre` at the usual levels.
    pub fn new(family: Family, centre: f64) -> Self {
        Self::at_level(family, centre, LIMIT_LEVEL)
    }

    /// Limits around `centre` whose outer lines are at `level` (0 to 0.5) on each side.
    pub fn at_level(family: Family, centre: f64, level: f64) -> Self {
        let levels = [level, TWO_SIGMA_LEVEL.max(level)];
        Self {
            family,
            centre,
            levels,
            search: LimitSearch::default(),
            known: Vec::new(),
        }
    }

    /// The lines for denominator `n` (> 0), in proportions or rates. A proportion is of whole
    /// clients: a median of 24.5 is taken as 24.
    pub fn bounds(&mut self, n: f64) -> Bounds {
        let n = match self.family {
            Family::Binomial => n.floor(),
            Family::Poisson => n,
        };
        if let Some((_, bounds)) = self.known.iter().find(|(known, _)| *known == n) {
            return *bounds;
        }
        let bounds = match self.family {
            Family::Binomial => self.lines(&Binomial::new(n as i64, self.centre), n),
            Family::Poisson => self.lines(&Poisson::new(self.centre * n), n),
        };
        self.known.push((n, bounds));
        bounds
    }

    fn lines<L: Lattice>(&mut self, law: &L, n: f64) -> Bounds {
        if let Some(bounds) = self.certain(n) {
            return bounds;
        }
        let (_, deviation) = law.moments();
        if deviation.is_nan() || deviation > EXACT_DEVIATION {
            return prime_limits(self.family, self.centre, n, 1.0);
        }
        let [lower, lower_two] = self.search.positions(law, Side::Low, self.levels);
        let [upper, upper_two] = self.search.positions(law, Side::High, self.levels);
        let share = |position: Option<f64>| position.map(|position| position / n);
        Bounds {
            lower: share(lower),
            upper: share(upper),
            lower_two: share(lower_two),
            upper_two: share(upper_two),
        }
    }

    /// The lines where every count is certain: nothing ever happens, or always everything does. G is a half there and
    /// 0 or 1 one count away, so that the first count that differs is outside.
    fn certain(&self, n: f64) -> Option<Bounds> {
        let away = self.levels.map(|level| (1.0 - 2.0 * level) / n);
        let [limit, two] = away;
        match self.family {
            Family::Binomial if self.centre >= 1.0 => Some(Bounds {
                lower: Some(1.0 - limit),
                lower_two: Some(1.0 - two),
                ..Bounds::default()
            }),
            Family::Binomial | Family::Poisson if self.centre <= 0.0 => Some(Bounds {
                upper: Some(limit),
                upper_two: Some(two),
                ..Bounds::default()
            }),
            Family::Binomial | Family::Poisson => None,
        }
    }

    /// G of a count at denominator `n`.
    pub fn mid_p(&self, count: f64, n: f64) -> f64 {
        let k = count.round() as i64;
        match self.family {
            Family::Binomial => Binomial::new(n.round() as i64, self.centre).mid_p(k),
            Family::Poisson => Poisson::new(self.centre * n).mid_p(k),
        }
    }

    /// The side on which a count is a signal: beyond the drawn limit.
    pub fn signal(&mut self, count: f64, n: f64) -> Option<Side> {
        // In counts: a rate over a vast exposure differs from its limit by less than a tie of rates.
        self.bounds(n).times(n).outside(count)
    }
}
