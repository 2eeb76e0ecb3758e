//! releases

pub mod view;
