//! Successes of one caseload when the team's totals are known: the fair comparison of a small team
//! in which an adviser is a good part of their own benchmark (statistics.md 2.6).

use crate::lattice::Lattice;
use crate::special::binomial_term;

/// Hypergeometric(population, successes, drawn).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hypergeometric {
    population: i64,
    successes: i64,
    drawn: i64,
}

impl Hypergeometric {
    /// `drawn` clients out of `population`, of whom `successes` succeeded.
    pub fn new(population: i64, successes: i64, drawn: i64) -> Self {
        Self {
            population,
            successes,
            drawn,
        }
    }
}

impl Lattice for Hypergeometric {
    fn support(&self) -> (i64, Option<i64>) {
        (
            (self.drawn + self.successes - self.population).max(0),
            Some(self.drawn.min(self.successes)),
        )
    }

    /// Three binomial terms (Loader 2000), so nothing is lost for large teams.
    fn term(&self, k: i64) -> f64 {
        let (drawn, population) = (self.drawn as f64, self.population as f64);
        let rest = population - drawn;
        if drawn == 0.0 || rest == 0.0 {
            return 1.0;
        }
        let (p, q) = (drawn / population, rest / population);
        let failures = (self.population - self.successes) as f64;
        binomial_term(k as f64, self.successes as f64, p, q)
            * binomial_term((self.drawn - k) as f64, failures, p, q)
            / binomial_term(drawn, population, p, q)
    }

    fn rise(&self, k: i64) -> f64 {
        let failures_left = self.population - self.successes - self.drawn + k + 1;
        ((self.successes - k) as f64 * (self.drawn - k) as f64)
            / ((k + 1) as f64 * failures_left as f64)
    }

    fn moments(&self) -> (f64, f64) {
        let (drawn, population, successes) = (
            self.drawn as f64,
            self.population as f64,
            self.successes as f64,
        );
        let mean = drawn * successes / population;
        let spread = mean * (1.0 - successes / population) * (population - drawn)
            / (population - 1.0).max(1.0);
        (mean, spread.sqrt())
    }
}
