//! The entry grid: one period's advisers × KPIs.

use crate::kpis::view::{GrainView, KindView};
use crate::scorecard::view::PeriodChoiceView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for one period's grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoadGrid {
    /// The grain whose KPIs are shown.
    pub grain: GrainView,
    /// The period, `2026-11` or `2026-W48`; the current one when nothing.
    pub period: Option<String>,
}

/// One period's grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridView {
    /// The grain.
    pub grain: GrainView,
    /// The period's text form.
    pub period: String,
    /// The period in words: "November 2026".
    pub period_words: String,
    /// The period before, if any can be entered.
    pub previous: Option<String>,
    /// The period after, if it has begun.
    pub next: Option<String>,
    /// Periods that can be chosen, the newest first: back to the first figure, and at least twelve.
    pub periods: Vec<PeriodChoiceView>,
    /// KPIs in use of this grain.
    pub columns: Vec<GridColumnView>,
    /// Advisers in the team in this period, by alias.
    pub rows: Vec<GridRowView>,
    /// Cells that could be filled.
    pub cells: u32,
    /// Cells empty, of those whose outcomes are known by now.
    pub empty: u32,
    /// Cells whose value waits to be confirmed.
    pub to_confirm: u32,
    /// Local time of the last saved change.
    pub saved_at: Option<String>,
}

/// A KPI as a column of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridColumnView {
    /// Its code.
    pub kpi: String,
    /// Its name.
    pub name: String,
    /// What the first number counts.
    pub numerator: String,
    /// What the second number is; nothing when there is only one.
    pub denominator: Option<String>,
    /// Its kind.
    pub kind: KindView,
    /// Whether the outcomes of this period are still to come, so that an empty cell is as it should be.
    pub early: bool,
}

/// An adviser as a row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridRowView {
    /// The adviser's id.
    pub adviser: String,
    /// The alias.
    pub alias: String,
    /// One cell for each column.
    pub cells: Vec<GridCellView>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridCellView {
    /// What is stored as the first number, as text; empty when missing.
    pub numerator: String,
    /// What is stored as the second number.
    pub denominator: String,
    /// How far it can be relied on.
    pub status: FigureStatusView,
    /// A question about an unusual value, until it is confirmed.
    pub query: Option<String>,
    /// Whether the adviser was not in the team in this period.
    pub closed: bool,
    /// Both numbers before it was put right.
    pub was: Option<(String, String)>,
    /// The note kept with it.
    pub note: Option<String>,
}

/// How far a figure can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureStatusView {
    /// As reported.
    Ok,
    /// Period or outcome window still open.
    Provisional,
    /// Said to be wrong, not settled.
    Disputed,
    /// Put right; the old value is kept.
    Corrected,
}

/// Writes one cell, or a block of them pasted as one undo step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteCells {
    /// The grain.
    pub grain: GrainView,
    /// The period.
    pub period: String,
    /// The cells; one cell is an edit, several are a paste.
    pub cells: Vec<CellText>,
}

/// What was typed into one cell; both numbers empty clears it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CellText {
    /// The adviser's id.
    pub adviser: String,
    /// The KPI's code.
    pub kpi: String,
    /// The first number as typed.
    pub numerator: String,
    /// The second number as typed.
    pub denominator: String,
}

/// What came of writing cells. Refused cells keep what was stored; the others are saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WrittenView {
    /// The grid afterwards.
    pub grid: GridView,
    /// Cells turned away.
    pub refused: Vec<RefusedCellView>,
}

/// A cell turned away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedCellView {
    /// The adviser's id.
    pub adviser: String,
    /// The KPI's code.
    pub kpi: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// Marks one cell: confirms an unusual value, disputes it, settles the dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkCell {
    /// The adviser's id.
    pub adviser: String,
    /// The KPI's code.
    pub kpi: String,
    /// The grain.
    pub grain: GrainView,
    /// The period.
    pub period: String,
    /// What is done.
    pub act: CellActView,
}

/// What can be done with a stored cell besides typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellActView {
    /// The unusual value is right.
    Confirm,
    /// Somebody says it is wrong.
    Dispute,
    /// The dispute is settled and the value stands.
    Settle,
}
