//! intake

pub mod view;
