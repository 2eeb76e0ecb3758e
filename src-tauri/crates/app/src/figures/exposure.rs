//! The time an adviser had in a period, from the working calendar of their team: what a rate over time is divided
//! by. It is stored on the figure, because what was possible then does not change with what is true now.

use crate::calendar::working_calendar;
use crate::error::AppError;
use crate::kpis::is_timed;
use crate::undo::{Change, Step, Stored, Turn};
use domain::calendar::{Territory, WorkingCalendar};
use domain::exposure::derive_exposure;
use domain::figure::Figure;
use domain::kpi::{KpiDefinition, KpiId};
use domain::period::Period;
use domain::team::{Adviser, TeamId};
use std::collections::BTreeMap;
use store::figures::Cell;
use store::{Read, Write};

/// Working calendars of all teams.
pub(crate) struct Exposures {
    territories: BTreeMap<TeamId, Territory>,
    calendars: BTreeMap<Territory, WorkingCalendar>,
}

impl Exposures {
    /// Of the teams as they are stored.
    pub(crate) fn load(read: Read<'_>) -> Result<Self, AppError> {
        let teams = read.team().teams()?;
        Ok(Self::of_teams(
            teams.iter().map(|team| (team.id, team.calendar)).collect(),
        ))
    }

    fn of_teams(territories: BTreeMap<TeamId, Territory>) -> Self {
        let used = territories.values().chain([&Territory::EnglandAndWales]);
        let calendars = used.map(|one| (*one, working_calendar(*one))).collect();
        Self {
            territories,
            calendars,
        }
    }

    /// The exposure of an adviser's figure in thousandths; nothing for a KPI that is no rate over time.
    pub(crate) fn of(
        &self,
        adviser: &Adviser,
        definition: &KpiDefinition,
        period: Period,
    ) -> Option<i64> {
        if !is_timed(definition) {
            return None;
        }
        let calendar = self.calendar(adviser, period)?;
        derive_exposure(adviser, definition.exposure, period, calendar)
    }

    /// The calendar of the team an adviser was in at the end of a period.
    fn calendar(&self, adviser: &Adviser, period: Period) -> Option<&WorkingCalendar> {
        let begun = adviser
            .assignments
            .iter()
            .rev()
            .find(|one| one.from <= period.end());
        let team = begun.or(adviser.assignments.first()).map(|one| one.team);
        let territory = team.and_then(|team| self.territories.get(&team).copied());
        self.calendars
            .get(&territory.unwrap_or(Territory::EnglandAndWales))
    }
}

/// Works exposures out anew after an adviser's time has changed. One that was reported, and so differs from what
/// the calendar had given, stays.
pub(crate) fn restate(
    write: &mut Write<'_>,
    former: &Adviser,
    adviser: &Adviser,
    step: &mut Step,
) -> Result<(), AppError> {
    let exposures = Exposures::load(write.read())?;
    restate_one(write, (former, &exposures), (adviser, &exposures), step)
}

/// Works exposures of a team out anew after its calendar has changed.
pub(crate) fn restate_team(
    write: &mut Write<'_>,
    team: TeamId,
    (former, now): (Territory, Territory),
    step: &mut Step,
) -> Result<(), AppError> {
    let teams = write.read().team().teams()?;
    let territories = |of_this: Territory| {
        let pairs = teams.iter().map(|one| {
            let territory = if one.id == team {
                of_this
            } else {
                one.calendar
            };
            (one.id, territory)
        });
        Exposures::of_teams(pairs.collect())
    };
    let (former, now) = (territories(former), territories(now));
    for adviser in write.read().team().advisers()? {
        if adviser.assignments.iter().any(|one| one.team == team) {
            restate_one(write, (&adviser, &former), (&adviser, &now), step)?;
        }
    }
    Ok(())
}

fn restate_one(
    write: &mut Write<'_>,
    (former, before): (&Adviser, &Exposures),
    (adviser, after): (&Adviser, &Exposures),
    step: &mut Step,
) -> Result<(), AppError> {
    let kpis: BTreeMap<KpiId, _> = write
        .read()
        .kpis()
        .all()?
        .into_iter()
        .map(|entry| (entry.id, entry))
        .collect();
    for figure in write.read().figures().of_adviser(adviser.id)? {
        let entry = kpis.get(&figure.kpi);
        let Some(definition) = entry.and_then(|entry| entry.on(figure.period.end())) else {
            continue;
        };
        let old = before.of(former, definition, figure.period);
        let new = after.of(adviser, definition, figure.period);
        if old.is_some() && old == figure.amount.exposure && new != old {
            put(write, &figure, new, step)?;
        }
    }
    Ok(())
}

fn put(
    write: &mut Write<'_>,
    figure: &Figure,
    exposure: Option<i64>,
    step: &mut Step,
) -> Result<(), AppError> {
    let cell = Cell::of(figure);
    let before = crate::undo::stored(write.read(), &cell)?;
    let mut changed = *figure;
    changed.amount.exposure = exposure;
    write.figures().put(&changed)?;
    if before.as_ref().is_some_and(|before| before.asked) {
        write.figures().ask(&cell)?;
    }
    let after = before.as_ref().map(|before| Stored {
        amount: (figure.amount.numerator, figure.amount.denominator, exposure),
        ..before.clone()
    });
    let change = Change::Figure {
        kpi: figure.kpi.0,
        period: figure.period.key(),
        turn: Turn { before, after },
    };
    step.about(figure.adviser, change);
    Ok(())
}
