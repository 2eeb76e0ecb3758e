//! What the assurance icon cannot say: "if nothing changes, expect to hit the target in about M of
//! 12 months". Proportions by the binomial, counts and rates by the Poisson (also when charted as
//! XmR), values by the normal distribution. (statistics.md 2.4, rulings 22.)

use crate::binomial::Binomial;
use crate::lattice::{Lattice, Side};
use crate::poisson::Poisson;
use crate::special::normal_cdf;
use crate::tie::is_tied;
use crate::variation::Direction;

/// The law one future period is drawn from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outlook {
    /// Successes of `n` at `rate`; n is rounded down to whole clients.
    Share {
        /// Expected proportion.
        rate: f64,
        /// Clients in a typical period.
        n: f64,
    },
    /// Events at `rate` per unit of exposure over `n` units.
    Events {
        /// Expected events per unit.
        rate: f64,
        /// Exposure of a typical period.
        n: f64,
    },
    /// A measured value.
    Value {
        /// Expected value.
        mean: f64,
        /// Standard deviation.
        deviation: f64,
    },
}

/// Chance that one period meets the target; `None` for a neutral direction.
pub fn chance_on_target(outlook: Outlook, direction: Direction, target: f64) -> Option<f64> {
    let side = match direction {
        Direction::Increase => Side::High,
        Direction::Decrease => Side::Low,
        Direction::Neutral => return None,
    };
    Some(match outlook {
        Outlook::Share { rate, n } => {
            let n = n.floor().max(0.0);
            Binomial::new(n as i64, rate).tail(side, needed(side, target * n))
        }
        Outlook::Events { rate, n } => Poisson::new(rate * n).tail(side, needed(side, target * n)),
        Outlook::Value { mean, deviation } => {
            let z = (mean - target) / deviation;
            normal_cdf(if side == Side::High { z } else { -z })
        }
    })
}

/// Months out of 12 expected to meet the target.
pub fn months_on_target(outlook: Outlook, direction: Direction, target: f64) -> Option<f64> {
    chance_on_target(outlook, direction, target).map(|chance| 12.0 * chance)
}

/// The count that just meets the target; a count tied with it meets it.
fn needed(side: Side, count: f64) -> i64 {
    let whole = count.round();
    if is_tied(count, whole) {
        return whole as i64;
    }
    (if side == Side::High {
        count.ceil()
    } else {
        count.floor()
    }) as i64
}
