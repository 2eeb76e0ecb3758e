//! Reading the roster.

use std::collections::BTreeMap;

use domain::calendar::Territory;
use domain::team::{
    Adviser, AdviserId, Alias, Assignment, Availability, FullTimeShare, PersonName, Programme,
    ProgrammeId, Team, TeamId,
};
use domain::text::Note;
use rusqlite::Row;

use crate::batches::BatchId;
use crate::coded::Coded;
use crate::error::{Damaged, StoreError};
use crate::handle::Read;
use crate::rows::{array, day, find, label, list, number, optional_day, optional_label};
use crate::sealing::{self, Place};
use crate::team::PublicId;

/// Reads the roster.
#[derive(Clone, Copy)]
pub struct TeamRead<'open>(pub(crate) Read<'open>);

impl TeamRead<'_> {
    /// Programmes by name.
    pub fn programmes(self) -> Result<Vec<Programme>, StoreError> {
        let sql =
            "SELECT id, name, support_days, outcome_lag_days FROM programme ORDER BY name, id";
        list(self.0.connection(), sql, [], |row| {
            Ok(Programme {
                id: ProgrammeId(number(row, 0)?),
                name: label(row, 1)?,
                support_days: number(row, 2)?,
                outcome_lag_days: number(row, 3)?,
            })
        })
    }

    /// Teams by name.
    pub fn teams(self) -> Result<Vec<Team>, StoreError> {
        let sql = "SELECT id, name, site, programme, calendar FROM team ORDER BY name, id";
        list(self.0.connection(), sql, [], |row| {
            Ok(Team {
                id: TeamId(number(row, 0)?),
                name: label(row, 1)?,
                site: optional_label(row, 2)?,
                programme: ProgrammeId(number(row, 3)?),
                calendar: Territory::parse(row.get(4)?)?,
            })
        })
    }

    /// Advisers by alias, leavers among them.
    pub fn advisers(self) -> Result<Vec<Adviser>, StoreError> {
        let mut advisers = self.numbered(0, u32::MAX)?;
        advisers.sort_by_cached_key(|adviser| (adviser.alias.normalised(), adviser.id));
        Ok(advisers)
    }

    /// One adviser; nobody else's name is opened.
    pub fn adviser(self, adviser: AdviserId) -> Result<Adviser, StoreError> {
        let found = self.numbered(adviser.0, adviser.0)?;
        found.into_iter().next().ok_or(StoreError::NotFound)
    }

    /// Advisers with numbers from one to another.
    fn numbered(self, first: u32, last: u32) -> Result<Vec<Adviser>, StoreError> {
        let sql = "SELECT id, alias, name, started, left_on FROM adviser WHERE id BETWEEN ?1 AND ?2
            ORDER BY id";
        let connection = self.0.connection();
        let mut advisers = list(connection, sql, (first, last), |row| self.adviser_of(row))?;
        let mut assignments = self.assignments(first, last)?;
        let mut availability = self.availability(first, last)?;
        for adviser in &mut advisers {
            adviser.assignments = assignments.remove(&adviser.id).unwrap_or_default();
            adviser.availability = availability.remove(&adviser.id).unwrap_or_default();
        }
        Ok(advisers)
    }

    /// Who has an alias, whatever its capitals and spaces.
    pub fn find_alias(self, alias: &Alias) -> Result<Option<AdviserId>, StoreError> {
        let digest = self.0.vault.pseudonyms().derive("alias", alias.reveal());
        let sql = "SELECT id FROM adviser WHERE alias_digest = ?1";
        find(self.0.connection(), sql, (digest.as_slice(),), |row| {
            Ok(AdviserId(number(row, 0)?))
        })
    }

    /// The opaque ids of all advisers.
    pub fn public_ids(self) -> Result<BTreeMap<AdviserId, PublicId>, StoreError> {
        let sql = "SELECT id, public FROM adviser";
        let pairs = list(self.0.connection(), sql, [], |row| {
            Ok((AdviserId(number(row, 0)?), PublicId(array(row, 1)?)))
        })?;
        Ok(pairs.into_iter().collect())
    }

    /// The opaque id of one adviser.
    pub fn public_id(self, adviser: AdviserId) -> Result<PublicId, StoreError> {
        let sql = "SELECT public FROM adviser WHERE id = ?1";
        let found = find(self.0.connection(), sql, (adviser.0,), |row| {
            Ok(PublicId(array(row, 0)?))
        })?;
        found.ok_or(StoreError::NotFound)
    }

    /// Whether every adviser came with one import.
    pub fn are_all_of(self, batch: BatchId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM adviser WHERE batch <> ?1 LIMIT 1";
        Ok(find(self.0.connection(), sql, (batch.0,), |_| Ok(()))?.is_none())
    }

    /// How many advisers there are, leavers among them.
    pub fn count(self) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM adviser";
        let count = find(self.0.connection(), sql, [], |row| number(row, 0))?;
        Ok(count.unwrap_or_default())
    }

    /// Who has an opaque id.
    pub fn find_public(self, id: PublicId) -> Result<Option<AdviserId>, StoreError> {
        let sql = "SELECT id FROM adviser WHERE public = ?1";
        find(self.0.connection(), sql, (id.0.as_slice(),), |row| {
            Ok(AdviserId(number(row, 0)?))
        })
    }

    /// The manager's note about an adviser.
    pub fn note(self, adviser: AdviserId) -> Result<Option<Note>, StoreError> {
        let sql = "SELECT note FROM adviser WHERE id = ?1";
        let sealed = find(self.0.connection(), sql, (adviser.0,), |row| {
            Ok(row.get::<_, Vec<u8>>(0)?)
        })?;
        let sealed = sealed.ok_or(StoreError::NotFound)?;
        let place = Place {
            column: "adviser.note",
            row: &[i64::from(adviser.0)],
        };
        let text = sealing::open(self.0.vault, adviser, place, &sealed)?;
        Ok(text.map(|text| Note::parse(&text)).transpose()?)
    }

    fn adviser_of(self, row: &Row<'_>) -> Result<Adviser, StoreError> {
        let id = AdviserId(number(row, 0)?);
        let open = |column, at| {
            let place = Place {
                column,
                row: &[i64::from(id.0)],
            };
            let sealed: Vec<u8> = row.get(at)?;
            sealing::open(self.0.vault, id, place, &sealed)
        };
        let alias = open("adviser.alias", 1)?.ok_or(Damaged::Value)?;
        let name = open("adviser.name", 2)?;
        Ok(Adviser {
            id,
            alias: Alias::parse(&alias)?,
            name: name.map(|name| PersonName::parse(&name)).transpose()?,
            started: optional_day(row, 3)?,
            left: optional_day(row, 4)?,
            assignments: Vec::new(),
            availability: Vec::new(),
        })
    }

    fn assignments(
        self,
        first: u32,
        last: u32,
    ) -> Result<BTreeMap<AdviserId, Vec<Assignment>>, StoreError> {
        let sql = "SELECT adviser, team, site, grade, share, from_day, to_day, band FROM assignment
            WHERE adviser BETWEEN ?1 AND ?2 ORDER BY adviser, place";
        let rows = list(self.0.connection(), sql, (first, last), |row| {
            let assignment = Assignment {
                team: TeamId(number(row, 1)?),
                site: optional_label(row, 2)?,
                grade: optional_label(row, 3)?,
                band: optional_label(row, 7)?,
                share: FullTimeShare::from_thousandths(number(row, 4)?)?,
                from: day(row, 5)?,
                to: optional_day(row, 6)?,
            };
            Ok((AdviserId(number(row, 0)?), assignment))
        })?;
        Ok(by_adviser(rows))
    }

    fn availability(
        self,
        first: u32,
        last: u32,
    ) -> Result<BTreeMap<AdviserId, Vec<Availability>>, StoreError> {
        let sql = "SELECT adviser, from_day, to_day, half_days FROM availability
            WHERE adviser BETWEEN ?1 AND ?2 ORDER BY adviser, place";
        let rows = list(self.0.connection(), sql, (first, last), |row| {
            let absence = Availability {
                from: day(row, 1)?,
                to: day(row, 2)?,
                half_days: number(row, 3)?,
            };
            Ok((AdviserId(number(row, 0)?), absence))
        })?;
        Ok(by_adviser(rows))
    }
}

fn by_adviser<T>(rows: Vec<(AdviserId, T)>) -> BTreeMap<AdviserId, Vec<T>> {
    let mut found: BTreeMap<AdviserId, Vec<T>> = BTreeMap::new();
    for (adviser, one) in rows {
        found.entry(adviser).or_default().push(one);
    }
    found
}
