//! journal

pub mod view;
