//! What a migration must leave as it was: every table its rows, and every column that is still there its values
//! (security.md 2.8). Both are counted before the first step and after the last, in the same transaction.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::error::StoreError;
use crate::rows::list;

/// In place of a column: the table itself, as so many rows.
const WHOLE: &str = "";

/// How many rows a column has, and a digest of its values in whatever order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Values {
    rows: u64,
    digest: u64,
}

/// The values of every column of every table, by table and column.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Contents(BTreeMap<(String, String), Values>);

impl Contents {
    /// Looks through every table there is.
    pub(crate) fn of(connection: &Connection) -> Result<Self, StoreError> {
        let sql =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let tables = list(connection, sql, [], |row| Ok(row.get::<_, String>(0)?))?;
        let mut contents = BTreeMap::new();
        for table in tables {
            let columns = columns(connection, &table)?;
            let rows = columns.first().map(|(_, values)| values.rows);
            let whole = Values {
                rows: rows.unwrap_or_default(),
                digest: 0,
            };
            contents.insert((table.clone(), WHOLE.to_owned()), whole);
            for (column, values) in columns {
                contents.insert((table.clone(), column), values);
            }
        }
        Ok(Self(contents))
    }

    /// Whether every table with rows still has as many later, and every column that is still there holds what it held.
    pub(crate) fn is_kept_in(&self, later: &Self) -> bool {
        let mut filled = self.0.iter().filter(|(_, values)| values.rows > 0);
        filled.all(|(place, values)| match later.0.get(place) {
            Some(found) => found == values,
            None => place.1 != WHOLE,
        })
    }
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<(String, Values)>, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let names = statement.column_names();
    let mut columns: Vec<(String, Values)> = names
        .into_iter()
        .map(|name| (name.to_owned(), Values::default()))
        .collect();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for (at, (_, values)) in columns.iter_mut().enumerate() {
            values.rows += 1;
            values.digest = values.digest.wrapping_add(digest(row.get_ref(at)?));
        }
    }
    Ok(columns)
}

fn digest(value: ValueRef<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match value {
        ValueRef::Null => 0_u8.hash(&mut hasher),
        ValueRef::Integer(number) => (1_u8, number).hash(&mut hasher),
        ValueRef::Real(number) => (2_u8, number.to_bits()).hash(&mut hasher),
        ValueRef::Text(bytes) => (3_u8, bytes).hash(&mut hasher),
        ValueRef::Blob(bytes) => (4_u8, bytes).hash(&mut hasher),
    }
    hasher.finish()
}
