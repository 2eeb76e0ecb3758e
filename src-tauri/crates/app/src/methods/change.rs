//! Before and after, and the rebound to expect without any action.

use domain::figure::to_f64;
use serde_json::{Value, json};
use stats::effect::before_after as test;
use stats::newcombe::difference;
use stats::rebound::rebound as expected;

use super::{Answer, MethodRefusal, Question};

pub(super) fn before_after(question: &Question) -> Answer {
    let column = |name| question.table.all_counts(name);
    let (before, after) = (
        column("x1")?.into_iter().zip(column("n1")?),
        column("x2")?.into_iter().zip(column("n2")?),
    );
    let mut rows: Vec<Value> = Vec::new();
    for (at, ((x1, n1), (x2, n2))) in before.zip(after).enumerate() {
        for (x, n, column) in [(x1, n1, "n1"), (x2, n2, "n2")] {
            if n == 0 || x > n {
                return Err(MethodRefusal::BadCell {
                    row: at + 1,
                    column,
                });
            }
        }
        rows.push(row((x1, n1), (x2, n2)));
    }
    Ok(json!({ "rows": rows }))
}

fn row((x1, n1): (i64, i64), (x2, n2): (i64, i64)) -> Value {
    let found = test(x1, n1, x2, n2);
    let gap = difference(to_f64(x2), to_f64(n2), to_f64(x1), to_f64(n1), 0.95);
    json!({
        "x1": x1, "n1": n1, "x2": x2, "n2": n2,
        "diff": gap.map(|(gap, _)| gap),
        "diff_lo": gap.map(|(_, interval)| interval.low),
        "diff_hi": gap.map(|(_, interval)| interval.high),
        "fisher_p": found.fisher,
        "midp_two_sided": found.mid_p,
        "rate_ratio": found.rate_ratio,
        "rr_lo": found.ratio_low,
        "rr_hi": found.ratio_high,
    })
}

pub(super) fn rebound(question: &Question) -> Answer {
    let column = |name| question.table.all_numbers(name);
    let centres = column("mu")?.into_iter().zip(column("cutoff")?);
    let spreads = column("sd_between")?.into_iter().zip(column("sd_within")?);
    let row = |((mu, cutoff), (between, within)): ((f64, f64), (f64, f64))| {
        let found = expected(mu, between, within, cutoff);
        json!({
            "mu": mu, "sd_between": between, "sd_within": within, "cutoff": cutoff,
            "reliability": found.reliability,
            "expected_baseline_of_selected": found.selected,
            "expected_rebound": found.rise,
        })
    };
    let rows: Vec<Value> = centres.zip(spreads).map(row).collect();
    Ok(json!({ "rows": rows }))
}
