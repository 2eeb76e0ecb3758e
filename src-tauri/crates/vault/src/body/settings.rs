//! The settings of the database, as one table that is written and then asked back.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;

use crate::error::{VaultError, VaultRefusal};

/// First SQLite without the WAL-reset fault of 3.7.0 to 3.51.2.
const OLDEST_SQLITE: i32 = 3_051_003;
/// Keeps the file under 1 GiB, so that the lock byte never meets a page.
const MAX_PAGES: i64 = 245_000;

/// What is set, in this order, and what asking back must give. EXCLUSIVE comes before WAL:
/// then SQLite keeps the WAL index in memory and needs no shared-memory file.
const SETTINGS: &[(&str, &str, Answer)] = &[
    ("cipher_page_size", "4096", Answer::Text("4096")),
    ("locking_mode", "EXCLUSIVE", Answer::Text("exclusive")),
    ("auto_vacuum", "NONE", Answer::Number(0)),
    ("temp_store", "MEMORY", Answer::Number(2)),
    ("cache_size", "-65536", Answer::Number(-65_536)),
    ("journal_mode", "WAL", Answer::Text("wal")),
    ("synchronous", "FULL", Answer::Number(2)),
    ("secure_delete", "ON", Answer::Number(1)),
    ("foreign_keys", "ON", Answer::Number(1)),
    ("trusted_schema", "OFF", Answer::Number(0)),
    ("cell_size_check", "ON", Answer::Number(1)),
    ("max_page_count", "245000", Answer::Number(MAX_PAGES)),
    #[cfg(target_os = "macos")]
    ("fullfsync", "ON", Answer::Number(1)),
    #[cfg(target_os = "macos")]
    ("checkpoint_fullfsync", "ON", Answer::Number(1)),
];

/// Statements kept compiled: all that one screen and one change use.
const STATEMENTS: usize = 128;

enum Answer {
    Number(i64),
    Text(&'static str),
}

impl Answer {
    fn is(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Number(wanted), Value::Integer(found)) => wanted == found,
            (Self::Number(wanted), Value::Text(found)) => *found == wanted.to_string(),
            (Self::Text(wanted), Value::Text(found)) => found == wanted,
            _ => false,
        }
    }
}

/// The versions of SQLCipher and SQLite that are linked in, for the about screen.
pub fn library_versions() -> (String, String) {
    let cipher = Connection::open_in_memory()
        .and_then(|empty| empty.query_row("PRAGMA cipher_version", [], |row| row.get(0)));
    (cipher.unwrap_or_default(), rusqlite::version().to_owned())
}

/// Refuses a library that is too old or not an encrypting one.
pub(crate) fn check_library() -> Result<(), VaultError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(VaultRefusal::Library.into());
    }
    Ok(())
}

/// What must be said before the key: no log of the cipher on standard error, and every
/// piece of memory it frees overwritten.
pub(crate) fn prepare(connection: &Connection) -> Result<(), VaultError> {
    for (name, value) in [
        ("cipher_log_level", "NONE"),
        ("cipher_log", "off"),
        ("cipher_memory_security", "ON"),
    ] {
        run(connection, name, value)?;
    }
    Ok(())
}

/// Sets everything. The first setting that reads the file meets a wrong key or damage.
pub(crate) fn set(connection: &Connection) -> Result<(), VaultError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A statement keeps its plan whatever is bound to it. Without this, each new range of periods has the statement
    // compiled again, which costs twenty times as much as running it when every piece of memory is locked.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    for (name, value, _) in SETTINGS {
        run(connection, name, value)?;
    }
    Ok(())
}

/// Asks everything back; the first answer that is not ours is a refusal.
pub(crate) fn assert_all(connection: &Connection) -> Result<(), VaultError> {
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    for (name, _, wanted) in SETTINGS {
        require(wanted.is(&ask(connection, name)?))?;
    }
    require(Answer::Number(1).is(&ask(connection, "cipher_memory_security")?))?;
    require(matches!(ask(connection, "cipher_version")?, Value::Text(text) if !text.is_empty()))?;
    require(matches!(
        ask(connection, "cipher_provider")?,
        Value::Text(text) if text == "openssl" || text == "commoncrypto"
    ))?;
    require(connection.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)?)?;
    require(connection.db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG)?)?;
    let memory_only = connection.query_row(
        "SELECT sqlite_compileoption_used('TEMP_STORE=3')",
        [],
        |row| row.get::<_, bool>(0),
    )?;
    require(memory_only)
}

fn require(holds: bool) -> Result<(), VaultError> {
    if holds {
        Ok(())
    } else {
        Err(VaultRefusal::Setting.into())
    }
}

fn run(connection: &Connection, name: &str, value: &str) -> Result<(), VaultError> {
    let mut statement = connection.prepare(&format!("PRAGMA {name} = {value}"))?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

fn ask(connection: &Connection, name: &str) -> Result<Value, VaultError> {
    Ok(connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?)
}
