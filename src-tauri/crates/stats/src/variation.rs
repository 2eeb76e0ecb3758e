//! The variation icon: what the latest recorded point says, never an older one. (statistics.md 2.4.)

use crate::lattice::Side;
use crate::rules::Marks;

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// More is better.
    #[default]
    Increase,
    /// Less is better.
    Decrease,
    /// Neither; such a chart never says improvement or concern and has no assurance.
    Neutral,
}

/// What the latest recorded point says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variation {
    /// Not enough data yet.
    NotEnough,
    /// Events are too rare for this period to be judged one by one.
    TooRare,
    /// Usual variation.
    CommonCause,
    /// A signal in the good direction.
    Improvement(Side),
    /// A signal in the other direction.
    Concern(Side),
    /// A signal where neither direction is good.
    Neutral(Side),
}

/// The icon for a point with these marks.
pub fn variation(direction: Direction, marks: Marks) -> Variation {
    match (marks.first(), direction) {
        (None, _) => Variation::CommonCause,
        (Some(mark), Direction::Neutral) => Variation::Neutral(mark.side),
        (Some(mark), Direction::Increase) if mark.side == Side::High => {
            Variation::Improvement(mark.side)
        }
        (Some(mark), Direction::Decrease) if mark.side == Side::Low => {
            Variation::Improvement(mark.side)
        }
        (Some(mark), Direction::Increase | Direction::Decrease) => Variation::Concern(mark.side),
    }
}
