//! The data inventory (security.md 2.11): every column of every table has one line that says what category of
//! things it holds, how its rows lead to a person, whether it is sealed, whether it belongs in the pack of an
//! access request and how long it is kept. Erasing a person follows these lines; a column without one fails a
//! test. Purpose and wording come from the app's catalogues.

mod count;
mod lines;

use chrono::NaiveDate;

pub(crate) use count::count;
pub use lines::LINES;

/// What kind of thing is held, as the data-protection page lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Who is on the team: alias, name, days of service, posts.
    Roster,
    /// When people were not available.
    Availability,
    /// The manager's notes about people and figures.
    Notes,
    /// Figures of single advisers, their months, old values and open questions.
    Figures,
    /// Totals of months whose single figures are past keeping: about nobody.
    Totals,
    /// Phases and baselines set by hand, with their reasons.
    Phases,
    /// Targets.
    Targets,
    /// Half-typed texts.
    Drafts,
    /// Steps that can be undone.
    Steps,
    /// The activity journal.
    Journal,
    /// The register of anonymised summaries.
    Releases,
    /// Imports: hashes, counts, rejected rows as numbers, remembered column layouts.
    Imports,
    /// Programmes, teams, KPI definitions and settings: about no person.
    Setup,
}

/// How long a category is kept (domain.md 1.10, rulings 36, 37).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Retention {
    /// Six months after the adviser left.
    LeavingAndSixMonths,
    /// As long as the figures it feeds.
    WithFigures,
    /// Ninety days, unless it was shared.
    NinetyDays,
    /// As long as the vault keeps figures: twenty-five months, unless its settings say otherwise.
    OfFigures,
    /// Twenty-four months.
    TwentyFourMonths,
    /// Thirty-six months.
    ThirtySixMonths,
    /// Seven years.
    SevenYears,
    /// Until the text is saved or given up.
    UntilSaved,
    /// Until the step is too old to be undone.
    UntilTooOld,
    /// Until the import is closed.
    UntilClosed,
    /// As long as the vault.
    WithVault,
}

impl Category {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 13] = [
        Self::Roster,
        Self::Availability,
        Self::Notes,
        Self::Figures,
        Self::Totals,
        Self::Phases,
        Self::Targets,
        Self::Drafts,
        Self::Steps,
        Self::Journal,
        Self::Releases,
        Self::Imports,
        Self::Setup,
    ];

    /// How long it is kept.
    pub const fn retention(self) -> Retention {
        match self {
            Self::Roster => Retention::LeavingAndSixMonths,
            Self::Availability | Self::Phases | Self::Targets => Retention::WithFigures,
            Self::Notes => Retention::NinetyDays,
            Self::Figures => Retention::OfFigures,
            Self::Totals => Retention::SevenYears,
            Self::Drafts => Retention::UntilSaved,
            Self::Steps => Retention::UntilTooOld,
            Self::Journal => Retention::TwentyFourMonths,
            Self::Releases => Retention::ThirtySixMonths,
            Self::Imports => Retention::UntilClosed,
            Self::Setup => Retention::WithVault,
        }
    }

    /// Why it may be held. The organisation decides in the end; this is what Plumbline is made for.
    pub const fn lawful_basis(self) -> LawfulBasis {
        match self {
            Self::Roster
            | Self::Availability
            | Self::Notes
            | Self::Figures
            | Self::Phases
            | Self::Targets
            | Self::Drafts
            | Self::Steps
            | Self::Releases => LawfulBasis::LegitimateInterests,
            Self::Journal => LawfulBasis::LegalObligation,
            Self::Totals | Self::Imports | Self::Setup => LawfulBasis::NotPersonal,
        }
    }
}

/// The lawful basis of processing (UK GDPR Article 6(1); domain.md DP-6). Consent is none of them: it is rarely free
/// at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LawfulBasis {
    /// Article 6(1)(f): an organisation may review its work, weighed against the people concerned.
    LegitimateInterests,
    /// Article 6(1)(c): data must be kept secure and its use accounted for (Articles 5(2) and 32).
    LegalObligation,
    /// It is about nobody.
    NotPersonal,
}

/// How a column leads to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// It holds the person's number: the rows that say it are about that person and are erased with them.
    Direct,
    /// It stands in a row about the person whom another column names.
    Row,
    /// It holds a keyed digest or a bare number that names nobody once the person is erased.
    Remainder,
    /// It is about nobody.
    Nobody,
}

/// How a column is protected beyond the encryption of the whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sealing {
    /// Sealed under the person's own key.
    Sealed,
    /// By the encryption of the file alone.
    File,
}

/// Whether a column belongs in the pack of an access request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// It does.
    Given,
    /// It does not: it says nothing about the person, or only keeps the file in order.
    Left,
}

/// One column of one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What it holds.
    pub category: Category,
    /// How it leads to a person.
    pub subject: Subject,
    /// How it is protected.
    pub sealing: Sealing,
    /// Whether an access pack holds it.
    pub access: Access,
}

impl Line {
    /// How long it is kept.
    pub const fn retention(&self) -> Retention {
        self.category.retention()
    }
}

/// How much of one category the file holds now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// The category.
    pub category: Category,
    /// How long it is kept.
    pub retention: Retention,
    /// About how many people.
    pub people: u64,
    /// How many rows.
    pub rows: u64,
    /// The day of the oldest, where things of this category have a day.
    pub oldest: Option<NaiveDate>,
    /// Whether any of it is sealed under the person's own key.
    pub sealing: Sealing,
    /// Whether any of it belongs in an access pack.
    pub access: Access,
}
