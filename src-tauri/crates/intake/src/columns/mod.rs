//! What the columns of a file mean: headings matched by a table of synonyms, a layout guessed from them, and the
//! choices of the person, who always has the last word on meaning (never on identifiers).

mod guess;
mod synonyms;
#[cfg(test)]
mod tests;
mod wide;

pub(crate) use guess::{Guess, Sheet, guess, shape_of};
pub(crate) use synonyms::{grain_of_heading, is_name_in_roster, known_headings};
pub(crate) use wide::kpi_of_heading;

use crate::dates::DateOrder;
use crate::detectors::{self, Detector};
use domain::period::Grain;

/// A heading without case, spaces, `_`, `-` and other signs, in which form headings are compared.
pub(crate) fn normalised(heading: &str) -> String {
    let letters = heading
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, '%' | '#'));
    letters.flat_map(char::to_lowercase).collect()
}

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntakeKind {
    /// Figures, long or wide.
    Figures,
    /// The roster.
    Roster,
}

/// How rows and columns carry what is read (cli.md "Input layouts").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// One row per adviser, period and KPI.
    FiguresLong,
    /// One row per adviser and period, a column or a pair of columns per KPI.
    FiguresWide,
    /// One row per adviser.
    Roster,
}

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// Not read.
    LeaveOut,
    /// The adviser's alias.
    Adviser,
    /// The day, week, month or quarter.
    Period,
    /// Long: which KPI.
    Kpi,
    /// Long: the number counted.
    Numerator,
    /// Long: out of how many.
    Denominator,
    /// Long: days, months or clients the count is divided by.
    Exposure,
    /// Long: a remark.
    Note,
    /// Wide: the number counted for the KPI named.
    KpiNumerator(String),
    /// Wide: out of how many for the KPI named.
    KpiDenominator(String),
    /// Roster: the adviser's name.
    Name,
    /// Roster: where they work.
    Site,
    /// Roster: their grade.
    Grade,
    /// Roster: the band of their caseload.
    Band,
    /// Roster: their team.
    Team,
    /// Roster: first day.
    Started,
    /// Roster: last day.
    Left,
    /// Roster: share of full time.
    FullTimeShare,
}

/// A column as it will be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place from 0.
    pub index: usize,
    /// Its heading; masked when the heading itself looks like an identifier.
    pub heading: String,
    /// What it is taken to mean.
    pub meaning: Meaning,
    /// Up to three cells, masked where a detector matches; empty for a refused column.
    pub samples: Vec<String>,
}

impl Meaning {
    /// Whether cells are free text, which may be anybody's name.
    pub(crate) fn is_free(&self) -> bool {
        matches!(self, Self::LeaveOut | Self::Note)
    }

    /// Whether cells are names or periods, each of which is looked at once and not row by row.
    pub(crate) fn is_named(&self) -> bool {
        matches!(self, Self::Adviser | Self::Kpi | Self::Period)
    }
}

/// What the person decided so far. Everything left open is guessed.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// What to read the file as.
    pub kind: Option<IntakeKind>,
    /// The sheet of a workbook, by name; the first visible one that holds a table when nothing.
    pub sheet: Option<String>,
    /// Meanings by place of column.
    pub meanings: Vec<Option<Meaning>>,
    /// The order of dates, once asked.
    pub date_order: Option<DateOrder>,
    /// The grain of periods written as dates; guessed from the heading and the dates when nothing.
    pub grain: Option<Grain>,
    /// Refused columns taken in all the same, by place. The first four detectors never yield.
    pub overrides: Vec<usize>,
    /// Further synonyms: a heading and its meaning.
    pub synonyms: Vec<(String, Meaning)>,
    /// Names and codes of KPIs that are known: none of them is taken for a person.
    pub known_kpis: Vec<String>,
    /// Pairs of columns that belong together by what they count and what that is out of.
    pub pairs: Vec<Pair>,
    /// Mappings remembered from earlier files; the one whose shape fits is used.
    pub remembered: Vec<Mapping>,
}

impl Choices {
    /// What a KPI of this name, or a heading, shows of a person; nothing for a KPI that is known by its name or by the
    /// code in front of it.
    pub(crate) fn person_in(&self, name: &str) -> Option<Detector> {
        let found = detectors::of_label(name)?;
        (!self.knows(name) || !found.can_yield()).then_some(found)
    }

    /// Whether a KPI is known by this name, or by the code in front of it.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let code = name.split_whitespace().next().unwrap_or_default();
        let names = [normalised(name), normalised(code)];
        self.known_kpis.iter().any(|known| {
            let known = normalised(known);
            !known.is_empty() && names.contains(&known)
        })
    }
}

/// Two headings of a wide table that together are one KPI: "appointments attended" beside "appointments booked".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The KPI's name.
    pub name: String,
    /// What is counted, in any of these words.
    pub counted: Vec<String>,
    /// What it is out of, in any of these words.
    pub out_of: Vec<String>,
}

/// How a file was read, to be remembered for the next file with the same headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The headings without case, spaces, `_` and `-`, joined by `|`; identifiers in them masked.
    pub shape: String,
    /// What the file was read as.
    pub kind: IntakeKind,
    /// What each column means.
    pub meanings: Vec<Meaning>,
    /// Columns left out on purpose, by place.
    pub left_out: Vec<usize>,
    /// The order of dates, when it was chosen by the person.
    pub date_order: Option<DateOrder>,
    /// What each date stands for, when it was chosen by the person.
    pub grain: Option<Grain>,
}
