//! Import: a spreadsheet becomes figures or a roster. What the file means is decided by the crate `intake`; here its
//! names are matched with the vault's, its rows are held against roster and calendar, and all of it goes in as one
//! batch that can be taken out again.
//!
//! Invariant: a dry run and an import are one reading, so that the one never promises what the other does not do.

mod batches;
mod compare;
mod convert;
mod files;
mod gather;
mod inspect;
mod known;
mod mapping;
mod newcomers;
mod pairs;
mod people;
mod plan;
mod reading;
mod roster;
mod run;
mod say;
mod stop;
#[cfg(test)]
mod tests;
mod totals;
mod turned;
pub mod view;
mod world;

pub(crate) use batches::close_past;
pub use batches::{batches, undo_batch};
pub use files::{choose_file, rejects_name, save_rejects, save_template, template_name};
pub use inspect::{
    AskedIntake, ImportReport, InspectView, InspectedColumn, InspectedRefusal, InspectedRow,
    SavedMapping, Wanted, import, inspect, parse_mapping,
};
pub use plan::plan;
pub use run::run;
