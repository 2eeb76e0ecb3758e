//! Intervals for a ratio of observed to expected events: Garwood's exact one (1936, Biometrika
//! 28:437) by default, Byar's approximation (Breslow and Day 1987, vol. II, p. 69, with O + 1 in
//! the upper limit), and mid-P. All are for the expected number of *events*; divide by E for the ratio.

use crate::lattice::{Lattice, Side};
use crate::poisson::Poisson;
use crate::root;
use crate::special::chi_square_quantile;
use crate::wilson::{Interval, two_sided_z};

/// Garwood's exact interval for the mean behind `observed` events.
pub fn garwood(observed: i64, confidence: f64) -> Interval {
    let half = (1.0 - confidence) / 2.0;
    solve(observed, half, |poisson| {
        (
            poisson.tail(Side::High, observed),
            poisson.tail(Side::Low, observed),
        )
    })
}

/// Mid-P interval for the mean behind `observed` events.
pub fn mid_p(observed: i64, confidence: f64) -> Interval {
    let half = (1.0 - confidence) / 2.0;
    solve(observed, half, |poisson| {
        (poisson.mid_p_above(observed), poisson.mid_p(observed))
    })
}

fn solve(observed: i64, half: f64, tails: impl Fn(Poisson) -> (f64, f64)) -> Interval {
    let low = if observed <= 0 {
        0.0
    } else {
        root::rising(0.0, observed as f64, half, |mean| {
            tails(Poisson::new(mean)).0
        })
    };
    let mut top = observed as f64 + 10.0;
    while tails(Poisson::new(top)).1 > half {
        top *= 2.0;
    }
    let high = root::falling(observed as f64, top, half, |mean| {
        tails(Poisson::new(mean)).1
    });
    Interval { low, high }
}

/// Byar's approximation for the mean behind `observed` events.
pub fn byar(observed: i64, confidence: f64) -> Interval {
    let (o, z) = (observed as f64, two_sided_z(confidence));
    let cube = |events: f64, z: f64| {
        events * (1.0 - 1.0 / (9.0 * events) + z / (3.0 * events.sqrt())).powi(3)
    };
    Interval {
        low: if observed <= 0 { 0.0 } else { cube(o, -z) },
        high: cube(o + 1.0, z),
    }
}

/// Chi-square control limits for O/E around 1 at `confidence`, for `expected` events
/// (Spiegelhalter 2005, Stat Med 24:1185): chi2(a/2; 2E)/2E and chi2(1-a/2; 2E+2)/2E.
pub fn chi_square_limits(expected: f64, confidence: f64) -> Interval {
    let half = (1.0 - confidence) / 2.0;
    let twice = 2.0 * expected;
    Interval {
        low: chi_square_quantile(twice, half) / twice,
        high: chi_square_quantile(twice + 2.0, 1.0 - half) / twice,
    }
}
