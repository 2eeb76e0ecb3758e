//! Whether a value about to be stored is far from what its cell usually holds: the limits of the cell's latest
//! phase at the new value's own denominator. The same limits that will judge it on the chart ask about it first,
//! because most values outside them are slips of the finger.

use crate::figure::Amount;
use crate::kpi::Kind;
use crate::scorecard::reading::Reading;
use crate::scorecard::series::out_of;
use stats::attribute::{ExactLimits, Family, prime_limits};
use stats::bounds::Bounds;
use stats::choice::ChartType;
use stats::phases::Frozen;

/// Between which values a figure would be usual, in the units of the chart; a side without a number has no limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usual {
    /// The lowest usual value.
    pub low: Option<f64>,
    /// The highest usual value.
    pub high: Option<f64>,
}

impl Usual {
    /// Whether a value lies strictly outside.
    pub fn is_outside(&self, value: f64) -> bool {
        self.low.is_some_and(|low| stats::tie::is_below(value, low))
            || self
                .high
                .is_some_and(|high| stats::tie::is_above(value, high))
    }
}

/// What would be usual for a new amount of a cell; nothing while there are too few points to say.
pub fn usual_at(reading: &Reading, amount: Amount) -> Option<Usual> {
    let frozen = reading.phase()?.summary.frozen?;
    let n = out_of(reading.kind, amount).unwrap_or(1.0);
    let bounds = bounds_at(reading.kind, &frozen, n)?;
    Some(Usual {
        low: bounds.lower,
        high: bounds.upper,
    })
}

fn bounds_at(kind: Kind, frozen: &Frozen, n: f64) -> Option<Bounds> {
    if n <= 0.0 {
        return None;
    }
    let family = match kind {
        Kind::Proportion | Kind::ScoreShare => Family::Binomial,
        Kind::Count | Kind::Rate | Kind::Value => Family::Poisson,
    };
    match frozen.chart {
        ChartType::XmR => Some(stats::xmr::limits(frozen.centre, frozen.spread)),
        ChartType::PExact | ChartType::CExact | ChartType::UExact => {
            Some(ExactLimits::new(family, frozen.centre).bounds(n))
        }
        ChartType::PPrime | ChartType::UPrime => {
            Some(prime_limits(family, frozen.centre, n, frozen.spread))
        }
        ChartType::NotEnough | ChartType::LongerPeriodOrG | ChartType::LongerPeriodOrT => None,
    }
}
