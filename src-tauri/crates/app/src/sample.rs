//! The sample team (ROSTER replaces this file).

use crate::error::AppError;
use chrono::NaiveDate;
use store::{Read, Write};

/// The day it is in a sample vault.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 3).unwrap_or_default()
}

/// Fills the team in.
pub fn fill(write: &mut Write<'_>) -> Result<(), AppError> {
    Ok(write.settings().set("sample", "1")?)
}

/// Takes the team out.
pub fn remove(write: &mut Write<'_>) -> Result<(), AppError> {
    Ok(write.settings().clear("sample")?)
}

/// Whether any of it is there.
pub fn is_present(read: Read<'_>) -> Result<bool, AppError> {
    Ok(read.settings().get("sample")?.is_some())
}
