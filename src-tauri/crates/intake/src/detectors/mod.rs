//! The identifier firewall: what in a file could say who a client is (domain.md invariant 1).

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
