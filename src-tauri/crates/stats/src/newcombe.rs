//! The difference of two proportions with its interval: Newcombe's hybrid score method (1998,
//! Stat Med 17:873, method 10), built from the two Wilson intervals.

use crate::wilson::{Interval, wilson};

/// `x1` of `n1` minus `x2` of `n2` and its interval; `None` when either group is empty.
pub fn difference(x1: f64, n1: f64, x2: f64, n2: f64, confidence: f64) -> Option<(f64, Interval)> {
    let (first, second) = (wilson(x1, n1, confidence)?, wilson(x2, n2, confidence)?);
    let (p1, p2) = (x1 / n1, x2 / n2);
    let gap = p1 - p2;
    let low = gap - (p1 - first.low).hypot(second.high - p2);
    let high = gap + (first.high - p1).hypot(p2 - second.low);
    Some((gap, Interval { low, high }))
}
