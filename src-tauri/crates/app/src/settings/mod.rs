//! settings

pub mod view;
