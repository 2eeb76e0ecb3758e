//! Which chart for which data.

use serde_json::json;
use stats::choice::{ChartType, Evidence, Kind, choose};

use super::{Answer, MethodRefusal, Question};

pub(super) fn chart_choice(question: &Question) -> Answer {
    let table = &question.table;
    let kinds = table.texts("kind")?;
    let (medians, centres) = (table.numbers("median_n")?, table.numbers("centre")?);
    let (sigmas, points) = (table.numbers("sigma_z")?, table.all_counts("points")?);
    let facts = medians
        .into_iter()
        .zip(centres)
        .zip(sigmas.into_iter().zip(points));
    let mut charts = Vec::with_capacity(kinds.len());
    for (at, (kind, ((median_n, centre), (sigma_z, points)))) in
        kinds.into_iter().zip(facts).enumerate()
    {
        let bad = |column| MethodRefusal::BadCell {
            row: at + 1,
            column,
        };
        let points = usize::try_from(points).map_err(|_| bad("points"))?;
        let kind = kind_of(kind).ok_or_else(|| bad("kind"))?;
        charts.push(label(choose(
            kind,
            &Evidence {
                points,
                median_n,
                centre,
                sigma_z,
            },
        )));
    }
    Ok(json!({ "charts": charts }))
}

fn kind_of(label: &str) -> Option<Kind> {
    Some(match label {
        "proportion" => Kind::Proportion,
        "score_share" => Kind::ScoreShare,
        "count" => Kind::Count,
        "rate" => Kind::Rate,
        "value" => Kind::Value,
        _ => return None,
    })
}

fn label(chart: ChartType) -> &'static str {
    match chart {
        ChartType::NotEnough => "not_enough",
        ChartType::LongerPeriodOrG => "longer_period_or_g",
        ChartType::LongerPeriodOrT => "longer_period_or_t",
        ChartType::PExact => "p_midp",
        ChartType::PPrime => "p_prime",
        ChartType::CExact => "c_midp",
        ChartType::UExact => "u_midp",
        ChartType::UPrime => "u_prime",
        ChartType::XmR => "xmr",
    }
}
