//! Taking changes to KPIs and targets back, as if they had never been made: what undoing needs. Nothing that
//! something else mentions is taken away; then the answer is no.

use domain::kpi::{KpiDefinition, KpiId};
use domain::target::Target;

use crate::error::StoreError;
use crate::figures::rebuild_kpi;
use crate::handle::Read;
use crate::kpis::{KpisWrite, targets};
use crate::rows::{amend, find, run};

const MENTIONED: &str = "SELECT 1 WHERE
    EXISTS (SELECT 1 FROM adviser a JOIN figure f ON f.adviser = a.id AND f.kpi = ?1)
    OR EXISTS (SELECT 1 FROM phase WHERE kpi = ?1) OR EXISTS (SELECT 1 FROM baseline WHERE kpi = ?1)
    OR EXISTS (SELECT 1 FROM release_cell WHERE kpi = ?1) OR EXISTS (SELECT 1 FROM target WHERE kpi = ?1)
    OR EXISTS (SELECT 1 FROM total WHERE kpi = ?1)";

impl KpisWrite<'_> {
    /// Takes a KPI away with all its versions; `false` when figures, totals, phases, targets or releases mention it.
    pub fn erase(&mut self, kpi: KpiId) -> Result<bool, StoreError> {
        let connection = self.0.connection();
        if find(connection, MENTIONED, (kpi.0,), |_| Ok(()))?.is_some() {
            return Ok(false);
        }
        run(
            connection,
            "DELETE FROM kpi_version WHERE kpi = ?1",
            (kpi.0,),
        )?;
        amend(connection, "DELETE FROM kpi WHERE id = ?1", (kpi.0,))?;
        Ok(true)
    }

    /// Takes the newest version of a KPI away; `false` when it is the only one.
    pub fn erase_version(&mut self, kpi: KpiId) -> Result<bool, StoreError> {
        let all = Read::of(self.0).kpis().all()?;
        let entry = all.iter().find(|entry| entry.id == kpi);
        let [.., before, newest] = entry.ok_or(StoreError::NotFound)?.versions.as_slice() else {
            return Ok(false);
        };
        let sql = "DELETE FROM kpi_version WHERE kpi = ?1 AND version = ?2";
        amend(self.0.connection(), sql, (kpi.0, newest.version))?;
        if before.roll != newest.roll {
            rebuild_kpi(self.0, kpi)?;
        }
        Ok(true)
    }

    /// Puts the words of the newest version right: name, unit, purpose and less intrusive way. What is counted
    /// stays, so the chart goes on without a break.
    pub fn amend_words(&mut self, definition: &KpiDefinition) -> Result<(), StoreError> {
        let sql =
            "UPDATE kpi_version SET name = ?2, unit_words = ?3, purpose = ?4, less_intrusive = ?5
            WHERE kpi = ?1 AND version = (SELECT max(version) FROM kpi_version WHERE kpi = ?1)";
        let values = (
            definition.id.0,
            definition.name.as_str(),
            &definition.unit_words,
            &definition.purpose,
            &definition.less_intrusive,
        );
        amend(self.0.connection(), sql, values)
    }

    /// Puts a target back to what it was, by its number.
    pub fn amend_target(&mut self, target: &Target) -> Result<(), StoreError> {
        targets::amend_whole(self.0, target)
    }
}
