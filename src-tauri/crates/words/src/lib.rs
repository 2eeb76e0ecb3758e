#![doc = include_str!("../README.md")]

mod catalogue;
pub mod date;
pub mod number;

pub use catalogue::{Arg, CATALOGUES, Words};
