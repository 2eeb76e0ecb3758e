//! What is set by hand: a new phase at a period, and the baseline of the latest phase, each with its reason. A
//! phase keeps its baseline when a later one begins, so that old limits stay as they were. A new
//! phase is never automatic: the cause is known, it is expected to last, and the new level is not a return to the
//! old one (statistics.md 2.5).

use super::basis::Basis;
use super::page::{drawn, page_of};
use super::view::{AddPhase, ChartPageView, LoadChart, RemovePhase, SetBaseline};
use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::undo::{self, BaselineForm, Change, PhaseForm, Step, Turn, What};
use domain::kpi::KpiId;
use domain::period::{Period, parse_period};
use domain::scorecard::{HandBaseline, PhaseStart, Reading};
use domain::team::AdviserId;
use domain::text::{Note, TextRefusal};
use stats::phases::{Baseline, LEAST_BASELINE};
use store::phases::{CellPhases, NewPhase};
use store::{Action, Write};
use words::Arg;

/// Longest reason.
const LONGEST_REASON: usize = 200;

/// The cell a change is about, with how its chart reads before the change, up to the month that is shown.
struct Target {
    adviser: AdviserId,
    kpi: KpiId,
    reading: Reading,
    by_hand: CellPhases,
}

fn find(app: &App, asked: &LoadChart) -> Result<Target, AppError> {
    let basis = Basis::load(app.store()?, app.words(), app.today())?;
    let adviser = basis.adviser(&asked.adviser)?;
    let (kpi, _) = basis.kpi(&asked.kpi)?;
    let drawn = drawn(&basis, &adviser, kpi, asked.month.as_deref())?;
    Ok(Target {
        adviser: adviser.id,
        kpi: kpi.id,
        reading: drawn.reading,
        by_hand: basis
            .by_hand(adviser.id, kpi.id)
            .cloned()
            .unwrap_or_default(),
    })
}

fn refused(key: &str, field: &str, values: &[(&str, Arg)]) -> AppError {
    AppError::said(ErrorCode::RuleRefused, key, values).at(field)
}

/// A reason of 1 to 200 characters.
fn parse_reason(typed: &str) -> Result<Note, AppError> {
    let reason = Note::parse(typed).map_err(|refusal| AppError::from(refusal).at("reason"))?;
    if reason.reveal().chars().count() > LONGEST_REASON {
        let refusal = TextRefusal::TooLong {
            limit: LONGEST_REASON,
        };
        return Err(AppError::from(refusal).at("reason"));
    }
    Ok(reason)
}

/// Starts a new phase. Refused without its three confirmations and its reason, and at a period the chart does not
/// have or that is its first.
pub fn add_phase(app: &mut App, request: AddPhase) -> Result<ChartPageView, AppError> {
    let AddPhase {
        adviser,
        kpi,
        month,
        from,
        reason,
        confirmed,
    } = request;
    let asked = LoadChart {
        adviser,
        kpi,
        month,
    };
    let reason = parse_reason(&reason)?;
    if !confirmed {
        return Err(refused("error-phase-unconfirmed", "confirmed", &[]));
    }
    let target = find(app, &asked)?;
    let from = period_of(&target.reading, &from)?;
    let mut step = Step::new(What::PhaseSet);
    let former = target
        .by_hand
        .phases
        .iter()
        .find(|phase| phase.start.from == from);
    let start = PhaseStart {
        from,
        reason: reason.reveal().to_owned(),
        frozen: former.and_then(|phase| phase.start.frozen),
    };
    let before = former.map(|phase| PhaseForm::from(&phase.start));
    step.about(
        target.adviser,
        phase_change(&target, from, before, Some(PhaseForm::from(&start))),
    );
    let new = NewPhase {
        adviser: target.adviser,
        kpi: target.kpi,
        from,
        reason: reason.clone(),
    };
    let mut write = app.store_mut()?.write(Action::PhaseSet)?;
    write.reason(reason);
    let phase = write.phases().set(&new)?;
    write.object(i64::from(phase));
    finish(write, &target, &step)?;
    page_of(app, &asked)
}

fn phase_change(
    target: &Target,
    from: Period,
    before: Option<PhaseForm>,
    after: Option<PhaseForm>,
) -> Change {
    Change::Phase {
        kpi: target.kpi.0,
        from: from.key(),
        turn: Turn { before, after },
    }
}

fn baseline_change(
    target: &Target,
    from: Option<Period>,
    before: Option<&HandBaseline>,
    after: Option<&HandBaseline>,
) -> Change {
    let turn = Turn {
        before: before.map(BaselineForm::from),
        after: after.map(BaselineForm::from),
    };
    Change::Baseline {
        kpi: target.kpi.0,
        from: from.map_or(0, Period::key),
        turn,
    }
}

/// Says in the journal whom it concerns, records how to take it back, and makes it durable.
fn finish(mut write: Write<'_>, target: &Target, step: &Step) -> Result<(), AppError> {
    write.about(target.adviser);
    write.count(1);
    undo::record(&mut write, step)?;
    Ok(write.commit()?)
}

fn period_of(reading: &Reading, text: &str) -> Result<Period, AppError> {
    let from = parse_period(text).map_err(|refusal| AppError::from(refusal).at("from"))?;
    let mut later = reading.points.iter().skip(1);
    if later.any(|point| point.period == from) {
        Ok(from)
    } else {
        Err(refused("error-phase-period", "from", &[]))
    }
}

/// Takes a phase away.
pub fn remove_phase(app: &mut App, request: RemovePhase) -> Result<ChartPageView, AppError> {
    let RemovePhase {
        adviser,
        kpi,
        month,
        id,
    } = request;
    let asked = LoadChart {
        adviser,
        kpi,
        month,
    };
    let target = find(app, &asked)?;
    let found = target.by_hand.phases.iter().find(|phase| phase.id == id);
    let start = &found.ok_or_else(AppError::not_found)?.start;
    let mut step = Step::new(What::PhaseRemoved);
    let change = phase_change(&target, start.from, Some(PhaseForm::from(start)), None);
    step.about(target.adviser, change);
    // A baseline goes with its phase.
    let from = Some(start.from);
    let baseline = target.by_hand.baselines.iter().find(|one| one.from == from);
    if let Some(one) = baseline {
        let change = baseline_change(&target, from, Some(one), None);
        step.about(target.adviser, change);
    }
    let mut write = app.store_mut()?.write(Action::PhaseRemoved)?;
    write.phases().remove(id)?;
    if baseline.is_some() {
        write
            .phases()
            .clear_baseline(target.adviser, target.kpi, from)?;
    }
    write.object(i64::from(id));
    finish(write, &target, &step)?;
    page_of(app, &asked)
}

/// Fixes the baseline of the latest phase to its first points, or sets it free.
pub fn set_baseline(app: &mut App, request: SetBaseline) -> Result<ChartPageView, AppError> {
    let SetBaseline {
        adviser,
        kpi,
        month,
        points,
        reason,
    } = request;
    let asked = LoadChart {
        adviser,
        kpi,
        month,
    };
    let target = find(app, &asked)?;
    let from = target.reading.phase_start();
    let reason = points.map(|_| parse_reason(&reason)).transpose()?;
    let baseline = wanted(&target, points, reason.as_ref())?;
    let what = if baseline.is_some() {
        What::BaselineSet
    } else {
        What::BaselineFreed
    };
    let mut step = Step::new(what);
    let before = target.by_hand.baselines.iter().find(|one| one.from == from);
    step.about(
        target.adviser,
        baseline_change(&target, from, before, baseline.as_ref()),
    );
    let mut write = app.store_mut()?.write(Action::BaselineFrozen)?;
    match &baseline {
        Some(baseline) => write
            .phases()
            .set_baseline(target.adviser, target.kpi, baseline)?,
        None => write
            .phases()
            .clear_baseline(target.adviser, target.kpi, from)?,
    }
    if let Some(reason) = reason {
        write.reason(reason);
    }
    write.object(i64::from(target.kpi.0));
    finish(write, &target, &step)?;
    page_of(app, &asked)
}

/// The baseline of the latest phase shown, with so many points and this reason; none of both for none.
fn wanted(
    target: &Target,
    points: Option<u32>,
    reason: Option<&Note>,
) -> Result<Option<HandBaseline>, AppError> {
    let Some((points, reason)) = points.zip(reason) else {
        return Ok(None);
    };
    Ok(Some(HandBaseline {
        from: target.reading.phase_start(),
        points: check_points(&target.reading, points)?,
        reason: reason.reveal().to_owned(),
    }))
}

/// Twelve points or more, in a phase of thirteen or more (rulings 20).
fn check_points(reading: &Reading, points: u32) -> Result<u32, AppError> {
    let recorded = reading.phase().map_or(0, |phase| phase.summary.recorded);
    let wanted = usize::try_from(points).unwrap_or(usize::MAX);
    if Baseline::by_hand(wanted, recorded).is_some() {
        return Ok(points);
    }
    let values = [
        ("least", Arg::from(LEAST_BASELINE)),
        ("recorded", Arg::from(recorded)),
    ];
    Err(refused("error-baseline-points", "points", &values))
}
