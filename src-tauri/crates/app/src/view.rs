//! Forms shared by several capabilities' answers: tables, charts, statuses and notices.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a cell has moved against its own usual range. Shape and word carry it; colour only repeats them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatusView {
    /// A signal in the good direction.
    Better,
    /// A signal in the bad direction.
    Worse,
    /// A signal on a KPI that has no good direction.
    Changed,
    /// Usual variation.
    NoClearChange,
    /// Fewer points or cases than a judgement needs.
    TooFew,
    /// Late or missing.
    NoFigures,
}

/// How a cell stands to its target, apart from change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgainstTargetView {
    /// Even the bad edge of the usual range meets it.
    ReliablyMet,
    /// The usual range spans it.
    SometimesMet,
    /// Even the good edge of the usual range misses it.
    ReliablyMissed,
    /// There is one, but too few points to say.
    TooFew,
    /// There is none.
    NoTarget,
}

/// A mark with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarkView<T> {
    /// Which mark.
    pub mark: T,
    /// What stands beside it, such as "Worse, 8 weeks".
    pub words: String,
}

/// A table that any screen, file or screen reader can show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TableView {
    /// What it holds.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<String>,
    /// Rows of text, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

/// What a chart element means; a theme turns it into a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartToneView {
    /// Usual variation and everything that is no signal.
    Neutral,
    /// Part of a signal in the good direction.
    Better,
    /// Part of a signal in the bad direction.
    Worse,
    /// Axis text and grid.
    Muted,
}

/// What a line on a chart is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartLineView {
    /// Joins recorded neighbours.
    Series,
    /// An edge of the usual range.
    Limit,
    /// An edge of a usual range that is still being learnt.
    TrialLimit,
    /// The average of the usual range.
    Centre,
    /// The target.
    Target,
    /// A grid line.
    Grid,
    /// The axis with its ticks.
    Axis,
    /// Where a phase or a new definition begins.
    Break,
    /// Embraces the points that fixed the range.
    Bracket,
}

/// The shape of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartShapeView {
    /// Usual variation.
    Circle,
    /// Part of a signal in the good direction.
    Square,
    /// Part of a signal in the bad direction.
    Diamond,
    /// Still open, or too few to judge.
    Hollow,
}

/// A filled area, as SVG polygon points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartBandView {
    /// `x,y x,y …` in chart units.
    pub points: String,
}

/// A line, as SVG polyline points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartPathView {
    /// What it is.
    pub line: ChartLineView,
    /// What it means.
    pub tone: ChartToneView,
    /// `x,y x,y …` in chart units.
    pub points: String,
}

/// Where a label is anchored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartAnchorView {
    /// At its start.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// A label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartTextView {
    /// From the left, in chart units.
    pub x: f64,
    /// Of the baseline, from the top.
    pub y: f64,
    /// What it says.
    pub text: String,
    /// Where `x` lies in it.
    pub anchor: ChartAnchorView,
    /// What it means.
    pub tone: ChartToneView,
    /// Whether it is set bold.
    pub strong: bool,
}

/// A point that arrow keys can reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartPointView {
    /// From the left, in chart units.
    pub x: f64,
    /// From the top, in chart units.
    pub y: f64,
    /// Its shape.
    pub shape: ChartShapeView,
    /// What it means.
    pub tone: ChartToneView,
    /// First line of the tooltip: "Week of 23 November 2026: 4".
    pub head: String,
    /// Further lines of the tooltip; head and body together are what a screen reader says.
    pub body: String,
}

/// A chart ready to be drawn: geometry, words and table from one model, so that they cannot disagree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartView {
    /// Width of the drawing in chart units (CSS pixels at 100 %).
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The finding, as the chart's name.
    pub title: String,
    /// The summary sentence, as the chart's description.
    pub sentence: String,
    /// Usual ranges.
    pub bands: Vec<ChartBandView>,
    /// Lines, in drawing order.
    pub lines: Vec<ChartPathView>,
    /// Labels.
    pub texts: Vec<ChartTextView>,
    /// Points in time order.
    pub points: Vec<ChartPointView>,
    /// The same as a table.
    pub table: TableView,
}

/// A chart the size of a word; hidden from screen readers because its row says it all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SparklineView {
    /// Width in chart units.
    pub width: f64,
    /// Height in chart units.
    pub height: f64,
    /// The usual range as polygon points; empty when there is none.
    pub band: String,
    /// Lines as polyline points, one for each stretch without a gap.
    pub lines: Vec<String>,
    /// Points drawn: the last one, or all of them while there are too few for a line.
    pub points: Vec<SparkPointView>,
    /// Tone of the line.
    pub tone: ChartToneView,
}

/// A point of a sparkline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SparkPointView {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Its shape.
    pub shape: ChartShapeView,
    /// What it means.
    pub tone: ChartToneView,
}

/// Something the person should know, with what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeView {
    /// What happened, in a sentence.
    pub message: String,
    /// What to do, in a sentence.
    pub hint: Option<String>,
}

/// How a long job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressView {
    /// What is being done.
    pub stage: StageView,
    /// Rows or steps done.
    pub done: u32,
    /// Rows or steps in all, once known.
    pub total: Option<u32>,
}

/// The stage of a long job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StageView {
    /// Reading the file.
    Reading,
    /// Comparing with what is in the vault.
    Checking,
    /// Writing figures and their roll-ups.
    Writing,
}
