//! Loading many figures, sorted: new ones in, the same left alone, changed ones with their old value kept. The
//! months are made on the way, so that every page of the tree is written about once (performance.md 6).

use std::collections::BTreeMap;

use domain::figure::{Figure, FigureStatus};
use domain::kpi::{KpiId, Roll};
use domain::period::Period;
use domain::team::AdviserId;
use rusqlite::{CachedStatement, Connection, Params};

use crate::coded::Coded;
use crate::error::{StoreError, StoreRefusal};
use crate::figures::months::{Month, Months, Reading, month_of};
use crate::figures::versions::{self, Known};
use crate::figures::{Cell, Loaded};
use crate::rows::{find, list, run};

/// A load under way. Figures of one adviser and KPI are gathered, merged with what is stored, and written.
pub(super) struct Loading<'open> {
    connection: &'open Connection,
    rolls: BTreeMap<KpiId, Roll>,
    batch: Option<u32>,
    insert: CachedStatement<'open>,
    write_month: CachedStatement<'open>,
    /// What was there when the load began; what was not needs no looking up, cell by cell.
    found: Found,
    pair: Option<(AdviserId, KpiId)>,
    group: Vec<Figure>,
    months: Months,
    dirty: Vec<Period>,
    loaded: Loaded,
}

/// Which kinds of rows there were.
#[derive(Debug, Clone, Copy)]
struct Found {
    figures: bool,
    versions: bool,
    questions: bool,
}

impl Found {
    fn look(connection: &Connection) -> Result<Self, StoreError> {
        let any = |table: &str| -> Result<bool, StoreError> {
            let sql = format!("SELECT 1 FROM {table} LIMIT 1");
            Ok(find(connection, &sql, [], |_| Ok(()))?.is_some())
        };
        Ok(Self {
            figures: any("figure")?,
            versions: any("figure_version")?,
            questions: any("figure_query")?,
        })
    }
}

const INSERT: &str =
    "INSERT INTO figure(adviser, kpi, period, numerator, denominator, exposure, status, batch)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

const REPLACE: &str =
    "UPDATE figure SET numerator = ?4, denominator = ?5, exposure = ?6, status = ?7, batch = ?8
    WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";

const WRITE_MONTH: &str = "INSERT INTO roll(adviser, kpi, month, numerator, denominator, exposure, readings,
        worst_status) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator,
        exposure = excluded.exposure, readings = excluded.readings, worst_status = excluded.worst_status";

impl<'open> Loading<'open> {
    pub(super) fn begin(
        connection: &'open Connection,
        rolls: BTreeMap<KpiId, Roll>,
        batch: Option<u32>,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            connection,
            rolls,
            batch,
            insert: connection.prepare_cached(INSERT)?,
            write_month: connection.prepare_cached(WRITE_MONTH)?,
            found: Found::look(connection)?,
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
            let stored = if self.found.figures {
                stored_around(self.connection, pair, months)?
            } else {
                Vec::new()
            };
            self.merge(&group, &stored)?;
            self.write_months(pair)?;
        }
        self.group = group;
        self.group.clear();
        Ok(())
    }

    /// Walks along both in the order of their periods.
    fn merge(&mut self, group: &[Figure], stored: &[Known]) -> Result<(), StoreError> {
        let mut stored = stored.iter().peekable();
        for new in group {
            while let Some(before) = stored.next_if(|known| known.figure.period < new.period) {
                self.months.add(reading(&before.figure));
            }
            match stored.next_if(|known| known.figure.period == new.period) {
                None => self.insert(new)?,
                Some(known) if is_same(&known.figure, new) => {
                    self.loaded.same += 1;
                    self.months.add(reading(&known.figure));
                }
                Some(known) => self.change(known, new)?,
            }
        }
        stored.for_each(|known| self.months.add(reading(&known.figure)));
        Ok(())
    }

    fn insert(&mut self, new: &Figure) -> Result<(), StoreError> {
        self.insert.execute(columns(new, self.batch))?;
        self.loaded.new += 1;
        self.note(new);
        Ok(())
    }

    fn change(&mut self, known: &Known, new: &Figure) -> Result<(), StoreError> {
        let new = Figure {
            status: new.status.over(Some(known.figure.status)),
            ..*new
        };
        let cell = Cell::of(&new);
        let version = if self.found.versions {
            versions::next(self.connection, cell)?
        } else {
            1
        };
        versions::add(self.connection, known, version, self.batch)?;
        if self.found.questions {
            versions::forget_question(self.connection, cell)?;
        }
        overwrite(self.connection, &new, self.batch)?;
        self.loaded.changed += 1;
        self.note(&new);
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
) -> Result<Vec<Known>, StoreError> {
    const QUARTER: i64 = 92 * 4;
    let (from, to) = (first.key() - QUARTER, last.next().key());
    let between = (adviser.0, kpi.0, from, to);
    list(connection, versions::STORED, between, versions::known)
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
    versions::keep(connection, Cell::of(new), batch)?;
    overwrite(connection, new, batch)
}

fn overwrite(connection: &Connection, new: &Figure, batch: Option<u32>) -> Result<(), StoreError> {
    run(connection, REPLACE, columns(new, batch)).map(drop)
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
        if month_of(known.figure.period) == month {
            months.add(reading(&known.figure));
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
    run(connection, sql, (adviser.0, kpi.0, month.key())).map(drop)
}
