//! Turning one change back or forward. A change is only turned while what it left still stands; what was changed
//! otherwise since (by an import, for one) is left alone and counted.

use crate::error::AppError;
use crate::undo::change::{About, Change, Turn, Way};
use crate::undo::forms::{AdviserForm, DefinitionForm, TargetForm, TeamForm};
use crate::undo::lines;
use domain::kpi::KpiId;
use domain::target::Target;
use domain::team::{AdviserId, Programme, ProgrammeId};
use domain::text::Label;
use store::Write;
use store::batches::BatchId;
use store::kpis::{InUse, KpiEntry, NewTarget};
use store::team::{NewProgramme, NewTeam};

/// Whether a change was turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was.
    Turned,
    /// Something else has happened to it since.
    Left,
}

/// Turns one change.
pub(super) fn apply(write: &mut Write<'_>, about: About, way: Way) -> Result<Outcome, AppError> {
    let About { adviser, change } = about;
    match change {
        Change::Figure { kpi, period, turn } => {
            lines::figure(write, (adviser, kpi, period), turn.facing(way))
        }
        Change::Phase { kpi, from, turn } => {
            lines::phase(write, (adviser, kpi, from), turn.facing(way))
        }
        Change::Baseline { kpi, from, turn } => {
            lines::baseline(write, (adviser, kpi, from), turn.facing(way))
        }
        Change::Adviser { id, turn } => person(write, AdviserId(id), *turn, way),
        Change::Programme { id, turn } => programme(write, id, turn.facing(way)),
        Change::Team { id, turn } => team(write, id, turn.facing(way)),
        Change::Kpi { id, turn } => kpi(write, id, turn.facing(way)),
        Change::Version { id, turn } => version(write, id, turn.facing(way)),
        Change::Words { id, turn } => words(write, id, turn.facing(way)),
        Change::Use { id, turn } => in_use(write, id, turn.facing(way)),
        Change::Target { id, turn } => target(write, id, turn.facing(way)),
        Change::Setting { name, turn } => setting(write, &name, turn.facing(way)),
        Change::Batch { id } => batch(write, id, way),
    }
}

fn person(
    write: &mut Write<'_>,
    id: AdviserId,
    turn: Turn<AdviserForm>,
    way: Way,
) -> Result<Outcome, AppError> {
    let (expected, wanted) = turn.facing(way);
    let current = write.read().team().advisers()?;
    let current = current.iter().find(|one| one.id == id);
    if current.map(AdviserForm::from) != expected {
        return Ok(Outcome::Left);
    }
    match wanted {
        Some(form) => match form.adviser(id) {
            Some(adviser) => write.team().amend_adviser(&adviser)?,
            None => return Ok(Outcome::Left),
        },
        None if !write.read().figures().of_adviser(id)?.is_empty() => return Ok(Outcome::Left),
        None => write.team().erase_adviser(id)?,
    }
    Ok(Outcome::Turned)
}

type Facing<T> = (Option<T>, Option<T>);

fn programme(write: &mut Write<'_>, id: u32, facing: Facing<String>) -> Result<Outcome, AppError> {
    let all = write.read().team().programmes()?;
    let current = all.iter().find(|one| one.id == ProgrammeId(id));
    if current.map(|one| one.name.as_str().to_owned()) != facing.0 {
        return Ok(Outcome::Left);
    }
    let Some(name) = facing.1 else {
        return turned(write.team().erase_programme(ProgrammeId(id))?);
    };
    let Ok(name) = Label::parse(&name) else {
        return Ok(Outcome::Left);
    };
    match current {
        Some(current) => write.team().amend_programme(&Programme {
            name,
            ..current.clone()
        })?,
        None => {
            write.team().add_programme(&NewProgramme {
                name,
                support_days: crate::team::SUPPORT_DAYS,
                outcome_lag_days: crate::team::OUTCOME_LAG_DAYS,
            })?;
        }
    }
    Ok(Outcome::Turned)
}

fn team(write: &mut Write<'_>, id: u32, facing: Facing<TeamForm>) -> Result<Outcome, AppError> {
    let all = write.read().team().teams()?;
    let current = all.iter().find(|one| one.id.0 == id);
    if current.map(TeamForm::from) != facing.0 {
        return Ok(Outcome::Left);
    }
    let Some(form) = facing.1 else {
        return turned(write.team().erase_team(domain::team::TeamId(id))?);
    };
    match (form.team(id), current) {
        (None, _) => return Ok(Outcome::Left),
        (Some(team), Some(_)) => write.team().amend_team(&team)?,
        (Some(team), None) => {
            write.team().add_team(&NewTeam {
                name: team.name,
                site: team.site,
                programme: team.programme,
                calendar: team.calendar,
            })?;
        }
    }
    Ok(Outcome::Turned)
}

fn entry(write: &Write<'_>, id: u32) -> Result<Option<KpiEntry>, AppError> {
    let all = write.read().kpis().all()?;
    Ok(all.into_iter().find(|entry| entry.id == KpiId(id)))
}

fn kpi(
    write: &mut Write<'_>,
    id: u32,
    facing: Facing<DefinitionForm>,
) -> Result<Outcome, AppError> {
    let current = entry(write, id)?;
    let is_one = current
        .as_ref()
        .is_none_or(|entry| entry.versions.len() == 1);
    let newest = current.as_ref().and_then(KpiEntry::newest);
    if !is_one || newest.map(DefinitionForm::from) != facing.0 {
        return Ok(Outcome::Left);
    }
    match facing.1.map(|form| form.definition(id)) {
        None => turned(write.kpis().erase(KpiId(id))?),
        Some(None) => Ok(Outcome::Left),
        Some(Some(definition)) => {
            write.kpis().add(&definition, InUse::Yes, None)?;
            Ok(Outcome::Turned)
        }
    }
}

fn version(
    write: &mut Write<'_>,
    id: u32,
    facing: Facing<DefinitionForm>,
) -> Result<Outcome, AppError> {
    let current = entry(write, id)?;
    let newest = current.as_ref().and_then(KpiEntry::newest);
    let is_expected = facing.0.is_none() || newest.map(DefinitionForm::from) == facing.0;
    if !is_expected {
        return Ok(Outcome::Left);
    }
    match facing.1.map(|form| form.definition(id)) {
        None => turned(write.kpis().erase_version(KpiId(id))?),
        Some(None) => Ok(Outcome::Left),
        Some(Some(definition)) => {
            write.kpis().add_version(&definition)?;
            Ok(Outcome::Turned)
        }
    }
}

fn words(
    write: &mut Write<'_>,
    id: u32,
    facing: Facing<DefinitionForm>,
) -> Result<Outcome, AppError> {
    let current = entry(write, id)?;
    let newest = current.as_ref().and_then(KpiEntry::newest);
    if newest.map(DefinitionForm::from) != facing.0 {
        return Ok(Outcome::Left);
    }
    match facing.1.and_then(|form| form.definition(id)) {
        None => Ok(Outcome::Left),
        Some(definition) => {
            write.kpis().amend_words(&definition)?;
            Ok(Outcome::Turned)
        }
    }
}

fn in_use(write: &mut Write<'_>, id: u32, facing: Facing<bool>) -> Result<Outcome, AppError> {
    let current = entry(write, id)?.map(|entry| entry.in_use == InUse::Yes);
    match facing.1 {
        Some(wanted) if current == facing.0 => {
            let wanted = if wanted { InUse::Yes } else { InUse::No };
            write.kpis().set_use(KpiId(id), wanted)?;
            Ok(Outcome::Turned)
        }
        Some(_) | None => Ok(Outcome::Left),
    }
}

fn target(write: &mut Write<'_>, id: u32, facing: Facing<TargetForm>) -> Result<Outcome, AppError> {
    let all = write.read().kpis().targets()?;
    let current = all.iter().find(|one| one.id == id);
    if current.map(TargetForm::from) != facing.0 {
        return Ok(Outcome::Left);
    }
    match facing.1.map(|form| form.target(id)) {
        None => write.kpis().erase_target(id)?,
        Some(None) => return Ok(Outcome::Left),
        Some(Some(wanted)) if current.is_some() => write.kpis().amend_target(&wanted)?,
        Some(Some(wanted)) => {
            write.kpis().set_target(&new_target(wanted))?;
        }
    }
    Ok(Outcome::Turned)
}

fn new_target(target: Target) -> NewTarget {
    NewTarget {
        kpi: target.kpi,
        scope: target.scope,
        level: target.level,
        millionths: target.millionths,
        from: target.from,
        to: target.to,
        source: target.source,
    }
}

fn setting(write: &mut Write<'_>, name: &str, facing: Facing<String>) -> Result<Outcome, AppError> {
    if write.read().settings().get(name)? != facing.0 {
        return Ok(Outcome::Left);
    }
    match facing.1 {
        Some(value) => write.settings().set(name, &value)?,
        None => write.settings().clear(name)?,
    }
    Ok(Outcome::Turned)
}

fn batch(write: &mut Write<'_>, id: u32, way: Way) -> Result<Outcome, AppError> {
    let state = write.read().batches().find(BatchId(id))?.state;
    match way {
        Way::Back if state != store::batches::BatchState::Undone => {
            write.remove_batch(BatchId(id))?;
            Ok(Outcome::Turned)
        }
        Way::Back | Way::Again => Ok(Outcome::Left),
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "ends a function that can fail otherwise"
)]
fn turned(went: bool) -> Result<Outcome, AppError> {
    Ok(if went { Outcome::Turned } else { Outcome::Left })
}
