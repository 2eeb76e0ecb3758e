//! What goes out: anonymised summaries with their risk report, and the register of what went out before.

pub mod report;
pub mod table;
pub mod view;
