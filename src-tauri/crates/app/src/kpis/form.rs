//! What was typed into the form of a KPI, read into a definition.

use crate::error::AppError;
use crate::kpis::view::SaveKpi;
use crate::team::form::{parse_label, parse_optional_day, refused};
use domain::kpi::{ExposureKind, Kind, KpiDefinition, KpiId, Roll};
use std::collections::BTreeSet;

/// The longest text of a definition.
const LONGEST: usize = 200;
/// Fewest of which a share is shown as a per cent (domain.md 1.5).
const LEAST_FOR_PER_CENT: u16 = 10;

/// Whether what a rate is divided by is worked out from the calendar, not typed.
pub(crate) fn is_timed(definition: &KpiDefinition) -> bool {
    match (definition.kind, definition.exposure) {
        (Kind::Rate, ExposureKind::FteDays | ExposureKind::FteMonths) => true,
        (Kind::Rate, ExposureKind::None | ExposureKind::Caseload | ExposureKind::Contacts)
        | (Kind::Proportion | Kind::ScoreShare | Kind::Count | Kind::Value, _) => false,
    }
}

/// A local KPI as the form describes it.
pub(super) fn parse_new(request: &SaveKpi, code: String) -> Result<KpiDefinition, AppError> {
    let kind = Kind::from(request.kind);
    let denominator = text(&request.denominator, "denominator")?;
    let exposure = match kind {
        Kind::Rate => request.exposure.into(),
        Kind::Proportion | Kind::ScoreShare | Kind::Count | Kind::Value => ExposureKind::None,
    };
    let definition = KpiDefinition {
        id: KpiId(0),
        code,
        version: 1,
        valid_from: parse_optional_day(request.valid_from.as_deref(), "valid_from")?,
        name: parse_label(&request.name, "name")?,
        unit_words: text(&request.unit_words, "unit_words")?,
        numerator: text(&request.numerator, "numerator")?,
        roll: roll_of(kind, &denominator),
        denominator,
        excludes: Vec::new(),
        kind,
        direction: request.direction.into(),
        block: request.block.into(),
        stage: "S0".to_owned(),
        grain: request.grain.into(),
        exposure,
        lag_days: request.lag_days,
        window_days: window_of(kind, request.lag_days),
        minimum_denominator: minimum_of(kind),
        pair: None,
        feeders: Vec::new(),
        tasks: Vec::new(),
        purpose: text(&request.purpose, "purpose")?,
        less_intrusive: text(&request.less_intrusive, "less_intrusive")?,
        local: true,
    };
    check(&definition)?;
    Ok(definition)
}

/// The definition a KPI has now with what the form says; what the form does not speak of stays.
pub(super) fn parse_amended(
    request: &SaveKpi,
    current: &KpiDefinition,
) -> Result<KpiDefinition, AppError> {
    let typed = parse_new(request, current.code.clone())?;
    let is_rolled_alike = typed.kind == current.kind
        && typed.denominator.is_empty() == current.denominator.is_empty();
    let keeps_window = typed.lag_days == current.lag_days && typed.kind == current.kind;
    let mut amended = KpiDefinition {
        id: current.id,
        version: current.version,
        excludes: current.excludes.clone(),
        stage: current.stage.clone(),
        roll: if is_rolled_alike {
            current.roll
        } else {
            typed.roll
        },
        window_days: if keeps_window {
            current.window_days
        } else {
            typed.window_days
        },
        pair: current.pair.clone(),
        feeders: current.feeders.clone(),
        tasks: current.tasks.clone(),
        ..typed
    };
    if is_counted_alike(&amended, current) {
        amended.local = current.local;
    }
    Ok(amended)
}

/// Whether two definitions count the same, so that only words differ.
pub(super) fn is_counted_alike(one: &KpiDefinition, other: &KpiDefinition) -> bool {
    let words_of_other = KpiDefinition {
        version: other.version,
        valid_from: other.valid_from,
        name: other.name.clone(),
        unit_words: other.unit_words.clone(),
        purpose: other.purpose.clone(),
        less_intrusive: other.less_intrusive.clone(),
        local: other.local,
        ..one.clone()
    };
    words_of_other == *other
}

fn text(typed: &str, field: &str) -> Result<String, AppError> {
    let text = typed.trim();
    if text.chars().any(char::is_control) {
        return Err(AppError::from(domain::text::TextRefusal::Control).at(field));
    }
    if text.chars().count() > LONGEST {
        return Err(
            AppError::from(domain::text::TextRefusal::TooLong { limit: LONGEST }).at(field),
        );
    }
    Ok(text.to_owned())
}

fn check(definition: &KpiDefinition) -> Result<(), AppError> {
    if definition.numerator.is_empty() {
        return Err(AppError::from(domain::text::TextRefusal::Empty).at("numerator"));
    }
    let is_out_of_nothing =
        definition.kind == Kind::Rate && !is_timed(definition) && definition.denominator.is_empty();
    if is_out_of_nothing {
        return Err(refused("kpis-rate-of-what").at("denominator"));
    }
    Ok(domain::kpi::check_definition(definition)?)
}

/// Shares take as long as their outcomes; everything else is known as its period ends.
fn window_of(kind: Kind, lag_days: u16) -> u16 {
    match kind {
        Kind::Proportion | Kind::ScoreShare => lag_days,
        Kind::Count | Kind::Rate | Kind::Value => 0,
    }
}

fn minimum_of(kind: Kind) -> u16 {
    match kind {
        Kind::Proportion | Kind::ScoreShare => LEAST_FOR_PER_CENT,
        Kind::Count | Kind::Rate | Kind::Value => 0,
    }
}

/// Means weigh by what they are out of; a value without that cannot be combined.
fn roll_of(kind: Kind, denominator: &str) -> Roll {
    match kind {
        Kind::Value if denominator.is_empty() => Roll::None,
        Kind::Value => Roll::MeanWeighted,
        Kind::Proportion | Kind::ScoreShare | Kind::Count | Kind::Rate => Roll::Sum,
    }
}

/// A code made of a name, such as `cv-checks`, unlike all that are taken.
pub(crate) fn make_code(name: &str, taken: &BTreeSet<String>) -> String {
    const LONGEST_CODE: usize = 24;
    let words: String = name
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .flat_map(char::to_lowercase)
        .collect();
    let joined = words.split_whitespace().collect::<Vec<_>>().join("-");
    let short: String = joined.chars().take(LONGEST_CODE).collect();
    let base = match short.trim_end_matches('-') {
        "" => "kpi",
        base => base,
    };
    let is_free = |code: &String| !taken.contains(code);
    let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
    let mut codes = std::iter::once(base.to_owned()).chain(numbered);
    codes.find(is_free).unwrap_or_else(|| base.to_owned())
}
