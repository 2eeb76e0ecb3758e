//! privacy

pub mod view;
