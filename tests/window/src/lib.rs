#![doc = include_str!("../README.md")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on stops with its reason"
)]

pub mod journey;
pub mod look;
pub mod machine;
pub mod person;
pub mod script;

pub use machine::Machine;
pub use person::Person;
