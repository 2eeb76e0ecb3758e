//! The roster: who is on the team, where, how much and since when. An adviser is known by an alias; the name is
//! optional and sealed, and why somebody was not available is never asked.

mod convert;
pub(crate) mod form;
mod list;
mod save;
#[cfg(test)]
mod tests;
pub mod view;

pub(crate) use list::find_adviser;
pub use list::{adviser, list};
pub use save::{save_adviser, save_team};

/// Days a participant is supported, unless the programme says otherwise.
pub(crate) const SUPPORT_DAYS: u16 = 365;
/// Days from a start until its outcome can be known, unless the programme says otherwise.
pub(crate) const OUTCOME_LAG_DAYS: u16 = 365;
