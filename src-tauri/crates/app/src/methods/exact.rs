//! p, u and c charts with exact mid-P limits.

use serde_json::{Value, json};
use stats::attribute::{ExactLimits, Family, LIMIT_LEVEL, pooled_centre};
use stats::lattice::Side;
use stats::phases::PointsNeeded;

use super::{Answer, MethodRefusal, Question};

/// One period: count and denominator, `None` for a gap.
type Periods = Vec<Option<(f64, f64)>>;

pub(super) fn p_chart(question: &Question) -> Answer {
    let (counts, of) = (question.table.counts("x")?, question.table.counts("n")?);
    for (at, (x, n)) in counts.iter().zip(&of).enumerate() {
        if matches!((x, n), (Some(x), Some(n)) if x > n && *n > 0) {
            return Err(MethodRefusal::BadCell {
                row: at + 1,
                column: "x",
            });
        }
    }
    let of = question.table.numbers("n")?;
    chart(
        question,
        Family::Binomial,
        &periods(question.table.numbers("x")?, of),
    )
}

pub(super) fn u_chart(question: &Question) -> Answer {
    question.table.counts("x")?;
    let of = question.table.numbers("n")?;
    chart(
        question,
        Family::Poisson,
        &periods(question.table.numbers("x")?, of),
    )
}

pub(super) fn c_chart(question: &Question) -> Answer {
    question.table.counts("x")?;
    let counts = question.table.numbers("x")?;
    let of = vec![Some(1.0); counts.len()];
    chart(question, Family::Poisson, &periods(counts, of))
}

fn periods(counts: Vec<Option<f64>>, of: Vec<Option<f64>>) -> Periods {
    counts
        .into_iter()
        .zip(of)
        .map(|(x, n)| Some((x?, n.filter(|n| *n > 0.0)?)))
        .collect()
}

fn chart(question: &Question, family: Family, periods: &[Option<(f64, f64)>]) -> Answer {
    let alpha = question.options.top_number("alpha", LIMIT_LEVEL)?;
    if !(alpha > 0.0 && alpha < 0.5) {
        return Err(MethodRefusal::BadOption("alpha"));
    }
    let recorded: Vec<(f64, f64)> = periods.iter().flatten().copied().collect();
    let baseline: Vec<(f64, f64)> = recorded
        .iter()
        .copied()
        .take(PointsNeeded::STANDARD.baseline)
        .collect();
    let centre = pooled_centre(&baseline);
    let mut limits = ExactLimits::at_level(family, centre.unwrap_or(0.0), alpha);
    let rows: Vec<Value> = periods
        .iter()
        .map(|period| row(*period, &mut limits))
        .collect();
    Ok(json!({ "centre": centre, "recorded": recorded.len(), "rows": rows }))
}

fn row(period: Option<(f64, f64)>, limits: &mut ExactLimits) -> Value {
    let Some((x, n)) = period else {
        return json!({ "value": null, "lo": null, "hi": null, "tail_low": null, "signal": null });
    };
    let bounds = limits.bounds(n);
    let signal = limits.signal(x, n).map(|side| match side {
        Side::Low => "low",
        Side::High => "high",
    });
    json!({
        "value": x / n,
        "lo": bounds.lower,
        "hi": bounds.upper,
        "tail_low": limits.mid_p(x, n),
        "signal": signal,
    })
}
