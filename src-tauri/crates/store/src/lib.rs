#![doc = include_str!("../README.md")]

mod action;
pub mod batches;
mod coded;
mod digest;
pub mod drafts;
mod error;
pub mod figures;
mod handle;
pub mod inventory;
pub mod journal;
pub mod kpis;
pub mod phases;
pub mod releases;
mod rows;
mod schema;
mod sealing;
pub mod settings;
pub mod team;
pub mod totals;
mod unchanged;
pub mod undo;

pub use action::Action;
pub use error::{Damaged, StoreError, StoreRefusal};
pub use handle::{Clock, NewStore, OpenedStore, Read, Store, Write};
pub use schema::{NEWEST_SCHEMA, Tables, statements};

#[cfg(test)]
mod tests;
