//! What a caseload could not have shown: the smallest true rate it would flag four times in five.
//! Printed on every "no signal", because silence at 50 clients says almost nothing
//! (statistics.md 2.13).

use crate::binomial::Binomial;
use crate::lattice::{Lattice, LimitSearch, Side};
use crate::root::falling;

/// Level of a low flag at 99.8 %.
const LEVEL: f64 = 0.001;
/// How often a detectable rate would be flagged.
const POWER: f64 = 0.8;

/// The largest count of `n` that would be flagged low at team rate `p0`; `None` when even 0 is not.
pub fn critical_count(p0: f64, n: i64) -> Option<i64> {
    let law = Binomial::new(n, p0);
    let [at, _] = LimitSearch::default().positions(&law, Side::Low, [LEVEL, LEVEL]);
    let whole = at?.floor() as i64;
    let is_next = whole < n && law.mid_p(whole + 1) <= LEVEL;
    Some(whole + i64::from(is_next))
}

/// The true rate that a critical count would flag 80 % of the time.
pub fn detectable_rate(critical: i64, n: i64) -> f64 {
    falling(0.0, 1.0, POWER, |rate| chance_of_flag(critical, n, rate))
}

/// Chance of a flag at a true rate.
pub fn chance_of_flag(critical: i64, n: i64, rate: f64) -> f64 {
    Binomial::new(n, rate).tail(Side::Low, critical)
}

/// Periods each side of a change that are needed to see events fall or rise from `before` to
/// `after` a period, 4 times in 5 at the two-sided 5 % level (rulings 29); `None` without a change.
pub fn periods_to_see(before: f64, after: f64) -> Option<f64> {
    let gap = before - after;
    let periods = (1.960_f64 + 0.842).powi(2) * (before + after) / (gap * gap);
    periods.is_finite().then(|| periods.ceil())
}
