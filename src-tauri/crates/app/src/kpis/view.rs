//! KPIs and targets as screens see them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of quantity a KPI is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KindView {
    /// Part of a whole.
    Proportion,
    /// Audit points reached of points possible.
    ScoreShare,
    /// A count.
    Count,
    /// A count over an exposure.
    Rate,
    /// A measured value.
    Value,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DirectionView {
    /// More.
    Up,
    /// Less.
    Down,
    /// A band.
    Range,
    /// Neither.
    Neutral,
}

/// Where a KPI stands on a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BlockView {
    /// Activity that comes before.
    Leading,
    /// Results that come after.
    Lagging,
    /// Quality and voice.
    Quality,
    /// Context, never judged.
    Context,
}

/// How often a KPI is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GrainView {
    /// Daily.
    Day,
    /// Weekly.
    Week,
    /// Monthly.
    Month,
    /// Quarterly.
    Quarter,
}

/// What a rate is divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExposureView {
    /// Nothing.
    None,
    /// Available full-time days.
    FteDays,
    /// Full-time months.
    FteMonths,
    /// Clients held.
    Caseload,
    /// Contacts made.
    Contacts,
}

/// One KPI with its current definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KpiView {
    /// Its code.
    pub code: String,
    /// Its version.
    pub version: u16,
    /// First day of this version.
    pub valid_from: Option<String>,
    /// Its name.
    pub name: String,
    /// A few words beside the name.
    pub unit_words: String,
    /// What is counted.
    pub numerator: String,
    /// What it is out of.
    pub denominator: String,
    /// What is left out.
    pub excludes: Vec<String>,
    /// Its kind.
    pub kind: KindView,
    /// Which way is good.
    pub direction: DirectionView,
    /// Its block.
    pub block: BlockView,
    /// How often it is reported.
    pub grain: GrainView,
    /// What a rate is divided by.
    pub exposure: ExposureView,
    /// Days until its figures can be known.
    pub lag_days: u16,
    /// Smallest denominator for a per cent.
    pub minimum_denominator: u16,
    /// The KPI that exposes gaming of it.
    pub pair: Option<String>,
    /// KPIs it feeds or is fed by.
    pub feeders: Vec<String>,
    /// Job tasks it is tied to.
    pub tasks: Vec<String>,
    /// Why it is kept.
    pub purpose: String,
    /// The less intrusive alternative considered.
    pub less_intrusive: String,
    /// Whether it was defined here.
    pub local: bool,
    /// Whether it is in use in this vault.
    pub active: bool,
    /// Whether any figure of it is stored.
    pub has_figures: bool,
    /// Its targets, in force or past.
    pub targets: Vec<TargetView>,
}

/// All KPIs: those in use first, then the library and the recruitment pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KpiListView {
    /// By block and code.
    pub kpis: Vec<KpiView>,
}

/// Adds a local KPI, or gives one a new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveKpi {
    /// Which to amend; nobody adds a local one.
    pub code: Option<String>,
    /// First day of the new version, when amending what is counted.
    pub valid_from: Option<String>,
    /// Its name.
    pub name: String,
    /// A few words beside the name.
    pub unit_words: String,
    /// What is counted.
    pub numerator: String,
    /// What it is out of.
    pub denominator: String,
    /// Its kind.
    pub kind: KindView,
    /// Which way is good.
    pub direction: DirectionView,
    /// Its block.
    pub block: BlockView,
    /// How often it is reported.
    pub grain: GrainView,
    /// What a rate is divided by.
    pub exposure: ExposureView,
    /// Days until its figures can be known.
    pub lag_days: u16,
    /// Why it is kept.
    pub purpose: String,
    /// The less intrusive alternative considered.
    pub less_intrusive: String,
}

/// Takes a KPI of the library into use, or out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UseKpi {
    /// Which.
    pub code: String,
    /// In use or not.
    pub active: bool,
}

/// Whom a target binds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScopeView {
    /// Everybody, each.
    Each,
    /// The team as a whole.
    Team,
    /// One adviser, by id.
    Adviser(String),
}

/// How binding a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LevelView {
    /// The least acceptable.
    Minimum,
    /// Expected of an ordinary colleague.
    Expected,
    /// More than expected.
    Stretch,
    /// What the contract demands.
    Contract,
}

/// One target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetView {
    /// Its number.
    pub id: u32,
    /// Whom it binds.
    pub scope: ScopeView,
    /// How binding.
    pub level: LevelView,
    /// The level as typed: "85 %" or "6".
    pub value: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
    /// Where it comes from.
    pub source: String,
}

/// Sets a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetTarget {
    /// The KPI.
    pub code: String,
    /// Whom it binds.
    pub scope: ScopeView,
    /// How binding.
    pub level: LevelView,
    /// The level as typed: "85 %", "85" for a share, "6".
    pub value: String,
    /// First day.
    pub from: String,
    /// Where it comes from.
    pub source: String,
}

/// Ends a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndTarget {
    /// Its number.
    pub id: u32,
    /// Its last day.
    pub to: String,
}
