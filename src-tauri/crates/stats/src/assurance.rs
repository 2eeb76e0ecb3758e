//! The assurance icon: whether the process as it is will meet the target. It compares the target
//! with the limits of the latest phase at its median denominator; a missing limit is never
//! reliable on that side. (statistics.md 2.4, rulings 22.)

use crate::bounds::Bounds;
use crate::tie::{is_above, is_below};
use crate::variation::Direction;

/// Whether the process will meet its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assurance {
    /// Consistently meets it.
    Pass,
    /// Consistently falls short.
    Fail,
    /// Sometimes meets it, by usual variation alone.
    HitOrMiss,
}

/// The icon for a phase that has a chart; `None` for a neutral direction. A target tied with a limit
/// is hit or miss, and so is any target where no count could be called low or high.
pub fn assurance(direction: Direction, target: f64, limits: &Bounds) -> Option<Assurance> {
    let is_over = limits.upper.is_some_and(|upper| is_above(target, upper));
    let is_under = limits.lower.is_some_and(|lower| is_below(target, lower));
    match direction {
        Direction::Neutral => None,
        Direction::Increase if is_over => Some(Assurance::Fail),
        Direction::Increase if is_under => Some(Assurance::Pass),
        Direction::Decrease if is_over => Some(Assurance::Pass),
        Direction::Decrease if is_under => Some(Assurance::Fail),
        Direction::Increase | Direction::Decrease => Some(Assurance::HitOrMiss),
    }
}
