//! Codes of a report, the same as those of the statistics on plain files.

use crate::kpis::view::{DirectionView, GrainView, KindView};
use crate::view::AgainstTargetView;
use domain::figure::{Amount, to_f64};
use domain::kpi::{Direction, Kind};
use domain::period::Grain;
use domain::scorecard::Against;
use stats::choice::ChartType;
use stats::lattice::Side;
use stats::phases::Status as Grounds;
use stats::rules::{Mark, Rule};
use stats::variation::Variation;

/// What was counted or measured.
pub(in crate::scorecard) fn counted(kind: Kind, amount: Amount) -> f64 {
    let thousandths = if kind.is_measured() { 1000.0 } else { 1.0 };
    to_f64(amount.numerator) / thousandths
}

/// What it is out of, where it is out of something.
pub(in crate::scorecard) fn whole(kind: Kind, amount: Amount) -> Option<f64> {
    match kind {
        Kind::Proportion | Kind::ScoreShare | Kind::Value => amount.denominator.map(to_f64),
        Kind::Rate => amount.opportunity(),
        Kind::Count => None,
    }
}

pub(super) fn kind_view(kind: Kind) -> KindView {
    match kind {
        Kind::Proportion => KindView::Proportion,
        Kind::ScoreShare => KindView::ScoreShare,
        Kind::Count => KindView::Count,
        Kind::Rate => KindView::Rate,
        Kind::Value => KindView::Value,
    }
}

pub(super) fn direction_view(direction: Direction) -> DirectionView {
    match direction {
        Direction::Up => DirectionView::Up,
        Direction::Down => DirectionView::Down,
        Direction::Range => DirectionView::Range,
        Direction::Neutral => DirectionView::Neutral,
    }
}

pub(super) fn grain_view(grain: Grain) -> GrainView {
    match grain {
        Grain::Day => GrainView::Day,
        Grain::Week => GrainView::Week,
        Grain::Month => GrainView::Month,
        Grain::Quarter => GrainView::Quarter,
    }
}

pub(in crate::scorecard) fn against_view(against: Against) -> AgainstTargetView {
    match against {
        Against::ReliablyMet => AgainstTargetView::ReliablyMet,
        Against::SometimesMet => AgainstTargetView::SometimesMet,
        Against::ReliablyMissed => AgainstTargetView::ReliablyMissed,
        // No promise is made in any of these; the words say why.
        Against::TooFew | Against::TooRare | Against::MetAsItStands | Against::MissedAsItStands => {
            AgainstTargetView::TooFew
        }
        Against::NoTarget => AgainstTargetView::NoTarget,
    }
}

pub(super) fn chart_code(chart: ChartType) -> Option<&'static str> {
    match chart {
        ChartType::NotEnough => None,
        ChartType::LongerPeriodOrG => Some("longer_period_or_g"),
        ChartType::LongerPeriodOrT => Some("longer_period_or_t"),
        ChartType::PExact => Some("p_midp"),
        ChartType::PPrime => Some("p_prime"),
        ChartType::CExact => Some("c_midp"),
        ChartType::UExact => Some("u_midp"),
        ChartType::UPrime => Some("u_prime"),
        ChartType::XmR => Some("xmr"),
    }
}

pub(super) fn status_code(grounds: Option<Grounds>) -> &'static str {
    match grounds {
        None | Some(Grounds::NotEnough { .. }) => "not_enough",
        Some(Grounds::Flat { .. }) => "flat",
        Some(Grounds::Trial) => "trial",
        Some(Grounds::Established) => "established",
    }
}

/// What the chart says of the latest judged point; nothing while there is too little to say.
pub(crate) fn variation_code(variation: Variation) -> Option<&'static str> {
    match variation {
        Variation::NotEnough | Variation::TooRare => None,
        Variation::CommonCause => Some("common_cause"),
        Variation::Improvement(_) => Some("improvement"),
        Variation::Concern(_) => Some("concern"),
        Variation::Neutral(Side::High) => Some("neutral_high"),
        Variation::Neutral(Side::Low) => Some("neutral_low"),
    }
}

/// A rule and the side it speaks of, as reports and the statistics on files name it.
pub(crate) fn rule_code(mark: Mark) -> &'static str {
    match (mark.rule, mark.side) {
        (Rule::Outside, Side::High) => "outside_high",
        (Rule::Outside, Side::Low) => "outside_low",
        (Rule::Trend, Side::High) => "trend_up",
        (Rule::Trend, Side::Low) => "trend_down",
        (Rule::TwoOfThree, Side::High) => "two_of_three_high",
        (Rule::TwoOfThree, Side::Low) => "two_of_three_low",
        (Rule::Shift, Side::High) => "run_high",
        (Rule::Shift, Side::Low) => "run_low",
    }
}
