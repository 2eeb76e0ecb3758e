//! A phase is a stretch of one process: within it, limits come from its first points and later
//! points are judged, not absorbed. How many points it has decides how much may be said.
//! (statistics.md 2.0, 2.5; rulings 20.)

use crate::choice::{ChartType, LEAST_POINTS};

/// How many recorded points a phase needs before how much is said. Sources disagree (20 to 30 in Provost and Murray,
/// 12 to 24 in Making Data Count), so an organisation may choose; never below 13, which every verdict needs.
/// (statistics.md 2.0, 3.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointsNeeded {
    /// Points from which there are limits, rules and icons: trial ones at first.
    pub limits: usize,
    /// Points from which limits are called established.
    pub established: usize,
    /// Points that make the baseline; limits freeze with the last of them.
    pub baseline: usize,
}

impl PointsNeeded {
    /// The default: limits from 13, established from 20, frozen at 24.
    pub const STANDARD: Self = Self {
        limits: LEAST_POINTS,
        established: 20,
        baseline: 24,
    };
    /// For whoever would rather wait: limits from 20, established from 24, frozen at 30.
    pub const LONG: Self = Self {
        limits: 20,
        established: 24,
        baseline: 30,
    };

    /// The status by number of recorded points alone.
    pub fn status(self, recorded: usize) -> Status {
        match recorded {
            few if few < self.limits => Status::NotEnough { recorded },
            some if some < self.established => Status::Trial,
            _ => Status::Established,
        }
    }
}

/// Fewest points of a baseline set by hand.
pub const LEAST_BASELINE: usize = 12;

/// How far the limits of a phase can be trusted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status {
    /// Fewer recorded points than limits need, or no two neighbouring ones: no limits, no rules, no icon.
    NotEnough {
        /// Recorded points so far.
        recorded: usize,
    },
    /// Enough points, whose neighbours were all the same: nothing to learn limits from.
    Flat {
        /// The value it always was, until it changed.
        value: f64,
        /// Position of the first later point that differs, if any.
        changed_at: Option<usize>,
    },
    /// Enough for limits, not for a promise: they are recalculated with each point.
    Trial,
    /// Enough to rely on; frozen once the baseline is full.
    Established,
}

/// Which points of a phase make its limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Baseline {
    /// The first so many recorded points (24 unless the organisation set another number).
    First(usize),
    /// The first so many, set by hand with a reason in the journal.
    ByHand(HandSet),
    /// Numbers frozen earlier, kept after their points have expired.
    Kept(Frozen),
}

impl Baseline {
    /// The first `points` recorded points of a phase with `recorded` of them; `None` below 12 of 13.
    pub fn by_hand(points: usize, recorded: usize) -> Option<Self> {
        let is_allowed = points >= LEAST_BASELINE && recorded >= LEAST_POINTS && points <= recorded;
        is_allowed.then_some(Self::ByHand(HandSet(points)))
    }

    /// The largest number of points the baseline takes.
    pub(crate) fn points(&self) -> usize {
        match self {
            Self::First(points) | Self::ByHand(HandSet(points)) => *points,
            Self::Kept(frozen) => frozen.points,
        }
    }
}

/// A number of baseline points that passed [`Baseline::by_hand`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandSet(usize);

/// The numbers of a phase that outlive its points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frozen {
    /// The chart they belong to.
    pub chart: ChartType,
    /// Centre line.
    pub centre: f64,
    /// Screened mean moving range (XmR) or sigma z (prime charts); 0 for exact charts.
    pub spread: f64,
    /// Median denominator of the baseline (1 for counts and values).
    pub median_n: f64,
    /// Points they were computed from.
    pub points: usize,
}
