//! The overview, an adviser's scorecard and the page of one chart. Sentences are finished here; the screen
//! only places them.

use crate::kpis::view::BlockView;
use crate::view::{AgainstTargetView, ChartView, MarkView, SparklineView, StatusView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the team overview.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoadOverview {
    /// The month shown, `2026-11`; the last one with figures when nothing.
    pub month: Option<String>,
}

/// The team overview: what is due or late, then advisers × KPIs by alias. Nobody is marked or singled out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverviewView {
    /// The month shown.
    pub month: String,
    /// In words: "November 2026".
    pub month_words: String,
    /// Months that can be shown, newest first.
    pub months: Vec<PeriodChoiceView>,
    /// The state of the month in a sentence.
    pub sentence: String,
    /// What needs the manager, by date; at most seven.
    pub needs_you: Vec<NeedView>,
    /// Lines of the table that show no clear change, and all of them.
    pub quiet: String,
    /// KPIs in use, as columns.
    pub columns: Vec<OverviewColumnView>,
    /// Advisers by alias.
    pub rows: Vec<OverviewRowView>,
}

/// One thing that needs the manager: late figures, a recovery code not confirmed …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NeedView {
    /// What kind.
    pub kind: NeedKindView,
    /// Whom it concerns, by alias.
    pub alias: Option<String>,
    /// The fact, in a sentence.
    pub fact: String,
    /// By when, `2026-12-08`.
    pub due: Option<String>,
    /// Which period's grid the act opens.
    pub period: Option<String>,
}

/// Kinds of need; each has its mark, its word and its act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NeedKindView {
    /// Figures are late or missing: enter them.
    NoFigures,
    /// Nobody has looked for a year whether the recovery code is still at hand.
    RecoveryCheck,
    /// The recovery code was never confirmed.
    Recovery,
}

/// A KPI as a column of the overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OverviewColumnView {
    /// Its code.
    pub kpi: String,
    /// Its name.
    pub name: String,
    /// A few words under it: "last week", "of booked".
    pub under: String,
    /// Its block.
    pub block: BlockView,
}

/// An adviser as a row of the overview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverviewRowView {
    /// The adviser's id.
    pub adviser: String,
    /// The alias.
    pub alias: String,
    /// For a leaver: a sentence instead of cells.
    pub left: Option<String>,
    /// One cell for each column.
    pub cells: Vec<OverviewCellView>,
}

/// One cell of the overview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverviewCellView {
    /// The value: "74 %", "5.1", "3"; empty when missing.
    pub value: String,
    /// No figures, too few, or nothing to say. Never better or worse: that comes from the review list.
    pub status: StatusView,
    /// What a screen reader is told beside the value.
    pub spoken: String,
    /// The usual range in words, for the hover card and small charts.
    pub usual_range: String,
    /// The last 24 periods.
    pub spark: SparklineView,
}

/// Asks for one adviser's scorecard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoadScorecard {
    /// The adviser's id.
    pub adviser: String,
    /// The month shown; the last one with figures when nothing.
    pub month: Option<String>,
}

/// One adviser's scorecard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScorecardView {
    /// The adviser's id.
    pub adviser: String,
    /// The alias.
    pub alias: String,
    /// "Adviser since 3 April 2023 · 1.0 full-time".
    pub subtitle: String,
    /// The month shown.
    pub month: String,
    /// In words.
    pub month_words: String,
    /// Months that can be shown, newest first.
    pub months: Vec<PeriodChoiceView>,
    /// What has changed.
    pub changed: Vec<String>,
    /// What has not.
    pub not_changed: String,
    /// What is not known.
    pub not_known: String,
    /// Whether anything changed, and which way, for the mark beside it.
    pub changed_mark: StatusView,
    /// Blocks in order: leading, lagging, quality, context; empty ones are absent.
    pub blocks: Vec<ScorecardBlockView>,
}

/// One block of a scorecard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScorecardBlockView {
    /// Which.
    pub block: BlockView,
    /// Its KPIs.
    pub rows: Vec<KpiRowView>,
}

/// One KPI on a scorecard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct KpiRowView {
    /// Its code.
    pub kpi: String,
    /// Its name.
    pub name: String,
    /// A few words beside it.
    pub unit_words: String,
    /// The value now: "74 %", "5.8"; empty when missing.
    pub now: String,
    /// The period of that value, in words.
    pub period_words: String,
    /// "29 of 50", where it is out of something.
    pub out_of: Option<String>,
    /// The 95 % interval of a share: "65 to 99 %".
    pub interval: Option<String>,
    /// Up or down, only when it is a signal.
    pub arrow: Option<ArrowView>,
    /// The usual range: "4.3 to 15.9"; words when there is none.
    pub usual_range: String,
    /// Change, apart from target.
    pub change: MarkView<StatusView>,
    /// Against target, apart from change.
    pub target: MarkView<AgainstTargetView>,
    /// The last 24 periods.
    pub spark: SparklineView,
    /// How old the last figure is, in words, when it is late.
    pub age: Option<String>,
}

/// The direction of a number that signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArrowView {
    /// Above its usual range or average.
    Up,
    /// Below it.
    Down,
}

/// Asks for the chart of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoadChart {
    /// The adviser's id.
    pub adviser: String,
    /// The KPI's code.
    pub kpi: String,
    /// The month the chart ends with; nothing for all there is.
    pub month: Option<String>,
}

/// The page of one chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartPageView {
    /// The adviser's id.
    pub adviser: String,
    /// The alias.
    pub alias: String,
    /// The KPI's code.
    pub kpi: String,
    /// The KPI's name.
    pub name: String,
    /// The month the chart ends with.
    pub month: String,
    /// Months it can be shown up to, newest first.
    pub months: Vec<PeriodChoiceView>,
    /// The finding.
    pub finding: String,
    /// The sentences under it.
    pub sentence: String,
    /// "Per week · 5.0 days throughout".
    pub unit_line: String,
    /// Change.
    pub change: MarkView<StatusView>,
    /// Against target.
    pub target: MarkView<AgainstTargetView>,
    /// The chart.
    pub chart: ChartView,
    /// What the shapes mean.
    pub legend: String,
    /// How this was worked out, as rows.
    pub worked_out: Vec<WorkedOutView>,
    /// The same as text, to copy.
    pub worked_out_text: String,
    /// Phases set by hand.
    pub phases: Vec<PhaseView>,
    /// The baseline set by hand.
    pub baseline: Option<BaselineView>,
    /// Periods a new phase may start at or a baseline end at, oldest first.
    pub periods: Vec<PeriodChoiceView>,
}

/// One line of "How this was worked out".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkedOutView {
    /// What.
    pub term: String,
    /// How much or how.
    pub detail: String,
    /// Charts of the same adviser that the line speaks of.
    pub opens: Vec<OpensView>,
}

/// Another chart of the same adviser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpensView {
    /// The KPI's code.
    pub kpi: String,
    /// The KPI's name.
    pub name: String,
}

/// A phase set by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhaseView {
    /// Its number.
    pub id: u32,
    /// The period it starts at.
    pub from: String,
    /// In words.
    pub from_words: String,
    /// Why.
    pub reason: String,
}

/// A baseline set by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BaselineView {
    /// The number of points that make it, 12 or more.
    pub points: u32,
    /// Why.
    pub reason: String,
}

/// A period that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeriodChoiceView {
    /// Its text form.
    pub period: String,
    /// In words.
    pub words: String,
}

/// Starts a new phase at a period, with the dated reason; asks three things first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPhase {
    /// The adviser's id.
    pub adviser: String,
    /// The KPI's code.
    pub kpi: String,
    /// The month the chart ends with; nothing for all there is.
    pub month: Option<String>,
    /// The period it starts at.
    pub from: String,
    /// Why, 1 to 200 characters.
    pub reason: String,
    /// The cause is known, it is expected to last, and it is not a return to the old level: all confirmed.
    pub confirmed: bool,
}

/// Takes a phase away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePhase {
    /// The adviser's id.
    pub adviser: String,
    /// The KPI's code.
    pub kpi: String,
    /// The month the chart ends with; nothing for all there is.
    pub month: Option<String>,
    /// The phase's number.
    pub id: u32,
}

/// Fixes the baseline of the latest phase to its first points, with the reason; none of both sets it free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetBaseline {
    /// The adviser's id.
    pub adviser: String,
    /// The KPI's code.
    pub kpi: String,
    /// The month the chart ends with; nothing for all there is.
    pub month: Option<String>,
    /// Points, 12 or more; nothing goes back to the rule.
    pub points: Option<u32>,
    /// Why.
    pub reason: String,
}
