//! The register of what went out, and what may be chosen for the next summary.

use crate::app::App;
use crate::error::AppError;
use crate::releases::judging::Question;
use crate::releases::report::{period_words, profile_view};
use crate::releases::table::Summed;
use crate::releases::view::{NamedCodeView, RegisterEntryView, ReleaseChoicesView};
use disclosure::{Profile, Released, ReleasedCell};
use domain::period::{Grain, Period};
use domain::team::AdviserId;
use store::Read;
use store::kpis::InUse;
use store::releases::{Audience, NewRelease, Outcome, Release, ReleaseCell};
use words::Arg;

/// What the export screen offers: periods with figures, KPIs in use, and what went out before.
pub fn choices(app: &App) -> Result<ReleaseChoicesView, AppError> {
    let read = app.store()?.read();
    let register = read.releases().list()?;
    let kpis = read.kpis().all()?.into_iter();
    Ok(ReleaseChoicesView {
        months: periods_with_figures(read, Grain::Month)?,
        quarters: periods_with_figures(read, Grain::Quarter)?,
        kpis: kpis
            .filter(|entry| entry.in_use == InUse::Yes)
            .filter_map(|entry| {
                let name = entry.versions.last()?.name.as_str().to_owned();
                Some(NamedCodeView {
                    code: entry.code,
                    name,
                })
            })
            .collect(),
        register: register
            .iter()
            .map(|release| entry_view(app, release))
            .collect(),
    })
}

fn periods_with_figures(read: Read<'_>, grain: Grain) -> Result<Vec<String>, AppError> {
    let figures = read.figures();
    let (Some(first), Some(last)) = (figures.earliest_month()?, figures.latest_month()?) else {
        return Ok(Vec::new());
    };
    let mut period = Period::containing(grain, first.start());
    let mut periods = Vec::new();
    while period.start() <= last.start() {
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
    summed: &Summed,
    released: &Released,
    file_hash: [u8; 32],
) -> NewRelease {
    let mut cells = Vec::new();
    let rows = summed.rows.iter().zip(summed.table.rows());
    for (((team, period), counted), row) in rows.zip(released.rows()) {
        let columns = summed.kpis.iter().zip(&counted.cells).zip(&row.cells);
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
