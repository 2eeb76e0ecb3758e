//! Settings: few, each with its effect said beside it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text size by itself, which counts before a vault is open too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResizeText {
    /// In per cent, 80 to 200.
    pub text_size: u32,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ThemeView {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Row heights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DensityView {
    /// 44 px rows.
    Comfortable,
    /// 36 px rows.
    Standard,
    /// 28 px rows.
    Compact,
}

/// How much moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MotionView {
    /// As the system.
    System,
    /// Nothing does.
    None,
}

/// Keys chosen for what a key of the keyboard map does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeyView {
    /// What it does, as the page names it: lower-case words joined by hyphens.
    pub act: String,
    /// The keys, such as `Mod+Shift+J`; `Mod` is Ctrl, and Cmd on macOS.
    pub chord: String,
}

/// What a client is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantWordView {
    /// "client".
    Client,
    /// "participant".
    Participant,
}

/// How counts are charted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CountChartView {
    /// By the rule of chart choice.
    ByRule,
    /// Always XmR (an organisation's policy).
    XmR,
}

/// The rule set that looks for signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleSetView {
    /// Shift and trend of 6.
    Mdc6,
    /// Shift and trend of 7, the default "MDC-2024/7".
    Mdc7,
    /// Shift and trend of 8.
    Mdc8,
    /// The logic of NHSRplotthedots 0.2.2: runs of 7, and two of three without points beyond a limit.
    Nhsr022,
}

/// How many figures a chart asks for before it judges (statistics.md 2.0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointsNeededView {
    /// 13 for a trial range, 20 for an established one, fixed at 24.
    Standard,
    /// 20, 24 and 30.
    Long,
}

/// All settings of a vault and of this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsView {
    /// Minutes until it locks, 1 to 60.
    pub idle_minutes: u32,
    /// Light or dark.
    pub theme: ThemeView,
    /// Row heights.
    pub density: DensityView,
    /// Text size in per cent, 80 to 200.
    pub text_size: u32,
    /// How much moves.
    pub motion: MotionView,
    /// Keys that were chosen in place of those of the keyboard map.
    pub keys: Vec<KeyView>,
    /// What a client is called.
    pub participant_word: ParticipantWordView,
    /// How counts are charted.
    pub count_chart: CountChartView,
    /// The rule set.
    pub rule_set: RuleSetView,
    /// How many figures a chart asks for before it judges.
    pub points_needed: PointsNeededView,
    /// Whether the last five vaults are remembered on this computer.
    pub remember_recent: bool,
    /// Handling text printed on every page, such as "Official–Sensitive"; may be empty.
    pub handling_text: String,
    /// Months for which figures are kept after their period, 13 to 61; 25 unless somebody wrote down why not.
    pub figures_kept_months: u32,
    /// Why figures are kept for more than 25 months; needed then.
    pub figures_kept_reason: String,
}

/// What the about screen says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AboutView {
    /// The version.
    pub version: String,
    /// The commit it was built from, or "unknown".
    pub commit: String,
    /// Versions of the file format, schema, SQLCipher and SQLite.
    pub parts: Vec<String>,
    /// Licences of what it is built from: name, version, licence.
    pub licences: Vec<Vec<String>>,
}
