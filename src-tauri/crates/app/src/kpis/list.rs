//! All KPIs as they are shown: those in use first, then those laid aside, the library and the recruitment pack.

use crate::app::App;
use crate::error::AppError;
use crate::kpis::library;
use crate::kpis::view::{KpiListView, KpiView, ScopeView, TargetView};
use domain::kpi::{KpiDefinition, KpiId};
use domain::target::{Scope, Target};
use domain::team::AdviserId;
use std::collections::{BTreeMap, BTreeSet};
use store::Read;
use store::kpis::{InUse, KpiEntry};
use store::team::PublicId;
use words::number;

/// All KPIs, by block and code.
pub fn list(app: &App) -> Result<KpiListView, AppError> {
    let read = app.store()?.read();
    let shown = Shown::load(read)?;
    let entries = read.kpis().all()?;
    let mut kpis: Vec<KpiView> = entries
        .iter()
        .filter_map(|entry| shown.entry(entry))
        .collect();
    kpis.sort_by_cached_key(|kpi| (!kpi.active, kpi.block, place_of(&kpi.code)));
    let here: BTreeSet<&str> = entries.iter().map(|entry| entry.code.as_str()).collect();
    let rest = library().all().iter().map(|kpi| &kpi.definition);
    let rest = rest.filter(|definition| !here.contains(definition.code.as_str()));
    kpis.extend(rest.map(|definition| shown.definition(definition)));
    Ok(KpiListView { kpis })
}

/// The order of codes: K2 before K10, local ones last.
fn place_of(code: &str) -> (String, u32, String) {
    let letters: String = code
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    let digits: String = code.chars().skip(letters.chars().count()).collect();
    (letters, digits.parse().unwrap_or(u32::MAX), digits)
}

struct Shown {
    targets: Vec<Target>,
    with_figures: BTreeSet<KpiId>,
    ids: BTreeMap<AdviserId, PublicId>,
}

impl Shown {
    fn load(read: Read<'_>) -> Result<Self, AppError> {
        Ok(Self {
            targets: read.kpis().targets()?,
            with_figures: read.figures().kpis()?.into_iter().collect(),
            ids: read.team().public_ids()?,
        })
    }

    fn entry(&self, entry: &KpiEntry) -> Option<KpiView> {
        let newest = entry.newest()?;
        let of_this = self.targets.iter().filter(|target| target.kpi == entry.id);
        Some(KpiView {
            active: entry.in_use == InUse::Yes,
            has_figures: self.with_figures.contains(&entry.id),
            targets: of_this.map(|target| self.target(newest, target)).collect(),
            ..self.definition(newest)
        })
    }

    #[expect(clippy::unused_self, reason = "reads like its neighbours")]
    fn definition(&self, one: &KpiDefinition) -> KpiView {
        KpiView {
            code: one.code.clone(),
            version: one.version,
            valid_from: one.valid_from.map(|day| day.to_string()),
            name: one.name.as_str().to_owned(),
            unit_words: one.unit_words.clone(),
            numerator: one.numerator.clone(),
            denominator: one.denominator.clone(),
            excludes: one.excludes.clone(),
            kind: one.kind.into(),
            direction: one.direction.into(),
            block: one.block.into(),
            grain: one.grain.into(),
            exposure: one.exposure.into(),
            lag_days: one.lag_days,
            minimum_denominator: one.minimum_denominator,
            pair: one.pair.clone(),
            feeders: one.feeders.clone(),
            tasks: one.tasks.iter().map(|id| task_words(id)).collect(),
            purpose: one.purpose.clone(),
            less_intrusive: one.less_intrusive.clone(),
            local: one.local,
            active: false,
            has_figures: false,
            targets: Vec::new(),
        }
    }

    fn target(&self, definition: &KpiDefinition, target: &Target) -> TargetView {
        TargetView {
            id: target.id,
            scope: match target.scope {
                Scope::Each => ScopeView::Each,
                Scope::Team => ScopeView::Team,
                Scope::Adviser(adviser) => {
                    let id = self.ids.get(&adviser).map(PublicId::to_string);
                    ScopeView::Adviser(id.unwrap_or_default())
                }
            },
            level: target.level.into(),
            value: level_words(definition, target.millionths),
            from: target.from.to_string(),
            to: target.to.map(|day| day.to_string()),
            source: target.source.clone(),
        }
    }
}

/// A job task by its name, with its id.
fn task_words(id: &str) -> String {
    library()
        .task(id)
        .map_or_else(|| id.to_owned(), |task| format!("{id} {}", task.name))
}

/// A level as it was typed: "85 %", "6", "1.6".
fn level_words(definition: &KpiDefinition, millionths: i64) -> String {
    if definition.kind.needs_denominator() {
        let digits = crate::figures::number::fixed_text(millionths, 4);
        return format!("{digits}{}%", number::NO_BREAK);
    }
    crate::figures::number::fixed_text(millionths, 6)
}
