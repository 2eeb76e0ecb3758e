//! What a chart cannot show by itself.

use crate::kpi::Kind;
use crate::scorecard::reading::{Note, Point, Standing};
use crate::scorecard::series::out_of;
use stats::chart::Analysis;
use stats::choice::ChartType;
use stats::phases::Status;

/// The notes of a whole chart; those on a point speak of the latest judged one.
pub(super) fn notes_of(analysis: &Analysis, points: &[Point], kind: Kind) -> Vec<Note> {
    let mut notes = Vec::new();
    let closed = points
        .iter()
        .rfind(|point| point.standing != Standing::Open);
    if let Some(few) = closed.filter(|point| point.standing == Standing::FewReplies) {
        notes.push(Note::FewReplies { period: few.period });
    }
    let Some(phase) = analysis.latest_phase() else {
        return notes;
    };
    if let Status::Flat { value, changed_at } = phase.status {
        let before = changed_at.and_then(|at| points.get(..at));
        let last = before.and_then(|before| before.iter().rfind(|one| one.standing.is_judged()));
        let until = last.map(|point| point.period);
        notes.push(Note::AlwaysSame { value, until });
    }
    if is_rare(phase.chart) {
        notes.push(Note::TooRare);
    }
    let latest = points.iter().rfind(|point| point.standing.is_judged());
    let sides = latest.map(|point| missing_sides(phase.chart, kind, point));
    notes.extend(sides.unwrap_or_default());
    if analysis.latest.is_conflicting() {
        notes.push(Note::BothWays);
    }
    notes
}

/// Whether a chart of this kind asks for a longer period.
pub(super) fn is_rare(chart: ChartType) -> bool {
    match chart {
        ChartType::LongerPeriodOrG | ChartType::LongerPeriodOrT => true,
        ChartType::NotEnough
        | ChartType::PExact
        | ChartType::PPrime
        | ChartType::CExact
        | ChartType::UExact
        | ChartType::UPrime
        | ChartType::XmR => false,
    }
}

/// The sides on which a judged point of an exact chart has no limit, so that even the most extreme figure could not be
/// called unusual there (statistics.md 2.2).
pub(super) fn missing_sides(chart: ChartType, kind: Kind, point: &Point) -> Vec<Note> {
    let is_exact = match chart {
        ChartType::PExact | ChartType::CExact | ChartType::UExact => true,
        ChartType::NotEnough
        | ChartType::LongerPeriodOrG
        | ChartType::LongerPeriodOrT
        | ChartType::PPrime
        | ChartType::UPrime
        | ChartType::XmR => false,
    };
    let Some(amount) = point
        .amount
        .filter(|_| is_exact && point.standing.is_judged())
    else {
        return Vec::new();
    };
    let out_of = out_of(kind, amount).unwrap_or(1.0);
    let low = point
        .lower
        .is_none()
        .then_some(Note::CannotBeLow { out_of });
    let high = point
        .upper
        .is_none()
        .then_some(Note::CannotBeHigh { out_of });
    low.into_iter().chain(high).collect()
}
