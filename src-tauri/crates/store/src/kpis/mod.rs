//! KPIs, the versions of their definitions, and targets. A changed definition is a new version; the old one
//! stays, because its figures were counted by it.

mod read;
mod take_back;
mod targets;
mod write;

use chrono::NaiveDate;
use domain::kpi::{KpiDefinition, KpiId, definition_on};
use domain::target::{Level, Scope};

pub use read::KpisRead;
pub use write::KpisWrite;

use crate::coded::coded;

pub(crate) const TABLES: &str = "
CREATE TABLE kpi(
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    in_use INTEGER NOT NULL,
    batch INTEGER NOT NULL
) STRICT;
CREATE TABLE kpi_version(
    kpi INTEGER NOT NULL REFERENCES kpi(id),
    version INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    name TEXT NOT NULL,
    unit_words TEXT NOT NULL,
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL,
    excludes TEXT NOT NULL,
    kind INTEGER NOT NULL,
    direction INTEGER NOT NULL,
    block INTEGER NOT NULL,
    stage TEXT NOT NULL,
    grain INTEGER NOT NULL,
    roll INTEGER NOT NULL,
    exposure INTEGER NOT NULL,
    lag_days INTEGER NOT NULL,
    window_days INTEGER NOT NULL,
    minimum_denominator INTEGER NOT NULL,
    pair TEXT NOT NULL,
    feeders TEXT NOT NULL,
    tasks TEXT NOT NULL,
    purpose TEXT NOT NULL,
    less_intrusive TEXT NOT NULL,
    local INTEGER NOT NULL,
    PRIMARY KEY(kpi, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE target(
    id INTEGER PRIMARY KEY,
    kpi INTEGER NOT NULL REFERENCES kpi(id),
    scope INTEGER NOT NULL,
    adviser INTEGER NOT NULL,
    level INTEGER NOT NULL,
    millionths INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;";

/// Since version 3 the source of one adviser's own target is sealed like every text about a person; `source` is empty
/// then.
pub(crate) const SEALED_SOURCE: &str =
    "ALTER TABLE target ADD COLUMN sealed_source BLOB NOT NULL DEFAULT x'';";

/// Whether a KPI is in use here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InUse {
    /// It has a column in the grid and a row on scorecards.
    Yes,
    /// Its figures are kept and its page can be read.
    No,
}

coded!(InUse { No = 0, Yes = 1 });

/// A KPI with all versions of its definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiEntry {
    /// Its number.
    pub id: KpiId,
    /// Its code.
    pub code: String,
    /// Whether it is in use.
    pub in_use: InUse,
    /// Its versions, oldest first; never empty.
    pub versions: Vec<KpiDefinition>,
}

impl KpiEntry {
    /// The version that applies on a day.
    pub fn on(&self, day: NaiveDate) -> Option<&KpiDefinition> {
        definition_on(&self.versions, day)
    }

    /// The newest version.
    pub fn newest(&self) -> Option<&KpiDefinition> {
        self.versions.last()
    }
}

/// A target that has no number yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTarget {
    /// The KPI.
    pub kpi: KpiId,
    /// Whom it binds.
    pub scope: Scope,
    /// How binding it is.
    pub level: Level,
    /// The level in millionths of the unit shown.
    pub millionths: i64,
    /// First day.
    pub from: NaiveDate,
    /// Last day, open while in force.
    pub to: Option<NaiveDate>,
    /// Where it comes from.
    pub source: String,
}
