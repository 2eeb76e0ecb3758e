//! What goes into a reading and what comes out of it.

use crate::figure::{Amount, Figure, to_f64};
use crate::kpi::{Direction, ExposureKind, Kind, KpiDefinition};
use crate::period::{Grain, Period};
use crate::scorecard::judging::Judging;
use crate::scorecard::notes::{is_rare, missing_sides};
use crate::scorecard::signal::{RuleCount, Signal};
use crate::target::Target;
use chrono::NaiveDate;
use stats::choice::ChartType;
use stats::phases::{Frozen, Status as Grounds};
use stats::rules::Marks;
use stats::variation::Variation;
use stats::wilson::{Interval, wilson};

/// A new phase set by hand, with the reason that was asked for (statistics.md 2.5).
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseStart {
    /// The period it starts at.
    pub from: Period,
    /// Why: what happened, as the manager wrote it.
    pub reason: String,
    /// Its frozen numbers, once its own points have expired (rulings 20).
    pub frozen: Option<Frozen>,
}

/// A baseline of one phase set by hand (rulings 20).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandBaseline {
    /// Where its phase begins; nothing for the first phase of the line.
    pub from: Option<Period>,
    /// Points that make it, 12 or more.
    pub points: u32,
    /// Why.
    pub reason: String,
}

/// All that one cell's reading rests on.
#[derive(Debug, Clone, Copy)]
pub struct CellFigures<'a> {
    /// Versions of the KPI's definition, oldest first; never empty in practice.
    pub definitions: &'a [KpiDefinition],
    /// Figures of this adviser and KPI in any order, perhaps finer than the chart.
    pub figures: &'a [Figure],
    /// Phases set by hand.
    pub phases: &'a [PhaseStart],
    /// Baselines set by hand, at most one for each phase.
    pub baselines: &'a [HandBaseline],
    /// The target in force, if any.
    pub target: Option<&'a Target>,
    /// How figures are judged here.
    pub judging: Judging,
    /// The last month shown; everything up to today when nothing.
    pub month: Option<Period>,
    /// First and last day on which the adviser was in the team, where known.
    pub service: (Option<NaiveDate>, Option<NaiveDate>),
    /// Today.
    pub today: NaiveDate,
}

/// The part a period plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing recorded: never joined by a line, and never zero.
    Gap,
    /// A mean of fewer than five replies: not shown, and like nothing recorded in all else.
    FewReplies,
    /// The period or its outcome window is open: drawn hollow, judged by nothing.
    Open,
    /// Said to be wrong: drawn hollow and left out until settled.
    Disputed,
    /// One of the points that fixed the usual range.
    Baseline,
    /// Judged by a range that was fixed before it.
    Later,
}

impl Standing {
    /// Whether the point takes part in limits and rules.
    pub fn is_judged(self) -> bool {
        match self {
            Self::Baseline | Self::Later => true,
            Self::Gap | Self::FewReplies | Self::Open | Self::Disputed => false,
        }
    }
}

/// One period of a reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Which period.
    pub period: Period,
    /// What was recorded.
    pub amount: Option<Amount>,
    /// The charted value: share (0 to 1), count, rate or value.
    pub value: Option<f64>,
    /// Its part.
    pub standing: Standing,
    /// Position of its phase among [`Reading::phases`].
    pub phase: usize,
    /// Lower limit as drawn, within what is possible; none where even the lowest value could not be called low.
    pub lower: Option<f64>,
    /// Upper limit as drawn.
    pub upper: Option<f64>,
    /// The rules that mark it.
    pub marks: Marks,
}

impl Point {
    /// The usual range it was judged by, at its own denominator and within what is possible; an end that does not
    /// exist is the end of what is possible, and there is none without both.
    pub fn usual_range(&self, kind: Kind) -> Option<(f64, f64)> {
        within_possible(kind, self.lower, self.upper)
    }

    /// The 95 % interval of a share (Wilson 1927); nothing for other kinds, or out of nothing.
    pub fn interval(&self, kind: Kind) -> Option<Interval> {
        let amount = self.amount.filter(|_| kind.needs_denominator())?;
        wilson(to_f64(amount.numerator), to_f64(amount.denominator?), 0.95)
    }
}

/// Why the line breaks before a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BreakReason {
    /// The KPI's definition changed to this version.
    Definition(u16),
    /// A phase set by hand, with its reason.
    ByHand(String),
}

/// Where a phase begins after the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// Its first period.
    pub from: Period,
    /// Why.
    pub reason: BreakReason,
}

/// A stretch of one process.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// How it begins; the first phase has no break.
    pub start: Option<Break>,
    /// What the figures say about it.
    pub summary: stats::chart::PhaseSummary,
}

/// Whether the cell has moved against its own usual range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A signal in the good direction.
    Better,
    /// A signal in the other direction.
    Worse,
    /// A signal on a KPI that has no good direction.
    Changed,
    /// Usual variation.
    NoClearChange,
    /// Fewer points or cases than a judgement needs.
    TooFew,
    /// The latest figure that is due is missing.
    NoFigures,
}

/// How the cell stands to its target, apart from change (statistics.md 2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Against {
    /// Even the bad edge of the usual range meets it.
    ReliablyMet,
    /// The usual range spans it.
    SometimesMet,
    /// Even the good edge of the usual range misses it.
    ReliablyMissed,
    /// There is a target, but too few points to say.
    TooFew,
    /// There is a target, but events are too rare for periods of this length.
    TooRare,
    /// The figures do not vary and the latest one meets it: no promise for later ones (statistics.md 2.1).
    MetAsItStands,
    /// The figures do not vary and the latest one misses it.
    MissedAsItStands,
    /// There is no target.
    NoTarget,
}

/// What a chart cannot show by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Note {
    /// The value was the same throughout, so there is no range to learn.
    AlwaysSame {
        /// The value.
        value: f64,
        /// The last recorded period it held, once one differed.
        until: Option<Period>,
    },
    /// At this denominator even nothing at all could not be called low.
    CannotBeLow {
        /// The denominator of the point; 1 for a count, which has none.
        out_of: f64,
    },
    /// At this denominator even everything could not be called high.
    CannotBeHigh {
        /// The denominator of the point; 1 for a count, which has none.
        out_of: f64,
    },
    /// Events are too rare for periods of this length.
    TooRare,
    /// The latest period is a mean of too few replies to be shown.
    FewReplies {
        /// Which period.
        period: Period,
    },
    /// Rules mark the latest point both ways.
    BothWays,
}

/// How one cell is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What kind of quantity it is charted as. A rate over an adviser's time that never changed is a count.
    pub kind: Kind,
    /// What a rate is divided by, for the words beside its numbers.
    pub exposure: ExposureKind,
    /// The exposure of every period, in its own units (5.0 days, 0.8 months), when a rate is charted as a count.
    pub constant_exposure: Option<f64>,
    /// The fewest cases a per cent is said of; fewer are said as "2 of 3".
    pub minimum_denominator: u16,
    /// Which way is good.
    pub direction: Direction,
    /// The length of its periods.
    pub grain: Grain,
    /// The chart of the latest phase.
    pub chart: ChartType,
    /// Every period from the first recorded one on, recorded or not.
    pub points: Vec<Point>,
    /// Phases in order; empty only without points.
    pub phases: Vec<Phase>,
    /// Whether it has moved.
    pub status: Status,
    /// What the chart alone says of the latest judged point, though a later figure is missing (statistics.md 2.4).
    pub variation: Variation,
    /// The signal of the latest judged point, if the status says there is one.
    pub signal: Option<Signal>,
    /// How often each rule marks a point of the latest phase.
    pub signals: Vec<RuleCount>,
    /// How it stands to its target.
    pub against: Against,
    /// The target in the units of the chart.
    pub target: Option<f64>,
    /// Periods of 12 in which the target will be met, if nothing changes.
    pub expected: Option<f64>,
    /// Position of the latest judged point among the points.
    pub now: Option<usize>,
    /// Its 95 % interval, for a share (Wilson 1927).
    pub interval: Option<Interval>,
    /// The latest period whose figure is due and missing.
    pub late: Option<Period>,
    /// Days from the end of the latest judged period to today.
    pub age_days: Option<i64>,
    /// What the chart cannot show.
    pub notes: Vec<Note>,
    /// How it was judged.
    pub judging: Judging,
    /// Whether the baseline of the latest phase was set by hand.
    pub is_baseline_by_hand: bool,
}

impl Reading {
    /// The latest judged point.
    pub fn latest(&self) -> Option<&Point> {
        self.points.get(self.now?)
    }

    /// The point whose value stands in a row: the latest judged one, unless a later figure is missing or not shown.
    pub fn shown(&self) -> Option<&Point> {
        let is_behind = self.status == Status::NoFigures || self.few_replies().is_some();
        self.latest().filter(|_| !is_behind)
    }

    /// The latest phase.
    pub fn phase(&self) -> Option<&Phase> {
        self.phases.last()
    }

    /// Where the latest phase begins; nothing when it is the first.
    pub fn phase_start(&self) -> Option<Period> {
        Some(self.phase()?.start.as_ref()?.from)
    }

    /// The usual range of the latest phase at its typical denominator, within what is possible; an end that does
    /// not exist is the end of what is possible.
    pub fn usual_range(&self) -> Option<(f64, f64)> {
        let limits = self.phase()?.summary.limits;
        within_possible(self.kind, limits.lower, limits.upper)
    }

    /// The range the latest point was judged by: the one that row, finding and sentences speak of. While the figure
    /// that is due is missing, the range at the usual denominator.
    pub fn range_now(&self) -> Option<(f64, f64)> {
        let latest = self.latest().filter(|_| self.status != Status::NoFigures);
        match latest {
            Some(point) => point.usual_range(self.kind),
            None => self.usual_range(),
        }
    }

    /// The latest closed period, when it is a mean of too few replies to be shown.
    pub fn few_replies(&self) -> Option<Period> {
        self.notes.iter().find_map(|note| match note {
            Note::FewReplies { period } => Some(*period),
            Note::AlwaysSame { .. }
            | Note::CannotBeLow { .. }
            | Note::CannotBeHigh { .. }
            | Note::TooRare
            | Note::BothWays => None,
        })
    }

    /// The sides on which a judged point has no limit, whatever its figure (statistics.md 2.2).
    pub fn missing_sides(&self, point: &Point) -> Vec<Note> {
        let phase = self.phases.get(point.phase);
        phase.map_or_else(Vec::new, |phase| {
            missing_sides(phase.summary.chart, self.kind, point)
        })
    }

    /// The last recorded period of a value that had always been the same, once a figure differed.
    pub fn same_until(&self) -> Option<Period> {
        self.notes.iter().find_map(|note| match note {
            Note::AlwaysSame { until, .. } => *until,
            Note::FewReplies { .. }
            | Note::CannotBeLow { .. }
            | Note::CannotBeHigh { .. }
            | Note::TooRare
            | Note::BothWays => None,
        })
    }

    /// Whether events are too rare for periods of this length.
    pub fn is_too_rare(&self) -> bool {
        self.notes.contains(&Note::TooRare)
    }

    /// Whether the range at a point is a trial one, still being learnt (statistics.md 2.0).
    pub fn is_trial_at(&self, point: &Point) -> bool {
        let phase = self.phases.get(point.phase);
        phase.is_some_and(|phase| phase.summary.status == Grounds::Trial)
    }

    /// Whether events of a point's phase are too rare for periods of this length.
    pub fn is_rare_at(&self, point: &Point) -> bool {
        let phase = self.phases.get(point.phase);
        phase.is_some_and(|phase| is_rare(phase.summary.chart))
    }

    /// Whether the reading speaks of a share.
    pub fn is_share(&self) -> bool {
        self.kind.needs_denominator()
    }
}

/// Limits within what is possible for a kind.
fn within_possible(kind: Kind, lower: Option<f64>, upper: Option<f64>) -> Option<(f64, f64)> {
    if lower.is_none() && upper.is_none() {
        return None;
    }
    let (floor, ceiling) = match kind {
        Kind::Proportion | Kind::ScoreShare => (0.0, 1.0),
        Kind::Count | Kind::Rate | Kind::Value => (0.0, f64::INFINITY),
    };
    Some((
        lower.unwrap_or(floor).max(floor),
        upper.unwrap_or(ceiling).min(ceiling),
    ))
}
