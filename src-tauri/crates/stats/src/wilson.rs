//! Wilson's score interval, shown beside every displayed proportion (Wilson 1927, JASA 22:209;
//! Newcombe 1998, Stat Med 17:857, method 3).

use crate::special::normal_quantile;

/// Two ends of an interval, lower first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The normal quantile of a two-sided interval: 1.96 for `confidence` 0.95.
pub fn two_sided_z(confidence: f64) -> f64 {
    -normal_quantile((1.0 - confidence) / 2.0)
}

/// Interval for `successes` of `n` at `confidence` (0.95), as fractions; `None` for n = 0.
pub fn wilson(successes: f64, n: f64, confidence: f64) -> Option<Interval> {
    if n <= 0.0 {
        return None;
    }
    let (p, z) = (successes / n, two_sided_z(confidence));
    let squared = z * z;
    let shrink = 1.0 + squared / n;
    let centre = (p + squared / (2.0 * n)) / shrink;
    let half = z * (p * (1.0 - p) / n + squared / (4.0 * n * n)).sqrt() / shrink;
    let low = if successes <= 0.0 {
        0.0
    } else {
        (centre - half).max(0.0)
    };
    let high = if successes >= n {
        1.0
    } else {
        (centre + half).min(1.0)
    };
    Some(Interval { low, high })
}
