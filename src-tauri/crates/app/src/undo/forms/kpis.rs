//! KPIs and targets.

use super::{day, days};
use crate::kpis::view::{
    BlockView, DirectionView, ExposureView, GrainView, KindView, LevelView, ScopeView,
};
use domain::kpi::{KpiDefinition, KpiId, Roll};
use domain::period::{day_from_epoch, days_since_epoch};
use domain::target::{Scope, Target};
use domain::team::AdviserId;
use domain::text::Label;
use serde::{Deserialize, Serialize};

/// All a KPI's definition says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefinitionForm {
    code: String,
    valid_from: Option<i64>,
    texts: [String; 7],
    lists: [Vec<String>; 3],
    kind: KindView,
    direction: DirectionView,
    block: BlockView,
    grain: GrainView,
    roll: u8,
    exposure: ExposureView,
    days: (u16, u16, u16),
    pair: Option<String>,
    is_local: bool,
}

const ROLLS: [Roll; 4] = [Roll::Sum, Roll::Last, Roll::MeanWeighted, Roll::None];

impl From<&KpiDefinition> for DefinitionForm {
    fn from(one: &KpiDefinition) -> Self {
        let texts = [
            one.name.as_str(),
            &one.unit_words,
            &one.numerator,
            &one.denominator,
            &one.stage,
            &one.purpose,
            &one.less_intrusive,
        ];
        let roll = ROLLS.iter().position(|roll| *roll == one.roll);
        Self {
            code: one.code.clone(),
            valid_from: days(one.valid_from),
            texts: texts.map(str::to_owned),
            lists: [&one.excludes, &one.feeders, &one.tasks].map(Clone::clone),
            kind: one.kind.into(),
            direction: one.direction.into(),
            block: one.block.into(),
            grain: one.grain.into(),
            roll: roll.and_then(|place| u8::try_from(place).ok()).unwrap_or(0),
            exposure: one.exposure.into(),
            days: (one.lag_days, one.window_days, one.minimum_denominator),
            pair: one.pair.clone(),
            is_local: one.local,
        }
    }
}

impl DefinitionForm {
    pub(crate) fn definition(&self, id: u32) -> Option<KpiDefinition> {
        let [
            name,
            unit_words,
            numerator,
            denominator,
            stage,
            purpose,
            less_intrusive,
        ] = self.texts.clone();
        let [excludes, feeders, tasks] = self.lists.clone();
        let (lag_days, window_days, minimum_denominator) = self.days;
        Some(KpiDefinition {
            id: KpiId(id),
            code: self.code.clone(),
            version: 1,
            valid_from: day(self.valid_from)?,
            name: Label::parse(&name).ok()?,
            unit_words,
            numerator,
            denominator,
            excludes,
            kind: self.kind.into(),
            direction: self.direction.into(),
            block: self.block.into(),
            stage,
            grain: self.grain.into(),
            roll: ROLLS.get(usize::from(self.roll)).copied()?,
            exposure: self.exposure.into(),
            lag_days,
            window_days,
            minimum_denominator,
            pair: self.pair.clone(),
            feeders,
            tasks,
            purpose,
            less_intrusive,
            local: self.is_local,
        })
    }
}

/// All a target says. Whom it binds is a number here, never an id given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetForm {
    kpi: u32,
    scope: ScopeView,
    level: LevelView,
    millionths: i64,
    from: i64,
    to: Option<i64>,
    source: String,
}

impl From<&Target> for TargetForm {
    fn from(target: &Target) -> Self {
        Self {
            kpi: target.kpi.0,
            scope: match target.scope {
                Scope::Each => ScopeView::Each,
                Scope::Team => ScopeView::Team,
                Scope::Adviser(adviser) => ScopeView::Adviser(adviser.0.to_string()),
            },
            level: target.level.into(),
            millionths: target.millionths,
            from: days_since_epoch(target.from),
            to: days(target.to),
            source: target.source.clone(),
        }
    }
}

impl TargetForm {
    pub(crate) fn target(&self, id: u32) -> Option<Target> {
        Some(Target {
            id,
            kpi: KpiId(self.kpi),
            scope: match &self.scope {
                ScopeView::Each => Scope::Each,
                ScopeView::Team => Scope::Team,
                ScopeView::Adviser(number) => Scope::Adviser(AdviserId(number.parse().ok()?)),
            },
            level: self.level.into(),
            millionths: self.millionths,
            from: day_from_epoch(self.from)?,
            to: day(self.to)?,
            source: self.source.clone(),
        })
    }
}
