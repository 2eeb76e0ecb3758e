//! Whether a rate can be read as a plain count. Nine conversations a week say more than 2.25 a day, and when the
//! adviser's time was the same in every period the two charts are the same (domain.md 1.5, K19; stories E4). As
//! soon as one period differs, only the rate is fair.

use crate::kpi::{ExposureKind, Kind, KpiDefinition};
use crate::scorecard::reading::{CellFigures, PhaseStart};
use crate::scorecard::series::Series;
use stats::choice::ChartType;
use stats::phases::Frozen;
use stats::tie::is_tied;

/// The units in which a cell is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Units {
    /// The kind it is charted as.
    pub(super) kind: Kind,
    /// The exposure that every recorded period has, in its own units, when a rate is read as a count.
    pub(super) constant: Option<f64>,
}

/// The units of a cell: its definition's, or a count where the adviser's time never changed.
pub(super) fn units_of(
    cell: &CellFigures<'_>,
    definition: &KpiDefinition,
    series: &Series,
) -> Units {
    let constant = constant_time(definition, series).filter(|_| !has_kept_rate(cell));
    Units {
        kind: if constant.is_some() {
            Kind::Count
        } else {
            definition.kind
        },
        constant,
    }
}

impl Units {
    /// A level agreed per unit of exposure, in the units of the chart: part-timers owe their share of it
    /// (Part-time Workers Regulations 2000 reg 5).
    pub(super) fn level(self, agreed: f64) -> f64 {
        agreed * self.constant.unwrap_or(1.0)
    }

    /// Whether numbers kept from an earlier stretch are in these units. Numbers of a count have a denominator of
    /// 1; for a rate over time that comes from when it was read as a count.
    pub(super) fn fits(self, definition: &KpiDefinition, kept: &Frozen) -> bool {
        let is_over_time = match definition.exposure {
            ExposureKind::FteDays => true,
            // One adviser's full month is 1 as well; only a count is charted as such.
            ExposureKind::FteMonths => matches!(kept.chart, ChartType::CExact | ChartType::XmR),
            ExposureKind::None | ExposureKind::Caseload | ExposureKind::Contacts => false,
        };
        !(self.kind == Kind::Rate && is_over_time && is_tied(kept.median_n, 1.0))
    }
}

fn constant_time(definition: &KpiDefinition, series: &Series) -> Option<f64> {
    match (definition.kind, definition.exposure) {
        (Kind::Rate, ExposureKind::FteDays | ExposureKind::FteMonths) => {}
        (Kind::Rate, ExposureKind::None | ExposureKind::Caseload | ExposureKind::Contacts)
        | (Kind::Proportion | Kind::ScoreShare | Kind::Count | Kind::Value, _) => return None,
    }
    let recorded = series.entries.iter().filter_map(|entry| entry.amount);
    let mut exposures = recorded.map(|amount| amount.exposure);
    let first = exposures
        .next()
        .flatten()
        .filter(|thousandths| *thousandths > 0)?;
    exposures
        .all(|exposure| exposure == Some(first))
        .then(|| crate::figure::to_f64(first) / 1000.0)
}

fn has_kept_rate(cell: &CellFigures<'_>) -> bool {
    let is_rate = |phase: &PhaseStart| {
        phase
            .frozen
            .is_some_and(|kept| !is_tied(kept.median_n, 1.0))
    };
    cell.phases.iter().any(is_rate)
}
