#![doc = include_str!("../README.md")]

pub mod error;
pub mod figures;
pub mod intake;
pub mod journal;
pub mod kpis;
pub mod methods;
pub mod privacy;
pub mod releases;
pub mod scorecard;
pub mod settings;
pub mod team;
pub mod vault;
pub mod view;
