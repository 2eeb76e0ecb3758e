//! scorecard

pub mod view;
