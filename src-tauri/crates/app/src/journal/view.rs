//! The activity journal as a screen or the terminal shows it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page of the journal, newest first, with the state of its chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalView {
    /// Entries, newest first.
    pub entries: Vec<EntryView>,
    /// Entries in all.
    pub total: u32,
    /// Whether the chain holds from the first entry to the sealed head.
    pub sound: bool,
    /// The same in a sentence.
    pub sentence: String,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryView {
    /// Its sequence number.
    pub sequence: u32,
    /// When, local, `2026-12-03 14:02:11`.
    pub at: String,
    /// What was done, as a code.
    pub action: String,
    /// What was done, in words.
    pub words: String,
    /// How many rows or cells it touched.
    pub count: u32,
    /// Why it was done, where a reason was given and whom it is about is still here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// Asks for a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoadJournal {
    /// Entries to leave out from the newest on.
    pub skip: u32,
    /// Entries to show, at most 500.
    pub take: u32,
}
