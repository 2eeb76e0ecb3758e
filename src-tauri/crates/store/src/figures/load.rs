//! Loading many figures, sorted: new ones in, the same left alone, changed ones with their old value kept. The
//! months are made on the way, so that every page of the tree is written about once (performance.md 6).

use std::collections::BTreeMap;

use domain::figure::{Figure, FigureStatus};
use domain::kpi::{KpiId, Roll};
use domain::period::Period;
use domain::team::AdviserId;
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Params};

use crate::coded::Coded;
use crate::error::{StoreError, StoreRefusal};
use crate::figures::months::{Month, Months, Reading, month_of};
use crate::figures::{Cell, Loaded, figure};
use crate::rows::find;

/// A load under way. Figures of one adviser and KPI are gathered, merged with what is stored, and written.
pub(super) struct Loading<'open> {
    connection: &'open Connection,
    rolls: BTreeMap<KpiId, Roll>,
    batch: Option<u32>,
    insert: CachedStatement<'open>,
    write_month: CachedStatement<'open>,
    /// Nothing was stored when the load began, so nothing needs to be looked up.
    was_empty: bool,
    pair: Option<(AdviserId, KpiId)>,
    group: Vec<Figure>,
    months: Months,
    dirty: Vec<Period>,
    loaded: Loaded,
}

const INSERT: &str =
    "INSERT INTO figure(adviser, kpi, period, numerator, denominator, exposure, status, batch)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

const REPLACE: &str =
    "UPDATE figure SET numerator = ?4, denominator = ?5, exposure = ?6, status = ?7, batch = ?8
    WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";

/// What is stored, with the number its version will have.
const TO_KEEP: &str = "SELECT numerator, denominator, exposure, status, coalesce(batch, 0),
        1 + coalesce((SELECT max(v.version) FROM figure_version v
            WHERE v.adviser = ?1 AND v.kpi = ?2 AND v.period = ?3), 0)
    FROM figure WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";

/// Plain values: a statement that reads while it writes keeps a journal of its own, which a pasted block feels.
const KEEP: &str = "INSERT INTO figure_version(adviser, kpi, period, replaced_by, numerator,
        denominator, exposure, status, batch, version)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

const WRITE_MONTH: &str = "INSERT INTO roll(adviser, kpi, month, numerator, denominator, exposure, readings,
        worst_status) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator,
        exposure = excluded.exposure, readings = excluded.readings, worst_status = excluded.worst_status";

const STORED: &str =
    "SELECT adviser, kpi, period, numerator, denominator, exposure, status FROM figure
    WHERE adviser = ?1 AND kpi = ?2 AND period BETWEEN ?3 AND ?4 ORDER BY period";

impl<'open> Loading<'open> {
    pub(super) fn begin(
        connection: &'open Connection,
        rolls: BTreeMap<KpiId, Roll>,
        batch: Option<u32>,
    ) -> Result<Self, StoreError> {
        let first = find(connection, "SELECT 1 FROM figure LIMIT 1", [], |_| Ok(()))?;
        Ok(Self {
            connection,
            rolls,
            batch,
            insert: connection.prepare_cached(INSERT)?,
            write_month: connection.prepare_cached(WRITE_MONTH)?,
            was_empty: first.is_none(),
            pair: None,
            group: Vec::new(),
            months: Months::new(Roll::Sum),
            dirty: Vec::new(),
            loaded: Loaded::default(),
        })
    }

    /// Takes the next figure; refused when it is not after the one before.
    pub(super) fn take(&mut self, next: Figure) -> Result<(), StoreError> {
        let pair = (next.adviser, next.kpi);
        if self.pair != Some(pair) {
            if self.pair.is_some_and(|before| before > pair) {
                return Err(StoreRefusal::Order.into());
            }
            self.flush()?;
            self.pair = Some(pair);
        }
        if self
            .group
            .last()
            .is_some_and(|before| before.period >= next.period)
        {
            return Err(StoreRefusal::Order.into());
        }
        self.group.push(next);
        Ok(())
    }

    /// Writes what is still gathered; says what the load did.
    pub(super) fn finish(mut self) -> Result<Loaded, StoreError> {
        self.flush()?;
        Ok(self.loaded)
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        let group = std::mem::take(&mut self.group);
        if let (Some(pair), Some(months)) = (self.pair, months_spanned(&group)) {
            let roll = self.rolls.get(&pair.1).copied();
            self.months.begin(roll.ok_or(StoreError::NotFound)?);
            self.dirty.clear();
            let stored = if self.was_empty {
                Vec::new()
            } else {
                stored_around(self.connection, pair, months)?
            };
            self.merge(&group, &stored)?;
            self.write_months(pair)?;
        }
        self.group = group;
        self.group.clear();
        Ok(())
    }

    /// Walks along both in the order of their periods.
    fn merge(&mut self, group: &[Figure], stored: &[Figure]) -> Result<(), StoreError> {
        let mut stored = stored.iter().peekable();
        for new in group {
            while let Some(before) = stored.next_if(|known| known.period < new.period) {
                self.months.add(reading(before));
            }
            match stored.next_if(|known| known.period == new.period) {
                None => self.insert(new)?,
                Some(known) if is_same(known, new) => {
                    self.loaded.same += 1;
                    self.months.add(reading(known));
                }
                Some(known) => self.change(&Figure {
                    status: new.status.over(Some(known.status)),
                    ..*new
                })?,
            }
        }
        stored.for_each(|known| self.months.add(reading(known)));
        Ok(())
    }

    fn insert(&mut self, new: &Figure) -> Result<(), StoreError> {
        self.insert.execute(columns(new, self.batch))?;
        self.loaded.new += 1;
        self.note(new);
        Ok(())
    }

    fn change(&mut self, new: &Figure) -> Result<(), StoreError> {
        replace(self.connection, new, self.batch)?;
        self.loaded.changed += 1;
        self.note(new);
        Ok(())
    }

    fn note(&mut self, new: &Figure) {
        let month = month_of(new.period);
        if self.dirty.last() != Some(&month) {
            self.dirty.push(month);
        }
        self.months.add_to(month, reading(new));
    }

    fn write_months(&mut self, pair: (AdviserId, KpiId)) -> Result<(), StoreError> {
        self.dirty.sort_unstable();
        self.dirty.dedup();
        let months = self.months.finish();
        for month in &self.dirty {
            match months.binary_search_by_key(month, |one| one.period) {
                Ok(at) => {
                    if let Some(one) = months.get(at) {
                        write_month(&mut self.write_month, pair, one)?;
                    }
                }
                Err(_) => clear_month(self.connection, pair, *month)?,
            }
        }
        Ok(())
    }
}

/// Stored figures that may belong to one of these months: a week may begin three days before its month, and a
/// quarter's figure stands in its last month.
fn stored_around(
    connection: &Connection,
    (adviser, kpi): (AdviserId, KpiId),
    (first, last): (Period, Period),
) -> Result<Vec<Figure>, StoreError> {
    const QUARTER: i64 = 92 * 4;
    let (from, to) = (first.key() - QUARTER, last.next().key());
    crate::rows::list(connection, STORED, (adviser.0, kpi.0, from, to), figure)
}

/// The first and the last month that figures belong to.
fn months_spanned(group: &[Figure]) -> Option<(Period, Period)> {
    let months = || group.iter().map(|one| month_of(one.period));
    months().min().zip(months().max())
}

/// The same numbers; a dispute or a correction is not overruled by importing the same again.
fn is_same(known: &Figure, new: &Figure) -> bool {
    let settled = matches!(
        known.status,
        FigureStatus::Disputed | FigureStatus::Corrected
    );
    known.amount == new.amount && (known.status == new.status || settled)
}

fn reading(figure: &Figure) -> Reading {
    Reading {
        period: figure.period,
        amount: figure.amount,
        status: figure.status,
    }
}

/// What is stored of a figure, in the order of its columns.
fn columns(figure: &Figure, batch: Option<u32>) -> impl Params {
    let (adviser, kpi, period) = Cell::of(figure).key();
    let Figure { amount, status, .. } = figure;
    (
        adviser,
        kpi,
        period,
        amount.numerator,
        amount.denominator,
        amount.exposure,
        status.code(),
        batch,
    )
}

/// Overwrites a stored figure, keeping its old value as a version. A question about the old value goes.
pub(super) fn replace(
    connection: &Connection,
    new: &Figure,
    batch: Option<u32>,
) -> Result<(), StoreError> {
    keep(connection, Cell::of(new), batch)?;
    connection
        .prepare_cached(REPLACE)?
        .execute(columns(new, batch))?;
    Ok(())
}

/// Keeps the stored value of a cell as a version, and forgets the question about it.
pub(super) fn keep(
    connection: &Connection,
    cell: Cell,
    replaced_by: Option<u32>,
) -> Result<(), StoreError> {
    let (adviser, kpi, period) = cell.key();
    let replaced_by = replaced_by.unwrap_or(0);
    let stored = connection
        .prepare_cached(TO_KEEP)?
        .query_row((adviser, kpi, period), |row| {
            let whole = |at: usize| row.get::<_, Option<i64>>(at);
            Ok([
                whole(0)?,
                whole(1)?,
                whole(2)?,
                whole(3)?,
                whole(4)?,
                whole(5)?,
            ])
        })
        .optional()?;
    if let Some([numerator, denominator, exposure, status, batch, version]) = stored {
        connection.prepare_cached(KEEP)?.execute((
            adviser,
            kpi,
            period,
            replaced_by,
            numerator,
            denominator,
            exposure,
            status,
            batch,
            version,
        ))?;
    }
    let asked = "DELETE FROM figure_query WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
    connection
        .prepare_cached(asked)?
        .execute((adviser, kpi, period))?;
    Ok(())
}

pub(super) fn insert_one(
    connection: &Connection,
    new: &Figure,
    batch: Option<u32>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(INSERT)?
        .execute(columns(new, batch))?;
    Ok(())
}

/// Makes one month of a pair anew from its stored readings.
pub(super) fn refresh_month(
    connection: &Connection,
    pair: (AdviserId, KpiId),
    roll: Roll,
    month: Period,
) -> Result<(), StoreError> {
    let mut months = Months::new(roll);
    for known in stored_around(connection, pair, (month, month))? {
        if month_of(known.period) == month {
            months.add(reading(&known));
        }
    }
    match months.finish().first() {
        Some(one) => write_month(&mut connection.prepare_cached(WRITE_MONTH)?, pair, one),
        None => clear_month(connection, pair, month),
    }
}

pub(super) fn write_month(
    statement: &mut CachedStatement<'_>,
    (adviser, kpi): (AdviserId, KpiId),
    one: &Month,
) -> Result<(), StoreError> {
    statement.execute((
        adviser.0,
        kpi.0,
        one.period.key(),
        one.amount.numerator,
        one.amount.denominator,
        one.amount.exposure,
        one.readings,
        one.status.code(),
    ))?;
    Ok(())
}

pub(super) fn month_statement(connection: &Connection) -> Result<CachedStatement<'_>, StoreError> {
    Ok(connection.prepare_cached(WRITE_MONTH)?)
}

fn clear_month(
    connection: &Connection,
    (adviser, kpi): (AdviserId, KpiId),
    month: Period,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM roll WHERE adviser = ?1 AND kpi = ?2 AND month = ?3";
    crate::rows::run(connection, sql, (adviser.0, kpi.0, month.key())).map(drop)
}
