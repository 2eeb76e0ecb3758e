//! Settings that travel with the file: a name and a short value each. What they mean is the app's affair.

use std::collections::BTreeMap;

use vault::Vault;

use crate::error::StoreError;
use crate::handle::Read;
use crate::rows::{find, list, run};

pub(crate) const TABLES: &str = "
CREATE TABLE setting(
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;";

/// Reads settings.
#[derive(Clone, Copy)]
pub struct SettingsRead<'open>(pub(crate) Read<'open>);

impl SettingsRead<'_> {
    /// The value of a setting, if it was ever set.
    pub fn get(self, name: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM setting WHERE name = ?1";
        find(self.0.connection(), sql, (name,), |row| Ok(row.get(0)?))
    }

    /// All settings by name.
    pub fn all(self) -> Result<BTreeMap<String, String>, StoreError> {
        let sql = "SELECT name, value FROM setting ORDER BY name";
        let pairs = list(self.0.connection(), sql, [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(pairs.into_iter().collect())
    }
}

/// Writes settings inside a change.
pub struct SettingsWrite<'write>(pub(crate) &'write mut Vault);

impl SettingsWrite<'_> {
    /// Sets a setting.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting(name, value) VALUES (?1, ?2)
            ON CONFLICT(name) DO UPDATE SET value = excluded.value";
        run(self.0.connection(), sql, (name, value)).map(drop)
    }

    /// Takes a setting back to "never set".
    pub fn clear(&mut self, name: &str) -> Result<(), StoreError> {
        run(
            self.0.connection(),
            "DELETE FROM setting WHERE name = ?1",
            (name,),
        )
        .map(drop)
    }
}
