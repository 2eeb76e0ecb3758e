//! The register of what went out, and what may be chosen for the next summary.

use crate::app::App;
use crate::error::AppError;
use crate::releases::finality::{self, NotFinal, not_final};
use crate::releases::judging::Question;
use crate::releases::report::{period_words, profile_view};
use crate::releases::table::{About, measure};
use crate::releases::view::{OpenMonthView, RegisterEntryView, ReleaseChoicesView, ReleaseKpiView};
use disclosure::{
    MeasureKind, Policy, Profile, RegisteredRow, Released, ReleasedCell, Table, again,
};
use domain::kpi::{KpiDefinition, KpiId};
use domain::period::{Grain, Period};
use domain::team::{AdviserId, Team, TeamId};
use std::collections::BTreeSet;
use store::Read;
use store::kpis::InUse;
use store::releases::{Audience, NewRelease, Outcome, Release, ReleaseCell};
use words::Arg;

/// What the export screen offers: periods that are over and have figures, KPIs in use with the months in which they
/// are not final, and what went out before.
pub fn choices(app: &App) -> Result<ReleaseChoicesView, AppError> {
    let read = app.store()?.read();
    let register = read.releases().list()?;
    Ok(ReleaseChoicesView {
        months: periods_with_figures(app, Grain::Month)?,
        quarters: periods_with_figures(app, Grain::Quarter)?,
        kpis: kpis(app)?,
        register: register
            .iter()
            .map(|release| entry_view(app, release))
            .collect(),
    })
}

fn kpis(app: &App) -> Result<Vec<ReleaseKpiView>, AppError> {
    let read = app.store()?.read();
    let entries = read.kpis().all()?.into_iter();
    let kpis: Vec<KpiDefinition> = entries
        .filter(|entry| entry.in_use == InUse::Yes)
        .filter_map(|mut entry| entry.versions.pop())
        .collect();
    let figures = match (
        read.figures().earliest_month()?,
        read.figures().latest_month()?,
    ) {
        (Some(first), Some(last)) => {
            let advisers = read.team().advisers()?;
            let advisers: Vec<AdviserId> = advisers.iter().map(|adviser| adviser.id).collect();
            let ids: Vec<KpiId> = kpis.iter().map(|kpi| kpi.id).collect();
            read.figures().rolls(&advisers, &ids, first, last)?
        }
        _ => Vec::new(),
    };
    let open = not_final(&kpis, &figures, app.today());
    let months_of = |kpi: &KpiDefinition| {
        let months = open.iter().filter(|one| one.code == kpi.code);
        let view = |one: &NotFinal| OpenMonthView {
            month: one.month.to_string(),
            quarter: Period::containing(Grain::Quarter, one.month.start()).to_string(),
            words: finality::reason(app.words(), one.month, one.why),
        };
        months.map(view).collect()
    };
    Ok(kpis
        .iter()
        .map(|kpi| ReleaseKpiView {
            code: kpi.code.clone(),
            name: kpi.name.as_str().to_owned(),
            open: months_of(kpi),
        })
        .collect())
}

fn periods_with_figures(app: &App, grain: Grain) -> Result<Vec<String>, AppError> {
    let figures = app.store()?.read().figures();
    let (Some(first), Some(last)) = (figures.earliest_month()?, figures.latest_month()?) else {
        return Ok(Vec::new());
    };
    let mut period = Period::containing(grain, first.start());
    let mut periods = Vec::new();
    while period.start() <= last.start() && period.end() < app.today() {
        periods.push(period.to_string());
        period = period.next();
    }
    Ok(periods)
}

fn entry_view(app: &App, release: &Release) -> RegisterEntryView {
    let words = app.words();
    let kpis = ("kpis", Arg::from(release.kpis.len()));
    let about = if release.from == release.to {
        let period = Arg::from(period_words(words, release.from));
        words.say("release-entry-one", &[("period", period), kpis])
    } else {
        let from = ("from", Arg::from(period_words(words, release.from)));
        let to = ("to", Arg::from(period_words(words, release.to)));
        words.say("release-entry-many", &[from, to, kpis])
    };
    let (start, _) = release.file_hash.split_at(8);
    let start = <[u8; 8]>::try_from(start).unwrap_or_default();
    RegisterEntryView {
        release: release.id,
        day: app.now().local_of(release.at).date().to_string(),
        profile: profile_view(profile_of_audience(release.audience)),
        words: about,
        shown: release.shown,
        hidden: release.hidden,
        hash: format!("{:016x}", u64::from_be_bytes(start)),
    }
}

/// What is entered for a summary that goes out: every cell with what it said and who was counted.
pub(super) fn entry_of(
    question: &Question,
    (about, table, released): (&About, &Table, &Released),
    file_hash: [u8; 32],
) -> NewRelease {
    let mut cells = Vec::new();
    let rows = about.rows.iter().zip(table.rows());
    for (((team, period), counted), row) in rows.zip(released.rows()) {
        let columns = about.kpis.iter().zip(&counted.cells).zip(&row.cells);
        for ((kpi, members), cell) in columns {
            cells.push(ReleaseCell {
                team: *team,
                period: *period,
                kpi: kpi.id,
                outcome: outcome_of(*cell),
                members: members
                    .iter()
                    .filter_map(|one| u32::try_from(one.member).ok().map(AdviserId))
                    .collect(),
            });
        }
    }
    NewRelease {
        audience: audience_of(released.profile()),
        grain: question.grain,
        from: question.from,
        to: question.to,
        file_hash,
        cells,
    }
}

/// Number, places of the rows and cells of a summary that went out.
type Registered = (u32, Vec<(TeamId, Period)>, Released);

/// The same summary as it went out before, if it did: same profile, periods and KPIs. Its cells are those of the
/// register, whatever has become of the figures since.
pub(super) fn registered(
    read: Read<'_>,
    question: &Question,
    kpis: &[KpiDefinition],
    teams: &[Team],
) -> Result<Option<Registered>, AppError> {
    let wanted: BTreeSet<KpiId> = kpis.iter().map(|kpi| kpi.id).collect();
    let releases = read.releases().list()?;
    let same = releases.iter().find(|one| {
        profile_of_audience(one.audience) == question.profile
            && (one.grain, one.from, one.to) == (question.grain, question.from, question.to)
            && one.kpis.iter().copied().collect::<BTreeSet<_>>() == wanted
    });
    let Some(same) = same else {
        return Ok(None);
    };
    let cells = read.releases().cells(same.id)?;
    let mut rows = Vec::new();
    let mut places = Vec::new();
    for team in teams {
        for period in &question.periods {
            let here = |cell: &&ReleaseCell| (cell.team, cell.period) == (team.id, *period);
            let row: Vec<&ReleaseCell> = cells.iter().filter(here).collect();
            if !row.is_empty() {
                rows.push(registered_row(team, *period, kpis, &row));
                places.push((team.id, *period));
            }
        }
    }
    let is_whole = cells.len() == rows.len() * kpis.len();
    let policy = Policy::of(question.profile);
    let measures = kpis.iter().map(measure).collect();
    let rows: Option<Vec<RegisteredRow>> = rows.into_iter().filter(|_| is_whole).collect();
    let released = rows.and_then(|rows| again(measures, rows, &policy));
    Ok(released.map(|released| (same.id, places, released)))
}

/// A row of the register in the order of the KPIs; nothing when a KPI has become of another kind since.
fn registered_row(
    team: &Team,
    period: Period,
    kpis: &[KpiDefinition],
    cells: &[&ReleaseCell],
) -> Option<RegisteredRow> {
    let members: BTreeSet<AdviserId> = cells
        .iter()
        .flat_map(|cell| &cell.members)
        .copied()
        .collect();
    let cells = kpis.iter().map(|kpi| {
        let cell = cells.iter().find(|cell| cell.kpi == kpi.id)?;
        let said = match (cell.outcome, measure(kpi).kind) {
            (Outcome::Hidden, _) => ReleasedCell::Hidden,
            (Outcome::Nothing, _) => ReleasedCell::NotAvailable,
            (Outcome::Number(numerator), MeasureKind::Count) => ReleasedCell::Shown {
                numerator,
                denominator: None,
            },
            (
                Outcome::Pair(numerator, whole),
                MeasureKind::Share | MeasureKind::Rate | MeasureKind::Mean,
            ) => ReleasedCell::Shown {
                numerator,
                denominator: Some(whole),
            },
            (Outcome::Number(_) | Outcome::Pair(..), _) => return None,
        };
        Some((said, cell.members.len()))
    });
    Some(RegisteredRow {
        group: team.name.as_str().to_owned(),
        period: period.to_string(),
        members: members.len(),
        cells: cells.collect::<Option<_>>()?,
    })
}

fn outcome_of(cell: ReleasedCell) -> Outcome {
    match cell {
        ReleasedCell::Hidden => Outcome::Hidden,
        ReleasedCell::NotAvailable => Outcome::Nothing,
        ReleasedCell::Shown {
            numerator,
            denominator: None,
        } => Outcome::Number(numerator),
        ReleasedCell::Shown {
            numerator,
            denominator: Some(whole),
        } => Outcome::Pair(numerator, whole),
    }
}

/// The profile of an audience in the register.
pub(super) fn profile_of_audience(audience: Audience) -> Profile {
    match audience {
        Audience::Internal => Profile::Internal,
        Audience::Partner => Profile::Partner,
        Audience::Public => Profile::Public,
    }
}

fn audience_of(profile: Profile) -> Audience {
    match profile {
        Profile::Internal => Audience::Internal,
        Profile::Partner => Audience::Partner,
        Profile::Public => Audience::Public,
    }
}
