//! vault

pub mod view;
