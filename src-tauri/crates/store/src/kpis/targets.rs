//! Targets in their table. Whom a target binds is a number, with the adviser's beside it when it is one person.

use chrono::NaiveDate;
use domain::kpi::KpiId;
use domain::target::{Level, Scope, Target};
use domain::team::AdviserId;
use rusqlite::{Connection, Row};

use crate::coded::Coded;
use crate::error::{Damaged, StoreError};
use crate::kpis::NewTarget;
use crate::rows::{amend, day, day_text, list, next_number, number, optional_day, run};

const EACH: i64 = 0;
const TEAM: i64 = 1;
const ADVISER: i64 = 2;

pub(super) fn list_all(connection: &Connection) -> Result<Vec<Target>, StoreError> {
    let sql =
        "SELECT id, kpi, scope, adviser, level, millionths, from_day, to_day, source FROM target
        ORDER BY kpi, from_day, id";
    list(connection, sql, [], target)
}

pub(super) fn insert(connection: &Connection, new: &NewTarget) -> Result<u32, StoreError> {
    let id = next_number(connection, "target")?;
    let (scope, adviser) = bound(new.scope);
    run(
        connection,
        "INSERT INTO target(id, kpi, scope, adviser, level, millionths, from_day, to_day, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        (
            id,
            new.kpi.0,
            scope,
            adviser,
            new.level.code(),
            new.millionths,
            new.from.to_string(),
            day_text(new.to),
            &new.source,
        ),
    )?;
    Ok(id)
}

pub(super) fn end(connection: &Connection, target: u32, to: NaiveDate) -> Result<(), StoreError> {
    let sql = "UPDATE target SET to_day = ?2 WHERE id = ?1";
    amend(connection, sql, (target, to.to_string()))
}

pub(super) fn amend_whole(connection: &Connection, target: &Target) -> Result<(), StoreError> {
    let (scope, adviser) = bound(target.scope);
    amend(
        connection,
        "UPDATE target SET kpi = ?2, scope = ?3, adviser = ?4, level = ?5, millionths = ?6, from_day = ?7,
            to_day = ?8, source = ?9 WHERE id = ?1",
        (
            target.id,
            target.kpi.0,
            scope,
            adviser,
            target.level.code(),
            target.millionths,
            target.from.to_string(),
            day_text(target.to),
            &target.source,
        ),
    )
}

/// Whom a target binds, as stored.
fn bound(scope: Scope) -> (i64, u32) {
    match scope {
        Scope::Each => (EACH, 0),
        Scope::Team => (TEAM, 0),
        Scope::Adviser(adviser) => (ADVISER, adviser.0),
    }
}

fn target(row: &Row<'_>) -> Result<Target, StoreError> {
    let scope = match row.get(2)? {
        EACH => Scope::Each,
        TEAM => Scope::Team,
        ADVISER => Scope::Adviser(AdviserId(number(row, 3)?)),
        _ => return Err(Damaged::Value.into()),
    };
    Ok(Target {
        id: number(row, 0)?,
        kpi: KpiId(number(row, 1)?),
        scope,
        level: Level::parse(row.get(4)?)?,
        millionths: row.get(5)?,
        from: day(row, 6)?,
        to: optional_day(row, 7)?,
        source: row.get(8)?,
    })
}
