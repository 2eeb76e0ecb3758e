//! The vault as a person meets it: made, opened, recovered, locked, closed.

pub(crate) mod sample;
pub(crate) mod tries;
pub mod view;
