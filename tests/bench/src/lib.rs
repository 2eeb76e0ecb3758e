#![doc = include_str!("../README.md")]

pub mod bars;
pub mod clock;
pub mod desk;
pub mod rivals;
pub mod run;
pub mod steps;
pub mod table;
pub mod workload;

use std::fmt;

/// Why the benchmark stopped.
#[derive(Debug)]
pub struct Fault(String);

impl Fault {
    /// With its reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self(format!("a file or program could not be used: {error}"))
    }
}

impl From<app::error::AppError> for Fault {
    fn from(error: app::error::AppError) -> Self {
        Self(error.message)
    }
}

impl From<store::StoreError> for Fault {
    fn from(error: store::StoreError) -> Self {
        Self(error.to_string())
    }
}

impl From<vault::VaultError> for Fault {
    fn from(error: vault::VaultError) -> Self {
        Self(error.to_string())
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self(error.to_string())
    }
}
