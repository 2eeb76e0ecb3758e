//! The roster: programmes, teams, advisers, where they worked and when they were not available. Alias, name and
//! notes are sealed under the adviser's own key; an alias is found by its keyed digest.

mod erase;
mod public_id;
mod read;
mod take_back;
mod write;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::calendar::Territory;
use domain::team::{Alias, Assignment, Availability, PersonName, ProgrammeId};
use domain::text::Label;
use vault::Vault;

pub use public_id::PublicId;
pub use read::TeamRead;
pub use write::TeamWrite;

use crate::batches::BatchId;
use crate::error::StoreError;
use crate::rows::{list, number};

pub(crate) const TABLES: &str = "
CREATE TABLE programme(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    support_days INTEGER NOT NULL,
    outcome_lag_days INTEGER NOT NULL
) STRICT;
CREATE TABLE team(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    site TEXT NOT NULL,
    programme INTEGER NOT NULL REFERENCES programme(id),
    calendar INTEGER NOT NULL
) STRICT;
CREATE TABLE adviser(
    id INTEGER PRIMARY KEY,
    public BLOB NOT NULL UNIQUE,
    alias BLOB NOT NULL,
    alias_digest BLOB NOT NULL UNIQUE,
    name BLOB NOT NULL,
    note BLOB NOT NULL,
    started TEXT NOT NULL,
    left_on TEXT NOT NULL,
    batch INTEGER NOT NULL
) STRICT;
CREATE TABLE assignment(
    adviser INTEGER NOT NULL REFERENCES adviser(id),
    place INTEGER NOT NULL,
    team INTEGER NOT NULL REFERENCES team(id),
    site TEXT NOT NULL,
    grade TEXT NOT NULL,
    share INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    PRIMARY KEY(adviser, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE availability(
    adviser INTEGER NOT NULL REFERENCES adviser(id),
    place INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    half_days INTEGER NOT NULL,
    PRIMARY KEY(adviser, place)
) STRICT, WITHOUT ROWID;";

/// Since schema 2: the band of the caseload, which rosters bring (cli.md).
pub(crate) const BAND: &str = "ALTER TABLE assignment ADD COLUMN band TEXT NOT NULL DEFAULT '';";

/// A programme that has no number yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProgramme {
    /// Its name.
    pub name: Label,
    /// Days a participant is supported.
    pub support_days: u16,
    /// Days from a start until its outcome can be known.
    pub outcome_lag_days: u16,
}

/// A team that has no number yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTeam {
    /// Its name.
    pub name: Label,
    /// Where it works, if it has one place.
    pub site: Option<Label>,
    /// The programme its work belongs to.
    pub programme: ProgrammeId,
    /// Which bank holidays its working days leave out.
    pub calendar: Territory,
}

/// An adviser who has no number and no key yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAdviser {
    /// What screens call them.
    pub alias: Alias,
    /// The real name, if it is to be kept.
    pub name: Option<PersonName>,
    /// First day of service.
    pub started: Option<NaiveDate>,
    /// Last day, once they have left.
    pub left: Option<NaiveDate>,
    /// Where they worked.
    pub assignments: Vec<Assignment>,
    /// When they were not available.
    pub availability: Vec<Availability>,
    /// The import that brought them, if one did.
    pub batch: Option<BatchId>,
}

/// Keys in the ring that belong to nobody on the roster: an erasure that a crash cut short, or a change that
/// was rolled back.
pub(crate) fn keys_of_nobody(vault: &Vault) -> Result<Vec<u32>, StoreError> {
    // Unordered, so that an index answers and nobody's row is read.
    let sql = "SELECT id FROM adviser";
    let known = list(vault.connection(), sql, [], |row| number::<u32>(row, 0))?;
    let known: BTreeSet<u32> = known.into_iter().collect();
    let keys = vault.subjects().into_iter();
    Ok(keys.filter(|subject| !known.contains(subject)).collect())
}
