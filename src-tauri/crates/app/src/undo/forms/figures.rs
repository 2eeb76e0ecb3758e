//! Figures, and what was set by hand on their lines.

use domain::figure::{Amount, FigureStatus};
use domain::period::Period;
use domain::scorecard::{ChartType, Frozen, HandBaseline, PhaseStart};
use domain::text::Note;
use serde::{Deserialize, Serialize};

/// A stored figure with its question and note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// Numerator, denominator, exposure.
    pub amount: (i64, Option<i64>, Option<i64>),
    /// Its status, by place in `STATUSES`.
    pub status: u8,
    /// Whether it is asked about.
    pub asked: bool,
    /// The note at it.
    pub note: Option<String>,
}

const STATUSES: [FigureStatus; 4] = [
    FigureStatus::Ok,
    FigureStatus::Provisional,
    FigureStatus::Disputed,
    FigureStatus::Corrected,
];

impl Stored {
    /// What stands in a cell.
    pub fn of(amount: Amount, status: FigureStatus, asked: bool, note: Option<&Note>) -> Self {
        let place = STATUSES.iter().position(|one| *one == status);
        Self {
            amount: (amount.numerator, amount.denominator, amount.exposure),
            status: place
                .and_then(|place| u8::try_from(place).ok())
                .unwrap_or(0),
            asked,
            note: note.map(|note| note.reveal().to_owned()),
        }
    }

    pub(crate) fn amount(&self) -> Amount {
        let (numerator, denominator, exposure) = self.amount;
        Amount {
            numerator,
            denominator,
            exposure,
        }
    }

    pub(crate) fn status(&self) -> FigureStatus {
        let status = STATUSES.get(usize::from(self.status));
        status.copied().unwrap_or(FigureStatus::Ok)
    }
}

/// A phase set by hand: its reason, and its kept numbers if it has any.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhaseForm {
    pub(crate) reason: String,
    kept: Option<(u8, f64, f64, f64, usize)>,
}

const CHARTS: [ChartType; 9] = [
    ChartType::NotEnough,
    ChartType::LongerPeriodOrG,
    ChartType::LongerPeriodOrT,
    ChartType::PExact,
    ChartType::PPrime,
    ChartType::CExact,
    ChartType::UExact,
    ChartType::UPrime,
    ChartType::XmR,
];

impl From<&PhaseStart> for PhaseForm {
    fn from(start: &PhaseStart) -> Self {
        let kept = |frozen: &Frozen| {
            let place = CHARTS.iter().position(|chart| *chart == frozen.chart)?;
            let chart = u8::try_from(place).ok()?;
            Some((
                chart,
                frozen.centre,
                frozen.spread,
                frozen.median_n,
                frozen.points,
            ))
        };
        Self {
            reason: start.reason.clone(),
            kept: start.frozen.as_ref().and_then(kept),
        }
    }
}

impl PhaseForm {
    pub(crate) fn kept(&self) -> Option<Frozen> {
        let (chart, centre, spread, median_n, points) = self.kept?;
        Some(Frozen {
            chart: CHARTS.get(usize::from(chart)).copied()?,
            centre,
            spread,
            median_n,
            points,
        })
    }
}

/// A baseline set by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaselineForm {
    points: u32,
    reason: String,
}

impl From<&HandBaseline> for BaselineForm {
    fn from(baseline: &HandBaseline) -> Self {
        Self {
            points: baseline.points,
            reason: baseline.reason.clone(),
        }
    }
}

impl BaselineForm {
    pub(crate) fn baseline(&self, from: Option<Period>) -> HandBaseline {
        HandBaseline {
            from,
            points: self.points,
            reason: self.reason.clone(),
        }
    }
}
