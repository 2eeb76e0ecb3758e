//! Successes among a known number of tries: the law behind every proportion of a caseload.

use crate::lattice::Lattice;
use crate::special::binomial_term;

/// Binomial(n, p), with 1 - p held beside p so that failures mirror successes exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Binomial {
    n: i64,
    p: f64,
    q: f64,
    odds: f64,
    odds_against: f64,
}

impl Binomial {
    /// `n` tries (0 or more) at rate `p` (0 to 1).
    pub fn new(n: i64, p: f64) -> Self {
        Self::of(n, p, 1.0 - p)
    }

    /// From a pooled team: `successes` of `total`, 0 < total.
    pub fn pooled(n: i64, successes: f64, total: f64) -> Self {
        Self::of(n, successes / total, (total - successes) / total)
    }

    /// The same tries, counting failures.
    #[must_use]
    pub fn complement(self) -> Self {
        Self::of(self.n, self.q, self.p)
    }

    fn of(n: i64, p: f64, q: f64) -> Self {
        Self {
            n,
            p,
            q,
            odds: p / q,
            odds_against: q / p,
        }
    }

    /// Number of tries.
    pub fn n(self) -> i64 {
        self.n
    }
}

impl Lattice for Binomial {
    fn support(&self) -> (i64, Option<i64>) {
        let least = if self.q <= 0.0 { self.n } else { 0 };
        let greatest = if self.p <= 0.0 { 0 } else { self.n };
        (least, Some(greatest))
    }

    #[inline]
    fn term(&self, k: i64) -> f64 {
        binomial_term(k as f64, self.n as f64, self.p, self.q)
    }

    #[inline]
    fn rise(&self, k: i64) -> f64 {
        self.odds * (self.n - k) as f64 / (k + 1) as f64
    }

    #[inline]
    fn fall(&self, k: i64) -> f64 {
        self.odds_against * k as f64 / (self.n - k + 1) as f64
    }

    fn moments(&self) -> (f64, f64) {
        let mean = self.n as f64 * self.p;
        (mean, (mean * self.q).sqrt())
    }
}
