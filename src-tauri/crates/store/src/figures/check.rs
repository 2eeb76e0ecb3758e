//! Proving that roll-ups equal rows, and making them anew.

use std::collections::BTreeSet;

use domain::figure::{Amount, FigureStatus};
use domain::kpi::KpiId;
use domain::kpi::Roll;
use domain::period::Period;
use domain::team::AdviserId;
use rusqlite::Connection;
use vault::Vault;

use crate::coded::Coded;
use crate::error::StoreError;
use crate::figures::load::{month_statement, write_month};
use crate::figures::months::{Month, Months, Reading};
use crate::figures::{RollCheck, figure};
use crate::handle::Read;
use crate::rows::{list, number, period, run};

type Pair = (AdviserId, KpiId);

const ALL: &str =
    "SELECT adviser, kpi, period, numerator, denominator, exposure, status FROM figure
    WHERE adviser = ?1 ORDER BY kpi, period";

/// Gives every pair with its months, made from its rows, in order.
fn each_pair(
    read: Read<'_>,
    mut visit: impl FnMut(Pair, &[Month]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let rolls = read.kpis().rolls()?;
    let advisers = "SELECT DISTINCT adviser FROM figure ORDER BY adviser";
    let advisers = list(read.connection(), advisers, [], |row| number::<u32>(row, 0))?;
    let mut statement = read.connection().prepare_cached(ALL)?;
    let mut months = Months::new(Roll::Sum);
    for adviser in advisers {
        let mut rows = statement.query((adviser,))?;
        let mut pair: Option<Pair> = None;
        while let Some(row) = rows.next()? {
            let figure = figure(row)?;
            let next = (figure.adviser, figure.kpi);
            if pair != Some(next) {
                if let Some(done) = pair {
                    visit(done, months.finish())?;
                }
                months.begin(rolls.get(&next.1).copied().ok_or(StoreError::NotFound)?);
                pair = Some(next);
            }
            let (amount, status) = (figure.amount, figure.status);
            months.add(Reading {
                period: figure.period,
                amount,
                status,
            });
        }
        if let Some(done) = pair {
            visit(done, months.finish())?;
        }
    }
    Ok(())
}

/// What a month's row says.
type Said = (Period, Amount, u32, FigureStatus);

pub(super) fn check(read: Read<'_>) -> Result<RollCheck, StoreError> {
    let connection = read.connection();
    let mut without_rows = pairs_with_months(connection)?;
    let mut found = RollCheck::default();
    each_pair(read, |pair, months| {
        let made: Vec<Said> = months
            .iter()
            .map(|one| (one.period, one.amount, one.readings, one.status))
            .collect();
        found.pairs += 1;
        found.wrong += u64::from(said(connection, pair)? != made);
        without_rows.remove(&pair);
        Ok(())
    })?;
    let dangling = u64::try_from(without_rows.len()).unwrap_or(u64::MAX);
    found.pairs += dangling;
    found.wrong += dangling;
    Ok(found)
}

fn said(connection: &Connection, (adviser, kpi): Pair) -> Result<Vec<Said>, StoreError> {
    let sql = "SELECT month, numerator, denominator, exposure, readings, worst_status FROM roll
        WHERE adviser = ?1 AND kpi = ?2 ORDER BY month";
    list(connection, sql, (adviser.0, kpi.0), |row| {
        let amount = Amount {
            numerator: row.get(1)?,
            denominator: row.get(2)?,
            exposure: row.get(3)?,
        };
        Ok((
            period(row, 0)?,
            amount,
            number(row, 4)?,
            FigureStatus::parse(row.get(5)?)?,
        ))
    })
}

fn pairs_with_months(connection: &Connection) -> Result<BTreeSet<Pair>, StoreError> {
    let sql = "SELECT DISTINCT adviser, kpi FROM roll ORDER BY adviser, kpi";
    let pairs = list(connection, sql, [], |row| {
        Ok((AdviserId(number(row, 0)?), KpiId(number(row, 1)?)))
    })?;
    Ok(pairs.into_iter().collect())
}

pub(super) fn rebuild_all(vault: &Vault) -> Result<(), StoreError> {
    run(vault.connection(), "DELETE FROM roll", [])?;
    rebuild(vault, |_| true)
}

/// Makes the months of one KPI anew, after its readings combine differently.
pub(crate) fn rebuild_kpi(vault: &Vault, kpi: KpiId) -> Result<(), StoreError> {
    let sql = "DELETE FROM roll WHERE adviser IN (SELECT id FROM adviser) AND kpi = ?1";
    run(vault.connection(), sql, (kpi.0,))?;
    rebuild(vault, |pair| pair.1 == kpi)
}

/// Makes the months of one pair anew.
pub(super) fn rebuild_pair(
    connection: &Connection,
    roll: Roll,
    pair: Pair,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM roll WHERE adviser = ?1 AND kpi = ?2";
    run(connection, sql, (pair.0.0, pair.1.0))?;
    let rows = "SELECT adviser, kpi, period, numerator, denominator, exposure, status FROM figure
        WHERE adviser = ?1 AND kpi = ?2 ORDER BY period";
    let mut months = Months::new(roll);
    for one in list(connection, rows, (pair.0.0, pair.1.0), figure)? {
        months.add(Reading {
            period: one.period,
            amount: one.amount,
            status: one.status,
        });
    }
    let mut statement = month_statement(connection)?;
    months
        .finish()
        .iter()
        .try_for_each(|one| write_month(&mut statement, pair, one))
}

fn rebuild(vault: &Vault, wanted: impl Fn(Pair) -> bool) -> Result<(), StoreError> {
    let mut statement = month_statement(vault.connection())?;
    each_pair(Read::of(vault), |pair, months| {
        if !wanted(pair) {
            return Ok(());
        }
        months
            .iter()
            .try_for_each(|one| write_month(&mut statement, pair, one))
    })
}
