//! Many comparisons at once.

use serde_json::{Value, json};
use stats::discovery::{adjust, threshold};

use super::table::whole;
use super::{Answer, MethodRefusal, Question};

pub(super) fn benjamini_hochberg(question: &Question) -> Answer {
    let cells = chances(question)?;
    let family: Vec<f64> = cells.iter().flatten().copied().collect();
    let adjusted = adjust(&family);
    let spread = |values: &[f64]| -> Vec<Option<f64>> {
        let mut values = values.iter();
        cells
            .iter()
            .map(|cell| cell.and_then(|_| values.next().copied()))
            .collect()
    };
    let bh = spread(&adjusted.bh);
    let is_within =
        |level: f64| move |value: &Option<f64>| value.is_some_and(|value| value <= level);
    let rows = bh
        .iter()
        .enumerate()
        .filter(|(_, value)| is_within(0.10)(value));
    Ok(json!({
        "reject_q10": rows.map(|(at, _)| at + 1).collect::<Vec<_>>(),
        "reject_q05": bh.iter().filter(|value| is_within(0.05)(value)).count(),
        "by": spread(&adjusted.by),
        "holm": spread(&adjusted.holm),
        "bonferroni": spread(&adjusted.bonferroni),
        "bh": bh,
    }))
}

fn chances(question: &Question) -> Result<Vec<Option<f64>>, MethodRefusal> {
    let cells = question.table.numbers("p")?;
    let is_bad = |cell: &Option<f64>| cell.is_some_and(|p| !(0.0..=1.0).contains(&p));
    match cells.iter().position(is_bad) {
        Some(at) => Err(MethodRefusal::BadCell {
            row: at + 1,
            column: "p",
        }),
        None => Ok(cells),
    }
}

pub(super) fn review_list(question: &Question) -> Answer {
    let q = question.options.top_number("q", 0.1)?;
    let names = question.table.texts("cell")?;
    let statuses = question.table.texts("status")?;
    let mut cells: Vec<(&str, f64)> = names
        .into_iter()
        .zip(chances(question)?)
        .zip(statuses)
        .filter_map(|((name, p), status)| Some((name, p.filter(|_| status == "ok")?)))
        .collect();
    let family: Vec<f64> = cells.iter().map(|(_, p)| *p).collect();
    let limit = threshold(&family, q);
    cells.retain(|(_, p)| limit.is_some_and(|limit| *p <= limit));
    let number = |name: &str| name.parse::<f64>().ok().and_then(whole);
    cells.sort_by(|a, b| (number(a.0), a.0).cmp(&(number(b.0), b.0)));
    let listed: Vec<Value> = cells
        .iter()
        .map(|(name, _)| number(name).map_or_else(|| json!(name), |number| json!(number)))
        .collect();
    Ok(json!({ "m": family.len(), "threshold": limit, "listed": listed }))
}
