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

/// A sentence with a number that its words agree with, and other values.
pub(crate) fn count(key: &str, (name, number): (&str, u64), values: &[(&str, &str)]) -> String {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let values = values
        .iter()
        .map(|(name, value)| (*name, Arg::from(*value)));
    let values: Vec<(&str, Arg)> = values.chain([(name, Arg::from(number))]).collect();
    words().say(key, &values)
}

/// A sentence without values.
pub(crate) fn plain(key: &str) -> String {
    tell(key, &[])
}
