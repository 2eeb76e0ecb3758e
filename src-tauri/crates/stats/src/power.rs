//! What a caseload could not have shown: the smallest true rate it would flag four times in five.
//! Printed on every "no signal", because silence at 50 clients says almost nothing
//! (statistics.md 2.13).

use crate::binomial::Binomial;
use crate::lattice::{Lattice, Side};
use crate::root::falling;

/// Level of a low flag at 99.8 %.
const LEVEL: f64 = 0.001;
/// How often a detectable rate would be flagged.
const POWER: f64 = 0.8;

/// The largest count of `n` that would be flagged low at team rate `p0`; `None` when even 0 is not.
pub fn critical_count(p0: f64, n: i64) -> Option<i64> {
    let law = Binomial::new(n, p0);
    (0..=n).take_while(|k| law.mid_p(*k) <= LEVEL).last()
}

/// The true rate that a critical count would flag 80 % of the time.
pub fn detectable_rate(critical: i64, n: i64) -> f64 {
    falling(0.0, 1.0, POWER, |rate| chance_of_flag(critical, n, rate))
}

/// Chance of a flag at a true rate.
pub fn chance_of_flag(critical: i64, n: i64, rate: f64) -> f64 {
    Binomial::new(n, rate).tail(Side::Low, critical)
}
