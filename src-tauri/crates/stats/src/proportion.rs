//! Exact intervals for a proportion: Clopper and Pearson (1934, Biometrika 26:404) and its mid-P
//! form, which is shorter and still right on average. Wilson's is the one shown by default.

use crate::binomial::Binomial;
use crate::lattice::{Lattice, Side};
use crate::root;
use crate::wilson::Interval;

/// Clopper-Pearson interval for `x` of `n` at `confidence`; `None` for n = 0.
pub fn clopper_pearson(x: i64, n: i64, confidence: f64) -> Option<Interval> {
    interval(x, n, confidence, |binomial, x| {
        (binomial.tail(Side::High, x), binomial.tail(Side::Low, x))
    })
}

/// Mid-P interval for `x` of `n` at `confidence`; `None` for n = 0.
pub fn mid_p(x: i64, n: i64, confidence: f64) -> Option<Interval> {
    interval(x, n, confidence, |binomial, x| {
        (binomial.mid_p_above(x), binomial.mid_p(x))
    })
}

/// The rates at which the upper and the lower tail of `x` weigh half of what confidence leaves.
fn interval(
    x: i64,
    n: i64,
    confidence: f64,
    tails: impl Fn(Binomial, i64) -> (f64, f64),
) -> Option<Interval> {
    if n <= 0 {
        return None;
    }
    let half = (1.0 - confidence) / 2.0;
    let low = if x <= 0 {
        0.0
    } else {
        root::rising(0.0, 1.0, half, |p| tails(Binomial::new(n, p), x).0)
    };
    let high = if x >= n {
        1.0
    } else {
        root::falling(0.0, 1.0, half, |p| tails(Binomial::new(n, p), x).1)
    };
    Some(Interval { low, high })
}
