//! XmR as NHSRplotthedots 0.2.2 draws it.

use serde_json::{Value, json};
use stats::assurance::Assurance;
use stats::compat::nhsr::{NhsrLabel, NhsrOptions, NhsrPoint, assurance, chart};
use stats::variation::Direction;

use super::{Answer, Question};

pub(super) fn xmr(question: &Question) -> Answer {
    let dates = question.table.texts("x")?;
    let values = question.table.all_numbers("y")?;
    let options = NhsrOptions {
        direction: question.options.direction("improvement_direction")?,
        target: question.options.number("target")?,
        fix_after: question.options.points("fix_after_n_points")?,
        screening: question.options.screening("screen_outliers")?,
    };
    let rebase = question.options.texts("rebase")?;
    let starts: Vec<usize> = rebase
        .iter()
        .filter_map(|from| dates.iter().position(|date| *date >= from.as_str()))
        .collect();
    let points = chart(&values, &starts, &options);
    let rows: Vec<Value> = dates
        .iter()
        .zip(&values)
        .zip(&points)
        .map(|((date, value), point)| point_of(date, *value, point, options.direction))
        .collect();
    let met = assurance(&points, &options).map(|assurance| match assurance {
        Assurance::Pass => "consistent_pass",
        Assurance::Fail => "consistent_fail",
        Assurance::HitOrMiss => "inconsistent",
    });
    Ok(json!({
        "points": rows,
        "variation": points.last().map(|point| point_type(point.label, options.direction)),
        "assurance": met,
    }))
}

fn point_of(date: &str, value: f64, point: &NhsrPoint, direction: Direction) -> Value {
    let limit = |at: usize| point.limits.and_then(|limits| limits.get(at).copied());
    json!({
        "x": date,
        "y": value,
        "phase": point.phase,
        "mean": point.mean,
        "lpl": limit(0),
        "upl": limit(1),
        "outside_limits": point.is_outside,
        "special_cause": label(point.label),
        "point_type": point_type(point.label, direction),
        "short_group_warning": point.is_short,
    })
}

fn label(label: NhsrLabel) -> &'static str {
    match label {
        NhsrLabel::AboveLimit => "Above UCL",
        NhsrLabel::BelowLimit => "Below LCL",
        NhsrLabel::Increasing => "7 Point Trend (Increasing)",
        NhsrLabel::Decreasing => "7 Point Trend (Decreasing)",
        NhsrLabel::TwoInThreeAbove => "2 in 3 Above CL",
        NhsrLabel::TwoInThreeBelow => "2 in 3 Below CL",
        NhsrLabel::SevenAbove => "7 Points Above CL",
        NhsrLabel::SevenBelow => "7 Points Below CL",
        NhsrLabel::CommonCause => "Common Cause",
    }
}

fn point_type(label: NhsrLabel, direction: Direction) -> &'static str {
    match (label.is_high(), direction) {
        (None, _) => "common_cause",
        (Some(true), Direction::Neutral) => "special_cause_neutral_high",
        (Some(false), Direction::Neutral) => "special_cause_neutral_low",
        (Some(true), Direction::Increase) | (Some(false), Direction::Decrease) => {
            "special_cause_improvement"
        }
        (Some(false), Direction::Increase) | (Some(true), Direction::Decrease) => {
            "special_cause_concern"
        }
    }
}
