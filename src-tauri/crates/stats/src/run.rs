//! The run chart (Anhoej and Olesen 2014, `PLoS` ONE 9:e113825): unusually long runs or
//! unusually few crossings of the median. Points on the centre are skipped, not breaking a run.

use std::cmp::Ordering;

use crate::binomial::Binomial;
use crate::lattice::{Lattice, Side};
use crate::tie::compare;

/// Points below which the app gives no verdict.
pub const LEAST_POINTS: usize = 10;

/// Runs and crossings of a series around its centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Runs {
    /// Points not tied with the centre.
    pub useful: usize,
    /// Longest run on one side.
    pub longest: usize,
    /// Longest run that chance explains: round(log2 useful) + 3.
    pub longest_allowed: usize,
    /// Changes of side.
    pub crossings: usize,
    /// Fewest crossings that chance explains: 5 % quantile of Binomial(useful - 1, 1/2).
    pub crossings_needed: usize,
}

impl Runs {
    /// Whether the run is too long or the crossings too few.
    pub fn is_signal(&self) -> bool {
        self.longest > self.longest_allowed || self.crossings < self.crossings_needed
    }

    /// The same as a verdict of the app, which says nothing under ten useful points.
    pub fn verdict(&self) -> Option<bool> {
        (self.useful >= LEAST_POINTS).then(|| self.is_signal())
    }
}

/// Runs of pairs (value, centre), in order; `None` when every point is tied with its centre.
pub fn runs(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Runs> {
    runs_of_sides(
        points
            .into_iter()
            .map(|(value, centre)| compare(value, centre)),
    )
}

/// Runs of sides of the centre, in order; `None` when every point lies on it.
pub fn runs_of_sides(sides: impl IntoIterator<Item = Ordering>) -> Option<Runs> {
    let (mut useful, mut longest, mut current, mut crossings) =
        (0_usize, 0_usize, 0_usize, 0_usize);
    let mut last = Ordering::Equal;
    for side in sides.into_iter().filter(|side| *side != Ordering::Equal) {
        crossings += usize::from(useful > 0 && side != last);
        current = if side == last { current + 1 } else { 1 };
        longest = longest.max(current);
        useful += 1;
        last = side;
    }
    (useful > 0).then(|| Runs {
        useful,
        longest,
        longest_allowed: (useful as f64).log2().round_ties_even() as usize + 3,
        crossings,
        crossings_needed: fewest_crossings(useful - 1),
    })
}

/// The smallest k with P(X <= k) >= 0.05, X ~ Binomial(n, 1/2).
fn fewest_crossings(n: usize) -> usize {
    let law = Binomial::new(n as i64, 0.5);
    (0..=n)
        .find(|k| law.tail(Side::Low, *k as i64) >= 0.05 - 1e-12)
        .unwrap_or(0)
}
