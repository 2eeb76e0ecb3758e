//! The roster as screens and files see it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One adviser on the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AdviserView {
    /// Opaque id, 32 hexadecimal digits.
    pub id: String,
    /// What screens call them.
    pub alias: String,
    /// The sealed name, only in answers to `team_adviser`.
    pub name: Option<String>,
    /// The current team.
    pub team: String,
    /// The current site.
    pub site: Option<String>,
    /// The current grade.
    pub grade: Option<String>,
    /// The current band of their caseload.
    pub band: Option<String>,
    /// Share of full time now, in thousandths.
    pub share: u16,
    /// First day, `2023-04-03`.
    pub started: Option<String>,
    /// Last day.
    pub left: Option<String>,
    /// For a leaver, the day until which figures are kept.
    pub kept_until: Option<String>,
    /// Shares of full time over time.
    pub shares: Vec<ShareView>,
    /// Days not available.
    pub absences: Vec<AbsenceView>,
}

/// A share of full time from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShareView {
    /// First day.
    pub from: String,
    /// Thousandths of full time.
    pub share: u16,
}

/// Days an adviser was not available; no reason is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AbsenceView {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Half days lost.
    pub half_days: u16,
}

/// The whole roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterView {
    /// Advisers by alias, leavers last.
    pub advisers: Vec<AdviserView>,
    /// Teams by name.
    pub teams: Vec<TeamView>,
    /// Warning when the bank holidays run out.
    pub calendar_until: String,
}

/// One team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TeamView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// Its site.
    pub site: Option<String>,
    /// Its programme.
    pub programme: String,
    /// Whose bank holidays apply.
    pub territory: TerritoryView,
}

/// Whose bank holidays apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TerritoryView {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// Adds an adviser, or amends one when `id` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAdviser {
    /// Whom to amend; nobody adds.
    pub id: Option<String>,
    /// What screens call them, 1 to 40 characters.
    pub alias: String,
    /// The name, if it is to be kept.
    pub name: Option<String>,
    /// The team's number; nobody's means the first team.
    pub team: Option<u32>,
    /// The site.
    pub site: Option<String>,
    /// The grade.
    pub grade: Option<String>,
    /// The band of the caseload.
    pub band: Option<String>,
    /// First day.
    pub started: Option<String>,
    /// Last day.
    pub left: Option<String>,
    /// Shares of full time over time; none means full time.
    pub shares: Vec<ShareView>,
    /// Days not available.
    pub absences: Vec<AbsenceView>,
}

/// Amends a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveTeam {
    /// Which; nobody adds.
    pub id: Option<u32>,
    /// Its name.
    pub name: String,
    /// Its site.
    pub site: Option<String>,
    /// Its programme's name.
    pub programme: String,
    /// Whose bank holidays apply.
    pub territory: TerritoryView,
}
