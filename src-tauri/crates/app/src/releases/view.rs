//! What goes out: anonymised summaries with their risk report, and named files for which the passphrase is
//! asked again.

use crate::view::NoticeView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who a summary is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProfileView {
    /// The same organisation: 5 advisers, 5 participants, out of 10.
    Internal,
    /// Partner or commissioner: 7, 8, 20.
    Partner,
    /// Everybody: 10, 10, 30.
    Public,
}

/// What a summary is about: one table, one grain, KPI totals and rates by team × period, no margins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReleaseSpec {
    /// Who it is for.
    pub profile: ProfileView,
    /// `month` or `quarter`.
    pub grain: crate::kpis::view::GrainView,
    /// First period.
    pub from: String,
    /// Last period.
    pub to: String,
    /// KPIs by code; when none, all in use that are final in these periods.
    #[serde(default)]
    pub kpis: Vec<String>,
}

/// What the export screen offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReleaseChoicesView {
    /// Months with figures that are over, oldest first.
    pub months: Vec<String>,
    /// Quarters with figures that are over, oldest first.
    pub quarters: Vec<String>,
    /// KPIs in use.
    pub kpis: Vec<ReleaseKpiView>,
    /// What was released before, newest first.
    pub register: Vec<RegisterEntryView>,
}

/// A KPI that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReleaseKpiView {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// Months in which it is not final and may not go out, oldest first.
    pub open: Vec<OpenMonthView>,
}

/// A month of a KPI that is not final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenMonthView {
    /// The month.
    pub month: String,
    /// The quarter it is in.
    pub quarter: String,
    /// Why, and from when it may be chosen.
    pub words: String,
}

/// One earlier release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterEntryView {
    /// Its number.
    pub release: u32,
    /// The day, `2026-12-03`.
    pub day: String,
    /// Who it was for.
    pub profile: ProfileView,
    /// What it was about, in words.
    pub words: String,
    /// Cells shown.
    pub shown: u32,
    /// Cells hidden.
    pub hidden: u32,
    /// SHA-256 of the file, hexadecimal, its first 16 digits.
    pub hash: String,
}

/// A summary as it would go out, with what was tried against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReleasePreviewView {
    /// What it costs, in a sentence: "8 of 60 figures are hidden".
    pub headline: String,
    /// Which teams are too small to stand in it, and what can be done about that; for the manager only.
    pub left_out: Option<NoticeView>,
    /// Column heads after team and period.
    pub columns: Vec<ReleaseColumnView>,
    /// Rows by team and period.
    pub rows: Vec<ReleaseRowView>,
    /// Why it would be refused, with what is offered instead; empty when it can go out.
    pub refusals: Vec<NoticeView>,
    /// The one-page risk report, as sections.
    pub report: Vec<ReportSectionView>,
    /// Cells shown.
    pub shown: u32,
    /// Cells hidden.
    pub hidden: u32,
}

/// One column of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReleaseColumnView {
    /// The KPI's name.
    pub name: String,
    /// What it is in, or out of; empty for a count.
    pub unit: String,
}

/// One row of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReleaseRowView {
    /// The team.
    pub team: String,
    /// The period's text form.
    pub period: String,
    /// In words.
    pub period_words: String,
    /// Advisers as a band: "5 to 9".
    pub advisers: String,
    /// One cell for each column.
    pub cells: Vec<ReleaseCellView>,
}

/// One cell of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReleaseCellView {
    /// The value as released; nothing when hidden.
    pub value: Option<String>,
    /// The numbers behind a share, a rate or a mean: "29 of 50"; else empty.
    pub behind: String,
    /// For the manager only: why it is hidden.
    pub reason: Option<String>,
}

/// One section of the risk report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportSectionView {
    /// Its head.
    pub head: String,
    /// Its sentences.
    pub sentences: Vec<String>,
}

/// A file format of a release or an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileFormatView {
    /// Comma-separated values in the layout of a release.
    Csv,
    /// A workbook.
    Xlsx,
    /// A tagged PDF.
    Pdf,
    /// JSON.
    Json,
}

/// Writes a summary to a place the system's dialog asks for, and enters it in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteRelease {
    /// What it is about.
    pub spec: ReleaseSpec,
    /// The format.
    pub format: FileFormatView,
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileWrittenView {
    /// The file's name, without its folder; nothing when the person cancelled the dialog.
    pub name: Option<String>,
    /// The name of a second file beside it: the risk report of a summary as CSV.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub beside: Option<String>,
}

/// Writes an adviser's scorecard or the team report; named, so the passphrase must be fresh (5 minutes).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteScorecard {
    /// The adviser's id; the team report when nothing.
    pub adviser: Option<String>,
    /// The month.
    pub month: Option<String>,
    /// The first month of the points in a JSON file, and of the charts on a page.
    pub from: Option<String>,
    /// The format: PDF, XLSX or JSON.
    pub format: FileFormatView,
}
