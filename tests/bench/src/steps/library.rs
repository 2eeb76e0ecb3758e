//! The rival of T1 that shares our library: what a shell's `.import` does, with the SQLCipher we are built from. The
//! packaged shell is of an older format (performance.md 8).

use crate::Fault;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::Path;

const TABLE: &str = "CREATE TABLE measure(adviser_ref TEXT, kpi TEXT, date TEXT, num INT, den INT,
    PRIMARY KEY(adviser_ref, kpi, date)) WITHOUT ROWID";

/// Lines of a file without a heading into an encrypted table clustered by adviser, KPI and day, in one transaction
/// and in the order of the file. Nothing is checked.
pub(super) fn import(base: &Path, file: &Path) -> Result<Value, Fault> {
    let mut connection = Connection::open(base)?;
    let key = "7b".repeat(32);
    connection.execute_batch(&format!(
        "PRAGMA key = \"x'{key}'\"; PRAGMA cache_size = -65536; {TABLE};"
    ))?;
    let transaction = connection.transaction()?;
    let mut rows = 0_u32;
    {
        let mut insert = transaction.prepare("INSERT INTO measure VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let mut lines = BufReader::new(std::fs::File::open(file)?);
        let mut line = String::new();
        while lines.read_line(&mut line)? > 0 {
            for (place, cell) in (1..).zip(line.trim_end().split(',')) {
                insert.raw_bind_parameter(place, cell)?;
            }
            insert.raw_execute()?;
            rows += 1;
            line.clear();
        }
    }
    transaction.commit()?;
    Ok(json!({ "rows": rows }))
}
