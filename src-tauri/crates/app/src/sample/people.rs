//! Who is on the made-up team. Farid joined on 3 August 2026 at 0.8 of full time, Hugo left on 30 October 2026.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::team::{
    Adviser, AdviserId, Alias, Assignment, Availability, FullTimeShare, TeamId, TeamRefusal,
};
use domain::text::Label;
use store::batches::BatchId;
use store::team::NewAdviser;

/// Year, month and day.
type Day = (i32, u32, u32);

/// One made-up adviser.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) alias: &'static str,
    /// Share of full time in thousandths.
    pub(super) share: u16,
    site: &'static str,
    started: Day,
    left: Option<Day>,
    /// First day, last day and half days lost.
    absences: &'static [(Day, Day, u16)],
}

/// Everybody, by alias: five in the north, three in the south.
pub(super) const PEOPLE: [Person; 8] = [
    person("Amara", "North", (2021, 9, 6)),
    person("Ben", "North", (2022, 1, 10)),
    Person {
        absences: &[((2025, 12, 22), (2025, 12, 24), 6)],
        ..person("Chloe", "North", (2020, 3, 2))
    },
    Person {
        absences: &[((2026, 8, 10), (2026, 8, 21), 20)],
        ..person("Dev", "North", (2023, 1, 16))
    },
    Person {
        absences: &[((2026, 4, 7), (2026, 4, 10), 8)],
        ..person("Esi", "North", (2022, 6, 6))
    },
    Person {
        share: 800,
        ..person("Farid", "South", (2026, 8, 3))
    },
    person("Grace", "South", (2023, 4, 3)),
    Person {
        left: Some((2026, 10, 30)),
        ..person("Hugo", "South", (2021, 5, 10))
    },
];

const fn person(alias: &'static str, site: &'static str, started: Day) -> Person {
    Person {
        alias,
        share: 1000,
        site,
        started,
        left: None,
        absences: &[],
    }
}

fn day((year, month, day): Day) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

impl Person {
    pub(super) fn started(&self) -> NaiveDate {
        day(self.started)
    }

    pub(super) fn left(&self) -> Option<NaiveDate> {
        self.left.map(day)
    }

    /// The adviser, in a team, before a vault gives them a number.
    pub(super) fn adviser(&self, team: TeamId) -> Result<Adviser, TeamRefusal> {
        let absence = |(from, to, half_days): &(Day, Day, u16)| Availability {
            from: day(*from),
            to: day(*to),
            half_days: *half_days,
        };
        Ok(Adviser {
            id: AdviserId(0),
            alias: Alias::parse(self.alias)?,
            name: None,
            started: Some(self.started()),
            left: self.left(),
            assignments: vec![Assignment {
                team,
                site: Some(Label::parse(self.site)?),
                grade: None,
                band: None,
                share: FullTimeShare::from_thousandths(self.share)?,
                from: self.started(),
                to: None,
            }],
            availability: self.absences.iter().map(absence).collect(),
        })
    }

    /// The adviser as a vault takes one.
    pub(super) fn newcomer(&self, team: TeamId, batch: BatchId) -> Result<NewAdviser, AppError> {
        let adviser = self.adviser(team)?;
        Ok(NewAdviser {
            alias: adviser.alias,
            name: None,
            started: adviser.started,
            left: adviser.left,
            assignments: adviser.assignments,
            availability: adviser.availability,
            batch: Some(batch),
        })
    }
}
