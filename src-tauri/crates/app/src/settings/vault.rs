//! Settings that travel with the vault. A value nobody set, or none of this version's, is the default.

use crate::error::AppError;
use crate::settings::view::{CountChartView, ParticipantWordView, PointsNeededView, RuleSetView};
use crate::undo::{Change, Step, Turn, What};
use domain::figure::Keeping;
use domain::scorecard::{Judging, PointsNeeded};
use serde::Serialize;
use serde::de::DeserializeOwned;
use stats::chart::CountPolicy;
use stats::rules::{MDC_2024_6, MDC_2024_7, MDC_2024_8, NHSR_0_2_2};
use std::collections::BTreeMap;
use store::{Read, Write};
use vault::idle::DEFAULT_IDLE_MINUTES;

/// What travels with the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultSettings {
    /// Minutes until it locks.
    pub idle_minutes: u32,
    /// What a client is called.
    pub participant_word: ParticipantWordView,
    /// How counts are charted.
    pub count_chart: CountChartView,
    /// The rule set that looks for signals.
    pub rule_set: RuleSetView,
    /// How many figures a chart asks for before it judges.
    pub points_needed: PointsNeededView,
    /// Handling text printed on every page; may be empty.
    pub handling_text: String,
    /// How long figures are kept.
    pub keeping: Keeping,
    /// Why they are kept longer than usual; empty unless they are.
    pub keeping_reason: String,
}

impl Default for VaultSettings {
    fn default() -> Self {
        Self {
            idle_minutes: u32::try_from(DEFAULT_IDLE_MINUTES).unwrap_or(1),
            participant_word: ParticipantWordView::Client,
            count_chart: CountChartView::ByRule,
            rule_set: RuleSetView::Mdc7,
            points_needed: PointsNeededView::Standard,
            handling_text: String::new(),
            keeping: Keeping::STANDARD,
            keeping_reason: String::new(),
        }
    }
}

impl VaultSettings {
    /// How figures are judged in this vault.
    pub(crate) fn judging(&self) -> Judging {
        let rules = match self.rule_set {
            RuleSetView::Mdc6 => MDC_2024_6,
            RuleSetView::Mdc7 => MDC_2024_7,
            RuleSetView::Mdc8 => MDC_2024_8,
            RuleSetView::Nhsr022 => NHSR_0_2_2,
        };
        let counts = match self.count_chart {
            CountChartView::ByRule => CountPolicy::ByData,
            CountChartView::XmR => CountPolicy::XmR,
        };
        let needs = match self.points_needed {
            PointsNeededView::Standard => PointsNeeded::STANDARD,
            PointsNeededView::Long => PointsNeeded::LONG,
        };
        Judging {
            rules,
            counts,
            needs,
        }
    }
}

/// The settings of the open file.
pub fn of(read: Read<'_>) -> Result<VaultSettings, AppError> {
    let stored = read.settings().all()?;
    let standard = VaultSettings::default();
    let minutes = stored
        .get("idle_minutes")
        .and_then(|text| text.parse().ok());
    let text = |name: &str| stored.get(name).cloned().unwrap_or_default();
    let keeping_reason = text("figures_kept_reason");
    let months = text("figures_kept_months").parse();
    let keeping = months.map(|months| Keeping::parse(months, &keeping_reason));
    Ok(VaultSettings {
        idle_minutes: minutes.unwrap_or(standard.idle_minutes),
        participant_word: coded(&stored, "participant_word", standard.participant_word),
        count_chart: coded(&stored, "count_chart", standard.count_chart),
        rule_set: coded(&stored, "rule_set", standard.rule_set),
        points_needed: coded(&stored, "points_needed", standard.points_needed),
        handling_text: text("handling_text"),
        keeping: keeping
            .ok()
            .and_then(Result::ok)
            .unwrap_or(standard.keeping),
        keeping_reason,
    })
}

/// Writes what differs, and gives it as a step that can be undone.
pub(super) fn write(
    write: &mut Write<'_>,
    former: &VaultSettings,
    wanted: &VaultSettings,
) -> Result<Step, AppError> {
    let mut step = Step::new(What::SettingsChanged);
    for ((name, value), (_, old)) in pairs(wanted).into_iter().zip(pairs(former)) {
        if value == old {
            continue;
        }
        let before = write.read().settings().get(name)?;
        write.settings().set(name, &value)?;
        step.add(Change::Setting {
            name: name.to_owned(),
            turn: Turn {
                before,
                after: Some(value),
            },
        });
    }
    Ok(step)
}

/// Names and values as they are stored.
fn pairs(settings: &VaultSettings) -> [(&'static str, String); 8] {
    [
        ("idle_minutes", settings.idle_minutes.to_string()),
        ("participant_word", code(settings.participant_word)),
        ("count_chart", code(settings.count_chart)),
        ("rule_set", code(settings.rule_set)),
        ("points_needed", code(settings.points_needed)),
        ("handling_text", settings.handling_text.clone()),
        ("figures_kept_months", settings.keeping.months().to_string()),
        ("figures_kept_reason", settings.keeping_reason.clone()),
    ]
}

/// A choice by the word its view has.
fn code(choice: impl Serialize) -> String {
    let text = serde_json::to_value(choice).ok();
    text.as_ref()
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn coded<T: DeserializeOwned>(stored: &BTreeMap<String, String>, name: &str, standard: T) -> T {
    stored
        .get(name)
        .and_then(|word| serde_json::from_value(word.as_str().into()).ok())
        .unwrap_or(standard)
}
