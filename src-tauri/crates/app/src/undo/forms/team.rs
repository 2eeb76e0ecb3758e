//! Advisers and teams.

use super::{day, days};
use crate::team::view::TerritoryView;
use domain::period::{day_from_epoch, days_since_epoch};
use domain::team::{
    Adviser, AdviserId, Alias, Assignment, Availability, FullTimeShare, PersonName, ProgrammeId,
    Team, TeamId,
};
use domain::text::Label;
use serde::{Deserialize, Serialize};

/// All that is kept of an adviser, figures and notes excepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviserForm {
    alias: String,
    name: Option<String>,
    started: Option<i64>,
    left: Option<i64>,
    assignments: Vec<AssignmentForm>,
    availability: Vec<(i64, i64, u16)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct AssignmentForm {
    team: u32,
    site: Option<String>,
    grade: Option<String>,
    /// Steps kept by earlier versions have none.
    #[serde(default)]
    band: Option<String>,
    share: u16,
    from: i64,
    to: Option<i64>,
}

impl From<&Adviser> for AdviserForm {
    fn from(adviser: &Adviser) -> Self {
        let text = |label: &Option<Label>| label.as_ref().map(|label| label.as_str().to_owned());
        let assignment = |one: &Assignment| AssignmentForm {
            team: one.team.0,
            site: text(&one.site),
            grade: text(&one.grade),
            band: text(&one.band),
            share: one.share.thousandths(),
            from: days_since_epoch(one.from),
            to: days(one.to),
        };
        let absence = |one: &Availability| {
            (
                days_since_epoch(one.from),
                days_since_epoch(one.to),
                one.half_days,
            )
        };
        Self {
            alias: adviser.alias.reveal().to_owned(),
            name: adviser.name.as_ref().map(|name| name.reveal().to_owned()),
            started: days(adviser.started),
            left: days(adviser.left),
            assignments: adviser.assignments.iter().map(assignment).collect(),
            availability: adviser.availability.iter().map(absence).collect(),
        }
    }
}

impl AdviserForm {
    /// The adviser it was made from; nothing when it no longer reads.
    pub(crate) fn adviser(&self, id: AdviserId) -> Option<Adviser> {
        let assignments = self.assignments.iter().map(AssignmentForm::assignment);
        Some(Adviser {
            id,
            alias: Alias::parse(&self.alias).ok()?,
            name: match &self.name {
                Some(name) => Some(PersonName::parse(name).ok()?),
                None => None,
            },
            started: day(self.started)?,
            left: day(self.left)?,
            assignments: assignments.collect::<Option<_>>()?,
            availability: self
                .availability
                .iter()
                .map(absence)
                .collect::<Option<_>>()?,
        })
    }
}

fn absence((from, to, half_days): &(i64, i64, u16)) -> Option<Availability> {
    Some(Availability {
        from: day_from_epoch(*from)?,
        to: day_from_epoch(*to)?,
        half_days: *half_days,
    })
}

impl AssignmentForm {
    fn assignment(&self) -> Option<Assignment> {
        Some(Assignment {
            team: TeamId(self.team),
            site: label(self.site.as_deref())?,
            grade: label(self.grade.as_deref())?,
            band: label(self.band.as_deref())?,
            share: FullTimeShare::from_thousandths(self.share).ok()?,
            from: day_from_epoch(self.from)?,
            to: day(self.to)?,
        })
    }
}

/// A label that may be absent; nothing at all when it no longer reads.
#[expect(clippy::option_option, reason = "absent and unreadable are two things")]
fn label(text: Option<&str>) -> Option<Option<Label>> {
    match text {
        Some(text) => Label::parse(text).ok().map(Some),
        None => Some(None),
    }
}

/// All that is kept of a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamForm {
    name: String,
    site: Option<String>,
    programme: u32,
    territory: TerritoryView,
}

impl From<&Team> for TeamForm {
    fn from(team: &Team) -> Self {
        Self {
            name: team.name.as_str().to_owned(),
            site: team.site.as_ref().map(|site| site.as_str().to_owned()),
            programme: team.programme.0,
            territory: team.calendar.into(),
        }
    }
}

impl TeamForm {
    pub(crate) fn team(&self, id: u32) -> Option<Team> {
        Some(Team {
            id: TeamId(id),
            name: Label::parse(&self.name).ok()?,
            site: label(self.site.as_deref())?,
            programme: ProgrammeId(self.programme),
            calendar: self.territory.into(),
        })
    }
}
