//! figures

pub mod view;
