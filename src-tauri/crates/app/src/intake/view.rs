//! The import wizard: file, columns, dates and people, refused at the door, check, import.

use crate::kpis::view::{GrainView, KindView};
use crate::view::ProgressView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an input file is to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeKindView {
    /// Figures, long or wide.
    Figures,
    /// The roster.
    Roster,
}

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeaningView {
    /// Left out.
    LeaveOut,
    /// The adviser's alias.
    Adviser,
    /// The period.
    Period,
    /// The KPI (long layout).
    Kpi,
    /// The first number (long layout).
    Numerator,
    /// The second number (long layout).
    Denominator,
    /// The exposure (long layout).
    Exposure,
    /// A note (long layout).
    Note,
    /// The first number of the KPI named (wide layout).
    KpiNumerator(String),
    /// The second number of the KPI named (wide layout).
    KpiDenominator(String),
    /// Roster: the name.
    Name,
    /// Roster: the site.
    Site,
    /// Roster: the grade.
    Grade,
    /// Roster: the caseload band.
    Band,
    /// Roster: the team.
    Team,
    /// Roster: first day.
    Started,
    /// Roster: last day.
    Left,
    /// Roster: share of full time.
    Fte,
}

/// One column as guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnView {
    /// Its heading; masked when it looks like an identifier.
    pub heading: String,
    /// What it is taken to mean.
    pub meaning: MeaningView,
    /// Up to three sample cells, masked where a detector matches.
    pub samples: Vec<String>,
}

/// A column turned away at the door; its values are never shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedColumnView {
    /// Its place in the file, from 0; `overrides` names it by this.
    pub position: u32,
    /// Its heading.
    pub heading: String,
    /// Why, as a code: `nino`, `nhs_number`, `email`, `phone`, `postcode`, `birth_date`, `name_like`.
    pub reason: String,
    /// Why, in words.
    pub words: String,
    /// Cells that match.
    pub cells: u32,
    /// Cells that hold anything.
    pub of: u32,
    /// The pattern of characters, such as `AA 99 99 99 A`.
    pub shape: String,
    /// Whether the person may still take it in.
    pub may_override: bool,
}

/// A row turned away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RejectedRowView {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The column's heading, when one cell is to blame.
    pub column: Option<String>,
    /// Why, as a code.
    pub reason: String,
    /// Why, in words.
    pub words: String,
    /// The rejected date or number, masked if it looks like an identifier; never in files or logs.
    pub value: Option<String>,
}

/// Which order the dates of a column have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrderView {
    /// Day first.
    DayFirst,
    /// Month first.
    MonthFirst,
}

/// Both orders fit a column: the person is asked, with examples in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateQuestionView {
    /// Three examples as in the file, with both readings in words.
    pub examples: Vec<DateExampleView>,
}

/// One date read both ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateExampleView {
    /// As in the file.
    pub text: String,
    /// Day first, in words.
    pub day_first: String,
    /// Month first, in words.
    pub month_first: String,
}

/// A KPI in the file that the vault does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewKpiView {
    /// As in the file.
    pub name: String,
    /// What it seems to be.
    pub kind: KindView,
    /// A KPI of the library it may be.
    pub like: Option<String>,
    /// The code of the KPI it is taken for, now or as for an earlier file of this shape.
    pub taken: Option<String>,
}

/// A name in the file that is no alias of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewAdviserView {
    /// As in the file.
    pub name: String,
    /// The alias of whom it is taken for: by the name on the roster, or because somebody said so.
    pub taken: Option<String>,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a wish of its own that the person ticks"
)]
/// What the person decided about a file so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IntakeChoices {
    /// What to read it as; guessed when nothing.
    pub kind: Option<IntakeKindView>,
    /// The sheet of a workbook; the first visible one when nothing.
    pub sheet: Option<String>,
    /// Meanings given to columns, by position; guessed where nothing.
    pub meanings: Vec<Option<MeaningView>>,
    /// The order of dates.
    pub date_order: Option<DateOrderView>,
    /// What each date stands for, where periods are written as dates.
    pub grain: Option<GrainView>,
    /// Whether advisers not on the roster are added.
    pub create_advisers: bool,
    /// Whether KPIs not known are added.
    pub create_kpis: bool,
    /// Whether the team's totals of months past keeping are kept, where they may be.
    pub keep_totals: bool,
    /// KPIs of the file taken for known ones: name in the file, code.
    pub known_kpis: Vec<KnownKpi>,
    /// Names of the file taken for advisers on the roster.
    pub known_advisers: Vec<KnownAdviser>,
    /// Whether these names are put on the roster, where it has none, so that the next file is matched by itself.
    pub keep_names: bool,
    /// Refused columns the person takes in all the same, by position; the first four detectors never yield.
    pub overrides: Vec<u32>,
}

/// A KPI of the file taken for a known one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KnownKpi {
    /// As in the file.
    pub name: String,
    /// The KPI's code.
    pub code: String,
}

/// A name of the file taken for an adviser on the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KnownAdviser {
    /// As in the file.
    pub name: String,
    /// The adviser's alias; empty says that it is somebody new, whatever the roster's names say.
    pub alias: String,
}

/// Looks at a chosen file, or imports it, with the choices made so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadIntake {
    /// The file's token.
    pub file: String,
    /// The choices.
    pub choices: IntakeChoices,
}

/// What a file holds and what an import would do: the dry run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakePlanView {
    /// The file's token.
    pub file: String,
    /// The file's name.
    pub file_name: String,
    /// "CSV, UTF-8, comma" or "XLSX".
    pub format: String,
    /// Sheets of a workbook.
    pub sheets: Vec<String>,
    /// The sheet read.
    pub sheet: Option<String>,
    /// What it is read as.
    pub kind: IntakeKindView,
    /// Whether it is one row per adviser and period with a column per KPI.
    pub wide: bool,
    /// Whether a remembered mapping was used.
    pub remembered: bool,
    /// Every column, in the order of the file; one refused at the door has no samples.
    pub columns: Vec<ColumnView>,
    /// Columns refused at the door.
    pub refused_columns: Vec<RefusedColumnView>,
    /// How the dates are read, in words: "day first, proved by 23/11/2024 in row 3"; nothing while it is asked.
    pub dates: Option<String>,
    /// The question about dates, when both orders fit.
    pub date_question: Option<DateQuestionView>,
    /// What each date stands for; nothing where the cells say it themselves, or hold no periods.
    pub grain: Option<GrainView>,
    /// Names that are no alias of the roster.
    pub new_advisers: Vec<NewAdviserView>,
    /// KPIs not known.
    pub new_kpis: Vec<NewKpiView>,
    /// Rows read (data rows, without total rows).
    pub rows: u32,
    /// Rows accepted.
    pub accepted: u32,
    /// Figures that would be new.
    pub figures_new: u32,
    /// Figures equal to what is stored.
    pub figures_same: u32,
    /// Figures that would change a stored one.
    pub figures_changed: u32,
    /// Total rows recognised and left out.
    pub total_rows: u32,
    /// Cells with a formula, of which the cached value was read.
    pub formula_cells: u32,
    /// Rows turned away, in all.
    pub rejected: u32,
    /// The first hundred of them.
    pub rejected_rows: Vec<RejectedRowView>,
    /// Rows turned away because figures that old are no longer kept.
    pub expired: u32,
    /// Months of a KPI among them of which the team's total may be kept.
    pub team_totals: u32,
    /// What still keeps the import from starting, in words.
    pub blocked: Vec<String>,
}

/// A finished import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedView {
    /// The batch's number.
    pub batch: u32,
    /// Rows accepted.
    pub accepted: u32,
    /// Rows turned away.
    pub rejected: u32,
    /// Figures new.
    pub figures_new: u32,
    /// Figures changed.
    pub figures_changed: u32,
    /// Totals of the team kept.
    pub team_totals: u32,
}

/// One past import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BatchView {
    /// Its number.
    pub batch: u32,
    /// When, `2026-12-03 14:02`.
    pub at: String,
    /// What it read.
    pub kind: IntakeKindView,
    /// Rows accepted.
    pub accepted: u32,
    /// Rows turned away.
    pub rejected: u32,
    /// Whether it was taken out again.
    pub undone: bool,
    /// Whether it can still be taken out.
    pub can_undo: bool,
}

/// Past imports, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BatchListView {
    /// The batches.
    pub batches: Vec<BatchView>,
}

/// What taking an import out did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BatchUndoneView {
    /// Figures taken out.
    pub removed: u32,
    /// Figures edited since, which stay, in words.
    pub kept: Vec<String>,
}

/// An input file chosen in the system's dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeFileView {
    /// Its token.
    pub file: String,
    /// Its name.
    pub name: String,
}

/// How the running import stands; asked for while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeProgressView {
    /// Nothing when no import runs.
    pub progress: Option<ProgressView>,
}
