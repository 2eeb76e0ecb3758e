//! The classic three-sigma charts with run analysis.

use serde_json::{Map, Value, json};
use stats::compat::classic::{
    Classic, ClassicChart, ClassicOptions, ClassicPart, ClassicPoint, Row, chart,
};
use stats::compat::subgroups::{Subgroups, chart as subgroup_chart};

use super::{Answer, MethodRefusal, Question};

macro_rules! methods {
    ($($name:ident = $kind:ident),+ $(,)?) => {
        $(pub(super) fn $name(question: &Question) -> Answer {
            answer(question, Classic::$kind)
        })+
    };
}

methods!(
    run = Run,
    i = Individuals,
    mr = MovingRange,
    p = P,
    pp = PPrime,
    u = U,
    up = UPrime,
    c = C,
    g = G,
    t = T,
    ip = IPrime,
);

/// Charts that mean nothing without a denominator.
fn needs_denominator(kind: Classic) -> bool {
    matches!(
        kind,
        Classic::P | Classic::PPrime | Classic::U | Classic::UPrime | Classic::IPrime
    )
}

fn answer(question: &Question, kind: Classic) -> Answer {
    let labels = question.table.texts("x")?;
    let has_n = question.table.has("n");
    if needs_denominator(kind) && !has_n {
        return Err(MethodRefusal::MissingColumn("n"));
    }
    let sizes = if has_n {
        question.table.numbers("n")?
    } else {
        vec![Some(1.0); question.table.len()]
    };
    let rows: Vec<Row> = question
        .table
        .numbers("y")?
        .into_iter()
        .zip(&sizes)
        .map(|(y, n)| Row { y, n: *n })
        .collect();
    let options = options_of(question)?;
    let ClassicChart { parts, points } = chart(kind, &rows, &options);
    let points: Vec<Value> = labels
        .iter()
        .zip(&points)
        .zip(&sizes)
        .map(|((label, point), n)| point_of(label, point, has_n.then(|| size_of(point, *n))))
        .collect();
    let parts: Vec<Value> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| part_of(at + 1, part))
        .collect();
    Ok(json!({ "parts": parts, "points": points }))
}

/// The denominator as the original charts it: nothing where a row lacks one of its numbers.
fn size_of(point: &ClassicPoint, n: Option<f64>) -> f64 {
    n.filter(|_| point.y.is_some()).unwrap_or(0.0)
}

fn options_of(question: &Question) -> Result<ClassicOptions, MethodRefusal> {
    Ok(ClassicOptions {
        freeze: question.options.points("freeze")?,
        parts: question.options.positions("part")?,
        exclude: question.options.positions("exclude")?,
        multiply: question.options.number("multiply")?.unwrap_or(1.0),
        screening: question.options.screening("screened_mr")?,
    })
}

pub(super) fn xbar(question: &Question) -> Answer {
    subgroups(question, Subgroups::Means)
}

pub(super) fn s(question: &Question) -> Answer {
    subgroups(question, Subgroups::Deviations)
}

/// One row per reading, the subgroups in order of first appearance.
fn subgroups(question: &Question, kind: Subgroups) -> Answer {
    let readings = question.table.numbers("y")?;
    let mut groups: Vec<(&str, Vec<f64>)> = Vec::new();
    for (label, reading) in question.table.texts("x")?.into_iter().zip(readings) {
        match groups.iter_mut().find(|(name, _)| *name == label) {
            Some((_, group)) => group.extend(reading),
            None => groups.push((label, reading.into_iter().collect())),
        }
    }
    let (labels, groups): (Vec<&str>, Vec<Vec<f64>>) = groups.into_iter().unzip();
    let ClassicChart { parts, points } = subgroup_chart(kind, &groups, &options_of(question)?);
    let mut rows: Vec<Value> = Vec::with_capacity(groups.len());
    for ((label, point), group) in labels.iter().zip(&points).zip(&groups) {
        let mut row = point_of(label, point, None);
        if let Some(entries) = row.as_object_mut() {
            entries.insert("subgroup_n".to_owned(), json!(group.len()));
        }
        rows.push(row);
    }
    let parts: Vec<Value> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| part_of(at + 1, part))
        .collect();
    Ok(json!({ "parts": parts, "points": rows }))
}

fn part_of(number: usize, part: &ClassicPart) -> Value {
    json!({
        "part": number,
        "n_obs": part.observations,
        "n_useful": part.runs.map_or(Some(0), |runs| Some(runs.useful)),
        "longest_run": part.runs.map(|runs| runs.longest),
        "longest_run_max": part.runs.map(|runs| runs.longest_allowed),
        "n_crossings": part.runs.map(|runs| runs.crossings),
        "n_crossings_min": part.runs.map(|runs| runs.crossings_needed),
        "runs_signal": part.is_signal,
    })
}

fn point_of(label: &str, point: &ClassicPoint, n: Option<f64>) -> Value {
    let ([lcl, ucl], [lcl95, ucl95]) = (point.limits, point.two_sigma);
    let mut entries = Map::new();
    let mut put = |key: &str, value: Value| entries.insert(key.to_owned(), value);
    put("x", json!(label));
    put("y", json!(point.y));
    if n.is_some() {
        put("n", json!(n));
    }
    put("part", json!(point.part));
    put("cl", json!(point.centre));
    put("lcl", json!(lcl));
    put("ucl", json!(ucl));
    put("lcl95", json!(lcl95));
    put("ucl95", json!(ucl95));
    put("sigma_signal", json!(point.is_outside));
    put("include", json!(point.is_included));
    put("baseline", json!(point.is_baseline));
    Value::Object(entries)
}
