//! A phase is a stretch of one process: within it, limits come from its first points and later
//! points are judged, not absorbed. How many points it has decides how much may be said.
//! (statistics.md 2.0, 2.5; rulings 20.)

use crate::choice::{ChartType, LEAST_POINTS};

/// Points from which limits are called established.
pub const ESTABLISHED_POINTS: usize = 20;
/// Points that make the usual baseline; limits freeze with the last of them.
pub const BASELINE_POINTS: usize = 24;
/// Fewest points of a baseline set by hand.
pub const LEAST_BASELINE: usize = 12;

/// How far the limits of a phase can be trusted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status {
    /// Fewer than 13 recorded points, or no two neighbouring ones: no limits, no rules, no icon.
    NotEnough {
        /// Recorded points so far, of 13.
        recorded: usize,
    },
    /// 13 or more points whose neighbours were all the same: nothing to learn limits from.
    Flat {
        /// The value it always was, until it changed.
        value: f64,
        /// Position of the first later point that differs, if any.
        changed_at: Option<usize>,
    },
    /// 13 to 19 points: limits are recalculated with each point.
    Trial,
    /// 20 points or more; frozen from 24.
    Established,
}

impl Status {
    /// The status by number of recorded points alone.
    pub fn of_points(recorded: usize) -> Self {
        match recorded {
            few if few < LEAST_POINTS => Self::NotEnough { recorded },
            some if some < ESTABLISHED_POINTS => Self::Trial,
            _ => Self::Established,
        }
    }
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

impl Default for Baseline {
    fn default() -> Self {
        Self::First(BASELINE_POINTS)
    }
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
