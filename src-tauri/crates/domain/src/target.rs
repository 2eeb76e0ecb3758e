//! Targets: agreed levels for a KPI, with whom they bind, from when to when, and where they come from. None is
//! shipped; an organisation sets its own.

use crate::kpi::{Direction, KpiId};
use crate::team::AdviserId;
use chrono::NaiveDate;

/// Whom a target binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everybody in the team, each.
    Each,
    /// The team as a whole.
    Team,
    /// One adviser.
    Adviser(AdviserId),
}

/// How binding a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The least that is acceptable.
    Minimum,
    /// What is expected of an ordinary colleague.
    Expected,
    /// More than is expected.
    Stretch,
    /// What the contract demands.
    Contract,
}

/// An agreed level for a KPI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its number.
    pub id: u32,
    /// The KPI.
    pub kpi: KpiId,
    /// Whom it binds.
    pub scope: Scope,
    /// How binding it is.
    pub level: Level,
    /// The level in millionths of the unit shown on the chart: 0.85 is 850,000; 6 a month is 6,000,000.
    pub millionths: i64,
    /// First day.
    pub from: NaiveDate,
    /// Last day, open while in force.
    pub to: Option<NaiveDate>,
    /// Where it comes from, such as "contract schedule 4".
    pub source: String,
}

impl Target {
    /// Whether it is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|end| end >= day)
    }
}

/// Why a target was turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TargetRefusal {
    /// A KPI that is context, or wants a range, has no target to meet.
    #[error("this KPI has no direction, so it can have no target")]
    NoDirection,
    /// A share outside 0 to 100 per cent.
    #[error("a target for a share lies between 0 and 100 per cent")]
    OutOfRange,
    /// The last day is before the first.
    #[error("the last day is before the first")]
    Backwards,
    /// A target needs a source.
    #[error("say where the target comes from")]
    SourceMissing,
}

/// Refuses a target that cannot be met or missed, or that nobody could trace.
pub fn check_target(
    target: &Target,
    direction: Direction,
    is_share: bool,
) -> Result<(), TargetRefusal> {
    match direction {
        Direction::Range | Direction::Neutral => return Err(TargetRefusal::NoDirection),
        Direction::Up | Direction::Down => {}
    }
    if is_share && !(0..=1_000_000).contains(&target.millionths) {
        return Err(TargetRefusal::OutOfRange);
    }
    if target.to.is_some_and(|end| end < target.from) {
        return Err(TargetRefusal::Backwards);
    }
    if target.source.trim().is_empty() {
        Err(TargetRefusal::SourceMissing)
    } else {
        Ok(())
    }
}
