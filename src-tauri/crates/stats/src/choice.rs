//! Which chart suits which data (statistics.md 2.2). For one adviser, with 5 to 60 clients a month,
//! that is nearly always a p chart with exact limits; prime charts are for whole contracts.

use crate::tie::{is_above, is_below};

/// What kind of quantity a KPI is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Clients with an outcome among clients who could have had it.
    Proportion,
    /// Share of audit points passed.
    ScoreShare,
    /// Events, with the same opportunity every period.
    Count,
    /// Events per unit of exposure.
    Rate,
    /// A measured value, such as days or pounds.
    Value,
}

/// The chart a phase gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartType {
    /// Fewer than 13 points: none yet.
    NotEnough,
    /// Too few successes or failures a period: suggest a longer period, or cases between events.
    LongerPeriodOrG,
    /// Under one event a period: suggest a longer period, or days between events.
    LongerPeriodOrT,
    /// Proportions with exact mid-P limits.
    PExact,
    /// Laney's p-prime.
    PPrime,
    /// Counts with exact mid-P limits.
    CExact,
    /// Rates with exact mid-P limits.
    UExact,
    /// Laney's u-prime.
    UPrime,
    /// Individuals and moving range.
    XmR,
}

/// Fewest recorded points for limits, rules and icons.
pub const LEAST_POINTS: usize = 13;
/// Fewest points for a chart that answers to over-dispersion.
const PRIME_POINTS: usize = 20;
/// Spread factor above which chance alone does not explain the variation.
const PRIME_SIGMA: f64 = 1.3;
/// Median denominator from which over-dispersion gets a prime chart.
const PRIME_DENOMINATOR: f64 = 500.0;

/// What the choice looks at; a figure that is not known counts as unremarkable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Recorded points of the phase.
    pub points: usize,
    /// Median denominator (proportions and rates).
    pub median_n: Option<f64>,
    /// Centre: a proportion, events a period, or a rate.
    pub centre: Option<f64>,
    /// Laney's sigma z, not floored.
    pub sigma_z: Option<f64>,
}

impl Evidence {
    /// Whether the figures vary more than chance alone would make them, with enough points to say so.
    pub fn is_over_dispersed(&self) -> bool {
        self.points >= PRIME_POINTS
            && self
                .sigma_z
                .is_some_and(|sigma| is_above(sigma, PRIME_SIGMA))
    }
}

/// The chart for a kind of quantity.
pub fn choose(kind: Kind, evidence: &Evidence) -> ChartType {
    if evidence.points < LEAST_POINTS {
        return ChartType::NotEnough;
    }
    let is_spread = evidence.is_over_dispersed();
    let is_large = evidence.median_n.is_some_and(|n| n >= PRIME_DENOMINATOR);
    match kind {
        Kind::Value => ChartType::XmR,
        Kind::Proportion | Kind::ScoreShare if is_rare(evidence) => ChartType::LongerPeriodOrG,
        Kind::Proportion | Kind::ScoreShare if is_spread && is_large => ChartType::PPrime,
        Kind::Proportion | Kind::ScoreShare => ChartType::PExact,
        Kind::Count if evidence.centre.is_some_and(|mean| is_below(mean, 1.0)) => {
            ChartType::LongerPeriodOrT
        }
        Kind::Count if is_spread => ChartType::XmR,
        Kind::Count => ChartType::CExact,
        Kind::Rate if is_spread && is_large => ChartType::UPrime,
        Kind::Rate if is_spread => ChartType::XmR,
        Kind::Rate => ChartType::UExact,
    }
}

/// Fewer than one success, or fewer than one failure, in a typical period.
fn is_rare(evidence: &Evidence) -> bool {
    match (evidence.centre, evidence.median_n) {
        (Some(centre), Some(n)) => is_below(centre * n, 1.0) || is_below((1.0 - centre) * n, 1.0),
        (None, _) | (_, None) => false,
    }
}
