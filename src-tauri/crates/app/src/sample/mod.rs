//! The sample team: eight made-up advisers of one team over twenty-five months, with the stories of the trade in
//! them. Most of what they show is usual variation, because most of what any team shows is. The numbers come from
//! a generator with a fixed seed, so that everybody sees the same team; those of the stories are written out.
//!
//! Everything in it is marked as one import of its own kind and can be taken out again.

mod draw;
mod fill;
mod maker;
mod outcomes;
mod people;
mod series;
mod stories;
#[cfg(test)]
mod tests;

pub use fill::{fill, remove};

use crate::error::AppError;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use store::batches::BatchId;
use store::{Read, Write};

/// The setting that says the sample is here, and what of it is not a figure.
const SETTING: &str = "sample";

/// What the sample put in besides figures, advisers and KPIs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Marker {
    batch: u32,
    team: u32,
    programme: u32,
    targets: Vec<u32>,
    phases: Vec<u32>,
    /// The day it is, `2027-01-20`, once that was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<String>,
}

impl Marker {
    fn read(read: Read<'_>) -> Result<Option<Self>, AppError> {
        let stored = read.settings().get(SETTING)?;
        let parsed = stored.map(|marker| serde_json::from_str(&marker));
        parsed
            .transpose()
            .map_err(|_| AppError::unexpected("sample_form"))
    }

    fn day(&self) -> NaiveDate {
        let moved = self.day.as_deref().and_then(|day| day.parse().ok());
        moved.unwrap_or_else(today)
    }

    fn write(&self, write: &mut Write<'_>) -> Result<(), AppError> {
        let marker =
            serde_json::to_string(self).map_err(|_| AppError::unexpected("sample_form"))?;
        Ok(write.settings().set(SETTING, &marker)?)
    }
}

/// The day it is in a sample vault at first (rulings 47).
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 3).unwrap_or_default()
}

/// The last day it can be in a sample vault: by then the review of story E5 has long been held.
pub fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 12, 31).unwrap_or_default()
}

/// The day it is in a vault in which nobody but the sample team is; nothing in any other, which has the real day.
pub fn own_day(read: Read<'_>) -> Result<Option<NaiveDate>, AppError> {
    let Some(marker) = Marker::read(read)? else {
        return Ok(None);
    };
    let is_alone = read.team().are_all_of(BatchId(marker.batch))?;
    Ok(is_alone.then(|| marker.day()))
}

/// The day it is in a throwaway, whoever else was added to it.
pub fn throwaway_day(read: Read<'_>) -> Result<NaiveDate, AppError> {
    let marker = Marker::read(read)?;
    Ok(marker.map_or_else(today, |marker| marker.day()))
}

/// Moves the sample's day, so that its stories can be played.
pub fn move_day(write: &mut Write<'_>, day: NaiveDate) -> Result<(), AppError> {
    let Some(marker) = Marker::read(write.read())? else {
        return Err(AppError::unexpected("sample_missing"));
    };
    let moved = Marker {
        day: Some(day.to_string()),
        ..marker
    };
    moved.write(write)
}

/// Whether any of it is there.
pub fn is_present(read: Read<'_>) -> Result<bool, AppError> {
    Ok(read.settings().get(SETTING)?.is_some())
}
