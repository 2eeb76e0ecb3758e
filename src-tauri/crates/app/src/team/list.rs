//! The roster as it is shown.

use crate::app::App;
use crate::calendar;
use crate::error::AppError;
use crate::team::form::ALWAYS;
use crate::team::view::{AbsenceView, AdviserView, RosterView, ShareView, TeamView};
use chrono::NaiveDate;
use domain::team::{Adviser, AdviserId, Assignment, FullTimeShare, Programme, Team};
use domain::text::Label;
use std::collections::BTreeMap;
use store::Read;
use store::team::PublicId;

/// All that is needed to show an adviser.
struct Roster {
    teams: Vec<Team>,
    programmes: Vec<Programme>,
    ids: BTreeMap<AdviserId, PublicId>,
    today: NaiveDate,
}

impl Roster {
    fn load(read: Read<'_>, today: NaiveDate) -> Result<Self, AppError> {
        let team = read.team();
        Ok(Self {
            teams: team.teams()?,
            programmes: team.programmes()?,
            ids: team.public_ids()?,
            today,
        })
    }

    fn adviser(&self, adviser: &Adviser) -> AdviserView {
        let current = current_assignment(adviser, self.today);
        let team = current.and_then(|one| self.teams.iter().find(|team| team.id == one.team));
        let text = |label: Option<&Label>| label.map(|label| label.as_str().to_owned());
        let site = current.and_then(|one| one.site.as_ref());
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let share = current.map_or(FullTimeShare::FULL, |one| one.share);
        AdviserView {
            id: self
                .ids
                .get(&adviser.id)
                .map(PublicId::to_string)
                .unwrap_or_default(),
            alias: adviser.alias.reveal().to_owned(),
            name: None,
            team: team
                .map(|team| team.name.as_str().to_owned())
                .unwrap_or_default(),
            site: text(site.or_else(|| team?.site.as_ref())),
            grade: text(current.and_then(|one| one.grade.as_ref())),
            band: text(current.and_then(|one| one.band.as_ref())),
            share: share.thousandths(),
            started: day(adviser.started),
            left: day(adviser.left),
            kept_until: day(adviser.kept_until()),
            shares: shares(adviser),
            absences: adviser.availability.iter().map(absence).collect(),
        }
    }

    fn team(&self, team: &Team) -> TeamView {
        let programme = self.programmes.iter().find(|one| one.id == team.programme);
        TeamView {
            id: team.id.0,
            name: team.name.as_str().to_owned(),
            site: team.site.as_ref().map(|site| site.as_str().to_owned()),
            programme: programme
                .map(|one| one.name.as_str().to_owned())
                .unwrap_or_default(),
            territory: team.calendar.into(),
        }
    }
}

/// The assignment of today, or else the one nearest to it.
fn current_assignment(adviser: &Adviser, today: NaiveDate) -> Option<&Assignment> {
    let in_force = adviser.assignment_on(today);
    in_force.or_else(|| adviser.assignments.last())
}

/// Shares over time; none for somebody who was full time throughout.
fn shares(adviser: &Adviser) -> Vec<ShareView> {
    let is_full = |one: &Assignment| one.share == FullTimeShare::FULL;
    if adviser.assignments.iter().all(is_full) {
        return Vec::new();
    }
    let first = adviser.started.unwrap_or(ALWAYS);
    let share = |one: &Assignment| ShareView {
        from: one.from.max(first).to_string(),
        share: one.share.thousandths(),
    };
    adviser.assignments.iter().map(share).collect()
}

fn absence(one: &domain::team::Availability) -> AbsenceView {
    AbsenceView {
        from: one.from.to_string(),
        to: one.to.to_string(),
        half_days: one.half_days,
    }
}

/// The whole roster: advisers by alias, leavers last; teams by name.
pub fn list(app: &App) -> Result<RosterView, AppError> {
    let (read, today) = (app.store()?.read(), app.today());
    let roster = Roster::load(read, today)?;
    let mut advisers = read.team().advisers()?;
    advisers.sort_by_key(|one| one.left.is_some_and(|left| left < today));
    Ok(RosterView {
        advisers: advisers.iter().map(|one| roster.adviser(one)).collect(),
        teams: roster.teams.iter().map(|team| roster.team(team)).collect(),
        calendar_until: calendar_words(app),
    })
}

/// The last day whose bank holidays are known; past it, a warning.
fn calendar_words(app: &App) -> String {
    let until = calendar::known_until();
    if app.today() <= until {
        return until.to_string();
    }
    let day = words::date::full(app.words(), charts::wording::day(until));
    app.words()
        .say("team-calendar-over", &[("day", words::Arg::from(day))])
}

/// One adviser with the name that is otherwise left sealed.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every action takes its request whole"
)]
pub fn adviser(app: &App, id: String) -> Result<AdviserView, AppError> {
    let read = app.store()?.read();
    let found = read.team().adviser(find_adviser(read, &id)?)?;
    let mut view = Roster::load(read, app.today())?.adviser(&found);
    view.name = found.name.as_ref().map(|name| name.reveal().to_owned());
    Ok(view)
}

/// Whom an opaque id means.
pub(crate) fn find_adviser(read: Read<'_>, id: &str) -> Result<AdviserId, AppError> {
    let id: PublicId = id.parse().map_err(|_| AppError::not_found())?;
    read.team().find_public(id)?.ok_or_else(AppError::not_found)
}
