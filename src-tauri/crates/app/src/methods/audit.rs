//! How many files to audit, and what a caseload could not have shown.

use serde_json::{Map, Value, json};
use stats::audit as sizes;
use stats::power::{chance_of_flag, critical_count, detectable_rate};

use super::{Answer, MethodRefusal, Question};

/// Fault rates of the two tables.
const DETECTION_RATES: [f64; 4] = [0.05, 0.1, 0.2, 0.3];
const SEARCH_RATES: [f64; 6] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3];
/// Multiples of the team's rate in the power table.
const MULTIPLES: [(&str, f64); 5] = [
    ("power_0.9", 0.9),
    ("power_0.8", 0.8),
    ("power_0.7", 0.7),
    ("power_0.6", 0.6),
    ("power_0.5", 0.5),
];

pub(super) fn sample_size(question: &Question) -> Answer {
    let numbers = question.table.all_numbers("n")?;
    if let Some(at) = numbers.iter().position(|n| *n <= 0.0) {
        return Err(MethodRefusal::BadCell {
            row: at + 1,
            column: "n",
        });
    }
    let each =
        |figure: &dyn Fn(f64) -> Value| numbers.iter().map(|n| figure(*n)).collect::<Vec<_>>();
    let in_file: Vec<i64> = [1, 2, 5]
        .into_iter()
        .map(|faults| sizes::audits_to_see_in_file(60, faults))
        .collect();
    let rank = |ratio: f64| [0.6, 0.7, 0.8, 0.9].map(|r| sizes::audits_to_rank(r, ratio));
    let to_rank: Vec<[f64; 4]> = [2.0, 4.0, 8.0].into_iter().map(rank).collect();
    Ok(json!({
        "zero_fail_upper95": each(&|n| json!(sizes::no_failure_bound(n))),
        "wilson_halfwidth_p80": each(&|n| json!(sizes::half_width_at_80(n))),
        "detect_prob_true_rate": each(&|n| json!(DETECTION_RATES.map(|rate| sizes::detection_chance(n, rate)))),
        "n_for_95pct_detection": SEARCH_RATES.map(sizes::audits_to_see),
        "hypergeom_n_for_95pct": in_file,
        "spearman_brown": to_rank,
    }))
}

pub(super) fn power(question: &Question) -> Answer {
    let rates = question.table.all_numbers("p0")?;
    if let Some(at) = rates.iter().position(|rate| !(0.0..=1.0).contains(rate)) {
        return Err(MethodRefusal::BadCell {
            row: at + 1,
            column: "p0",
        });
    }
    let numbers = question.table.all_counts("n")?;
    let rows: Vec<Value> = rates
        .into_iter()
        .zip(numbers)
        .map(|(rate, n)| power_row(rate, n))
        .collect();
    Ok(json!({ "rows": rows }))
}

fn power_row(rate: f64, n: i64) -> Value {
    let critical = critical_count(rate, n);
    let mut row = Map::new();
    row.insert("p0".to_owned(), json!(rate));
    row.insert("n".to_owned(), json!(n));
    row.insert("critical_count".to_owned(), json!(critical.unwrap_or(-1)));
    row.insert(
        "detectable_rate".to_owned(),
        json!(critical.map(|critical| detectable_rate(critical, n))),
    );
    for (key, multiple) in MULTIPLES {
        let chance = critical.map_or(0.0, |critical| chance_of_flag(critical, n, multiple * rate));
        row.insert(key.to_owned(), json!(chance));
    }
    Value::Object(row)
}
