//! A KPI as it stands in its file, before it is known to make sense.

use super::fault::DataFault;
use domain::kpi::{
    Block, Direction, ExposureKind, Kind, KpiDefinition, KpiId, KpiRefusal, Roll, check_definition,
};
use domain::period::Grain;
use domain::text::Label;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawKpi {
    id: String,
    name: String,
    pub(super) synonyms: Vec<String>,
    numerator: String,
    denominator: String,
    unit_words: String,
    pub(super) columns: Vec<String>,
    excludes: Vec<String>,
    kind: RawKind,
    direction: RawDirection,
    block: RawBlock,
    stage: String,
    grain: RawGrain,
    roll: RawRoll,
    exposure: RawExposure,
    lag_days: u16,
    window_days: u16,
    minimum_denominator: u16,
    pair: String,
    feeders: Vec<String>,
    tasks: Vec<String>,
    pub(super) scale: String,
    purpose: String,
    less_intrusive: String,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawKind {
    Proportion,
    ScoreShare,
    Count,
    Rate,
    Value,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawDirection {
    Up,
    Down,
    Range,
    Neutral,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawBlock {
    Leading,
    Lagging,
    Quality,
    Context,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawGrain {
    Day,
    Week,
    Month,
    Quarter,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawRoll {
    Sum,
    Last,
    MeanWeighted,
    None,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawExposure {
    None,
    FteDays,
    FteMonths,
    Caseload,
    Contacts,
}

/// What stands for "there is none" where a field must be filled in.
pub(super) const NONE: &str = "none";

/// Heads of the grid are short of room.
const LONGEST_HEAD: usize = 14;

impl RawKpi {
    /// The definition, if the entry makes sense by itself.
    pub(super) fn define(&self) -> Result<KpiDefinition, DataFault> {
        let fault = |what: &str| DataFault::of(&self.id, what);
        let definition = KpiDefinition {
            id: KpiId(0),
            code: self.id.clone(),
            version: 1,
            valid_from: None,
            name: Label::parse(&self.name).map_err(|refusal| fault(&format!("name: {refusal}")))?,
            unit_words: self.unit_words.clone(),
            numerator: self.numerator.clone(),
            denominator: self.denominator.clone(),
            excludes: self.excludes.clone(),
            kind: self.kind.parsed(),
            direction: self.direction.parsed(),
            block: self.block.parsed(),
            stage: self.stage.clone(),
            grain: self.grain.parsed(),
            roll: self.roll.parsed(),
            exposure: self.exposure.parsed(),
            lag_days: self.lag_days,
            window_days: self.window_days,
            minimum_denominator: self.minimum_denominator,
            pair: (self.pair != NONE).then(|| self.pair.clone()),
            feeders: self.feeders.clone(),
            tasks: self.tasks.clone(),
            purpose: self.purpose.clone(),
            less_intrusive: self.less_intrusive.clone(),
            local: false,
        };
        check_definition(&definition).map_err(|refusal: KpiRefusal| fault(&refusal.to_string()))?;
        self.check().map_err(fault)?;
        Ok(definition)
    }

    /// Whether what it is out of is typed, not taken from the calendar.
    fn is_out_of_typed_numbers(&self) -> bool {
        let is_time = matches!(self.exposure, RawExposure::FteDays | RawExposure::FteMonths);
        !self.denominator.is_empty() && !is_time
    }

    fn check(&self) -> Result<(), &'static str> {
        let filled = [
            &self.id,
            &self.numerator,
            &self.unit_words,
            &self.pair,
            &self.scale,
        ];
        if filled.iter().any(|text| text.trim().is_empty()) {
            return Err("a field is empty");
        }
        let is_stage = matches!(self.stage.as_bytes(), [b'S', digit] if digit.is_ascii_digit());
        if !is_stage {
            return Err("a stage is S0 to S9");
        }
        if self.excludes.is_empty() || self.feeders.is_empty() || self.tasks.is_empty() {
            return Err("excludes, feeders and tasks name at least one");
        }
        let typed = usize::from(self.is_out_of_typed_numbers());
        if self.columns.len() != 1 + typed
            || self
                .columns
                .iter()
                .any(|head| head.chars().count() > LONGEST_HEAD)
        {
            return Err("columns are one or two heads of at most 14 characters");
        }
        if self.window_days > self.lag_days {
            return Err("outcomes cannot be complete later than the work's result");
        }
        Ok(())
    }
}

impl RawKind {
    fn parsed(self) -> Kind {
        match self {
            Self::Proportion => Kind::Proportion,
            Self::ScoreShare => Kind::ScoreShare,
            Self::Count => Kind::Count,
            Self::Rate => Kind::Rate,
            Self::Value => Kind::Value,
        }
    }
}

impl RawDirection {
    fn parsed(self) -> Direction {
        match self {
            Self::Up => Direction::Up,
            Self::Down => Direction::Down,
            Self::Range => Direction::Range,
            Self::Neutral => Direction::Neutral,
        }
    }
}

impl RawBlock {
    fn parsed(self) -> Block {
        match self {
            Self::Leading => Block::Leading,
            Self::Lagging => Block::Lagging,
            Self::Quality => Block::Quality,
            Self::Context => Block::Context,
        }
    }
}

impl RawGrain {
    fn parsed(self) -> Grain {
        match self {
            Self::Day => Grain::Day,
            Self::Week => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter => Grain::Quarter,
        }
    }
}

impl RawRoll {
    fn parsed(self) -> Roll {
        match self {
            Self::Sum => Roll::Sum,
            Self::Last => Roll::Last,
            Self::MeanWeighted => Roll::MeanWeighted,
            Self::None => Roll::None,
        }
    }
}

impl RawExposure {
    fn parsed(self) -> ExposureKind {
        match self {
            Self::None => ExposureKind::None,
            Self::FteDays => ExposureKind::FteDays,
            Self::FteMonths => ExposureKind::FteMonths,
            Self::Caseload => ExposureKind::Caseload,
            Self::Contacts => ExposureKind::Contacts,
        }
    }
}
