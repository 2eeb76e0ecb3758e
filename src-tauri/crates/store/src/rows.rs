//! Between rows and values: statements that list, find and run, and the forms of days, labels and numbers in
//! the tables. Days are ISO text, empty when there is none; periods are their keys.

use chrono::NaiveDate;
use domain::figure::Amount;
use domain::period::Period;
use domain::text::Label;
use rusqlite::{Connection, Params, Row};

use crate::error::{Damaged, StoreError};

/// All rows of a query, in its order.
pub(crate) fn list<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    mut make: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(make(row)?);
    }
    Ok(found)
}

/// The first row of a query, if there is one.
pub(crate) fn find<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    make: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    match rows.next()? {
        Some(row) => make(row).map(Some),
        None => Ok(None),
    }
}

/// The amount in three columns from this one on: numerator, denominator, exposure.
pub(crate) fn amount(row: &Row<'_>, at: usize) -> Result<Amount, StoreError> {
    Ok(Amount {
        numerator: row.get(at)?,
        denominator: row.get(at + 1)?,
        exposure: row.get(at + 2)?,
    })
}

/// Runs a statement; gives the number of rows it touched.
pub(crate) fn run(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
) -> Result<usize, StoreError> {
    Ok(connection.prepare_cached(sql)?.execute(parameters)?)
}

/// Runs a statement that must touch a row.
pub(crate) fn amend(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
) -> Result<(), StoreError> {
    match run(connection, sql, parameters)? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// The next free number of a table: one more than its largest.
pub(crate) fn next_number(connection: &Connection, table: &str) -> Result<u32, StoreError> {
    let sql = format!("SELECT coalesce(max(id), 0) + 1 FROM {table}");
    let next = find(connection, &sql, [], |row| Ok(row.get::<_, i64>(0)?))?;
    narrow(next.unwrap_or(1))
}

/// A stored number in a smaller type.
pub(crate) fn narrow<Small: TryFrom<i64>>(stored: i64) -> Result<Small, StoreError> {
    Small::try_from(stored).map_err(|_| Damaged::Value.into())
}

/// A number of a column, in the type it is meant to have.
pub(crate) fn number<Small: TryFrom<i64>>(row: &Row<'_>, at: usize) -> Result<Small, StoreError> {
    narrow(row.get(at)?)
}

/// A count as a stored number; counts never come near the limit.
pub(crate) fn stored(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}

/// A day, or no day, as stored.
pub(crate) fn day_text(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// A stored day that may be absent.
pub(crate) fn optional_day(row: &Row<'_>, at: usize) -> Result<Option<NaiveDate>, StoreError> {
    let text: String = row.get(at)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Damaged::Value.into())
}

/// A stored day.
pub(crate) fn day(row: &Row<'_>, at: usize) -> Result<NaiveDate, StoreError> {
    optional_day(row, at)?.ok_or(StoreError::Damaged(Damaged::Value))
}

/// A stored label.
pub(crate) fn label(row: &Row<'_>, at: usize) -> Result<Label, StoreError> {
    Ok(Label::parse(&row.get::<_, String>(at)?)?)
}

/// A stored label that may be absent.
pub(crate) fn optional_label(row: &Row<'_>, at: usize) -> Result<Option<Label>, StoreError> {
    let text: String = row.get(at)?;
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(Label::parse(&text)?))
}

/// A label, or none, as stored.
pub(crate) fn label_text(label: Option<&Label>) -> &str {
    label.map(Label::as_str).unwrap_or_default()
}

/// A stored period.
pub(crate) fn period(row: &Row<'_>, at: usize) -> Result<Period, StoreError> {
    Period::from_key(row.get(at)?).ok_or(StoreError::Damaged(Damaged::Value))
}

/// A stored blob of a known length.
pub(crate) fn array<const N: usize>(row: &Row<'_>, at: usize) -> Result<[u8; N], StoreError> {
    let bytes: Vec<u8> = row.get(at)?;
    bytes.try_into().map_err(|_| Damaged::Value.into())
}
