//! What a summary leaves out and says so: teams too small for its profile, and KPIs that cannot stand in it.

use crate::releases::finality::Why;
use crate::releases::judging::Question;
use crate::releases::table::{About, Sources, derive_table, team_of};
use crate::releases::view::ReportSectionView;
use crate::view::NoticeView;
use chrono::NaiveDate;
use disclosure::{Policy, Row, small_groups};
use std::collections::BTreeSet;
use store::figures::MonthFigure;
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

/// The sections of the risk report, which goes out: it names no team that is not in the table.
pub(super) fn sections(words: &Words, about: &About) -> Vec<ReportSectionView> {
    let teams = !about.small_teams.is_empty();
    let teams = teams.then(|| words.say("release-report-left-out-teams", &[]));
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

/// Which teams have no rows, and what can be done about it (disclosure.md 2.2): for the manager only, since it names a
/// team and how small it is.
pub(super) fn small_teams(words: &Words, policy: &Policy, about: &About) -> Option<NoticeView> {
    if about.small_teams.is_empty() {
        return None;
    }
    let values = [
        ("teams", Arg::from(about.small_teams.join(", "))),
        ("count", Arg::from(about.small_teams.len())),
        ("least", Arg::from(policy.least_in_a_cell())),
    ];
    Some(NoticeView {
        message: words.say("release-small-teams", &values),
        hint: Some(words.say("release-small-teams-hint", &values)),
    })
}

/// The figures of the teams that are large enough for a profile.
pub(super) struct Large {
    pub(super) figures: Vec<MonthFigure>,
    /// Names of the teams that are not.
    pub(super) small: Vec<String>,
}

/// Takes the figures of teams away that are too small for a profile, so that they decide nothing for the others; leaves
/// all where no team is large enough, so that the refusal can say so. Which KPIs can stand in the table follows from
/// the figures that are left, so it is asked again until no team is too small.
pub(super) fn large_teams(
    question: &Question,
    all: Sources<'_>,
    policy: &Policy,
    today: NaiveDate,
) -> Large {
    let mut figures = all.parts.to_vec();
    let mut small = BTreeSet::new();
    loop {
        let (about, _) = question.about(&figures, today);
        let sources = Sources {
            kpis: &about.kpis,
            parts: &figures,
            ..all
        };
        // What is wrong with a table is said where it is judged.
        let Ok((table, _)) = derive_table(sources, &question.periods) else {
            break;
        };
        let found = small_groups(&table, policy);
        let is_small = |row: &Row| found.contains(&row.group);
        if found.is_empty() || table.rows().iter().all(is_small) {
            break;
        }
        let stays = |part: &MonthFigure| {
            let team = team_of(all, part.adviser, part.month);
            let team = all.teams.iter().find(|one| Some(one.id) == team);
            team.is_none_or(|team| !found.contains(team.name.as_str()))
        };
        let left = figures.iter().filter(|part| stays(part)).copied().collect();
        figures = left;
        small.extend(found);
    }
    let small = small.into_iter().collect();
    Large { figures, small }
}
