//! How one adviser's figures on one KPI are read: the one function from which table icon, chart icon and sentence
//! come, so that they cannot contradict each other. A reading says three things apart: whether the cell has moved
//! against its own usual range, how it stands to its target, and whether there is enough to say either.
//!
//! A signal means "look and ask". It never says that somebody did well or badly.

mod derive;
mod judging;
mod notes;
mod opportunity;
mod reading;
mod roll;
mod series;
mod signal;
mod target;
mod usual;

pub use derive::derive_reading;
pub use judging::Judging;
pub use reading::{
    Against, Break, BreakReason, CellFigures, HandBaseline, Note, Phase, PhaseStart, Point,
    Reading, Standing, Status,
};
pub use roll::roll_up;
pub use series::chart_grain;
pub use signal::{RuleCount, Signal};
pub use target::target_in_force;
pub use usual::{Usual, usual_at};

// What a phase's frozen numbers are made of, for the store that keeps them.
pub use stats::choice::ChartType;
pub use stats::phases::{Frozen, PointsNeeded};

#[cfg(test)]
mod tests;
