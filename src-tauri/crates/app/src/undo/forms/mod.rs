//! What is kept of the things a step changes, in a form that can be written down.

use chrono::NaiveDate;
use domain::period::{day_from_epoch, days_since_epoch};

mod figures;
mod kpis;
mod team;

pub use figures::{BaselineForm, PhaseForm, Stored};
pub use kpis::{DefinitionForm, TargetForm};
pub use team::{AdviserForm, TeamForm};

/// A day that may be absent, as days since 1970.
fn days(day: Option<NaiveDate>) -> Option<i64> {
    day.map(days_since_epoch)
}

/// The day it was; nothing at all when it no longer reads.
#[expect(clippy::option_option, reason = "absent and unreadable are two things")]
fn day(days: Option<i64>) -> Option<Option<NaiveDate>> {
    match days {
        Some(days) => day_from_epoch(days).map(Some),
        None => Some(None),
    }
}
