//! Turning what belongs to one line of figures: the figures, phases and baselines of one person on one KPI.

use crate::error::AppError;
use crate::undo::apply::Outcome;
use crate::undo::forms::{BaselineForm, PhaseForm, Stored};
use domain::figure::Figure;
use domain::kpi::KpiId;
use domain::period::Period;
use domain::team::AdviserId;
use domain::text::Note;
use store::Write;
use store::figures::Cell;
use store::phases::NewPhase;

type Facing<T> = (Option<T>, Option<T>);

/// What stands in a cell.
pub(crate) fn stored(read: store::Read<'_>, cell: &Cell) -> Result<Option<Stored>, AppError> {
    let figures = read.figures();
    let Some(figure) = figures.figure(cell)? else {
        return Ok(None);
    };
    let asked = figures.is_asked(cell)?;
    let note = figures.note(cell)?;
    Ok(Some(Stored::of(
        figure.amount,
        figure.status,
        asked,
        note.as_ref(),
    )))
}

pub(super) fn figure(
    write: &mut Write<'_>,
    (adviser, kpi, period): (Option<AdviserId>, u32, i64),
    (expected, wanted): Facing<Stored>,
) -> Result<Outcome, AppError> {
    let (Some(adviser), Some(period)) = (adviser, Period::from_key(period)) else {
        return Ok(Outcome::Left);
    };
    let cell = Cell {
        adviser,
        kpi: KpiId(kpi),
        period,
    };
    if stored(write.read(), &cell)? != expected {
        return Ok(Outcome::Left);
    }
    match wanted {
        None => write.figures().erase(&cell)?,
        Some(wanted) => put(write, &cell, &wanted)?,
    }
    Ok(Outcome::Turned)
}

/// Makes a value stand: the last one replaced if that is what it was, else as a new writing.
fn put(write: &mut Write<'_>, cell: &Cell, wanted: &Stored) -> Result<(), AppError> {
    let figure = Figure {
        adviser: cell.adviser,
        kpi: cell.kpi,
        period: cell.period,
        amount: wanted.amount(),
        status: wanted.status(),
    };
    let before = write.read().figures().versions(cell)?;
    let current = write.read().figures().figure(cell)?;
    let same_amount = current.is_some_and(|current| current.amount == figure.amount);
    if same_amount {
        write.figures().mark(cell, figure.status)?;
    } else if before.first() == Some(&figure) {
        write.figures().take_back(cell)?;
    } else {
        write.figures().put(&figure)?;
    }
    if wanted.asked {
        write.figures().ask(cell)?;
    } else {
        write.figures().confirm(cell)?;
    }
    let note = wanted
        .note
        .as_deref()
        .and_then(|note| Note::parse(note).ok());
    Ok(write.figures().write_note(cell, note.as_ref())?)
}

pub(super) fn phase(
    write: &mut Write<'_>,
    (adviser, kpi, from): (Option<AdviserId>, u32, i64),
    (expected, wanted): Facing<PhaseForm>,
) -> Result<Outcome, AppError> {
    let (Some(adviser), Some(from)) = (adviser, Period::from_key(from)) else {
        return Ok(Outcome::Left);
    };
    let set = write.read().phases().of(adviser, KpiId(kpi))?;
    let current = set.phases.iter().find(|phase| phase.start.from == from);
    if current.map(|phase| PhaseForm::from(&phase.start)) != expected {
        return Ok(Outcome::Left);
    }
    let Some(wanted) = wanted else {
        if let Some(current) = current {
            write.phases().remove(current.id)?;
        }
        return Ok(Outcome::Turned);
    };
    let Ok(reason) = Note::parse(&wanted.reason) else {
        return Ok(Outcome::Left);
    };
    let id = write.phases().set(&NewPhase {
        adviser,
        kpi: KpiId(kpi),
        from,
        reason,
    })?;
    if let Some(kept) = wanted.kept() {
        write.phases().freeze(id, &kept)?;
    }
    Ok(Outcome::Turned)
}

pub(super) fn baseline(
    write: &mut Write<'_>,
    (adviser, kpi, from): (Option<AdviserId>, u32, i64),
    (expected, wanted): Facing<BaselineForm>,
) -> Result<Outcome, AppError> {
    let (Some(adviser), kpi) = (adviser, KpiId(kpi)) else {
        return Ok(Outcome::Left);
    };
    let from = Period::from_key(from).filter(|_| from != 0);
    let set = write.read().phases().of(adviser, kpi)?;
    let current = set.baselines.iter().find(|one| one.from == from);
    if current.map(BaselineForm::from) != expected {
        return Ok(Outcome::Left);
    }
    match wanted {
        Some(wanted) => {
            let baseline = wanted.baseline(from);
            write.phases().set_baseline(adviser, kpi, &baseline)?;
        }
        None => write.phases().clear_baseline(adviser, kpi, from)?,
    }
    Ok(Outcome::Turned)
}
