//! Putting the sample team in, and taking it out.

use super::people::PEOPLE;
use super::series::{KPIS, Reading, SampleKpi, week};
use super::{Marker, SETTING, today};
use crate::error::AppError;
use crate::kpis::library;
use crate::settings::view::CountChartView;
use crate::team::{OUTCOME_LAG_DAYS, SUPPORT_DAYS};
use chrono::NaiveDate;
use domain::calendar::Territory;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::{KpiDefinition, KpiId};
use domain::period::Period;
use domain::target::{Level, Scope};
use domain::team::{AdviserId, ProgrammeId, TeamId};
use domain::text::{Label, Note};
use store::Write;
use store::batches::{BatchId, BatchKind, NewBatch};
use store::kpis::{InUse, NewTarget};
use store::phases::NewPhase;
use store::team::{NewProgramme, NewTeam};

/// How counts are charted, as settings name it.
const COUNT_CHART: &str = "count_chart";

/// Puts the sample team into a vault, in one import of its own kind.
pub fn fill(write: &mut Write<'_>) -> Result<(), AppError> {
    let batch = write.batches().add(&NewBatch {
        kind: BatchKind::Sample,
        file_hash: [0; 32],
        accepted: 0,
        rejected: 0,
    })?;
    let (programme, team) = add_team(write)?;
    let newcomers: Vec<_> = PEOPLE
        .iter()
        .map(|person| person.newcomer(team, batch))
        .collect::<Result<_, _>>()?;
    let advisers = write.team().add_advisers(&newcomers)?;
    let kpis = add_kpis(write, batch)?;
    let figures = figures(&advisers, &kpis);
    let count = figures.len();
    let loaded = write.figures().load(figures, batch)?;
    write.batches().finish(batch, loaded)?;
    let marker = Marker {
        batch: batch.0,
        team: team.0,
        programme: programme.0,
        targets: add_targets(write, &kpis)?,
        phases: add_phase(write, &advisers, &kpis)?,
        day: None,
    };
    marker.write(write)?;
    write.settings().set(COUNT_CHART, &chart_policy())?;
    write.object(i64::from(batch.0));
    write.count(u64::try_from(count).unwrap_or(u64::MAX));
    Ok(())
}

/// The team charts its counts as XmR, as its stories were worked out (rulings 21).
fn chart_policy() -> String {
    let code = serde_json::to_value(CountChartView::XmR).ok();
    let code = code.as_ref().and_then(serde_json::Value::as_str);
    code.unwrap_or_default().to_owned()
}

fn add_team(write: &mut Write<'_>) -> Result<(ProgrammeId, TeamId), AppError> {
    let programme = write.team().add_programme(&NewProgramme {
        name: Label::parse("Restart-like")?,
        support_days: SUPPORT_DAYS,
        outcome_lag_days: OUTCOME_LAG_DAYS,
    })?;
    let team = write.team().add_team(&NewTeam {
        name: Label::parse("Harbour team")?,
        site: None,
        programme,
        calendar: Territory::EnglandAndWales,
    })?;
    Ok((programme, team))
}

/// Takes the KPIs into use as this team reports them.
fn add_kpis(write: &mut Write<'_>, batch: BatchId) -> Result<Vec<(SampleKpi, KpiId)>, AppError> {
    let mut added = Vec::with_capacity(KPIS.len());
    for kpi in KPIS {
        let shipped = library().find(kpi.code());
        let shipped = shipped.ok_or_else(|| AppError::unexpected("sample_kpi"))?;
        let definition = KpiDefinition {
            grain: kpi.grain(),
            ..shipped.definition.clone()
        };
        let id = write.kpis().add(&definition, InUse::Yes, Some(batch))?;
        added.push((kpi, id));
    }
    Ok(added)
}

/// All figures, in the order a load takes them.
fn figures(advisers: &[AdviserId], kpis: &[(SampleKpi, KpiId)]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (place, adviser) in advisers.iter().enumerate() {
        for (kpi, id) in kpis {
            let readings = kpi.series(place).into_iter();
            figures.extend(readings.map(|reading| figure(*adviser, *id, reading)));
        }
    }
    figures.sort_by_key(|figure| (figure.adviser, figure.kpi, figure.period));
    figures
}

fn figure(adviser: AdviserId, kpi: KpiId, reading: Reading) -> Figure {
    Figure {
        adviser,
        kpi,
        period: reading.period,
        amount: Amount {
            numerator: reading.numerator,
            denominator: reading.denominator,
            exposure: reading.exposure,
        },
        status: status(reading.period),
    }
}

fn status(period: Period) -> FigureStatus {
    if period.end() >= today() {
        FigureStatus::Provisional
    } else {
        FigureStatus::Ok
    }
}

/// What the team agreed on, and what the contract asks: six job starts a month and eight employer conversations a
/// week of somebody full time, and 85 of 100 files without a critical fail.
fn add_targets(write: &mut Write<'_>, kpis: &[(SampleKpi, KpiId)]) -> Result<Vec<u32>, AppError> {
    let agreed = "agreed with the team, April 2026";
    let wanted = [
        (SampleKpi::JobStarts, Level::Expected, 6_000_000, agreed),
        (SampleKpi::Conversations, Level::Expected, 1_600_000, agreed),
        (
            SampleKpi::Files,
            Level::Contract,
            850_000,
            "contract, schedule 4",
        ),
    ];
    let mut targets = Vec::new();
    for (kpi, level, millionths, source) in wanted {
        for (_, id) in kpis.iter().filter(|(one, _)| *one == kpi) {
            targets.push(write.kpis().set_target(&NewTarget {
                kpi: *id,
                scope: Scope::Each,
                level,
                millionths,
                from: NaiveDate::from_ymd_opt(2026, 4, 1).unwrap_or_default(),
                to: None,
                source: source.to_owned(),
            })?);
        }
    }
    Ok(targets)
}

/// The employer desk in the south opened on 20 April 2026; Grace's line begins anew there.
fn add_phase(
    write: &mut Write<'_>,
    advisers: &[AdviserId],
    kpis: &[(SampleKpi, KpiId)],
) -> Result<Vec<u32>, AppError> {
    let grace = PEOPLE.iter().position(|person| person.alias == "Grace");
    let grace = grace.and_then(|place| advisers.get(place));
    let line = kpis
        .iter()
        .find(|(kpi, _)| *kpi == SampleKpi::Conversations);
    match (grace, line) {
        (Some(adviser), Some((_, kpi))) => {
            let id = write.phases().set(&NewPhase {
                adviser: *adviser,
                kpi: *kpi,
                from: week(2026, 4, 20),
                reason: Note::parse("employer desk opened")?,
            })?;
            Ok(vec![id])
        }
        (None, _) | (_, None) => Ok(Vec::new()),
    }
}

/// Takes the sample out; what somebody entered themselves stays, with the people and KPIs it is about.
pub fn remove(write: &mut Write<'_>) -> Result<(), AppError> {
    let Some(marker) = Marker::read(write.read())? else {
        return Ok(());
    };
    let targets = write.read().kpis().targets()?;
    for target in targets
        .iter()
        .filter(|one| marker.targets.contains(&one.id))
    {
        write.kpis().erase_target(target.id)?;
    }
    let set = write.read().phases().list()?;
    let phases = set.values().flat_map(|cell| &cell.phases);
    for phase in phases.filter(|phase| marker.phases.contains(&phase.id)) {
        write.phases().remove(phase.id)?;
    }
    write.remove_batch(BatchId(marker.batch))?;
    if write.team().erase_team(TeamId(marker.team))? {
        write
            .team()
            .erase_programme(ProgrammeId(marker.programme))?;
    }
    write.settings().clear(SETTING)?;
    if write.read().settings().get(COUNT_CHART)? == Some(chart_policy()) {
        write.settings().clear(COUNT_CHART)?;
    }
    Ok(())
}
