#![doc = include_str!("../README.md")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on stops with its reason"
)]

mod files;
mod schema;
mod workplace;

pub use files::FIGURES;
pub use schema::{documents, faults};
pub use workplace::{Answer, FIRST, SECOND, Workplace};
