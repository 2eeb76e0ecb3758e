#![doc = include_str!("../README.md")]
#![expect(
    clippy::needless_pass_by_value,
    reason = "an action takes its request whole, as the fronts hand it over"
)]

mod app;
pub mod bindings;
pub mod calendar;
pub mod clock;
pub mod data;
pub mod demo;
pub mod environment;
pub mod error;
pub mod figures;
mod files;
pub mod intake;
pub mod job;
pub mod journal;
pub mod kpis;
pub mod methods;
pub mod privacy;
pub mod releases;
pub mod sample;
pub mod scorecard;
mod session;
pub mod settings;
pub mod team;
#[cfg(test)]
mod testing;
mod tokens;
pub mod undo;
pub mod vault;
pub mod view;
pub mod wording;

pub use app::{App, FRESH};
pub use environment::{Environment, KeyDerivation};
