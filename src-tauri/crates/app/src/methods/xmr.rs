//! The app's own XmR chart.

use serde_json::{Value, json};
use stats::assurance::Assurance;
use stats::chart::{Kind, PhaseSummary, Plan, Point, Reading, Role, analyse};
use stats::phases::{PointsNeeded, Status};
use stats::rules::Marks;

use super::{Answer, MethodRefusal, Question};
use crate::scorecard::report::{rule_code, variation_code};

pub(super) fn plumbline_xmr(question: &Question) -> Answer {
    let values = question.table.numbers("y")?;
    let phases = phases_of(question, values.len())?;
    let mut plan = Plan::new(Kind::Value);
    plan.direction = question.options.direction("direction")?;
    plan.target = question.options.number("target")?;
    plan.rules = question.options.rule_set("rule_set")?;
    if let Some(points) = question.options.points("fix")? {
        plan.needs.baseline = points;
    }
    let series: Vec<Point> = values
        .iter()
        .zip(phases)
        .map(|(value, phase)| Point {
            reading: value.map(Reading::value),
            phase,
            ..Point::default()
        })
        .collect();
    let analysis = analyse(&series, &plan);
    let rules: Vec<Value> = analysis
        .points
        .iter()
        .map(|point| {
            if point.role == Role::Gap {
                Value::Null
            } else {
                json!(rule_labels(point.marks))
            }
        })
        .collect();
    Ok(json!({
        "rule_set": analysis.rule_set,
        "phases": analysis.phases.iter().map(phase_of).collect::<Vec<_>>(),
        "rules": rules,
        "variation": variation_code(analysis.variation),
        "assurance": analysis.assurance.map(assurance_label),
    }))
}

fn phases_of(question: &Question, rows: usize) -> Result<Vec<u32>, MethodRefusal> {
    if !question.table.has("phase") {
        return Ok(vec![0; rows]);
    }
    let parse = |(at, count): (usize, Option<i64>)| {
        u32::try_from(count.unwrap_or(0)).map_err(|_| MethodRefusal::BadCell {
            row: at + 1,
            column: "phase",
        })
    };
    question
        .table
        .counts("phase")?
        .into_iter()
        .enumerate()
        .map(parse)
        .collect()
}

fn phase_of(phase: &PhaseSummary) -> Value {
    json!({
        "phase": phase.phase,
        "recorded": phase.recorded,
        "status": status_label(phase),
        "flat": is_flat(phase),
        "mean": phase.centre,
        "median": phase.median,
        "lpl": phase.limits.lower,
        "upl": phase.limits.upper,
        "baseline_points": phase.baseline_points,
    })
}

/// Whether the mean moving range of the baseline is 0, however few points there are.
fn is_flat(phase: &PhaseSummary) -> bool {
    matches!(phase.status, Status::Flat { .. }) || phase.spread == Some(0.0)
}

fn status_label(phase: &PhaseSummary) -> &'static str {
    let by_points = match phase.status {
        Status::Flat { .. } => PointsNeeded::STANDARD.status(phase.recorded),
        Status::NotEnough { .. } | Status::Trial | Status::Established => phase.status,
    };
    match by_points {
        Status::NotEnough { .. } => "not_enough",
        Status::Trial => "trial",
        Status::Flat { .. } | Status::Established => "established",
    }
}

fn rule_labels(marks: Marks) -> Vec<&'static str> {
    let mut labels: Vec<&'static str> = marks.iter().map(rule_code).collect();
    labels.sort_unstable();
    labels
}

fn assurance_label(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::Pass => "pass",
        Assurance::Fail => "fail",
        Assurance::HitOrMiss => "hit_or_miss",
    }
}

#[cfg(test)]
mod tests {
    use super::super::run_method;
    use serde_json::{Value, json};

    fn first_phase(csv: &str) -> Value {
        let answer = run_method("plumbline_xmr", csv.as_bytes(), &json!({})).unwrap();
        answer["phases"][0].clone()
    }

    #[test]
    fn three_equal_points_are_flat_though_they_are_not_enough() {
        let phase = first_phase("period,y\n2026-01,5\n2026-02,5\n2026-03,5\n");
        assert_eq!(phase["flat"], json!(true));
        assert_eq!(phase["status"], json!("not_enough"));
        assert_eq!(phase["lpl"], Value::Null);
    }

    #[test]
    fn points_without_a_neighbour_have_no_moving_range_and_are_not_flat() {
        let phase = first_phase("period,y\n2026-01,5\n2026-02,\n2026-03,5\n");
        assert_eq!(phase["flat"], json!(false));
    }
}
