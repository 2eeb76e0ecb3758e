//! Regression to the mean: a person picked for a bad month does better the next month with no
//! action at all. The expected rebound is shown before any result is (Barnett, van der Pols and
//! Dobson 2005, Int J Epidemiol 34:215, mirrored to the lower tail; statistics.md 2.11).

use crate::special::{normal_cdf, normal_density};

/// What selection at or below a cut-off does by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rebound {
    /// Share of the variance that is between people.
    pub reliability: f64,
    /// Expected value of those selected.
    pub selected: f64,
    /// Expected rise without any action.
    pub rise: f64,
}

/// Rebound of people from a team with mean `mu` selected at or below `cutoff`.
pub fn rebound(mu: f64, sd_between: f64, sd_within: f64, cutoff: f64) -> Rebound {
    let total = sd_between.hypot(sd_within);
    let z = (cutoff - mu) / total;
    let factor = normal_density(z) / normal_cdf(z);
    Rebound {
        reliability: (sd_between / total).powi(2),
        selected: mu - total * factor,
        rise: sd_within * sd_within / total * factor,
    }
}
