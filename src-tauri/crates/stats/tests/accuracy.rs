//! Special functions and exact limits against values computed with 60 digits (mpmath 1.3), extreme
//! tails included. The bar is 1e-13 relative; a limit answers to 1e-12.

#![cfg(test)]
#![expect(
    clippy::unreadable_literal,
    reason = "table values are pasted as computed"
)]

use stats::attribute::{ExactLimits, Family};
use stats::binomial::Binomial;
use stats::hypergeometric::Hypergeometric;
use stats::lattice::{Lattice, Side};
use stats::poisson::Poisson;
use stats::special::{gamma_cdf, normal_cdf, normal_quantile};

/// Relative accuracy of every special function.
const ACCURACY: f64 = 1e-13;

fn check(what: &str, found: f64, expected: f64, accuracy: f64) {
    let error = if expected == 0.0 {
        found.abs()
    } else {
        (found / expected - 1.0).abs()
    };
    assert!(
        error <= accuracy,
        "{what}: {found:e} instead of {expected:e}, relative error {error:e}"
    );
}

fn check_limit(what: &str, found: Option<f64>, expected: Option<f64>) {
    assert_eq!(
        found.is_some(),
        expected.is_some(),
        "{what}: {found:?} instead of {expected:?}"
    );
    if let Some((found, expected)) = found.zip(expected) {
        check(what, found, expected, 1e-12);
    }
}

#[test]
fn the_normal_distribution_is_right_far_out() {
    for (p, z) in NORMAL_QUANTILE {
        check(
            &format!("quantile of {p:e}"),
            normal_quantile(p),
            z,
            ACCURACY,
        );
    }
    for (z, p) in NORMAL_CDF {
        check(&format!("distribution at {z}"), normal_cdf(z), p, ACCURACY);
    }
}

#[test]
fn binomial_terms_and_tails_are_right_far_out() {
    for (x, n, p, term) in BINOMIAL_TERM {
        check(
            &format!("{x} of {n} at {p}"),
            Binomial::new(n, p).term(x),
            term,
            ACCURACY,
        );
    }
    for (side, x, n, p, tail) in BINOMIAL_TAIL {
        check(
            &format!("{side:?} {x} of {n} at {p}"),
            Binomial::new(n, p).tail(side, x),
            tail,
            ACCURACY,
        );
    }
}

#[test]
fn poisson_tails_are_right_far_out() {
    for (side, x, mean, tail) in POISSON_TAIL {
        check(
            &format!("{side:?} {x} at {mean}"),
            Poisson::new(mean).tail(side, x),
            tail,
            ACCURACY,
        );
    }
}

#[test]
fn hypergeometric_terms_hold_for_large_teams() {
    for (k, population, successes, drawn, term) in HYPERGEOMETRIC_TERM {
        let law = Hypergeometric::new(population, successes, drawn);
        check(
            &format!("{k} of {drawn} from {successes}/{population}"),
            law.term(k),
            term,
            ACCURACY,
        );
    }
}

#[test]
fn the_incomplete_gamma_function_is_right_on_both_sides() {
    for (a, x, p) in GAMMA_CDF {
        check(&format!("P({a}, {x})"), gamma_cdf(a, x), p, ACCURACY);
    }
}

#[test]
fn exact_limits_are_those_of_the_full_sum() {
    for (n, p, lower, upper) in BINOMIAL_LIMITS {
        let bounds = ExactLimits::new(Family::Binomial, p).bounds(n);
        check_limit(&format!("lower, {n} at {p}"), bounds.lower, lower);
        check_limit(&format!("upper, {n} at {p}"), bounds.upper, upper);
    }
    for (mean, lower, upper) in POISSON_LIMITS {
        let bounds = ExactLimits::new(Family::Poisson, mean).bounds(1.0);
        check_limit(&format!("lower at {mean}"), bounds.lower, lower);
        check_limit(&format!("upper at {mean}"), bounds.upper, upper);
    }
}

/// p, quantile.
const NORMAL_QUANTILE: [(f64, f64); 13] = [
    (1e-300, -37.0470962993612),
    (1e-100, -21.273453560965326),
    (1e-20, -9.262340089798407),
    (1e-09, -5.9978070150076865),
    (0.00135, -2.999976992703393),
    (0.001, -3.0902323061678136),
    (0.02275, -2.000002443899604),
    (0.025, -1.9599639845400543),
    (0.3, -0.5244005127080408),
    (0.5, 0.0),
    (0.7, 0.5244005127080407),
    (0.975, 1.9599639845400538),
    (0.99865, 2.9999769927034015),
];

/// z, P(Z <= z).
const NORMAL_CDF: [(f64, f64); 10] = [
    (-37.0, 5.725571222524577e-300),
    (-20.0, 2.7536241186062337e-89),
    (-8.0, 6.220960574271784e-16),
    (-3.0, 0.0013498980316300946),
    (-0.5, 0.3085375387259869),
    (0.0, 0.5),
    (0.1, 0.539827837277029),
    (1.0, 0.8413447460685429),
    (3.0, 0.9986501019683699),
    (6.0, 0.9999999990134123),
];

/// x, n, p, P(X = x).
const BINOMIAL_TERM: [(i64, i64, f64, f64); 11] = [
    (0, 20, 0.3, 0.0007979226629761202),
    (6, 20, 0.3, 0.19163898275344257),
    (20, 20, 0.3, 3.4867844009999975e-11),
    (15, 60, 0.29, 0.09299487992394351),
    (60, 60, 0.05, 8.673617379884064e-79),
    (1, 5, 1e-09, 4.9999999800000004e-09),
    (10700, 12000, 0.9, 0.00012759488349073543),
    (10000, 12000, 0.9, 3.388618121464568e-112),
    (300, 1000, 0.5, 5.065988280449261e-38),
    (999, 1000, 0.999, 0.36806348825922325),
    (500000, 1000000, 0.5, 0.0007978843613317501),
];

/// side, x, n, p, P(X <= x) or P(X >= x).
const BINOMIAL_TAIL: [(Side, i64, i64, f64, f64); 10] = [
    (Side::Low, 0, 20, 0.3, 0.0007979226629761202),
    (Side::Low, 3, 60, 0.3, 1.5471902041189522e-06),
    (Side::Low, 1, 60, 0.9, 5.409999999999929e-58),
    (Side::High, 60, 60, 0.05, 8.673617379884064e-79),
    (Side::High, 25, 60, 0.29, 0.024303840993609077),
    (Side::Low, 10650, 12000, 0.9, 3.8497739311300885e-06),
    (Side::High, 10950, 12000, 0.9, 1.7950698761542396e-06),
    (Side::Low, 200, 1000, 0.5, 8.224993677887451e-86),
    (Side::Low, 55, 60, 0.5, 0.9999999999995458),
    (Side::High, 2, 60, 0.5, 1.0),
];

/// side, x, mean, P(X <= x) or P(X >= x).
const POISSON_TAIL: [(Side, i64, f64, f64); 10] = [
    (Side::Low, 3, 5.5, 0.20169919870252864),
    (Side::High, 6, 5.5, 0.4710813134741379),
    (Side::Low, 0, 0.001, 0.999000499833375),
    (Side::High, 1, 1e-09, 9.999999995e-10),
    (Side::High, 40, 5.5, 2.3798741168551638e-21),
    (Side::Low, 5, 60.0, 6.180223580811603e-20),
    (Side::High, 200, 60.0, 6.7496960069765534e-46),
    (Side::Low, 900, 1000.0, 0.0006977673277963068),
    (Side::High, 1200, 1000.0, 4.684203855872281e-10),
    (Side::Low, 1200, 1000.0, 0.9999999996115061),
];

/// a, x, P(a, x).
const GAMMA_CDF: [(f64, f64, f64); 9] = [
    (0.5, 0.1, 0.345279153981423),
    (2.3, 1.0, 0.19045423611814793),
    (12.0, 5.0, 0.005453091913009359),
    (12.0, 30.0, 0.9999361229746008),
    (12.5, 12.5, 0.5376263370733864),
    (100.25, 60.0, 1.297526759922573e-06),
    (100.25, 140.0, 0.9998236852391548),
    (1000.0, 900.0, 0.0005499022657117829),
    (0.01, 1e-05, 0.8963367982671973),
];

/// k, population, successes, drawn, P(X = k).
const HYPERGEOMETRIC_TERM: [(i64, i64, i64, i64, f64); 4] = [
    (5, 41, 13, 20, 0.17905194594741244),
    (0, 60, 5, 20, 0.12048092176671954),
    (19, 1000, 291, 90, 0.02111714213171828),
    (150, 100000, 500, 20000, 2.7600240931474432e-08),
];

/// n, p, lower and upper mid-P limit at 0.00135.
const BINOMIAL_LIMITS: [(f64, f64, Option<f64>, Option<f64>); 6] = [
    (5.0, 0.3, None, Some(0.9982456140350877)),
    (
        20.0,
        0.3,
        Some(0.012452616470173164),
        Some(0.6381069699917289),
    ),
    (60.0, 0.05, None, Some(0.1555198916993377)),
    (
        60.0,
        0.29,
        Some(0.12228512865656005),
        Some(0.47614819404854575),
    ),
    (
        500.0,
        0.4,
        Some(0.33476302641679784),
        Some(0.46626650441679457),
    ),
    (
        12000.0,
        0.9,
        Some(0.8916947453062518),
        Some(0.9081276056656229),
    ),
];

/// mean, lower and upper mid-P limit at 0.00135.
const POISSON_LIMITS: [(f64, Option<f64>, Option<f64>); 6] = [
    (0.01, None, Some(1.733651613652623)),
    (1.0, None, Some(5.434499015214394)),
    (5.5, None, Some(13.891932151801791)),
    (12.0, Some(2.948438713420307), Some(23.77072493671454)),
    (60.0, Some(38.087515127064215), Some(84.60299046635461)),
    (900.0, Some(811.3253785037749), Some(991.3406739294848)),
];
