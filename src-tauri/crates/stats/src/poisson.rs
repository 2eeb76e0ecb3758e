//! Events where anybody could have any number: the law behind counts and rates.

use crate::lattice::Lattice;
use crate::special::poisson_term;

/// Poisson with the given mean (0 or more).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Poisson {
    mean: f64,
}

impl Poisson {
    /// Events expected: `mean`.
    pub fn new(mean: f64) -> Self {
        Self { mean }
    }
}

impl Lattice for Poisson {
    fn support(&self) -> (i64, Option<i64>) {
        (0, if self.mean > 0.0 { None } else { Some(0) })
    }

    #[inline]
    fn term(&self, k: i64) -> f64 {
        poisson_term(k as f64, self.mean)
    }

    #[inline]
    fn rise(&self, k: i64) -> f64 {
        self.mean / (k + 1) as f64
    }

    #[inline]
    fn fall(&self, k: i64) -> f64 {
        k as f64 / self.mean
    }

    fn moments(&self) -> (f64, f64) {
        (self.mean, self.mean.sqrt())
    }
}
