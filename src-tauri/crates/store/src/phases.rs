//! Phases set by hand and baselines set by hand, each with its reason, which is sealed like every free text
//! about a person. A phase keeps its frozen numbers after its own points are gone (rulings 20).

use std::collections::BTreeMap;

use domain::kpi::KpiId;
use domain::period::Period;
use domain::scorecard::{ChartType, Frozen, HandBaseline, PhaseStart};
use domain::team::AdviserId;
use domain::text::Note;
use rusqlite::{Connection, Row};
use vault::Vault;

use crate::coded::Coded;
use crate::error::{Damaged, StoreError};
use crate::handle::Read;
use crate::rows::{amend, find, list, next_number, number, period, run, stored};
use crate::sealing::{self, Place};

pub(crate) const TABLES: &str = "
CREATE TABLE phase(
    id INTEGER PRIMARY KEY,
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL REFERENCES kpi(id),
    from_period INTEGER NOT NULL,
    reason BLOB NOT NULL,
    frozen_chart INTEGER NOT NULL,
    centre REAL NOT NULL,
    spread REAL NOT NULL,
    median_n REAL NOT NULL,
    points INTEGER NOT NULL,
    UNIQUE(adviser, kpi, from_period)
) STRICT;
CREATE TABLE baseline(
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL REFERENCES kpi(id),
    points INTEGER NOT NULL,
    reason BLOB NOT NULL,
    PRIMARY KEY(adviser, kpi)
) STRICT, WITHOUT ROWID;";

/// Version 4: a baseline belongs to one phase. Those that were set belong to the latest phase set by hand, if any.
pub(crate) const BASELINE_OF_A_PHASE: &str = "
CREATE TABLE baseline_of_phase(
    adviser INTEGER NOT NULL,
    kpi INTEGER NOT NULL REFERENCES kpi(id),
    from_period INTEGER NOT NULL,
    points INTEGER NOT NULL,
    reason BLOB NOT NULL,
    PRIMARY KEY(adviser, kpi, from_period)
) STRICT, WITHOUT ROWID;
INSERT INTO baseline_of_phase(adviser, kpi, from_period, points, reason)
    SELECT adviser, kpi, coalesce((SELECT max(p.from_period) FROM phase p
        WHERE p.adviser = baseline.adviser AND p.kpi = baseline.kpi), 0), points, reason FROM baseline;
DROP TABLE baseline;
ALTER TABLE baseline_of_phase RENAME TO baseline;";

/// A phase set by hand, with its number.
#[derive(Debug, Clone, PartialEq)]
pub struct HandPhase {
    /// Its number.
    pub id: u32,
    /// Where it starts, why, and its frozen numbers.
    pub start: PhaseStart,
}

/// What was set by hand for one adviser and KPI.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CellPhases {
    /// Phases by the period they start at.
    pub phases: Vec<HandPhase>,
    /// Baselines by the period their phase begins at.
    pub baselines: Vec<HandBaseline>,
}

/// A phase that has no number yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPhase {
    /// Whose.
    pub adviser: AdviserId,
    /// Of which KPI.
    pub kpi: KpiId,
    /// The period it starts at.
    pub from: Period,
    /// Why.
    pub reason: Note,
}

/// Reads phases and baselines.
#[derive(Clone, Copy)]
pub struct PhasesRead<'open>(pub(crate) Read<'open>);

impl PhasesRead<'_> {
    /// Everything set by hand, by adviser and KPI.
    pub fn list(self) -> Result<BTreeMap<(AdviserId, KpiId), CellPhases>, StoreError> {
        let sql = "SELECT id, adviser, kpi, from_period, reason, frozen_chart, centre, spread, median_n, points
            FROM phase ORDER BY adviser, kpi, from_period";
        let phases = list(self.0.connection(), sql, [], |row| {
            Ok((pair(row, 1)?, self.phase(row)?))
        })?;
        let sql = "SELECT adviser, kpi, from_period, points, reason FROM baseline
            ORDER BY adviser, kpi, from_period";
        let baselines = list(self.0.connection(), sql, [], |row| {
            Ok((pair(row, 0)?, self.baseline(row)?))
        })?;
        let mut found: BTreeMap<_, CellPhases> = BTreeMap::new();
        for (cell, phase) in phases {
            found.entry(cell).or_default().phases.push(phase);
        }
        for (cell, baseline) in baselines {
            found.entry(cell).or_default().baselines.push(baseline);
        }
        Ok(found)
    }

    /// What was set by hand for one adviser and KPI.
    pub fn of(self, adviser: AdviserId, kpi: KpiId) -> Result<CellPhases, StoreError> {
        let sql = "SELECT id, adviser, kpi, from_period, reason, frozen_chart, centre, spread, median_n, points
            FROM phase WHERE adviser = ?1 AND kpi = ?2 ORDER BY from_period";
        let phases = list(self.0.connection(), sql, (adviser.0, kpi.0), |row| {
            self.phase(row)
        })?;
        let sql = "SELECT adviser, kpi, from_period, points, reason FROM baseline
            WHERE adviser = ?1 AND kpi = ?2 ORDER BY from_period";
        let baselines = list(self.0.connection(), sql, (adviser.0, kpi.0), |row| {
            self.baseline(row)
        })?;
        Ok(CellPhases { phases, baselines })
    }

    fn phase(self, row: &Row<'_>) -> Result<HandPhase, StoreError> {
        let (adviser, kpi) = pair(row, 1)?;
        let from = period(row, 3)?;
        let place = phase_place(adviser, kpi, from);
        Ok(HandPhase {
            id: number(row, 0)?,
            start: PhaseStart {
                from,
                reason: self.reason(adviser, ("phase.reason", &place), row, 4)?,
                frozen: frozen(row)?,
            },
        })
    }

    fn baseline(self, row: &Row<'_>) -> Result<HandBaseline, StoreError> {
        let (adviser, kpi) = pair(row, 0)?;
        let place = baseline_place(adviser, kpi);
        let from: i64 = row.get(2)?;
        Ok(HandBaseline {
            from: match from {
                FIRST_PHASE => None,
                _ => Some(period(row, 2)?),
            },
            points: number(row, 3)?,
            reason: self.reason(adviser, ("baseline.reason", &place), row, 4)?,
        })
    }

    fn reason(
        self,
        adviser: AdviserId,
        (column, place): (&str, &[i64]),
        row: &Row<'_>,
        at: usize,
    ) -> Result<String, StoreError> {
        let sealed: Vec<u8> = row.get(at)?;
        let place = Place { column, row: place };
        let text = sealing::open(self.0.vault, adviser, place, &sealed)?;
        Ok(text.ok_or(Damaged::Value)?.as_str().to_owned())
    }
}

fn pair(row: &Row<'_>, at: usize) -> Result<(AdviserId, KpiId), StoreError> {
    Ok((AdviserId(number(row, at)?), KpiId(number(row, at + 1)?)))
}

fn phase_place(adviser: AdviserId, kpi: KpiId, from: Period) -> [i64; 3] {
    [i64::from(adviser.0), i64::from(kpi.0), from.key()]
}

fn baseline_place(adviser: AdviserId, kpi: KpiId) -> [i64; 2] {
    [i64::from(adviser.0), i64::from(kpi.0)]
}

/// The frozen numbers of a phase's row, if it is frozen.
fn frozen(row: &Row<'_>) -> Result<Option<Frozen>, StoreError> {
    let code: i64 = row.get(5)?;
    if code == NOT_FROZEN {
        return Ok(None);
    }
    Ok(Some(Frozen {
        chart: ChartType::parse(code)?,
        centre: row.get(6)?,
        spread: row.get(7)?,
        median_n: row.get(8)?,
        points: number(row, 9)?,
    }))
}

const NOT_FROZEN: i64 = 0;

/// Where the first phase of a line begins: with the line, wherever that is.
const FIRST_PHASE: i64 = 0;

fn from_key(from: Option<Period>) -> i64 {
    from.map_or(FIRST_PHASE, Period::key)
}

/// Writes phases and baselines inside a change.
pub struct PhasesWrite<'write>(pub(crate) &'write mut Vault);

impl PhasesWrite<'_> {
    fn connection(&self) -> &Connection {
        self.0.connection()
    }

    /// Sets a phase; gives its number. One that starts at the same period gets the new reason.
    pub fn set(&mut self, new: &NewPhase) -> Result<u32, StoreError> {
        let place = phase_place(new.adviser, new.kpi, new.from);
        let place = Place {
            column: "phase.reason",
            row: &place,
        };
        let reason = sealing::seal(self.0, new.adviser, place, Some(new.reason.reveal()))?;
        let id = next_number(self.connection(), "phase")?;
        let sql =
            "INSERT INTO phase(id, adviser, kpi, from_period, reason, frozen_chart, centre, spread,
                median_n, points)
            VALUES (?1, ?2, ?3, ?4, ?5, 0, 0.0, 0.0, 0.0, 0)
            ON CONFLICT(adviser, kpi, from_period) DO UPDATE SET reason = excluded.reason
            RETURNING id";
        let values = (id, new.adviser.0, new.kpi.0, new.from.key(), reason);
        let id = find(self.connection(), sql, values, |row| number(row, 0))?;
        id.ok_or(StoreError::NotFound)
    }

    /// Keeps the numbers of a phase, for the time after its own points.
    pub fn freeze(&mut self, phase: u32, frozen: &Frozen) -> Result<(), StoreError> {
        let sql = "UPDATE phase SET frozen_chart = ?2, centre = ?3, spread = ?4, median_n = ?5, points = ?6
            WHERE id = ?1";
        let Frozen {
            chart,
            centre,
            spread,
            median_n,
            points,
        } = *frozen;
        let values = (
            phase,
            chart.code(),
            centre,
            spread,
            median_n,
            stored(points),
        );
        amend(self.connection(), sql, values)
    }

    /// Takes a phase back.
    pub fn remove(&mut self, phase: u32) -> Result<(), StoreError> {
        amend(
            self.connection(),
            "DELETE FROM phase WHERE id = ?1",
            (phase,),
        )
    }

    /// Sets the baseline of a phase by hand.
    pub fn set_baseline(
        &mut self,
        adviser: AdviserId,
        kpi: KpiId,
        baseline: &HandBaseline,
    ) -> Result<(), StoreError> {
        let place = baseline_place(adviser, kpi);
        let place = Place {
            column: "baseline.reason",
            row: &place,
        };
        let reason = sealing::seal(self.0, adviser, place, Some(&baseline.reason))?;
        let sql = "INSERT INTO baseline(adviser, kpi, from_period, points, reason) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET points = excluded.points, reason = excluded.reason";
        run(
            self.connection(),
            sql,
            (
                adviser.0,
                kpi.0,
                from_key(baseline.from),
                baseline.points,
                reason,
            ),
        )
        .map(drop)
    }

    /// Lets the baseline of a phase follow the rule again.
    pub fn clear_baseline(
        &mut self,
        adviser: AdviserId,
        kpi: KpiId,
        from: Option<Period>,
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM baseline WHERE adviser = ?1 AND kpi = ?2 AND from_period = ?3";
        run(self.connection(), sql, (adviser.0, kpi.0, from_key(from))).map(drop)
    }
}
