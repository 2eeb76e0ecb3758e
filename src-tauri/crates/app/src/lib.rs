#![doc = include_str!("../README.md")]

mod app;
pub mod clock;
pub mod environment;
pub mod error;
pub mod figures;
pub mod intake;
pub mod job;
pub mod journal;
pub mod kpis;
pub mod methods;
pub mod privacy;
pub mod releases;
pub mod scorecard;
mod session;
pub mod settings;
pub mod team;
mod tokens;
pub mod vault;
pub mod view;
pub mod wording;

pub use app::{App, FRESH};
pub use environment::{Environment, KeyDerivation};
