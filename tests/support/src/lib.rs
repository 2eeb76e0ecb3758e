#![doc = include_str!("../README.md")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on stops with its reason"
)]

pub mod content;
mod made;
pub mod network;
pub mod search;
mod vectors;

pub use made::{FIRST, Made, clock, code_of, costs, opener, passphrase};
pub use vectors::vectors;
