//! kpis

pub mod view;
