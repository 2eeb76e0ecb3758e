//! Scorecards: the team overview, an adviser's scorecard, the page of one chart, what is set by hand on it, and
//! the same as files. Everything shown here comes from one reading of a cell (`domain::scorecard`).

mod basis;
mod card;
mod document;
mod drawn;
mod needs;
mod overview;
mod page;
mod phases;
pub mod report;
mod summary;
mod team_page;
pub mod view;
mod worked_out;
mod write;

pub use basis::{Basis, Whom};
pub use card::adviser;
pub use overview::{overview, team_overview};
pub use page::chart;
pub use phases::{add_phase, remove_phase, set_baseline};
pub use report::{is_period, report};
pub use write::{adviser_of_alias, suggested_name, write};

#[cfg(test)]
mod tests;
