#![doc = include_str!("../README.md")]

pub mod calendar;
pub mod exposure;
pub mod figure;
pub mod kpi;
pub mod period;
pub mod scorecard;
pub mod target;
pub mod team;
pub mod text;
pub mod total;
