//! What a summary leaves out and says so: teams too small for its profile, and KPIs that cannot stand in it.

use crate::releases::finality::Why;
use crate::releases::table::About;
use crate::releases::view::ReportSectionView;
use disclosure::Policy;
use words::{Arg, Words};

/// Why a KPI is left out of a summary that asked for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// No sum can be made of it.
    Unsummable,
    /// It is not final in these periods.
    Open,
    /// Its definition changed within them.
    Redefined,
    /// It is reported for longer periods.
    Longer,
}

impl From<Why> for LeftOut {
    fn from(why: Why) -> Self {
        match why {
            Why::Open(_) | Why::Provisional | Why::Disputed => Self::Open,
            Why::Redefined(_) => Self::Redefined,
            Why::Longer => Self::Longer,
        }
    }
}

/// The sections of the risk report.
pub(super) fn sections(words: &Words, policy: &Policy, about: &About) -> Vec<ReportSectionView> {
    let teams = (!about.small_teams.is_empty()).then(|| small_teams(words, policy, about));
    let kpis = about.left_out.iter().map(|(why, kpis)| {
        let key = match why {
            LeftOut::Unsummable => "release-report-left-out-words",
            LeftOut::Open => "release-report-left-out-open",
            LeftOut::Redefined => "release-report-left-out-redefined",
            LeftOut::Longer => "release-report-left-out-longer",
        };
        words.say(key, &[("kpis", Arg::from(kpis.join(", ")))])
    });
    let section = |sentence: String| ReportSectionView {
        head: words.say("release-report-left-out", &[]),
        sentences: vec![sentence],
    };
    teams.into_iter().chain(kpis).map(section).collect()
}

/// Which teams have no rows, and what can be done about it (disclosure.md 2.2).
pub(super) fn small_teams(words: &Words, policy: &Policy, about: &About) -> String {
    let values = [
        ("teams", Arg::from(about.small_teams.join(", "))),
        ("count", Arg::from(about.small_teams.len())),
        ("least", Arg::from(policy.least_in_a_cell())),
    ];
    words.say("release-small-teams", &values)
}
