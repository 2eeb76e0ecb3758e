//! Changing the roster. Whoever changes an adviser's time changes what was possible: exposures that had been
//! worked out from it are worked out anew, those that were reported stay.

use crate::app::App;
use crate::error::AppError;
use crate::figures::exposure;
use crate::team::form::{parse_adviser, parse_label, parse_maybe_label};
use crate::team::list::{find_adviser, list};
use crate::team::view::{RosterView, SaveAdviser, SaveTeam};
use crate::team::{OUTCOME_LAG_DAYS, SUPPORT_DAYS};
use crate::undo::{self, AdviserForm, Change, Step, TeamForm, Turn, What};
use domain::calendar::Territory;
use domain::team::{Adviser, AdviserId, Programme, ProgrammeId, Team, TeamId};
use domain::text::Label;
use store::team::{NewAdviser, NewProgramme, NewTeam};
use store::{Action, Write};

/// Adds an adviser, or amends one.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every action takes its request whole"
)]
pub fn save_adviser(app: &mut App, request: SaveAdviser) -> Result<RosterView, AppError> {
    let (today, words) = (app.today(), app.words());
    let read = app.store()?.read();
    let former = match &request.id {
        Some(id) => Some(read.team().adviser(find_adviser(read, id)?)?),
        None => None,
    };
    let action = match former {
        Some(_) => Action::AdviserAmended,
        None => Action::AdviserAdded,
    };
    let what = match former {
        Some(_) => What::AdviserAmended,
        None => What::AdviserAdded,
    };
    let mut step = Step::new(what);
    let names = [
        words.say("team-first", &[]),
        words.say("team-first-programme", &[]),
    ];
    let mut write = app.store_mut()?.write(action)?;
    let team = find_team(&mut write, request.team, &names, &mut step)?;
    let number = former.as_ref().map_or(AdviserId(0), |one| one.id);
    let adviser = parse_adviser(&request, (number, team), former.as_ref(), today)?;
    match former {
        Some(former) if former == adviser => {
            drop(write);
            return list(app);
        }
        Some(former) => amend(&mut write, &former, &adviser, &mut step)?,
        None => add(&mut write, &adviser, &mut step)?,
    }
    undo::record(&mut write, &step)?;
    write.commit()?;
    list(app)
}

fn add(write: &mut Write<'_>, adviser: &Adviser, step: &mut Step) -> Result<(), AppError> {
    let new = NewAdviser {
        alias: adviser.alias.clone(),
        name: adviser.name.clone(),
        started: adviser.started,
        left: adviser.left,
        assignments: adviser.assignments.clone(),
        availability: adviser.availability.clone(),
        batch: None,
    };
    for id in write.team().add_advisers(&[new])? {
        let turn = Box::new(Turn::added(AdviserForm::from(adviser)));
        step.about(id, Change::Adviser { id: id.0, turn });
        write.about(id);
    }
    write.count(1);
    Ok(())
}

fn amend(
    write: &mut Write<'_>,
    former: &Adviser,
    adviser: &Adviser,
    step: &mut Step,
) -> Result<(), AppError> {
    write.team().amend_adviser(adviser)?;
    let turn = Turn::changed(AdviserForm::from(former), AdviserForm::from(adviser));
    let change = Change::Adviser {
        id: adviser.id.0,
        turn: Box::new(turn),
    };
    step.about(adviser.id, change);
    exposure::restate(write, former, adviser, step)?;
    write.about(adviser.id);
    write.count(1);
    Ok(())
}

/// The team asked for; the first one, made if there is none, when nobody asked.
fn find_team(
    write: &mut Write<'_>,
    asked: Option<u32>,
    [team, programme]: &[String; 2],
    step: &mut Step,
) -> Result<TeamId, AppError> {
    let teams = write.read().team().teams()?;
    match asked {
        Some(id) if teams.iter().any(|team| team.id.0 == id) => return Ok(TeamId(id)),
        Some(_) => return Err(AppError::not_found().at("team")),
        None => {}
    }
    if let Some(first) = teams.first() {
        return Ok(first.id);
    }
    let programme = programme_named(write, &Label::parse(programme)?, step)?;
    let new = NewTeam {
        name: Label::parse(team)?,
        site: None,
        programme,
        calendar: Territory::EnglandAndWales,
    };
    add_team(write, new, step)
}

fn add_team(write: &mut Write<'_>, new: NewTeam, step: &mut Step) -> Result<TeamId, AppError> {
    let id = write.team().add_team(&new)?;
    let team = Team {
        id,
        name: new.name,
        site: new.site,
        programme: new.programme,
        calendar: new.calendar,
    };
    let turn = Turn::added(TeamForm::from(&team));
    step.add(Change::Team { id: id.0, turn });
    Ok(id)
}

/// The programme of a name; added when it is new.
fn programme_named(
    write: &mut Write<'_>,
    name: &Label,
    step: &mut Step,
) -> Result<ProgrammeId, AppError> {
    let all = write.read().team().programmes()?;
    if let Some(known) = all.iter().find(|one| one.name == *name) {
        return Ok(known.id);
    }
    let id = write.team().add_programme(&NewProgramme {
        name: name.clone(),
        support_days: SUPPORT_DAYS,
        outcome_lag_days: OUTCOME_LAG_DAYS,
    })?;
    let turn = Turn::added(name.as_str().to_owned());
    step.add(Change::Programme { id: id.0, turn });
    Ok(id)
}

/// Adds a team, or amends one.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every action takes its request whole"
)]
pub fn save_team(app: &mut App, request: SaveTeam) -> Result<RosterView, AppError> {
    let name = parse_label(&request.name, "name")?;
    let site = parse_maybe_label(request.site.as_deref(), "site")?;
    let programme = parse_label(&request.programme, "programme")?;
    let teams = app.store()?.read().team().teams()?;
    let is_taken = |team: &Team| team.name == name && Some(team.id.0) != request.id;
    if teams.iter().any(is_taken) {
        return Err(crate::team::form::refused("team-name-taken").at("name"));
    }
    let action = match request.id {
        Some(_) => Action::TeamAmended,
        None => Action::TeamAdded,
    };
    let mut step = Step::new(What::TeamSaved);
    let mut write = app.store_mut()?.write(action)?;
    let former = match request.id {
        Some(id) => Some(
            teams
                .into_iter()
                .find(|team| team.id.0 == id)
                .ok_or_else(AppError::not_found)?,
        ),
        None => None,
    };
    let programme = match &former {
        Some(former) => renamed_programme(&mut write, former, &programme, &mut step)?,
        None => programme_named(&mut write, &programme, &mut step)?,
    };
    let new = NewTeam {
        name,
        site,
        programme,
        calendar: request.territory.into(),
    };
    match former {
        None => drop(add_team(&mut write, new, &mut step)?),
        Some(former) => amend_team(&mut write, &former, new, &mut step)?,
    }
    if step.is_empty() {
        drop(write);
        return list(app);
    }
    write.count(1);
    undo::record(&mut write, &step)?;
    write.commit()?;
    list(app)
}

fn amend_team(
    write: &mut Write<'_>,
    former: &Team,
    new: NewTeam,
    step: &mut Step,
) -> Result<(), AppError> {
    let team = Team {
        id: former.id,
        name: new.name,
        site: new.site,
        programme: new.programme,
        calendar: new.calendar,
    };
    if team == *former {
        return Ok(());
    }
    write.team().amend_team(&team)?;
    let turn = Turn::changed(TeamForm::from(former), TeamForm::from(&team));
    let id = team.id.0;
    step.add(Change::Team { id, turn });
    if team.calendar != former.calendar {
        exposure::restate_team(write, team.id, (former.calendar, team.calendar), step)?;
    }
    write.object(i64::from(id));
    Ok(())
}

/// The programme a team's form names. A programme of this team alone is renamed, one that others share is left.
fn renamed_programme(
    write: &mut Write<'_>,
    team: &Team,
    name: &Label,
    step: &mut Step,
) -> Result<ProgrammeId, AppError> {
    let team_read = write.read().team();
    let (all, teams) = (team_read.programmes()?, team_read.teams()?);
    let current = all.iter().find(|one| one.id == team.programme);
    let is_shared = teams
        .iter()
        .any(|one| one.programme == team.programme && one.id != team.id);
    let is_known = all.iter().any(|one| one.name == *name);
    match current {
        Some(current) if !is_shared && !is_known => {
            let turn = Turn::changed(current.name.as_str().to_owned(), name.as_str().to_owned());
            let id = current.id.0;
            write.team().amend_programme(&Programme {
                name: name.clone(),
                ..current.clone()
            })?;
            step.add(Change::Programme { id, turn });
            Ok(current.id)
        }
        Some(_) | None => programme_named(write, name, step),
    }
}
