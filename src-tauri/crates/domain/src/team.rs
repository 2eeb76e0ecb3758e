//! The people whose work is discussed, and where they belong: advisers, their assignments and availability.
//!
//! Invariant: an adviser is known by an alias. There is no birth date, gender, ethnicity, photograph, address,
//! salary or absence reason, because no comparison needs them.

use crate::text::{Label, TextRefusal, parse_line, personal_text};
use chrono::{Months, NaiveDate};
use std::fmt;

/// The number of a data subject: an adviser's place in the key ring and in every table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AdviserId(pub u32);

personal_text!(
    /// What screens and exports call an adviser: 1 to 40 characters, chosen by the manager.
    Alias,
    40
);
personal_text!(
    /// An adviser's real name, optional and sealed; 1 to 80 characters.
    PersonName,
    80
);

impl Alias {
    /// The form in which two aliases are the same: lower case, single spaces. Look-ups use its keyed digest.
    pub fn normalised(&self) -> String {
        self.reveal()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    }
}

/// The number of a team in the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TeamId(pub u32);

/// The number of a programme in the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgrammeId(pub u32);

/// The contract or scheme the work belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Its number.
    pub id: ProgrammeId,
    /// Its name, such as "Restart-like".
    pub name: Label,
    /// How many days a participant is supported, 365 unless the contract says otherwise.
    pub support_days: u16,
    /// Days from a start until its outcome can be known.
    pub outcome_lag_days: u16,
}

/// Advisers managed together and compared with each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its number.
    pub id: TeamId,
    /// Its name.
    pub name: Label,
    /// Where it works, if it has one place.
    pub site: Option<Label>,
    /// The programme its work belongs to.
    pub programme: ProgrammeId,
    /// Which bank holidays its working days leave out.
    pub calendar: crate::calendar::Territory,
}

/// A share of full time in thousandths: 1 to 1,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FullTimeShare(u16);

impl FullTimeShare {
    /// Full time.
    pub const FULL: Self = Self(1000);

    /// Accepts 1 to 1,000 thousandths.
    pub fn from_thousandths(thousandths: u16) -> Result<Self, TeamRefusal> {
        if (1..=1000).contains(&thousandths) {
            Ok(Self(thousandths))
        } else {
            Err(TeamRefusal::FullTimeShare)
        }
    }

    /// The share in thousandths.
    pub fn thousandths(self) -> u16 {
        self.0
    }
}

/// Where an adviser worked, how much, from when to when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The team.
    pub team: TeamId,
    /// The site within the team, when it has several.
    pub site: Option<Label>,
    /// The grade, as the organisation words it.
    pub grade: Option<Label>,
    /// The band of the caseload, as the organisation words it: how near to work its participants are.
    pub band: Option<Label>,
    /// The contracted share of full time.
    pub share: FullTimeShare,
    /// First day.
    pub from: NaiveDate,
    /// Last day, open while current.
    pub to: Option<NaiveDate>,
}

/// Working days an adviser was not available. The reason is not asked for and cannot be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Availability {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Working days lost, in half days: 1 is half a day.
    pub half_days: u16,
}

/// A member of the team, the one whose work is discussed.
#[derive(Clone, PartialEq, Eq)]
pub struct Adviser {
    /// The subject number.
    pub id: AdviserId,
    /// What screens call them.
    pub alias: Alias,
    /// The real name, if the manager keeps it.
    pub name: Option<PersonName>,
    /// First day of service with the organisation.
    pub started: Option<NaiveDate>,
    /// Last day, once they have left.
    pub left: Option<NaiveDate>,
    /// Assignments in order of their first day, never overlapping to more than full time.
    pub assignments: Vec<Assignment>,
    /// Days not available, in order.
    pub availability: Vec<Availability>,
}

impl fmt::Debug for Adviser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Adviser({})", self.id.0)
    }
}

impl Adviser {
    /// Whether the adviser belonged to the team on some day of `from..=to`.
    pub fn is_present_between(&self, from: NaiveDate, to: NaiveDate) -> bool {
        self.started.is_none_or(|day| day <= to) && self.left.is_none_or(|day| day >= from)
    }

    /// For a leaver, the last day on which anything about them is kept: six months after leaving (domain.md 1.10,
    /// rulings 37).
    pub fn kept_until(&self) -> Option<NaiveDate> {
        self.left?.checked_add_months(Months::new(6))
    }

    /// The assignment in force on a day.
    pub fn assignment_on(&self, day: NaiveDate) -> Option<&Assignment> {
        self.assignments
            .iter()
            .rev()
            .find(|one| one.from <= day && one.to.is_none_or(|end| end >= day))
    }
}

/// Why a change to the roster was turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TeamRefusal {
    /// The alias belongs to another adviser already.
    #[error("another adviser has this alias")]
    AliasTaken,
    /// A text field was empty, too long or held a control character.
    #[error(transparent)]
    Text(#[from] TextRefusal),
    /// A share of full time outside 0.001 to 1.000.
    #[error("a share of full time is between 0.001 and 1")]
    FullTimeShare,
    /// Assignments that add up to more than full time on some day.
    #[error("the assignments of this adviser overlap to more than full time")]
    Overlap,
    /// A last day before the first.
    #[error("the last day is before the first")]
    Backwards,
}

/// Refuses assignments that run backwards or add up to more than full time on any day.
pub fn check_assignments(assignments: &[Assignment]) -> Result<(), TeamRefusal> {
    if assignments
        .iter()
        .any(|one| one.to.is_some_and(|end| end < one.from))
    {
        return Err(TeamRefusal::Backwards);
    }
    let overlapping = |day: NaiveDate| -> u32 {
        assignments
            .iter()
            .filter(|one| one.from <= day && one.to.is_none_or(|end| end >= day))
            .map(|one| u32::from(one.share.thousandths()))
            .sum()
    };
    if assignments.iter().any(|one| overlapping(one.from) > 1000) {
        Err(TeamRefusal::Overlap)
    } else {
        Ok(())
    }
}

/// A name typed for a site, grade or team, where leaving it empty is allowed.
pub fn parse_optional_label(typed: &str) -> Result<Option<Label>, TextRefusal> {
    match parse_line(typed, Label::LIMIT) {
        Err(TextRefusal::Empty) => Ok(None),
        Err(other) => Err(other),
        Ok(text) => Label::parse(&text).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assignment(from: &str, to: Option<&str>, share: u16) -> Assignment {
        Assignment {
            team: TeamId(1),
            site: None,
            grade: None,
            band: None,
            share: FullTimeShare::from_thousandths(share).unwrap(),
            from: from.parse().unwrap(),
            to: to.map(|day| day.parse().unwrap()),
        }
    }

    #[test]
    fn two_half_posts_fit_but_three_do_not() {
        let half = assignment("2026-01-01", None, 500);
        assert_eq!(check_assignments(&[half.clone(), half.clone()]), Ok(()));
        assert_eq!(
            check_assignments(&[half.clone(), half.clone(), half]),
            Err(TeamRefusal::Overlap)
        );
    }

    #[test]
    fn an_assignment_cannot_end_before_it_starts() {
        let backwards = assignment("2026-02-01", Some("2026-01-01"), 500);
        assert_eq!(check_assignments(&[backwards]), Err(TeamRefusal::Backwards));
    }

    #[test]
    fn a_leaver_of_the_end_of_october_is_kept_until_the_end_of_april() {
        let hugo = Adviser {
            id: AdviserId(8),
            alias: Alias::parse("Hugo").unwrap(),
            name: None,
            started: None,
            left: Some("2026-10-30".parse().unwrap()),
            assignments: Vec::new(),
            availability: Vec::new(),
        };
        assert_eq!(hugo.kept_until(), Some("2027-04-30".parse().unwrap()));
        let stays = Adviser { left: None, ..hugo };
        assert_eq!(stays.kept_until(), None);
    }

    #[test]
    fn aliases_that_differ_in_case_and_spaces_are_the_same_person() {
        let one = Alias::parse("Amara  K").unwrap();
        let two = Alias::parse(" amara k ").unwrap();
        assert_eq!(one.normalised(), two.normalised());
    }
}
