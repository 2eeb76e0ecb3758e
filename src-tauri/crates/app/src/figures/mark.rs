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
    let status = match act {
        CellActView::Confirm if figure.status == FigureStatus::Provisional => sheet.status(),
        CellActView::Confirm => figure.status,
        CellActView::Dispute => FigureStatus::Disputed,
        CellActView::Settle if figure.status == FigureStatus::Disputed => sheet.status(),
        CellActView::Settle => {
            return Err(AppError::said(
                ErrorCode::OutOfDate,
                "figures-not-disputed",
                &[],
            ));
        }
    };
    let before = undo::stored(read, &cell)?;
    let mut step = Step::new(match act {
        CellActView::Confirm => What::FigureConfirmed,
        CellActView::Dispute => What::FigureDisputed,
        CellActView::Settle => What::FigureSettled,
    });
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
