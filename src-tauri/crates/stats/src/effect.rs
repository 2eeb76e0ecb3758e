//! Before and after: did a proportion change? Fisher's exact test, its mid-P form and the exact
//! conditional interval of the rate ratio beside Newcombe's difference (statistics.md 2.11). The
//! words are "changed after", never "because of".

use crate::hypergeometric::Hypergeometric;
use crate::lattice::Lattice;
use crate::proportion::clopper_pearson;
use crate::wilson::Interval;

/// Relative slack under which two tables count as equally likely.
const SLACK: f64 = 1e-7;

/// Tests of `x1` of `n1` before against `x2` of `n2` after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BeforeAfter {
    /// Two-sided Fisher p: tables not more likely than the one seen.
    pub fisher: f64,
    /// Two-sided mid-P of the hypergeometric.
    pub mid_p: f64,
    /// Rate after over rate before; `None` when before is 0.
    pub rate_ratio: Option<f64>,
    /// Lower end of its exact 95 % interval.
    pub ratio_low: Option<f64>,
    /// Upper end; `None` when infinite.
    pub ratio_high: Option<f64>,
}

/// Compares two groups; denominators above 0.
pub fn before_after(x1: i64, n1: i64, x2: i64, n2: i64) -> BeforeAfter {
    let law = Hypergeometric::new(n1 + n2, x1 + x2, n2);
    let (least, greatest) = law.support();
    let seen = law.term(x2) * (1.0 + SLACK);
    let terms = (least..=greatest.unwrap_or(least)).map(|k| law.term(k));
    let fisher = crate::sum::sum(terms.filter(|term| *term <= seen)).min(1.0);
    let scale = n1 as f64 / n2 as f64;
    let odds = |share: f64| Some(share / (1.0 - share) * scale).filter(|odds| odds.is_finite());
    let interval = clopper_pearson(x2, x1 + x2, 0.95);
    BeforeAfter {
        fisher,
        mid_p: law.two_sided(x2),
        rate_ratio: (x1 > 0).then(|| x2 as f64 / n2 as f64 / (x1 as f64 / n1 as f64)),
        ratio_low: interval.and_then(|Interval { low, .. }| odds(low)),
        ratio_high: interval.and_then(|Interval { high, .. }| odds(high)),
    }
}
