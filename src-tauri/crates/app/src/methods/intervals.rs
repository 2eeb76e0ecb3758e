//! Intervals for proportions, differences and ratios.

use domain::figure::to_f64;
use serde_json::{Value, json};
use stats::lattice::Lattice;
use stats::poisson::Poisson;
use stats::wilson::{Interval, wilson};
use stats::{newcombe, proportion as exact, ratio as ratios};

use super::table::LARGEST_COUNT;
use super::{Answer, MethodRefusal, Question};

/// The two confidences every interval is given at.
const CONFIDENCES: [f64; 2] = [0.95, 0.998];

fn low(interval: Option<Interval>) -> Option<f64> {
    interval.map(|interval| interval.low)
}

fn high(interval: Option<Interval>) -> Option<f64> {
    interval.map(|interval| interval.high)
}

/// Counts of two columns, the first never above the second.
fn shares(
    question: &Question,
    count: &'static str,
    of: &'static str,
) -> Result<Vec<(i64, i64)>, MethodRefusal> {
    let pairs = question
        .table
        .all_counts(count)?
        .into_iter()
        .zip(question.table.all_counts(of)?);
    let check = |(at, (x, n)): (usize, (i64, i64))| {
        if x > n {
            Err(MethodRefusal::BadCell {
                row: at + 1,
                column: count,
            })
        } else {
            Ok((x, n))
        }
    };
    pairs.enumerate().map(check).collect()
}

pub(super) fn proportion(question: &Question) -> Answer {
    let mut rows: Vec<Value> = Vec::new();
    for (x, n) in shares(question, "x", "n")? {
        for confidence in CONFIDENCES {
            let score = wilson(to_f64(x), to_f64(n), confidence);
            let (pearson, mid) = (
                exact::clopper_pearson(x, n, confidence),
                exact::mid_p(x, n, confidence),
            );
            rows.push(json!({
                "x": x, "n": n, "conf": confidence,
                "wilson_lo": low(score), "wilson_hi": high(score),
                "cp_lo": low(pearson), "cp_hi": high(pearson),
                "midp_lo": low(mid), "midp_hi": high(mid),
            }));
        }
    }
    Ok(json!({ "rows": rows }))
}

pub(super) fn difference(question: &Question) -> Answer {
    let (first, second) = (shares(question, "a", "m")?, shares(question, "b", "n")?);
    let row = |((a, m), (b, n)): ((i64, i64), (i64, i64))| {
        let found = newcombe::difference(to_f64(a), to_f64(m), to_f64(b), to_f64(n), 0.95);
        let interval = found.map(|(_, interval)| interval);
        json!({
            "a": a, "m": m, "b": b, "n": n,
            "diff": found.map(|(gap, _)| gap), "lo": low(interval), "hi": high(interval),
        })
    };
    let rows: Vec<Value> = first.into_iter().zip(second).map(row).collect();
    Ok(json!({ "rows": rows }))
}

pub(super) fn ratio(question: &Question) -> Answer {
    let expected = positive(question)?;
    let mut rows: Vec<Value> = Vec::new();
    for (observed, expected) in question
        .table
        .all_counts("observed")?
        .into_iter()
        .zip(expected)
    {
        for confidence in CONFIDENCES {
            let exact = ratios::garwood(observed, confidence);
            let (byar, mid) = (
                ratios::byar(observed, confidence),
                ratios::mid_p(observed, confidence),
            );
            rows.push(json!({
                "observed": observed, "expected": expected, "conf": confidence,
                "ratio": to_f64(observed) / expected,
                "exact_lo": exact.low / expected, "exact_hi": exact.high / expected,
                "byar_lo": byar.low / expected, "byar_hi": byar.high / expected,
                "midp_lo": mid.low / expected, "midp_hi": mid.high / expected,
                "p_midp_two_sided": Poisson::new(expected).two_sided(observed),
            }));
        }
    }
    Ok(json!({ "rows": rows }))
}

pub(super) fn chi_square(question: &Question) -> Answer {
    let expected = positive(question)?;
    let limits = |confidence: f64| {
        expected
            .iter()
            .map(move |e| ratios::chi_square_limits(*e, confidence))
    };
    let lows = |confidence| {
        limits(confidence)
            .map(|limits| limits.low)
            .collect::<Vec<_>>()
    };
    let highs = |confidence| {
        limits(confidence)
            .map(|limits| limits.high)
            .collect::<Vec<_>>()
    };
    Ok(
        json!({ "ll95": lows(0.95), "ul95": highs(0.95), "ll998": lows(0.998), "ul998": highs(0.998) }),
    )
}

/// The expected counts, all above 0 and not beyond what a method takes.
fn positive(question: &Question) -> Result<Vec<f64>, MethodRefusal> {
    let expected = question.table.all_numbers("expected")?;
    match expected
        .iter()
        .position(|expected| *expected <= 0.0 || *expected > to_f64(LARGEST_COUNT))
    {
        Some(at) => Err(MethodRefusal::BadCell {
            row: at + 1,
            column: "expected",
        }),
        None => Ok(expected),
    }
}
