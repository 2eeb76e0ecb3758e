//! What the terminal says, from the catalogues.

use app::wording::{Arg, words};
use std::fmt::Display;

/// A sentence with its values.
pub(crate) fn tell(key: &str, values: &[(&str, &dyn Display)]) -> String {
    let values: Vec<(&str, Arg)> = values
        .iter()
        .map(|(name, value)| (*name, Arg::from(value.to_string())))
        .collect();
    words().say(key, &values)
}

/// A sentence without values.
pub(crate) fn plain(key: &str) -> String {
    tell(key, &[])
}
