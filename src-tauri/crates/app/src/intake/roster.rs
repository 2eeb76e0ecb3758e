//! The import of a roster: newcomers are added, and what the file says of people who are there already is put in
//! place of what was known. An empty cell says nothing and changes nothing. A roster says how things stand today: a
//! team, site, grade, band or share of full time that is not the one known begins today, and what held before stays
//! with the figures of its time.

use super::known::Standing;
use super::newcomers::{add_team, home_team};
use super::people::Person;
use super::plan::Counted;
use super::reading::{Prepared, small, with_run};
use super::run::{Begun, Imported, begin, finish, imported};
use super::stop::Stop;
use super::turned::Turned;
use super::world::{World, reject};
use crate::app::App;
use crate::error::AppError;
use crate::figures::exposure;
use crate::job::Job;
use crate::team::form::ALWAYS;
use crate::undo::{AdviserForm, Change, Step, Turn, What};
use crate::view::StageView;
use chrono::NaiveDate;
use domain::team::{Adviser, Assignment, FullTimeShare, PersonName, TeamId};
use domain::text::Label;
use intake::{FigureRow, Reason, RejectedRow, Rejection, RosterRow, Sink, Tally};
use std::collections::{BTreeMap, BTreeSet};
use store::batches::{BatchId, BatchKind};
use store::figures::Loaded;
use store::team::NewAdviser;
use store::{Action, Write};
use words::Words;

/// What the file says of one adviser.
struct Line {
    person: usize,
    name: Option<PersonName>,
    site: Option<Label>,
    grade: Option<Label>,
    band: Option<Label>,
    team: Option<Label>,
    started: Option<NaiveDate>,
    left: Option<NaiveDate>,
    share: Option<FullTimeShare>,
}

/// The sink of a roster.
pub(super) struct Lines<'a> {
    people: &'a [Person],
    today: Option<NaiveDate>,
    found: Vec<Line>,
    /// People who have a line already.
    taken: BTreeSet<usize>,
    pub(super) turned: Turned,
}

impl<'a> Lines<'a> {
    pub(super) fn new(world: &'a World, turned: Turned) -> Self {
        Self {
            people: &world.people,
            today: world.today,
            found: Vec::new(),
            taken: BTreeSet::new(),
            turned,
        }
    }
}

impl Sink for Lines<'_> {
    fn figures(&mut self, _: &FigureRow<'_>) -> Result<(), Rejection> {
        reject(None, Reason::MissingValue)
    }

    fn adviser(&mut self, row: &RosterRow<'_>) -> Result<(), Rejection> {
        let place = usize::try_from(row.adviser).unwrap_or(usize::MAX);
        let Some(person) = self.people.get(place) else {
            return reject(None, Reason::MissingAdviser);
        };
        // Another name of somebody who has a line already.
        if self.taken.contains(&person.same_as) {
            return reject(None, Reason::Duplicate);
        }
        let label = |text: Option<&str>| text.and_then(|text| Label::parse(text).ok());
        let share = row
            .full_time_share
            .and_then(|share| u16::try_from(share.0).ok());
        let line = Line {
            person: place,
            name: row.name.and_then(|name| PersonName::parse(name).ok()),
            site: label(row.site),
            grade: label(row.grade),
            band: label(row.band),
            team: label(row.team),
            started: row.started,
            left: row.left,
            share: share.and_then(|share| FullTimeShare::from_thousandths(share).ok()),
        };
        let after = line.after(&person.adviser, TeamId(0), self.today);
        if after
            .started
            .zip(after.left)
            .is_some_and(|(first, last)| last < first)
        {
            return reject(None, Reason::Backwards);
        }
        // Somebody whose time of keeping is over does not come back (rulings 36 and 37).
        if after
            .kept_until()
            .zip(self.today)
            .is_some_and(|(until, today)| until < today)
        {
            return reject(None, Reason::Expired);
        }
        self.taken.insert(person.same_as);
        self.found.push(line);
        Ok(())
    }

    fn rejected(&mut self, row: RejectedRow) {
        self.turned.add(row);
    }
}

impl Line {
    /// The adviser as the file has them, in a team.
    fn after(&self, before: &Adviser, team: TeamId, today: Option<NaiveDate>) -> Adviser {
        let started = self.started.or(before.started);
        let is_here = self.left.or(before.left).is_none();
        let mut after = Adviser {
            name: self.name.clone().or_else(|| before.name.clone()),
            started,
            left: self.left.or(before.left),
            ..before.clone()
        };
        let Some(current) = after.assignments.last_mut() else {
            after.assignments.push(Assignment {
                team,
                site: self.site.clone(),
                grade: self.grade.clone(),
                band: self.band.clone(),
                share: self.share.unwrap_or(FullTimeShare::FULL),
                from: started.unwrap_or(ALWAYS),
                to: None,
            });
            return after;
        };
        let next = self.assignment(current, team);
        // Where nobody wrote down a first day, the assignment was only supposed, and there is no former one to keep.
        let is_known = current.from != ALWAYS && contradicts(current, &next);
        match today.filter(|today| is_known && is_here && current.from < *today) {
            Some(today) => {
                current.to = today.pred_opt();
                after.assignments.push(Assignment {
                    from: today,
                    to: None,
                    ..next
                });
            }
            None => *current = next,
        }
        after
    }

    /// The current assignment with what the file says of it.
    fn assignment(&self, current: &Assignment, team: TeamId) -> Assignment {
        let current = current.clone();
        Assignment {
            team: self.team.as_ref().map_or(current.team, |_| team),
            site: self.site.clone().or(current.site),
            grade: self.grade.clone().or(current.grade),
            band: self.band.clone().or(current.band),
            share: self.share.unwrap_or(current.share),
            ..current
        }
    }
}

/// Whether an assignment says something else than the one before it, rather than more.
fn contradicts(before: &Assignment, after: &Assignment) -> bool {
    let other = |before: &Option<Label>, after: &Option<Label>| before.is_some() && before != after;
    before.team != after.team
        || before.share != after.share
        || other(&before.site, &after.site)
        || other(&before.grade, &after.grade)
        || other(&before.band, &after.band)
}

fn read(
    prepared: &mut Prepared,
    turned: Turned,
    job: &Job,
) -> Result<(Tally, Vec<Line>, Turned), Stop> {
    let (source, survey) = (&mut prepared.source, &prepared.survey);
    let total = Some(small(survey.rows));
    let mut lines = Lines::new(&prepared.world, turned);
    let tally = with_run(job, StageView::Checking, total, |run| {
        intake::read(source, survey, &mut lines, run)
    })?;
    Ok((tally, lines.found, lines.turned))
}

/// What an import would do.
pub(super) fn count(
    prepared: &mut Prepared,
    teams: &BTreeMap<Label, TeamId>,
    job: &Job,
) -> Result<Counted, Stop> {
    let (tally, lines, turned) = read(prepared, Turned::default(), job)?;
    let mut loaded = Loaded::default();
    for line in &lines {
        let Some(person) = prepared.world.people.get(line.person) else {
            continue;
        };
        let named = line.team.as_ref().and_then(|team| teams.get(team).copied());
        let after = line.after(
            &person.adviser,
            named.unwrap_or(TeamId(u32::MAX)),
            prepared.world.today,
        );
        match person.standing {
            Standing::New | Standing::Unknown => loaded.new += 1,
            Standing::Known if after == person.adviser => loaded.same += 1,
            Standing::Known => loaded.changed += 1,
        }
    }
    Ok(Counted {
        accepted: tally.accepted,
        loaded,
        turned,
        ..Counted::default()
    })
}

/// The teams of a vault by name.
pub(super) fn teams(read: store::Read<'_>) -> Result<BTreeMap<Label, TeamId>, AppError> {
    Ok(read
        .team()
        .teams()?
        .into_iter()
        .map(|team| (team.name, team.id))
        .collect())
}

/// The rows that are turned away.
pub(super) fn turned(prepared: &mut Prepared, turned: Turned, job: &Job) -> Result<Turned, Stop> {
    let (_, _, turned) = read(prepared, turned, job)?;
    Ok(turned)
}

pub(super) fn import(
    app: &mut App,
    mut prepared: Prepared,
    hash: [u8; 32],
    job: &Job,
) -> Result<Imported, Stop> {
    let (tally, lines, turned) = read(&mut prepared, Turned::default(), job)?;
    if tally.accepted == 0 {
        return Err(Stop::Nothing(Box::new((prepared.survey, turned))));
    }
    let words = app.words();
    let mut write = app.store_mut()?.write(Action::RosterImported)?;
    let batch = begin(
        &mut write,
        &Begun {
            hash,
            kind: BatchKind::Roster,
        },
        (tally.accepted, &turned),
    )?;
    let step = Step::new(What::Imported(small(tally.accepted)));
    let mut roster = Roster {
        write,
        batch,
        words,
        step,
        loaded: Loaded::default(),
    };
    roster.put(&lines, &prepared.world)?;
    let Roster {
        write,
        step,
        loaded,
        ..
    } = roster;
    finish(write, &prepared, (batch, loaded), step, &turned.lines)?;
    Ok(imported(
        batch,
        (tally.accepted, loaded, 0),
        prepared.survey,
        turned,
    ))
}

/// An import of a roster under way.
struct Roster<'a> {
    write: Write<'a>,
    batch: BatchId,
    words: &'a Words,
    step: Step,
    loaded: Loaded,
}

impl Roster<'_> {
    fn put(&mut self, lines: &[Line], world: &World) -> Result<(), AppError> {
        let (people, today) = (&world.people, world.today);
        let mut teams = teams(self.write.read())?;
        let mut new = Vec::new();
        for line in lines {
            let Some(person) = people.get(line.person) else {
                continue;
            };
            let team = self.team(line, person, &mut teams)?;
            let after = line.after(&person.adviser, team, today);
            match person.standing {
                Standing::New | Standing::Unknown => new.push(self.newcomer(after)),
                Standing::Known if after == person.adviser => self.loaded.same += 1,
                Standing::Known => self.amend(&person.adviser, &after)?,
            }
        }
        self.loaded.new += u64::try_from(new.len()).unwrap_or_default();
        self.write.team().add_advisers(&new)?;
        Ok(())
    }

    /// The team a line names, made if it is new; for a newcomer without one, the first.
    fn team(
        &mut self,
        line: &Line,
        person: &Person,
        teams: &mut BTreeMap<Label, TeamId>,
    ) -> Result<TeamId, AppError> {
        if let Some(name) = &line.team {
            if let Some(known) = teams.get(name) {
                return Ok(*known);
            }
            let id = add_team(&mut self.write, name.clone(), self.words, &mut self.step)?;
            teams.insert(name.clone(), id);
            return Ok(id);
        }
        if let Some(current) = person.adviser.assignments.last() {
            return Ok(current.team);
        }
        let id = home_team(&mut self.write, self.words, &mut self.step)?;
        *teams = self::teams(self.write.read())?;
        Ok(id)
    }

    fn newcomer(&self, adviser: Adviser) -> NewAdviser {
        NewAdviser {
            alias: adviser.alias,
            name: adviser.name,
            started: adviser.started,
            left: adviser.left,
            assignments: adviser.assignments,
            availability: adviser.availability,
            batch: Some(self.batch),
        }
    }

    fn amend(&mut self, before: &Adviser, after: &Adviser) -> Result<(), AppError> {
        amend(&mut self.write, before, after, &mut self.step)?;
        exposure::restate(&mut self.write, before, after, &mut self.step)?;
        self.loaded.changed += 1;
        Ok(())
    }
}

/// Puts somebody in place of what was known of them, so that it can be undone.
pub(super) fn amend(
    write: &mut Write<'_>,
    before: &Adviser,
    after: &Adviser,
    step: &mut Step,
) -> Result<(), AppError> {
    write.team().amend_adviser(after)?;
    let turn = Box::new(Turn::changed(
        AdviserForm::from(before),
        AdviserForm::from(after),
    ));
    let id = after.id.0;
    step.about(after.id, Change::Adviser { id, turn });
    Ok(())
}
