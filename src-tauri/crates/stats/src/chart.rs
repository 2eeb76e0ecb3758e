//! The whole story of one KPI of one adviser: which chart, where the limits lie, which points are
//! signals, what the latest one says, and whether the target is within reach. Page, export and
//! table icons all come from this one function, so that they cannot disagree. (statistics.md 2.0 to
//! 2.5; rulings 20 to 22.)

mod phase;

pub use crate::choice::Kind;

use crate::assurance::{Assurance, assurance};
use crate::bounds::Bounds;
use crate::choice::ChartType;
use crate::expected::months_on_target;
use crate::phases::{Baseline, Frozen, PointsNeeded, Status};
use crate::rules::{Marks, RuleSet};
use crate::variation::{Direction, Variation, variation};
use crate::xmr::Screening;

/// What was recorded in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    numerator: f64,
    denominator: f64,
}

impl Reading {
    /// `successes` among `of` clients (or audit points); of 0 clients is a gap, never 0 %.
    pub fn share(successes: i64, of: i64) -> Self {
        Self {
            numerator: successes as f64,
            denominator: of as f64,
        }
    }

    /// Events in a period of equal opportunity; a recorded 0 is a value.
    pub fn count(events: i64) -> Self {
        Self {
            numerator: events as f64,
            denominator: 1.0,
        }
    }

    /// Events over an exposure, such as working days; no exposure is a gap.
    pub fn rate(events: i64, exposure: f64) -> Self {
        Self {
            numerator: events as f64,
            denominator: exposure,
        }
    }

    /// A measured value.
    pub fn value(value: f64) -> Self {
        Self {
            numerator: value,
            denominator: 1.0,
        }
    }

    /// Count and denominator, unless the period says nothing.
    fn parts(self, kind: Kind) -> Option<(f64, f64)> {
        let denominator = match kind {
            Kind::Proportion | Kind::ScoreShare | Kind::Rate => self.denominator,
            Kind::Count | Kind::Value => 1.0,
        };
        let is_usable = self.numerator.is_finite() && denominator.is_finite() && denominator > 0.0;
        is_usable.then_some((self.numerator, denominator))
    }
}

/// Whether a period is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Closed: takes part in limits and rules.
    #[default]
    Closed,
    /// Still open, or its outcome window is: drawn hollow, no part in limits or rules.
    Provisional,
}

/// One period of the series; every period is there, recorded or not.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// What was recorded; `None` is a gap.
    pub reading: Option<Reading>,
    /// Number of the phase; neighbouring periods with the same number form one.
    pub phase: u32,
    /// Whether the period is closed.
    pub standing: Standing,
}

impl Point {
    /// A closed period of phase 0.
    pub fn recorded(reading: Reading) -> Self {
        Self {
            reading: Some(reading),
            ..Self::default()
        }
    }

    /// A period of phase 0 without a reading.
    pub fn gap() -> Self {
        Self::default()
    }

    /// The same period in another phase.
    #[must_use]
    pub fn in_phase(self, phase: u32) -> Self {
        Self { phase, ..self }
    }

    /// The same period, still open.
    #[must_use]
    pub fn provisional(self) -> Self {
        Self {
            standing: Standing::Provisional,
            ..self
        }
    }
}

/// Which chart counts get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CountPolicy {
    /// As the data suggest: exact limits, or XmR when chance alone does not explain the variation.
    #[default]
    ByData,
    /// Always XmR, where the organisation's policy says so.
    XmR,
}

/// How a series is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Kind of the KPI.
    pub kind: Kind,
    /// Which way is good.
    pub direction: Direction,
    /// Agreed level, in the units of the chart (shares as fractions).
    pub target: Option<f64>,
    /// Rules that make a signal.
    pub rules: RuleSet,
    /// Whether large moving ranges are dropped once.
    pub screening: Screening,
    /// Which chart counts get.
    pub counts: CountPolicy,
    /// Points a phase needs before how much is said; its baseline is the first of them, unless it has its own.
    pub needs: PointsNeeded,
    /// Baselines of single phases, by number.
    pub phase_baselines: Vec<(u32, Baseline)>,
}

impl Plan {
    /// The defaults for a kind: increase is good, no target, rule set MDC-2024/7, first 24 points.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            direction: Direction::Increase,
            target: None,
            rules: RuleSet::default(),
            screening: Screening::On,
            counts: CountPolicy::ByData,
            needs: PointsNeeded::STANDARD,
            phase_baselines: Vec::new(),
        }
    }

    fn baseline_of(&self, phase: u32) -> Baseline {
        self.phase_baselines
            .iter()
            .find(|(number, _)| *number == phase)
            .map_or(Baseline::First(self.needs.baseline), |(_, baseline)| {
                *baseline
            })
    }
}

/// The part a period plays in its chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing recorded; never joined by a line.
    Gap,
    /// Drawn hollow, judged by nothing.
    Provisional,
    /// One of the points that make the limits.
    Baseline,
    /// Judged by limits that were frozen before it.
    Later,
}

/// One period as charted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartPoint {
    /// Charted value: proportion, count, rate or value.
    pub value: Option<f64>,
    /// Denominator, where something was recorded.
    pub denominator: Option<f64>,
    /// Its phase.
    pub phase: u32,
    /// Its part.
    pub role: Role,
    /// The centre line here.
    pub centre: Option<f64>,
    /// The lines it is judged by.
    pub bounds: Bounds,
    /// The same lines within the possible values, as drawn.
    pub drawn: Bounds,
    /// The rules that mark it.
    pub marks: Marks,
}

/// One phase as charted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhaseSummary {
    /// Its number.
    pub phase: u32,
    /// Position of its first period.
    pub first: usize,
    /// Number of its periods, recorded or not.
    pub periods: usize,
    /// Its recorded points.
    pub recorded: usize,
    /// Points that make the limits.
    pub baseline_points: usize,
    /// How far its limits can be trusted.
    pub status: Status,
    /// Its chart.
    pub chart: ChartType,
    /// Centre line; known as soon as anything is recorded.
    pub centre: Option<f64>,
    /// Median of the baseline, drawn while there are no limits.
    pub median: Option<f64>,
    /// Median denominator over its recorded points.
    pub median_n: Option<f64>,
    /// Screened mean moving range (XmR) or sigma z not floored (prime charts).
    pub spread: Option<f64>,
    /// Whether its figures vary more than the law of chance for their kind allows (2.2).
    pub over_dispersed: bool,
    /// Limits at the median denominator, not clipped; no line when there are none.
    pub limits: Bounds,
    /// The numbers to keep when its points expire; `None` without limits.
    pub frozen: Option<Frozen>,
    /// Months out of 12 expected on target, if nothing changes.
    pub months_on_target: Option<f64>,
}

/// Everything the page says about one series.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// Name and version of the rules used.
    pub rule_set: &'static str,
    /// Phases in order; at least one unless the series is empty.
    pub phases: Vec<PhaseSummary>,
    /// One entry per period.
    pub points: Vec<ChartPoint>,
    /// What the latest recorded point of the latest phase says.
    pub variation: Variation,
    /// All rules that mark that point.
    pub latest: Marks,
    /// Whether the latest phase will meet the target; `None` without target, direction or limits.
    pub assurance: Option<Assurance>,
    /// Months out of 12 expected on target in the latest phase.
    pub months_on_target: Option<f64>,
}

impl Analysis {
    /// The latest phase.
    pub fn latest_phase(&self) -> Option<&PhaseSummary> {
        self.phases.last()
    }

    /// The chart of the latest phase.
    pub fn chart(&self) -> ChartType {
        self.phases
            .last()
            .map_or(ChartType::NotEnough, |phase| phase.chart)
    }
}

/// Reads a series by a plan.
pub fn analyse(series: &[Point], plan: &Plan) -> Analysis {
    let mut phases = Vec::new();
    let mut points = Vec::with_capacity(series.len());
    let mut first = 0;
    for stretch in series.chunk_by(|before, after| before.phase == after.phase) {
        let (mut summary, charted) = phase::chart_phase(stretch, first, plan);
        summary.months_on_target = plan.target.and_then(|target| {
            months_on_target(
                phase::outlook(&summary, plan.kind, &charted)?,
                plan.direction,
                target,
            )
        });
        phases.push(summary);
        points.extend(charted);
        first += stretch.len();
    }
    let latest = phases
        .last()
        .map_or_else(Marks::default, |phase: &PhaseSummary| {
            latest_marks(&points[phase.first..])
        });
    Analysis {
        rule_set: plan.rules.name,
        variation: phases.last().map_or(Variation::NotEnough, |phase| {
            verdict(phase, plan.direction, latest)
        }),
        latest,
        assurance: phases
            .last()
            .filter(|phase| phase.frozen.is_some())
            .and_then(|phase| assurance(plan.direction, plan.target?, &phase.limits)),
        months_on_target: phases.last().and_then(|phase| phase.months_on_target),
        phases,
        points,
    }
}

/// The marks of the latest recorded point.
fn latest_marks(points: &[ChartPoint]) -> Marks {
    let is_recorded = |point: &&ChartPoint| matches!(point.role, Role::Baseline | Role::Later);
    points
        .iter()
        .rev()
        .find(is_recorded)
        .map_or_else(Marks::default, |point| point.marks)
}

fn verdict(phase: &PhaseSummary, direction: Direction, latest: Marks) -> Variation {
    match (phase.status, phase.chart) {
        (Status::NotEnough { .. }, _) => Variation::NotEnough,
        (_, ChartType::LongerPeriodOrG | ChartType::LongerPeriodOrT) => Variation::TooRare,
        (Status::Flat { .. }, _) => Variation::CommonCause,
        (Status::Trial | Status::Established, _) => variation(direction, latest),
    }
}
