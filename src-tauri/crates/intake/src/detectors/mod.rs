//! The identifier firewall: what in a file could say who a client is (domain.md invariant 1). One table names the
//! headings and patterns and carries its own samples; whole columns are turned away by heading or by what most of
//! their cells hold, single cells take their row with them.
//!
//! Invariant: what a detector matched leaves this crate only as a pattern of characters.

mod birth;
mod email;
mod heading_table;
mod headings;
mod labels;
mod names;
mod nhs;
mod nino;
mod phone;
mod plain;
mod postcode;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use birth::is_month;
pub(crate) use headings::of_heading;
pub(crate) use labels::of_label;
pub(crate) use names::{NameSign, is_name_like, is_small_name_like};
pub(crate) use plain::mask;
pub(crate) use table::find;

/// Whether a text of our own, such as a label, holds what any detector of identifiers would match.
pub fn looks_like_an_identifier(text: &str) -> bool {
    find(text, &[]).is_some()
}

/// What a detector looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detector {
    /// National Insurance numbers.
    Nino,
    /// NHS numbers, with their check digit.
    NhsNumber,
    /// E-mail addresses.
    Email,
    /// UK telephone numbers.
    Phone,
    /// UK postcodes.
    Postcode,
    /// Dates of birth.
    BirthDate,
    /// Names of people other than advisers.
    NameLike,
}

impl Detector {
    /// Every detector, the ones that never yield first.
    pub const ALL: [Self; 7] = [
        Self::Nino,
        Self::NhsNumber,
        Self::Email,
        Self::Phone,
        Self::Postcode,
        Self::BirthDate,
        Self::NameLike,
    ];

    /// The code in JSON and in the vault.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nino => "nino",
            Self::NhsNumber => "nhs_number",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Postcode => "postcode",
            Self::BirthDate => "birth_date",
            Self::NameLike => "name_like",
        }
    }

    /// Whether the person may take the column in all the same; never for the first four.
    pub fn can_yield(self) -> bool {
        match self {
            Self::Nino | Self::NhsNumber | Self::Email | Self::Phone => false,
            Self::Postcode | Self::BirthDate | Self::NameLike => true,
        }
    }
}

/// A column turned away at the door. Its values are not kept and never shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedColumn {
    /// Its place from 0.
    pub index: usize,
    /// Its heading, masked when the heading itself looks like an identifier.
    pub heading: String,
    /// What it looks like.
    pub detector: Detector,
    /// Cells that match.
    pub cells: u64,
    /// Cells that hold anything.
    pub of: u64,
    /// The pattern of one cell: `A` a capital, `a` a letter, `9` a digit.
    pub shape: String,
}
