//! team

pub mod view;
