//! Targets in their table. Whom a target binds is a number, with the adviser's beside it when it is one person; the
//! source of such a target is sealed under that person's key.

use chrono::NaiveDate;
use domain::kpi::KpiId;
use domain::target::{Level, Scope, Target};
use domain::team::AdviserId;
use rusqlite::{Connection, Row};
use vault::Vault;

use crate::coded::Coded;
use crate::error::{Damaged, StoreError};
use crate::kpis::NewTarget;
use crate::rows::{amend, day, day_text, list, next_number, number, optional_day, run};
use crate::sealing::{self, Place};

const EACH: i64 = 0;
const TEAM: i64 = 1;
const ADVISER: i64 = 2;

pub(super) fn list_all(vault: &Vault) -> Result<Vec<Target>, StoreError> {
    let sql =
        "SELECT id, kpi, scope, adviser, level, millionths, from_day, to_day, source, sealed_source
        FROM target ORDER BY kpi, from_day, id";
    list(vault.connection(), sql, [], |row| target(vault, row))
}

pub(super) fn insert(vault: &Vault, new: &NewTarget) -> Result<u32, StoreError> {
    let connection = vault.connection();
    let id = next_number(connection, "target")?;
    let (scope, adviser) = bound(new.scope);
    let (source, sealed) = written(vault, (id, new.scope), &new.source)?;
    run(
        connection,
        "INSERT INTO target(id, kpi, scope, adviser, level, millionths, from_day, to_day, source, sealed_source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        (
            id,
            new.kpi.0,
            scope,
            adviser,
            new.level.code(),
            new.millionths,
            new.from.to_string(),
            day_text(new.to),
            source,
            sealed,
        ),
    )?;
    Ok(id)
}

pub(super) fn end(connection: &Connection, target: u32, to: NaiveDate) -> Result<(), StoreError> {
    let sql = "UPDATE target SET to_day = ?2 WHERE id = ?1";
    amend(connection, sql, (target, to.to_string()))
}

pub(super) fn amend_whole(vault: &Vault, target: &Target) -> Result<(), StoreError> {
    let (scope, adviser) = bound(target.scope);
    let (source, sealed) = written(vault, (target.id, target.scope), &target.source)?;
    amend(
        vault.connection(),
        "UPDATE target SET kpi = ?2, scope = ?3, adviser = ?4, level = ?5, millionths = ?6, from_day = ?7,
            to_day = ?8, source = ?9, sealed_source = ?10 WHERE id = ?1",
        (
            target.id,
            target.kpi.0,
            scope,
            adviser,
            target.level.code(),
            target.millionths,
            target.from.to_string(),
            day_text(target.to),
            source,
            sealed,
        ),
    )
}

/// Seals the sources of advisers' own targets that a file of an earlier version holds as they were typed.
pub(super) fn seal_sources(vault: &Vault) -> Result<(), StoreError> {
    for target in list_all(vault)? {
        amend_whole(vault, &target)?;
    }
    Ok(())
}

/// A source as it is stored: in the open, or sealed for the adviser it is about.
fn written<'text>(
    vault: &Vault,
    (id, scope): (u32, Scope),
    source: &'text str,
) -> Result<(&'text str, Vec<u8>), StoreError> {
    match scope {
        Scope::Each | Scope::Team => Ok((source, Vec::new())),
        Scope::Adviser(adviser) => {
            let row = [i64::from(id)];
            let sealed = sealing::seal(vault, adviser, place(&row), Some(source))?;
            Ok(("", sealed))
        }
    }
}

fn place(row: &[i64]) -> Place<'_> {
    Place {
        column: "target.source",
        row,
    }
}

/// Whom a target binds, as stored.
fn bound(scope: Scope) -> (i64, u32) {
    match scope {
        Scope::Each => (EACH, 0),
        Scope::Team => (TEAM, 0),
        Scope::Adviser(adviser) => (ADVISER, adviser.0),
    }
}

fn target(vault: &Vault, row: &Row<'_>) -> Result<Target, StoreError> {
    let scope = match row.get(2)? {
        EACH => Scope::Each,
        TEAM => Scope::Team,
        ADVISER => Scope::Adviser(AdviserId(number(row, 3)?)),
        _ => return Err(Damaged::Value.into()),
    };
    let id = number(row, 0)?;
    let sealed: Vec<u8> = row.get(9)?;
    let source = match scope {
        Scope::Adviser(adviser) if !sealed.is_empty() => {
            let opened = sealing::open(vault, adviser, place(&[i64::from(id)]), &sealed)?;
            opened
                .map(|text| text.as_str().to_owned())
                .unwrap_or_default()
        }
        Scope::Each | Scope::Team | Scope::Adviser(_) => row.get(8)?,
    };
    Ok(Target {
        id,
        kpi: KpiId(number(row, 1)?),
        scope,
        level: Level::parse(row.get(4)?)?,
        millionths: row.get(5)?,
        from: day(row, 6)?,
        to: optional_day(row, 7)?,
        source,
    })
}
