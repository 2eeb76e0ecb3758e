//! Reading KPIs.

use std::collections::BTreeMap;

use domain::kpi::{Block, Direction, ExposureKind, Kind, KpiDefinition, KpiId, Roll};
use domain::period::Grain;
use domain::target::Target;
use rusqlite::Row;

use crate::coded::Coded;
use crate::error::{Damaged, StoreError};
use crate::handle::Read;
use crate::kpis::{InUse, KpiEntry, targets};
use crate::rows::{find, label, list, number, optional_day};

/// Reads KPIs and targets.
#[derive(Clone, Copy)]
pub struct KpisRead<'open>(pub(crate) Read<'open>);

impl KpisRead<'_> {
    /// All KPIs by code, each with its versions.
    pub fn all(self) -> Result<Vec<KpiEntry>, StoreError> {
        let mut versions = self.versions()?;
        let sql = "SELECT id, code, in_use FROM kpi ORDER BY code";
        list(self.0.connection(), sql, [], |row| {
            let id = KpiId(number(row, 0)?);
            let of_this = versions.remove(&id).unwrap_or_default();
            if of_this.is_empty() {
                return Err(Damaged::Value.into());
            }
            Ok(KpiEntry {
                id,
                code: row.get(1)?,
                in_use: InUse::parse(row.get(2)?)?,
                versions: of_this,
            })
        })
    }

    /// The KPI with a code.
    pub fn find_code(self, code: &str) -> Result<Option<KpiId>, StoreError> {
        let sql = "SELECT id FROM kpi WHERE code = ?1";
        find(self.0.connection(), sql, (code,), |row| {
            Ok(KpiId(number(row, 0)?))
        })
    }

    /// All targets by KPI and first day, in force or past.
    pub fn targets(self) -> Result<Vec<Target>, StoreError> {
        targets::list_all(self.0.vault)
    }

    /// How each KPI's readings become a month, by its newest version.
    pub fn rolls(self) -> Result<BTreeMap<KpiId, Roll>, StoreError> {
        let sql = "SELECT kpi, roll, max(version) FROM kpi_version GROUP BY kpi ORDER BY kpi";
        let pairs = list(self.0.connection(), sql, [], |row| {
            Ok((KpiId(number(row, 0)?), Roll::parse(row.get(1)?)?))
        })?;
        Ok(pairs.into_iter().collect())
    }

    fn versions(self) -> Result<BTreeMap<KpiId, Vec<KpiDefinition>>, StoreError> {
        let sql = "SELECT k.id, k.code, v.version, v.valid_from, v.name, v.unit_words, v.numerator,
                v.denominator, v.excludes, v.kind, v.direction, v.block, v.stage, v.grain, v.roll,
                v.exposure, v.lag_days, v.minimum_denominator, v.pair, v.feeders, v.tasks, v.purpose,
                v.less_intrusive, v.local, v.window_days
            FROM kpi_version v JOIN kpi k ON k.id = v.kpi ORDER BY v.kpi, v.version";
        let mut found: BTreeMap<KpiId, Vec<KpiDefinition>> = BTreeMap::new();
        for version in list(self.0.connection(), sql, [], definition)? {
            found.entry(version.id).or_default().push(version);
        }
        Ok(found)
    }
}

fn definition(row: &Row<'_>) -> Result<KpiDefinition, StoreError> {
    let pair: String = row.get(18)?;
    Ok(KpiDefinition {
        id: KpiId(number(row, 0)?),
        code: row.get(1)?,
        version: number(row, 2)?,
        valid_from: optional_day(row, 3)?,
        name: label(row, 4)?,
        unit_words: row.get(5)?,
        numerator: row.get(6)?,
        denominator: row.get(7)?,
        excludes: lines(row, 8)?,
        kind: Kind::parse(row.get(9)?)?,
        direction: Direction::parse(row.get(10)?)?,
        block: Block::parse(row.get(11)?)?,
        stage: row.get(12)?,
        grain: Grain::parse(row.get(13)?)?,
        roll: Roll::parse(row.get(14)?)?,
        exposure: ExposureKind::parse(row.get(15)?)?,
        lag_days: number(row, 16)?,
        window_days: number(row, 24)?,
        minimum_denominator: number(row, 17)?,
        pair: (!pair.is_empty()).then_some(pair),
        feeders: lines(row, 19)?,
        tasks: lines(row, 20)?,
        purpose: row.get(21)?,
        less_intrusive: row.get(22)?,
        local: row.get(23)?,
    })
}

/// A list of short texts, one a line.
fn lines(row: &Row<'_>, at: usize) -> Result<Vec<String>, StoreError> {
    let text: String = row.get(at)?;
    Ok(text.lines().map(str::to_owned).collect())
}
