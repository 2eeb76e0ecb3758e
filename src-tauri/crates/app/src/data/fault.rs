//! What is wrong with an entry of a data file, for whoever edits it.

use std::fmt;

/// One entry that did not load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFault {
    /// The entry's id, or its place from 1 when it has none: `K13`, `entry 4`.
    pub entry: String,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for DataFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.entry, self.what)
    }
}

impl DataFault {
    pub(super) fn of(entry: &str, what: impl Into<String>) -> Self {
        Self {
            entry: entry.to_owned(),
            what: what.into(),
        }
    }
}

/// The entries of one array of a file, each with its id, and what cannot be read at all.
pub(super) fn entries(text: &str, array: &str) -> Result<Vec<(String, toml::Value)>, DataFault> {
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| DataFault::of("file", error.message()))?;
    let found = table
        .get(array)
        .and_then(toml::Value::as_array)
        .ok_or_else(|| DataFault::of("file", format!("has no [[{array}]]")))?;
    let named = |(place, value): (usize, &toml::Value)| {
        let id = value.get("id").and_then(toml::Value::as_str);
        let name = id.map_or_else(|| format!("entry {}", place + 1), str::to_owned);
        (name, value.clone())
    };
    Ok(found.iter().enumerate().map(named).collect())
}

/// Reads one entry into its form.
pub(super) fn read<T: serde::de::DeserializeOwned>(
    id: &str,
    value: toml::Value,
) -> Result<T, DataFault> {
    value
        .try_into()
        .map_err(|error: toml::de::Error| DataFault::of(id, error.message()))
}
