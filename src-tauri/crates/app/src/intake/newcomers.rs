//! Advisers and KPIs that a file names and the vault does not have: added inside the import, and only those of whom
//! a figure comes in. Taking the import out takes them out again, unless something else mentions them by then.

use super::known::Standing;
use super::people::Person;
use super::reading::{Numbers, Rows};
use super::world::World;
use crate::error::AppError;
use crate::team::form::ALWAYS;
use crate::team::{OUTCOME_LAG_DAYS, SUPPORT_DAYS};
use crate::undo::{Change, Step, TeamForm, Turn};
use domain::calendar::Territory;
use domain::kpi::KpiId;
use domain::team::{AdviserId, Assignment, FullTimeShare, ProgrammeId, Team, TeamId};
use domain::text::Label;
use store::Write;
use store::batches::BatchId;
use store::kpis::InUse;
use store::team::{NewAdviser, NewProgramme, NewTeam};
use words::Words;

/// Adds the newcomers of a file of figures and gives every name its number.
pub(super) fn add(
    write: &mut Write<'_>,
    world: &World,
    rows: &Rows,
    batch: BatchId,
    words: &Words,
    step: &mut Step,
) -> Result<Numbers, AppError> {
    let is_used = |used: &[bool], place: usize| used.get(place).copied().unwrap_or(false);
    let mut advisers: Vec<AdviserId> = world
        .people
        .iter()
        .map(|person| person.adviser.id)
        .collect();
    let new: Vec<(usize, &Person)> = world
        .newcomers()
        .filter(|(place, _)| is_used(&rows.used_advisers, *place))
        .collect();
    if !new.is_empty() {
        let team = home_team(write, words, step)?;
        let made: Vec<NewAdviser> = new
            .iter()
            .map(|(_, person)| newcomer(person, team, batch))
            .collect();
        for ((place, _), id) in new.iter().zip(write.team().add_advisers(&made)?) {
            if let Some(slot) = advisers.get_mut(*place) {
                *slot = id;
            }
        }
    }
    let mut kpis: Vec<KpiId> = world.kpis.iter().map(|kpi| kpi.id).collect();
    for (place, kpi) in world.kpis.iter().enumerate() {
        let definition = kpi
            .versions
            .last()
            .filter(|_| kpi.standing == Standing::New);
        let definition = definition.filter(|_| is_used(&rows.used_kpis, place));
        if let (Some(definition), Some(slot)) = (definition, kpis.get_mut(place)) {
            *slot = write.kpis().add(definition, InUse::Yes, Some(batch))?;
        }
    }
    Ok(Numbers { advisers, kpis })
}

fn newcomer(person: &Person, team: TeamId, batch: BatchId) -> NewAdviser {
    NewAdviser {
        alias: person.adviser.alias.clone(),
        name: None,
        started: None,
        left: None,
        assignments: vec![Assignment {
            team,
            site: None,
            grade: None,
            band: None,
            share: FullTimeShare::FULL,
            from: ALWAYS,
            to: None,
        }],
        availability: Vec::new(),
        batch: Some(batch),
    }
}

/// The first team, made if there is none.
pub(super) fn home_team(
    write: &mut Write<'_>,
    words: &Words,
    step: &mut Step,
) -> Result<TeamId, AppError> {
    if let Some(first) = write.read().team().teams()?.first() {
        return Ok(first.id);
    }
    add_team(
        write,
        Label::parse(&words.say("team-first", &[]))?,
        words,
        step,
    )
}

/// Adds a team under the first programme, made if there is none.
pub(super) fn add_team(
    write: &mut Write<'_>,
    name: Label,
    words: &Words,
    step: &mut Step,
) -> Result<TeamId, AppError> {
    let new = NewTeam {
        name,
        site: None,
        programme: home_programme(write, words, step)?,
        calendar: Territory::EnglandAndWales,
    };
    let id = write.team().add_team(&new)?;
    let NewTeam {
        name,
        site,
        programme,
        calendar,
    } = new;
    let team = Team {
        id,
        name,
        site,
        programme,
        calendar,
    };
    step.add(Change::Team {
        id: id.0,
        turn: Turn::added(TeamForm::from(&team)),
    });
    Ok(id)
}

fn home_programme(
    write: &mut Write<'_>,
    words: &Words,
    step: &mut Step,
) -> Result<ProgrammeId, AppError> {
    if let Some(first) = write.read().team().programmes()?.first() {
        return Ok(first.id);
    }
    let name = words.say("team-first-programme", &[]);
    let id = write.team().add_programme(&NewProgramme {
        name: Label::parse(&name)?,
        support_days: SUPPORT_DAYS,
        outcome_lag_days: OUTCOME_LAG_DAYS,
    })?;
    step.add(Change::Programme {
        id: id.0,
        turn: Turn::added(name),
    });
    Ok(id)
}
