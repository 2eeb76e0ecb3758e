//! What can be said of a stored figure besides typing: that an unusual value is right, that somebody disputes it,
//! that the dispute is settled and the value stands.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::figures::grid::show;
use crate::figures::sheet::Sheet;
use crate::figures::view::{CellActView, GridView, MarkCell};
use crate::team::find_adviser;
use crate::undo::{self, Change, Step, Turn, What};
use domain::figure::FigureStatus;
use store::Action;
use store::figures::Cell;

/// Marks one cell.
pub fn mark(app: &mut App, request: MarkCell) -> Result<GridView, AppError> {
    let MarkCell {
        adviser,
        kpi,
        grain,
        period,
        act,
    } = request;
    let sheet = Sheet::load(app, grain, &period)?;
    let read = app.store()?.read();
    let (entry, _) = sheet.column(&kpi).ok_or_else(AppError::not_found)?;
    let cell = Cell {
        adviser: find_adviser(read, &adviser)?,
        kpi: entry.id,
        period: sheet.period,
    };
    let figure = read
        .figures()
        .figure(&cell)?
        .ok_or_else(AppError::not_found)?;
    let status = status_after(act, figure.status, &sheet)?;
    let before = undo::stored(read, &cell)?;
    let mut write = app.store_mut()?.write(Action::FiguresMarked)?;
    write.figures().mark(&cell, status)?;
    match act {
        CellActView::Confirm => write.figures().confirm(&cell)?,
        CellActView::Dispute | CellActView::Settle => {}
    }
    let after = undo::stored(write.read(), &cell)?;
    if before == after {
        drop(write);
        return show(app, &sheet);
    }
    let mut step = Step::new(match act {
        CellActView::Confirm => What::FigureConfirmed,
        CellActView::Dispute => What::FigureDisputed,
        CellActView::Settle => What::FigureSettled,
    });
    let change = Change::Figure {
        kpi: cell.kpi.0,
        period: cell.period.key(),
        turn: Turn { before, after },
    };
    step.about(cell.adviser, change);
    write.about(cell.adviser);
    write.count(1);
    undo::record(&mut write, &step)?;
    write.commit()?;
    show(app, &sheet)
}

/// How far the figure can be relied on afterwards.
fn status_after(
    act: CellActView,
    status: FigureStatus,
    sheet: &Sheet,
) -> Result<FigureStatus, AppError> {
    match (act, status) {
        (CellActView::Confirm, FigureStatus::Provisional)
        | (CellActView::Settle, FigureStatus::Disputed) => Ok(sheet.status()),
        (CellActView::Confirm, _) => Ok(status),
        (CellActView::Dispute, _) => Ok(FigureStatus::Disputed),
        (CellActView::Settle, _) => {
            let gone = AppError::said(ErrorCode::OutOfDate, "figures-not-disputed", &[]);
            Err(gone)
        }
    }
}
