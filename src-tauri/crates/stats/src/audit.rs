//! How many calls or files to audit (statistics.md 2.15).

use crate::hypergeometric::Hypergeometric;
use crate::lattice::Lattice;
use crate::wilson::wilson;

/// Chance of seeing a fault that the rules of thumb ask for.
const CERTAINTY: f64 = 0.95;

/// Upper 95 % bound of the failure rate after `n` audits without a failure.
pub fn no_failure_bound(n: f64) -> f64 {
    1.0 - (1.0 - CERTAINTY).powf(1.0 / n)
}

/// Half the width of the 95 % Wilson interval at 80 % pass, the count rounded to even on ties.
pub fn half_width_at_80(n: f64) -> Option<f64> {
    wilson((0.8 * n).round_ties_even(), n, 0.95)
        .map(|interval| (interval.high - interval.low) / 2.0)
}

/// Chance that `n` audits show at least one fault occurring at `rate`.
pub fn detection_chance(n: f64, rate: f64) -> f64 {
    1.0 - (1.0 - rate).powf(n)
}

/// Audits needed to see at least one fault occurring at `rate` with 95 % chance.
pub fn audits_to_see(rate: f64) -> f64 {
    ((1.0 - CERTAINTY).ln() / (1.0 - rate).ln()).ceil()
}

/// Audits needed out of `file` items of which `faults` are faulty; all of them at most.
pub fn audits_to_see_in_file(file: i64, faults: i64) -> i64 {
    let is_enough = |n: &i64| {
        let law = Hypergeometric::new(file, faults, *n);
        let none = if law.support().0 > 0 {
            0.0
        } else {
            law.term(0)
        };
        1.0 - none >= CERTAINTY - 1e-12
    };
    (0..=file).find(is_enough).unwrap_or(file)
}

/// Audits a person needed to rank people with `reliability`, Spearman-Brown, not rounded.
pub fn audits_to_rank(reliability: f64, variance_ratio: f64) -> f64 {
    reliability / (1.0 - reliability) * variance_ratio
}
