//! What the rules of the trade refuse, in words.

use super::{AppError, ErrorCode, refused};
use domain::figure::{FigureRefusal, KeepingRefusal};
use domain::kpi::KpiRefusal;
use domain::period::PeriodRefusal;
use domain::target::TargetRefusal;
use domain::team::TeamRefusal;
use domain::text::TextRefusal;
use words::Arg;

impl From<TeamRefusal> for AppError {
    fn from(refusal: TeamRefusal) -> Self {
        match refusal {
            TeamRefusal::AliasTaken => refused("error-alias-taken").at("alias"),
            TeamRefusal::Text(refusal) => refusal.into(),
            TeamRefusal::FullTimeShare => refused("error-share").at("shares"),
            TeamRefusal::Overlap => refused("error-overlap").at("shares"),
            TeamRefusal::Backwards => refused("error-backwards"),
        }
    }
}

impl From<TextRefusal> for AppError {
    fn from(refusal: TextRefusal) -> Self {
        match refusal {
            TextRefusal::Empty => refused("error-text-empty"),
            TextRefusal::TooLong { limit } => {
                let values = [("limit", Arg::from(limit))];
                Self::said(ErrorCode::RuleRefused, "error-text-long", &values)
            }
            TextRefusal::Control => refused("error-text-control"),
        }
    }
}

impl From<KpiRefusal> for AppError {
    fn from(refusal: KpiRefusal) -> Self {
        match refusal {
            KpiRefusal::CodeTaken => refused("error-code-taken").at("code"),
            KpiRefusal::PurposeMissing => refused("error-purpose-missing").at("purpose"),
            KpiRefusal::DenominatorMissing => refused("error-kpi-denominator").at("denominator"),
            KpiRefusal::VersionOrder => refused("error-version-order").at("valid_from"),
            KpiRefusal::KindFixed => refused("error-kind-fixed").at("kind"),
        }
    }
}

impl From<TargetRefusal> for AppError {
    fn from(refusal: TargetRefusal) -> Self {
        match refusal {
            TargetRefusal::NoDirection => refused("error-target-direction"),
            TargetRefusal::OutOfRange => refused("error-target-range").at("value"),
            TargetRefusal::Backwards => refused("error-backwards").at("to"),
            TargetRefusal::SourceMissing => refused("error-target-source").at("source"),
        }
    }
}

impl From<FigureRefusal> for AppError {
    fn from(refusal: FigureRefusal) -> Self {
        refused(match refusal {
            FigureRefusal::NumeratorAboveDenominator => "error-figure-above",
            FigureRefusal::Negative => "error-figure-negative",
            FigureRefusal::DenominatorMissing => "error-figure-denominator",
            FigureRefusal::OutOfNothing => "error-figure-nothing",
            FigureRefusal::TooLarge => "error-figure-large",
            FigureRefusal::NotInTeam => "error-figure-not-in-team",
            FigureRefusal::Future => "error-figure-future",
            FigureRefusal::Expired => "error-figure-expired",
        })
    }
}

impl From<KeepingRefusal> for AppError {
    fn from(refusal: KeepingRefusal) -> Self {
        match refusal {
            KeepingRefusal::Months => refused("error-keeping-months").at("figures_kept_months"),
            KeepingRefusal::NoReason => refused("error-keeping-reason").at("figures_kept_reason"),
        }
    }
}

impl From<PeriodRefusal> for AppError {
    fn from(refusal: PeriodRefusal) -> Self {
        refused(match refusal {
            PeriodRefusal::Form => "error-period-form",
            PeriodRefusal::NoSuchPeriod => "error-period-none",
            PeriodRefusal::Year => "error-period-year",
        })
    }
}
