//! The register of what went out: for whom, which periods, which cells were shown or hidden, and who was
//! counted in each, so that a later release can be judged together with the earlier ones (rulings 40). People
//! stand here as bare numbers, which name nobody once they are erased.

use domain::kpi::KpiId;
use domain::period::{Grain, Period};
use domain::team::{AdviserId, TeamId};
use rusqlite::{Connection, Row};
use vault::Vault;

use crate::coded::{Coded, coded};
use crate::error::{Damaged, StoreError};
use crate::handle::Read;
use crate::rows::{array, list, next_number, number, period, run};

pub(crate) const TABLES: &str = "
CREATE TABLE release(
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    grain INTEGER NOT NULL,
    from_period INTEGER NOT NULL,
    to_period INTEGER NOT NULL,
    file_hash BLOB NOT NULL
) STRICT;
CREATE TABLE release_cell(
    release INTEGER NOT NULL REFERENCES release(id),
    team INTEGER NOT NULL,
    period INTEGER NOT NULL,
    kpi INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    members BLOB NOT NULL,
    PRIMARY KEY(release, team, period, kpi)
) STRICT, WITHOUT ROWID;";

/// Whom a release was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The same organisation.
    Internal,
    /// A partner or the commissioner.
    Partner,
    /// Everybody.
    Public,
}

coded!(Audience { Internal = 0, Partner = 1, Public = 2 });

/// What a release said in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Hidden for privacy.
    Hidden,
    /// There was nothing to count.
    Nothing,
    /// A number.
    Number(i64),
    /// A number out of another.
    Pair(i64, i64),
}

/// One cell of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseCell {
    /// Of which team.
    pub team: TeamId,
    /// For which period.
    pub period: Period,
    /// Of which KPI.
    pub kpi: KpiId,
    /// What it said.
    pub outcome: Outcome,
    /// Who was counted, by number.
    pub members: Vec<AdviserId>,
}

/// A release that is about to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRelease {
    /// Whom it is for.
    pub audience: Audience,
    /// The grain of its periods.
    pub grain: Grain,
    /// First period.
    pub from: Period,
    /// Last period.
    pub to: Period,
    /// SHA-256 of the file.
    pub file_hash: [u8; 32],
    /// Its cells, each team, period and KPI once.
    pub cells: Vec<ReleaseCell>,
}

/// One release of the register, without its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its number.
    pub id: u32,
    /// When, in UTC milliseconds.
    pub at: i64,
    /// Whom it was for.
    pub audience: Audience,
    /// The grain of its periods.
    pub grain: Grain,
    /// First period.
    pub from: Period,
    /// Last period.
    pub to: Period,
    /// SHA-256 of the file.
    pub file_hash: [u8; 32],
    /// KPIs in it, by number.
    pub kpis: Vec<KpiId>,
    /// Cells with numbers.
    pub shown: u32,
    /// Cells hidden.
    pub hidden: u32,
}

/// Reads the register.
#[derive(Clone, Copy)]
pub struct ReleasesRead<'open>(pub(crate) Read<'open>);

impl ReleasesRead<'_> {
    /// All releases, newest first.
    pub fn list(self) -> Result<Vec<Release>, StoreError> {
        let sql = "SELECT r.id, r.at, r.audience, r.grain, r.from_period, r.to_period, r.file_hash,
                (SELECT count(*) FROM release_cell c WHERE c.release = r.id AND c.outcome > 1),
                (SELECT count(*) FROM release_cell c WHERE c.release = r.id AND c.outcome = 0)
            FROM release r ORDER BY r.id DESC";
        list(self.0.connection(), sql, [], |row| self.release(row))
    }

    /// The cells of one release, by team, period and KPI.
    pub fn cells(self, release: u32) -> Result<Vec<ReleaseCell>, StoreError> {
        let sql =
            "SELECT team, period, kpi, outcome, numerator, denominator, members FROM release_cell
            WHERE release = ?1 ORDER BY team, period, kpi";
        list(self.0.connection(), sql, (release,), cell)
    }

    fn release(self, row: &Row<'_>) -> Result<Release, StoreError> {
        let id = number(row, 0)?;
        let sql = "SELECT DISTINCT kpi FROM release_cell WHERE release = ?1 ORDER BY kpi";
        Ok(Release {
            id,
            at: row.get(1)?,
            audience: Audience::parse(row.get(2)?)?,
            grain: Grain::parse(row.get(3)?)?,
            from: period(row, 4)?,
            to: period(row, 5)?,
            file_hash: array(row, 6)?,
            kpis: list(self.0.connection(), sql, (id,), |row| {
                Ok(KpiId(number(row, 0)?))
            })?,
            shown: number(row, 7)?,
            hidden: number(row, 8)?,
        })
    }
}

fn cell(row: &Row<'_>) -> Result<ReleaseCell, StoreError> {
    let (numerator, denominator) = (row.get(4)?, row.get(5)?);
    let outcome = match row.get(3)? {
        HIDDEN => Outcome::Hidden,
        NOTHING => Outcome::Nothing,
        NUMBER => Outcome::Number(numerator),
        PAIR => Outcome::Pair(numerator, denominator),
        _ => return Err(Damaged::Value.into()),
    };
    let members: Vec<u8> = row.get(6)?;
    let (numbers, rest) = members.as_chunks();
    if !rest.is_empty() {
        return Err(Damaged::Value.into());
    }
    Ok(ReleaseCell {
        team: TeamId(number(row, 0)?),
        period: period(row, 1)?,
        kpi: KpiId(number(row, 2)?),
        outcome,
        members: numbers
            .iter()
            .map(|bytes| AdviserId(u32::from_le_bytes(*bytes)))
            .collect(),
    })
}

const HIDDEN: i64 = 0;
const NOTHING: i64 = 1;
const NUMBER: i64 = 2;
const PAIR: i64 = 3;

/// Writes the register inside a change.
pub struct ReleasesWrite<'write> {
    pub(crate) vault: &'write mut Vault,
    pub(crate) at: i64,
}

impl ReleasesWrite<'_> {
    fn connection(&self) -> &Connection {
        self.vault.connection()
    }

    /// Enters a release; gives its number.
    pub fn add(&mut self, new: &NewRelease) -> Result<u32, StoreError> {
        let id = next_number(self.connection(), "release")?;
        let sql = "INSERT INTO release(id, at, audience, grain, from_period, to_period, file_hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (from, to) = (new.from.key(), new.to.key());
        let hash = new.file_hash.as_slice();
        let values = (
            id,
            self.at,
            new.audience.code(),
            new.grain.code(),
            from,
            to,
            hash,
        );
        run(self.connection(), sql, values)?;
        for cell in &new.cells {
            self.add_cell(id, cell)?;
        }
        Ok(id)
    }

    /// Takes releases older than an instant (UTC milliseconds) out of the register; gives how many went.
    pub fn prune(&mut self, before: i64) -> Result<u64, StoreError> {
        let cells =
            "DELETE FROM release_cell WHERE release IN (SELECT id FROM release WHERE at < ?1)";
        run(self.connection(), cells, (before,))?;
        let gone = run(
            self.connection(),
            "DELETE FROM release WHERE at < ?1",
            (before,),
        )?;
        Ok(u64::try_from(gone).unwrap_or(u64::MAX))
    }

    fn add_cell(&self, release: u32, cell: &ReleaseCell) -> Result<(), StoreError> {
        let (outcome, numerator, denominator) = match cell.outcome {
            Outcome::Hidden => (HIDDEN, 0, 0),
            Outcome::Nothing => (NOTHING, 0, 0),
            Outcome::Number(number) => (NUMBER, number, 0),
            Outcome::Pair(number, out_of) => (PAIR, number, out_of),
        };
        let members: Vec<u8> = cell
            .members
            .iter()
            .flat_map(|one| one.0.to_le_bytes())
            .collect();
        run(
            self.connection(),
            "INSERT INTO release_cell(release, team, period, kpi, outcome, numerator, denominator, members)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                release,
                cell.team.0,
                cell.period.key(),
                cell.kpi.0,
                outcome,
                numerator,
                denominator,
                members,
            ),
        )
        .map(drop)
    }
}
