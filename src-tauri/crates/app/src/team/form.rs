//! What was typed into the forms of the roster, read into types that cannot be wrong; each refusal says its field.

use crate::error::{AppError, ErrorCode};
use crate::team::view::{AbsenceView, SaveAdviser, ShareView};
use chrono::{Datelike, NaiveDate};
use domain::team::{
    Adviser, AdviserId, Alias, Assignment, Availability, FullTimeShare, PersonName, TeamId,
    parse_optional_label,
};
use domain::text::Label;
use std::ops::RangeInclusive;

/// Years a day of work can lie in.
const YEARS: RangeInclusive<i32> = 1970..=2199;

/// The first day of somebody whose first day nobody wrote down: 1 January 1970.
pub(crate) const ALWAYS: NaiveDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A day as the forms send it, `2026-08-03`.
pub(crate) fn parse_day(text: &str, field: &str) -> Result<NaiveDate, AppError> {
    let day = text.trim().parse::<NaiveDate>().ok();
    day.filter(|day| YEARS.contains(&day.year()))
        .ok_or_else(|| refused("team-not-a-day").at(field))
}

/// A day that may be left out.
pub(crate) fn parse_optional_day(
    text: Option<&str>,
    field: &str,
) -> Result<Option<NaiveDate>, AppError> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => parse_day(text, field).map(Some),
    }
}

/// A name of a thing that must be there.
pub(crate) fn parse_label(text: &str, field: &str) -> Result<Label, AppError> {
    Label::parse(text).map_err(|refusal| AppError::from(refusal).at(field))
}

/// A name of a thing that may be left out.
pub(crate) fn parse_maybe_label(
    text: Option<&str>,
    field: &str,
) -> Result<Option<Label>, AppError> {
    let parsed = parse_optional_label(text.unwrap_or_default());
    parsed.map_err(|refusal| AppError::from(refusal).at(field))
}

/// The adviser a form describes. What it does not speak of (former teams) comes from `former`.
pub(super) fn parse_adviser(
    request: &SaveAdviser,
    (id, team): (AdviserId, TeamId),
    former: Option<&Adviser>,
    today: NaiveDate,
) -> Result<Adviser, AppError> {
    let alias =
        Alias::parse(&request.alias).map_err(|refusal| AppError::from(refusal).at("alias"))?;
    let name = match request.name.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(name) => {
            Some(PersonName::parse(name).map_err(|refusal| AppError::from(refusal).at("name"))?)
        }
    };
    let started = parse_optional_day(request.started.as_deref(), "started")?;
    let left = parse_optional_day(request.left.as_deref(), "left")?;
    if started
        .zip(left)
        .is_some_and(|(started, left)| left < started)
    {
        return Err(AppError::from(domain::team::TeamRefusal::Backwards).at("left"));
    }
    let place = Place {
        team,
        site: parse_maybe_label(request.site.as_deref(), "site")?,
        grade: parse_maybe_label(request.grade.as_deref(), "grade")?,
        band: parse_maybe_label(request.band.as_deref(), "band")?,
    };
    let shares = parse_shares(&request.shares, started)?;
    let adviser = Adviser {
        id,
        alias,
        name,
        started,
        left,
        assignments: assignments(&shares, &place, former, today),
        availability: parse_absences(&request.absences)?,
    };
    domain::team::check_assignments(&adviser.assignments)?;
    Ok(adviser)
}

struct Place {
    team: TeamId,
    site: Option<Label>,
    grade: Option<Label>,
    band: Option<Label>,
}

/// Shares by their first day; full time throughout when none is given. The first begins with the service.
fn parse_shares(
    typed: &[ShareView],
    started: Option<NaiveDate>,
) -> Result<Vec<(NaiveDate, FullTimeShare)>, AppError> {
    let mut shares = Vec::with_capacity(typed.len());
    for one in typed {
        let from = parse_day(&one.from, "shares")?;
        let share = FullTimeShare::from_thousandths(one.share)?;
        shares.push((from, share));
    }
    shares.sort_by_key(|(from, _)| *from);
    if shares
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if one.0 == next.0))
    {
        return Err(refused("team-share-twice").at("shares"));
    }
    let begins = started.unwrap_or(ALWAYS);
    match shares.first_mut() {
        Some(first) => first.0 = first.0.min(begins),
        None => shares.push((begins, FullTimeShare::FULL)),
    }
    Ok(shares)
}

/// One assignment for each share. A stretch that ended before today keeps the team, site, grade and band it had.
fn assignments(
    shares: &[(NaiveDate, FullTimeShare)],
    place: &Place,
    former: Option<&Adviser>,
    today: NaiveDate,
) -> Vec<Assignment> {
    let ends = shares.iter().skip(1).map(|(next, _)| next.pred_opt());
    shares
        .iter()
        .zip(ends.chain([None]))
        .map(|((from, share), to)| {
            let is_over = to.is_some_and(|to| to < today);
            let before = former
                .filter(|_| is_over)
                .and_then(|one| one.assignment_on(*from));
            Assignment {
                team: before.map_or(place.team, |one| one.team),
                site: before.map_or_else(|| place.site.clone(), |one| one.site.clone()),
                grade: before.map_or_else(|| place.grade.clone(), |one| one.grade.clone()),
                band: before.map_or_else(|| place.band.clone(), |one| one.band.clone()),
                share: *share,
                from: *from,
                to,
            }
        })
        .collect()
}

fn parse_absences(typed: &[AbsenceView]) -> Result<Vec<Availability>, AppError> {
    let mut absences = Vec::with_capacity(typed.len());
    for one in typed {
        let (from, to) = (
            parse_day(&one.from, "absences")?,
            parse_day(&one.to, "absences")?,
        );
        if to < from {
            return Err(AppError::from(domain::team::TeamRefusal::Backwards).at("absences"));
        }
        let days = (to - from).num_days() + 1;
        if one.half_days == 0 || i64::from(one.half_days) > days * 2 {
            return Err(refused("team-absence-length").at("absences"));
        }
        absences.push(Availability {
            from,
            to,
            half_days: one.half_days,
        });
    }
    absences.sort_by_key(|one| (one.from, one.to));
    Ok(absences)
}

pub(crate) fn refused(key: &str) -> AppError {
    AppError::said(ErrorCode::RuleRefused, key, &[])
}
