//! One phase of a series: its baseline, the limits learned from it, and every point judged by them.

use super::{ChartPoint, CountPolicy, PhaseSummary, Plan, Point, Role, Standing};
use crate::attribute::{ExactLimits, Family, pooled_centre, prime_limits, sigma_z};
use crate::bounds::{Bounds, Range};
use crate::choice::{ChartType, Evidence, Kind, choose};
use crate::expected::Outlook;
use crate::phases::{Baseline, Frozen, PointsNeeded, Status};
use crate::rules::{Judged, Marks, apply};
use crate::sum::{mean, median};
use crate::tie::is_tied;
use crate::xmr::{RANGE_TO_SIGMA, limits, mean_moving_range, moving_ranges};

/// Count and denominator per period of the phase, `None` where nothing closed was recorded.
type Periods = Vec<Option<(f64, f64)>>;

/// What the baseline of a phase teaches.
struct Learned {
    chart: ChartType,
    centre: Option<f64>,
    median: Option<f64>,
    median_n: Option<f64>,
    spread: Option<f64>,
    over_dispersed: bool,
    points: usize,
    /// Baseline points still present in the series.
    present: usize,
}

/// How lines are computed once the chart is chosen.
enum Lines {
    None,
    Fixed(Bounds),
    Exact(ExactLimits),
    Prime {
        family: Family,
        centre: f64,
        sigma_z: f64,
    },
}

impl Lines {
    /// The lines at a denominator; lines that do not depend on one need none.
    fn at(&mut self, n: Option<f64>) -> Bounds {
        match (self, n) {
            (Self::Fixed(bounds), _) => *bounds,
            (Self::Exact(exact), Some(n)) => exact.bounds(n),
            (
                Self::Prime {
                    family,
                    centre,
                    sigma_z,
                },
                Some(n),
            ) => prime_limits(*family, *centre, n, *sigma_z),
            (Self::None, _) | (Self::Exact(_) | Self::Prime { .. }, None) => Bounds::default(),
        }
    }
}

/// Charts one phase whose first period is at `first` of the whole series.
pub(super) fn chart_phase(
    stretch: &[Point],
    first: usize,
    plan: &Plan,
) -> (PhaseSummary, Vec<ChartPoint>) {
    let parts: Periods = stretch
        .iter()
        .map(|point| point.reading.and_then(|reading| reading.parts(plan.kind)))
        .collect();
    let closed: Periods = stretch
        .iter()
        .zip(&parts)
        .map(|(point, reading)| reading.filter(|_| point.standing == Standing::Closed))
        .collect();
    let phase = stretch.first().map_or(0, |point| point.phase);
    let baseline = plan.baseline_of(phase);
    let recorded = closed.iter().flatten().count();
    let learned = learn(&closed, recorded, &baseline, plan);
    let status = status_of(&closed, first, &learned, (&baseline, plan.needs));
    let mut lines = lines_of(&learned, status, plan.kind);
    let median_n = median_denominator(&closed).or(learned.median_n);
    let limits = lines.at(median_n);
    let points = chart_points(&parts, &closed, phase, &learned, &mut lines, plan);
    let has_limits = !matches!(lines, Lines::None);
    let summary = PhaseSummary {
        phase,
        first,
        periods: stretch.len(),
        recorded,
        baseline_points: learned.points,
        status,
        chart: if matches!(status, Status::NotEnough { .. }) {
            ChartType::NotEnough
        } else {
            learned.chart
        },
        centre: learned.centre,
        median: learned.median,
        median_n,
        spread: learned.spread,
        over_dispersed: learned.over_dispersed,
        limits,
        frozen: learned.centre.filter(|_| has_limits).map(|centre| Frozen {
            chart: learned.chart,
            centre,
            spread: learned.spread.unwrap_or(0.0),
            median_n: learned.median_n.unwrap_or(1.0),
            points: learned.points,
        }),
        months_on_target: None,
    };
    (summary, points)
}

/// The first `count` recorded periods; later ones are blank.
fn first_recorded(closed: &[Option<(f64, f64)>], count: usize) -> Periods {
    let mut seen = 0;
    closed
        .iter()
        .map(|reading| {
            seen += usize::from(reading.is_some());
            reading.filter(|_| seen <= count)
        })
        .collect()
}

fn values(periods: &[Option<(f64, f64)>]) -> Vec<Option<f64>> {
    periods
        .iter()
        .map(|reading| reading.map(|(x, n)| x / n))
        .collect()
}

fn median_denominator(periods: &[Option<(f64, f64)>]) -> Option<f64> {
    median(
        &periods
            .iter()
            .flatten()
            .map(|reading| reading.1)
            .collect::<Vec<_>>(),
    )
}

fn learn(
    closed: &[Option<(f64, f64)>],
    recorded: usize,
    baseline: &Baseline,
    plan: &Plan,
) -> Learned {
    let base = first_recorded(closed, baseline.points());
    let readings: Vec<(f64, f64)> = base.iter().flatten().copied().collect();
    let base_values = values(&base);
    let recorded_values: Vec<f64> = base_values.iter().flatten().copied().collect();
    let middle = median(&recorded_values);
    let median_n = median_denominator(&base);
    let pooled = pooled_centre(&readings);
    let sigma = sigma_of(&base, pooled, plan);
    let evidence = Evidence {
        points: recorded,
        median_n,
        centre: pooled,
        sigma_z: sigma,
    };
    if let Baseline::Kept(frozen) = baseline {
        return Learned {
            chart: frozen.chart,
            centre: Some(frozen.centre),
            median: middle,
            median_n: Some(frozen.median_n),
            spread: Some(frozen.spread),
            over_dispersed: evidence.is_over_dispersed(),
            points: frozen.points,
            present: 0,
        };
    }
    let chart = match (plan.kind, plan.counts) {
        _ if recorded < plan.needs.limits => ChartType::NotEnough,
        (Kind::Count, CountPolicy::XmR) => ChartType::XmR,
        (kind, _) => choose(kind, &evidence),
    };
    let is_xmr = chart == ChartType::XmR || plan.kind == Kind::Value;
    Learned {
        chart,
        centre: if is_xmr {
            mean(&recorded_values)
        } else {
            pooled
        },
        median: middle,
        median_n,
        spread: if is_xmr {
            mean_moving_range(&moving_ranges(&base_values), plan.screening)
        } else {
            sigma
        },
        over_dispersed: evidence.is_over_dispersed(),
        points: readings.len(),
        present: readings.len(),
    }
}

/// How much more the figures vary than the law of their kind allows; nothing for measured values.
fn sigma_of(base: &[Option<(f64, f64)>], centre: Option<f64>, plan: &Plan) -> Option<f64> {
    sigma_z(family_of(plan.kind)?, centre?, base, plan.screening)
}

fn family_of(kind: Kind) -> Option<Family> {
    match kind {
        Kind::Proportion | Kind::ScoreShare => Some(Family::Binomial),
        Kind::Count | Kind::Rate => Some(Family::Poisson),
        Kind::Value => None,
    }
}

fn status_of(
    closed: &[Option<(f64, f64)>],
    first: usize,
    learned: &Learned,
    (baseline, needs): (&Baseline, PointsNeeded),
) -> Status {
    let recorded = closed.iter().flatten().count();
    let known = if matches!(baseline, Baseline::Kept(_)) {
        recorded.max(learned.points)
    } else {
        recorded
    };
    let status = needs.status(known);
    if learned.chart != ChartType::XmR || matches!(status, Status::NotEnough { .. }) {
        return status;
    }
    match (learned.spread, learned.centre) {
        (Some(0.0), Some(centre)) => {
            let values = values(closed);
            let kept = matches!(baseline, Baseline::Kept(_)).then_some(centre);
            let value = kept.or_else(|| values.iter().copied().flatten().next());
            let value = value.unwrap_or(centre);
            let is_other = |one: &Option<f64>| one.is_some_and(|one| !is_tied(one, value));
            Status::Flat {
                value,
                changed_at: values.iter().position(is_other).map(|at| first + at),
            }
        }
        (Some(_), _) => status,
        (None, _) => Status::NotEnough { recorded },
    }
}

fn lines_of(learned: &Learned, status: Status, kind: Kind) -> Lines {
    let has_lines = matches!(status, Status::Trial | Status::Established);
    let Some(centre) = learned.centre.filter(|_| has_lines) else {
        return Lines::None;
    };
    let spread = learned.spread.unwrap_or(0.0);
    let family = family_of(kind).unwrap_or(Family::Poisson);
    match learned.chart {
        ChartType::NotEnough | ChartType::LongerPeriodOrG | ChartType::LongerPeriodOrT => {
            Lines::None
        }
        ChartType::XmR => Lines::Fixed(limits(centre, spread)),
        ChartType::PExact | ChartType::CExact | ChartType::UExact => {
            Lines::Exact(ExactLimits::new(family, centre))
        }
        ChartType::PPrime | ChartType::UPrime => Lines::Prime {
            family,
            centre,
            sigma_z: spread,
        },
    }
}

fn range_of(kind: Kind) -> Range {
    match kind {
        Kind::Proportion | Kind::ScoreShare => Range::Share,
        Kind::Count | Kind::Rate => Range::FromZero,
        Kind::Value => Range::Unbounded,
    }
}

fn chart_points(
    parts: &[Option<(f64, f64)>],
    closed: &[Option<(f64, f64)>],
    phase: u32,
    learned: &Learned,
    lines: &mut Lines,
    plan: &Plan,
) -> Vec<ChartPoint> {
    let mut seen = 0;
    let mut points: Vec<ChartPoint> = parts
        .iter()
        .zip(closed)
        .map(|(reading, judged)| {
            seen += usize::from(judged.is_some());
            let role = match (reading, judged) {
                (None, _) => Role::Gap,
                (Some(_), None) => Role::Provisional,
                (Some(_), Some(_)) if seen <= learned.present => Role::Baseline,
                (Some(_), Some(_)) => Role::Later,
            };
            let bounds = lines.at(reading.map(|reading| reading.1));
            ChartPoint {
                value: reading.map(|(x, n)| x / n),
                denominator: reading.map(|reading| reading.1),
                phase,
                role,
                centre: learned.centre,
                bounds,
                drawn: bounds.drawn(range_of(plan.kind)),
                marks: Marks::default(),
            }
        })
        .collect();
    if !matches!(lines, Lines::None) {
        mark(&mut points, learned.centre.unwrap_or(0.0), plan);
    }
    points
}

/// Applies the rules to the recorded points.
fn mark(points: &mut [ChartPoint], centre: f64, plan: &Plan) {
    let judged: Vec<Judged> = points
        .iter()
        .enumerate()
        .filter(|(_, point)| matches!(point.role, Role::Baseline | Role::Later))
        .filter_map(|(position, point)| {
            Some(Judged {
                position,
                value: point.value?,
                centre,
                bounds: point.bounds,
            })
        })
        .collect();
    for (found, marks) in judged.iter().zip(apply(&plan.rules, &judged)) {
        points[found.position].marks = marks;
    }
}

/// The law a future period of this phase is drawn from; `None` without limits.
pub(super) fn outlook(phase: &PhaseSummary, kind: Kind, points: &[ChartPoint]) -> Option<Outlook> {
    let (frozen, n) = (phase.frozen?, phase.median_n?);
    let prime = |family: Family| Outlook::Value {
        mean: frozen.centre,
        deviation: family.deviation(frozen.centre, n) * frozen.spread.max(1.0),
    };
    Some(match (phase.chart, kind) {
        (ChartType::PPrime, _) => prime(Family::Binomial),
        (ChartType::UPrime, _) => prime(Family::Poisson),
        (_, Kind::Proportion | Kind::ScoreShare) => Outlook::Share {
            rate: frozen.centre,
            n,
        },
        (_, Kind::Count | Kind::Rate) => Outlook::Events {
            rate: pooled_rate(points).unwrap_or(frozen.centre),
            n,
        },
        (_, Kind::Value) => Outlook::Value {
            mean: frozen.centre,
            deviation: frozen.spread / RANGE_TO_SIGMA,
        },
    })
}

/// Events per unit of exposure over the baseline points still there.
fn pooled_rate(points: &[ChartPoint]) -> Option<f64> {
    let readings: Vec<(f64, f64)> = points
        .iter()
        .filter(|point| point.role == Role::Baseline)
        .filter_map(|point| Some((point.value? * point.denominator?, point.denominator?)))
        .collect();
    pooled_centre(&readings)
}
