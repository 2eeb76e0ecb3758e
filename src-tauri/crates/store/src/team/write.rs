//! Writing the roster.

use domain::team::{
    Adviser, AdviserId, Alias, PersonName, Programme, ProgrammeId, Team, TeamId, TeamRefusal,
    check_assignments,
};
use domain::text::Note;
use rusqlite::Connection;
use vault::Vault;

use crate::coded::Coded;
use crate::error::StoreError;
use crate::handle::Read;
use crate::rows::{amend, day_text, find, label_text, narrow, next_number, run, stored};
use crate::sealing::{Place, seal};
use crate::team::{NewAdviser, NewProgramme, NewTeam};

/// Writes the roster inside a change.
pub struct TeamWrite<'write> {
    pub(super) vault: &'write mut Vault,
    pub(super) forgotten: &'write mut Vec<u32>,
}

impl<'write> TeamWrite<'write> {
    pub(crate) fn new(vault: &'write mut Vault, forgotten: &'write mut Vec<u32>) -> Self {
        Self { vault, forgotten }
    }

    pub(super) fn connection(&self) -> &Connection {
        self.vault.connection()
    }

    /// Adds a programme.
    pub fn add_programme(&mut self, new: &NewProgramme) -> Result<ProgrammeId, StoreError> {
        let id = next_number(self.connection(), "programme")?;
        run(
            self.connection(),
            "INSERT INTO programme(id, name, support_days, outcome_lag_days) VALUES (?1, ?2, ?3, ?4)",
            (
                id,
                new.name.as_str(),
                new.support_days,
                new.outcome_lag_days,
            ),
        )?;
        Ok(ProgrammeId(id))
    }

    /// Amends a programme.
    pub fn amend_programme(&mut self, programme: &Programme) -> Result<(), StoreError> {
        amend(
            self.connection(),
            "UPDATE programme SET name = ?2, support_days = ?3, outcome_lag_days = ?4 WHERE id = ?1",
            (
                programme.id.0,
                programme.name.as_str(),
                programme.support_days,
                programme.outcome_lag_days,
            ),
        )
    }

    /// Adds a team.
    pub fn add_team(&mut self, new: &NewTeam) -> Result<TeamId, StoreError> {
        let id = next_number(self.connection(), "team")?;
        let site = label_text(new.site.as_ref());
        run(
            self.connection(),
            "INSERT INTO team(id, name, site, programme, calendar) VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                id,
                new.name.as_str(),
                site,
                new.programme.0,
                new.calendar.code(),
            ),
        )?;
        Ok(TeamId(id))
    }

    /// Amends a team.
    pub fn amend_team(&mut self, team: &Team) -> Result<(), StoreError> {
        let site = label_text(team.site.as_ref());
        amend(
            self.connection(),
            "UPDATE team SET name = ?2, site = ?3, programme = ?4, calendar = ?5 WHERE id = ?1",
            (
                team.id.0,
                team.name.as_str(),
                site,
                team.programme.0,
                team.calendar.code(),
            ),
        )
    }

    /// Adds advisers and makes their keys, in one piece; gives their numbers in the same order.
    pub fn add_advisers(&mut self, new: &[NewAdviser]) -> Result<Vec<AdviserId>, StoreError> {
        let count = u32::try_from(new.len()).unwrap_or(u32::MAX);
        let first =
            "UPDATE counter SET next_subject = next_subject + ?1 RETURNING next_subject - ?1";
        let first = find(self.connection(), first, (count,), |row| {
            narrow::<u32>(row.get(0)?)
        })?;
        let first = first.ok_or(StoreError::NotFound)?;
        let numbers: Vec<u32> = (first..first.saturating_add(count)).collect();
        // A change that was rolled back leaves its keys in the ring until the next opening.
        let known = self.vault.subjects();
        let without_key: Vec<u32> = numbers
            .iter()
            .copied()
            .filter(|one| !known.contains(one))
            .collect();
        self.vault.add_subjects(&without_key)?;
        for (number, adviser) in numbers.iter().zip(new) {
            self.insert(AdviserId(*number), adviser)?;
        }
        Ok(numbers.into_iter().map(AdviserId).collect())
    }

    /// Replaces what is kept about an adviser, notes and figures excepted.
    pub fn amend_adviser(&mut self, adviser: &Adviser) -> Result<(), StoreError> {
        self.check_alias(&adviser.alias, Some(adviser.id))?;
        let (alias, digest) = self.seal_alias(adviser.id, &adviser.alias)?;
        let name = self.seal_name(adviser.id, adviser.name.as_ref())?;
        amend(
            self.connection(),
            "UPDATE adviser SET alias = ?2, alias_digest = ?3, name = ?4, started = ?5, left_on = ?6
             WHERE id = ?1",
            (adviser.id.0, alias, digest.as_slice(), name, day_text(adviser.started), day_text(adviser.left)),
        )?;
        self.write_assignments(adviser)
    }

    /// Writes, or with nothing takes away, the manager's note about an adviser.
    pub fn write_note(
        &mut self,
        adviser: AdviserId,
        note: Option<&Note>,
    ) -> Result<(), StoreError> {
        let place = Place {
            column: "adviser.note",
            row: &[i64::from(adviser.0)],
        };
        let sealed = seal(self.vault, adviser, place, note.map(Note::reveal))?;
        amend(
            self.connection(),
            "UPDATE adviser SET note = ?2 WHERE id = ?1",
            (adviser.0, sealed),
        )
    }

    fn insert(&mut self, id: AdviserId, new: &NewAdviser) -> Result<(), StoreError> {
        self.check_alias(&new.alias, None)?;
        let (alias, digest) = self.seal_alias(id, &new.alias)?;
        let name = self.seal_name(id, new.name.as_ref())?;
        run(
            self.connection(),
            "INSERT INTO adviser(id, public, alias, alias_digest, name, note, started, left_on, batch)
             VALUES (?1, randomblob(16), ?2, ?3, ?4, x'', ?5, ?6, ?7)",
            (
                id.0,
                alias,
                digest.as_slice(),
                name,
                day_text(new.started),
                day_text(new.left),
                new.batch.map_or(0, |batch| batch.0),
            ),
        )?;
        self.write_assignments(&Adviser {
            id,
            alias: new.alias.clone(),
            name: None,
            started: new.started,
            left: new.left,
            assignments: new.assignments.clone(),
            availability: new.availability.clone(),
        })
    }

    fn check_alias(&self, alias: &Alias, of: Option<AdviserId>) -> Result<(), StoreError> {
        match Read::of(self.vault).team().find_alias(alias)? {
            Some(other) if Some(other) != of => Err(TeamRefusal::AliasTaken.into()),
            Some(_) | None => Ok(()),
        }
    }

    fn seal_alias(&self, id: AdviserId, alias: &Alias) -> Result<(Vec<u8>, [u8; 32]), StoreError> {
        let place = Place {
            column: "adviser.alias",
            row: &[i64::from(id.0)],
        };
        let sealed = seal(self.vault, id, place, Some(alias.reveal()))?;
        Ok((
            sealed,
            self.vault.pseudonyms().derive("alias", alias.reveal()),
        ))
    }

    fn seal_name(&self, id: AdviserId, name: Option<&PersonName>) -> Result<Vec<u8>, StoreError> {
        let place = Place {
            column: "adviser.name",
            row: &[i64::from(id.0)],
        };
        seal(self.vault, id, place, name.map(PersonName::reveal))
    }

    fn write_assignments(&mut self, adviser: &Adviser) -> Result<(), StoreError> {
        check_assignments(&adviser.assignments)?;
        let connection = self.connection();
        for table in ["assignment", "availability"] {
            run(
                connection,
                &format!("DELETE FROM {table} WHERE adviser = ?1"),
                (adviser.id.0,),
            )?;
        }
        for (place, one) in adviser.assignments.iter().enumerate() {
            let [site, grade, band] =
                [&one.site, &one.grade, &one.band].map(|label| label_text(label.as_ref()));
            run(
                connection,
                "INSERT INTO assignment(adviser, place, team, site, grade, share, from_day, to_day, band)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                (
                    adviser.id.0,
                    stored(place),
                    one.team.0,
                    site,
                    grade,
                    one.share.thousandths(),
                    one.from.to_string(),
                    day_text(one.to),
                    band,
                ),
            )?;
        }
        for (place, one) in adviser.availability.iter().enumerate() {
            run(
                connection,
                "INSERT INTO availability(adviser, place, from_day, to_day, half_days)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (
                    adviser.id.0,
                    stored(place),
                    one.from.to_string(),
                    one.to.to_string(),
                    one.half_days,
                ),
            )?;
        }
        Ok(())
    }
}
