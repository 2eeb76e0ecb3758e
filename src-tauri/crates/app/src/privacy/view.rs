//! What is held, about whom, until when: the data inventory that the code itself is built from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The data-protection screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InventoryView {
    /// Rows of the inventory, clients first.
    pub rows: Vec<InventoryRowView>,
    /// What will be past its keeping time within 14 days, in words.
    pub due: Vec<String>,
    /// The state of the journal's chain, in a sentence.
    pub journal: String,
}

/// One category of what is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InventoryRowView {
    /// The category.
    pub category: String,
    /// Which fields, in words.
    pub fields: String,
    /// About how many people.
    pub people: u32,
    /// How many rows.
    pub rows: u32,
    /// The oldest, as a day.
    pub oldest: Option<String>,
    /// Kept until, in words.
    pub kept: String,
    /// Why it is kept.
    pub purpose: String,
    /// Why it may be held: the lawful basis.
    pub basis: String,
    /// Whether it is sealed under the person's own key.
    pub sealed: bool,
    /// Whether it is part of a subject access pack.
    pub access: bool,
}
