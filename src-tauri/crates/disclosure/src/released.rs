//! A table that passed. Only this crate makes one; writers of anonymised files take nothing else.

use crate::policy::{Policy, Profile};
use crate::table::Measure;

/// How many contributors stand behind a row, only ever as a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Fewest.
    pub from: usize,
    /// Most; open at the top.
    pub to: Option<usize>,
}

impl Band {
    /// The band of a head-count: fewer than k, k to 9, 10 to 19, 20 or more (disclosure.md 2.3).
    pub fn of(count: usize, policy: &Policy) -> Self {
        let least = policy.least_contributors();
        match count {
            _ if count < least => Self {
                from: 0,
                to: Some(least.saturating_sub(1)),
            },
            _ if count < 10 => Self {
                from: least,
                to: Some(9),
            },
            _ if count < 20 => Self {
                from: least.max(10),
                to: Some(19),
            },
            _ => Self { from: 20, to: None },
        }
    }
}

/// Why a cell is hidden: for the manager's screen only, never in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenBecause {
    /// Too few advisers contribute.
    FewContributors,
    /// Too few participants are counted, or too few are not.
    FewParticipants,
    /// The rate would be out of too few.
    SmallDenominator,
    /// One adviser could be estimated too closely by another.
    Dominated,
    /// Nobody, everybody, nought or a hundred per cent: it would say the same of each.
    AllOrNone,
    /// It says what another hidden cell of its row says.
    SaysTheSame,
    /// It was hidden when it first went out, and goes out again as it was.
    AsBefore,
}

/// One cell as it goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReleasedCell {
    /// Printed whole: both numbers and their rate, as the measure's kind says.
    Shown {
        /// The first number.
        numerator: i64,
        /// The second number, if the kind has one.
        denominator: Option<i64>,
    },
    /// Hidden: one mark, whatever the reason.
    Hidden,
    /// Nobody in the group has a figure for it.
    NotAvailable,
}

/// One row as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedRow {
    /// The group.
    pub group: String,
    /// The period's text form.
    pub period: String,
    /// Contributors, as a band.
    pub contributors: Band,
    /// Cells in the order of the measures.
    pub cells: Vec<ReleasedCell>,
}

/// What the checks found, for the risk report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Cells printed.
    pub shown: usize,
    /// Cells hidden, with the reason of each: row, column, reason.
    pub hidden: Vec<(usize, usize, HiddenBecause)>,
    /// Cells without a figure.
    pub not_available: usize,
    /// Fewest contributors behind any printed cell.
    pub smallest_group: Option<usize>,
    /// The policy applied.
    pub policy: Policy,
}

/// A table that passed every check of its profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    pub(crate) measures: Vec<Measure>,
    pub(crate) rows: Vec<ReleasedRow>,
    pub(crate) assessment: Assessment,
}

impl Released {
    /// The measures, in column order.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The rows, in dimension order.
    pub fn rows(&self) -> &[ReleasedRow] {
        &self.rows
    }

    /// What the checks found; the reasons in it are for the manager only.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Who it is for.
    pub fn profile(&self) -> Profile {
        self.assessment.policy.profile()
    }
}
