//! Writing KPIs.

use domain::kpi::{KpiDefinition, KpiId, KpiRefusal, check_definition, check_version};
use rusqlite::{Connection, named_params};
use vault::Vault;

use crate::batches::BatchId;
use crate::coded::Coded;
use crate::error::{StoreError, StoreRefusal};
use crate::figures::rebuild_kpi;
use crate::handle::Read;
use crate::kpis::{InUse, NewTarget, targets};
use crate::rows::{amend, day_text, next_number, run};

/// Writes KPIs and targets inside a change.
pub struct KpisWrite<'write>(pub(crate) &'write mut Vault);

impl KpisWrite<'_> {
    fn connection(&self) -> &Connection {
        self.0.connection()
    }

    /// Adds a KPI with its first version; the number and version in the definition are not looked at.
    pub fn add(
        &mut self,
        definition: &KpiDefinition,
        in_use: InUse,
        batch: Option<BatchId>,
    ) -> Result<KpiId, StoreError> {
        check_definition(definition)?;
        if Read::of(self.0)
            .kpis()
            .find_code(&definition.code)?
            .is_some()
        {
            return Err(KpiRefusal::CodeTaken.into());
        }
        let id = next_number(self.connection(), "kpi")?;
        run(
            self.connection(),
            "INSERT INTO kpi(id, code, in_use, batch) VALUES (?1, ?2, ?3, ?4)",
            (
                id,
                &definition.code,
                in_use.code(),
                batch.map_or(0, |batch| batch.0),
            ),
        )?;
        self.insert(id, 1, definition)?;
        Ok(KpiId(id))
    }

    /// Adds the next version of a KPI. Roll-ups are made anew when readings combine differently from now on.
    pub fn add_version(&mut self, definition: &KpiDefinition) -> Result<u16, StoreError> {
        let all = Read::of(self.0).kpis().all()?;
        let entry = all.iter().find(|entry| entry.id == definition.id);
        let current = entry
            .and_then(|entry| entry.newest())
            .ok_or(StoreError::NotFound)?;
        check_version(current, definition)?;
        let version = current
            .version
            .checked_add(1)
            .ok_or(StoreRefusal::VersionOrder)?;
        self.insert(definition.id.0, version, definition)?;
        if definition.roll != current.roll {
            rebuild_kpi(self.0, definition.id)?;
        }
        Ok(version)
    }

    /// Takes a KPI into use or out of it; its figures stay.
    pub fn set_use(&mut self, kpi: KpiId, in_use: InUse) -> Result<(), StoreError> {
        let sql = "UPDATE kpi SET in_use = ?2 WHERE id = ?1";
        amend(self.connection(), sql, (kpi.0, in_use.code()))
    }

    /// Sets a target; gives its number.
    pub fn set_target(&mut self, new: &NewTarget) -> Result<u32, StoreError> {
        targets::insert(self.0, new)
    }

    /// Seals the sources that a file of an earlier version holds as they were typed.
    pub(crate) fn seal_sources(&mut self) -> Result<(), StoreError> {
        targets::seal_sources(self.0)
    }

    /// Ends a target on a day.
    pub fn end_target(&mut self, target: u32, to: chrono::NaiveDate) -> Result<(), StoreError> {
        targets::end(self.connection(), target, to)
    }

    /// Takes a target away, as if it had never been set: for undoing.
    pub fn erase_target(&mut self, target: u32) -> Result<(), StoreError> {
        amend(
            self.connection(),
            "DELETE FROM target WHERE id = ?1",
            (target,),
        )
    }

    /// Erases the KPIs an import created that nothing else mentions; gives how many went.
    pub(crate) fn erase_unused(&mut self, batch: u32) -> Result<u32, StoreError> {
        let created = crate::rows::list(
            self.connection(),
            "SELECT id FROM kpi WHERE batch = ?1
             AND NOT EXISTS (SELECT 1 FROM figure f WHERE f.adviser IN (SELECT id FROM adviser) AND f.kpi = kpi.id)
             AND NOT EXISTS (SELECT 1 FROM total t WHERE t.kpi = kpi.id)
             AND NOT EXISTS (SELECT 1 FROM phase p WHERE p.kpi = kpi.id)
             AND NOT EXISTS (SELECT 1 FROM baseline b WHERE b.kpi = kpi.id)
             AND NOT EXISTS (SELECT 1 FROM release_cell c WHERE c.kpi = kpi.id)
             AND NOT EXISTS (SELECT 1 FROM target t WHERE t.kpi = kpi.id)
             AND (SELECT count(*) FROM kpi_version v WHERE v.kpi = kpi.id) = 1 ORDER BY id",
            (batch,),
            |row| crate::rows::number::<u32>(row, 0),
        )?;
        for kpi in &created {
            run(
                self.connection(),
                "DELETE FROM kpi_version WHERE kpi = ?1",
                (kpi,),
            )?;
            run(self.connection(), "DELETE FROM kpi WHERE id = ?1", (kpi,))?;
        }
        Ok(u32::try_from(created.len()).unwrap_or(u32::MAX))
    }

    fn insert(&self, kpi: u32, version: u16, one: &KpiDefinition) -> Result<(), StoreError> {
        let sql = "INSERT INTO kpi_version(kpi, version, valid_from, name, unit_words, numerator, denominator,
                excludes, kind, direction, block, stage, grain, roll, exposure, lag_days, window_days,
                minimum_denominator, pair, feeders, tasks, purpose, less_intrusive, local)
            VALUES (:kpi, :version, :valid_from, :name, :unit_words, :numerator, :denominator,
                :excludes, :kind, :direction, :block, :stage, :grain, :roll, :exposure, :lag_days, :window_days,
                :minimum_denominator, :pair, :feeders, :tasks, :purpose, :less_intrusive, :local)";
        run(
            self.connection(),
            sql,
            named_params! {
                ":kpi": kpi,
                ":version": version,
                ":valid_from": day_text(one.valid_from),
                ":name": one.name.as_str(),
                ":unit_words": one.unit_words,
                ":numerator": one.numerator,
                ":denominator": one.denominator,
                ":excludes": one.excludes.join("\n"),
                ":kind": one.kind.code(),
                ":direction": one.direction.code(),
                ":block": one.block.code(),
                ":stage": one.stage,
                ":grain": one.grain.code(),
                ":roll": one.roll.code(),
                ":exposure": one.exposure.code(),
                ":lag_days": one.lag_days,
                ":window_days": one.window_days,
                ":minimum_denominator": one.minimum_denominator,
                ":pair": one.pair.as_deref().unwrap_or_default(),
                ":feeders": one.feeders.join("\n"),
                ":tasks": one.tasks.join("\n"),
                ":purpose": one.purpose,
                ":less_intrusive": one.less_intrusive,
                ":local": one.local,
            },
        )
        .map(drop)
    }
}
