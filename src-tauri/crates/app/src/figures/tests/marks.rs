//! Confirmed, disputed, settled.

use super::bench::Desk;
use crate::error::ErrorCode;
use crate::figures::view::{CellActView, FigureStatusView, MarkCell};
use crate::kpis::view::GrainView;
use crate::{figures, undo};
use std::time::Duration;

fn mark(desk: &mut Desk, period: &str, act: CellActView) -> Result<(), crate::error::AppError> {
    let is_week = period.contains('W');
    let request = MarkCell {
        adviser: desk.id("Ana"),
        kpi: if is_week { "K13" } else { "K19" }.to_owned(),
        grain: if is_week {
            GrainView::Week
        } else {
            GrainView::Month
        },
        period: period.to_owned(),
        act,
    };
    figures::mark(&mut desk.bench.app, request).map(drop)
}

#[test]
fn a_disputed_figure_stands_aside_until_it_is_settled_or_put_right() {
    let mut desk = Desk::new();
    desk.write("2026-11", &[("Ana", "K19", "6", "")]);
    let typed = desk.digest();
    mark(&mut desk, "2026-11", CellActView::Dispute).unwrap();
    assert_eq!(
        desk.cell("2026-11", "Ana", "K19").status,
        FigureStatusView::Disputed
    );
    mark(&mut desk, "2026-11", CellActView::Settle).unwrap();
    assert_eq!(desk.digest(), typed);
    let twice = mark(&mut desk, "2026-11", CellActView::Settle).unwrap_err();
    assert_eq!(twice.code, ErrorCode::OutOfDate);
    mark(&mut desk, "2026-11", CellActView::Dispute).unwrap();
    desk.write("2026-11", &[("Ana", "K19", "7", "")]);
    assert_eq!(
        desk.cell("2026-11", "Ana", "K19").status,
        FigureStatusView::Corrected
    );
    assert!(desk.rolls_hold());
}

#[test]
fn marking_is_a_step_to_undo() {
    let mut desk = Desk::new();
    desk.write("2026-11", &[("Ana", "K19", "6", "")]);
    let before = desk.digest();
    mark(&mut desk, "2026-11", CellActView::Dispute).unwrap();
    let after = desk.digest();
    assert_eq!(
        undo::undo(&mut desk.bench.app).unwrap().words,
        "Undone: 1 figure disputed"
    );
    assert_eq!(desk.digest(), before);
    undo::redo(&mut desk.bench.app).unwrap();
    assert_eq!(desk.digest(), after);
}

#[test]
fn what_was_typed_before_the_week_was_over_is_asked_about_afterwards() {
    let mut desk = Desk::new();
    desk.write("2026-W49", &[("Ana", "K13", "3", "")]);
    assert_eq!(desk.cell("2026-W49", "Ana", "K13").query, None);
    desk.bench.pass(Duration::from_hours(24 * 5));
    let cell = desk.cell("2026-W49", "Ana", "K13");
    let expected = "3 was typed before Week of 30 November 2026 was over. It may not be all.";
    assert_eq!(cell.query.as_deref(), Some(expected));
    mark(&mut desk, "2026-W49", CellActView::Confirm).unwrap();
    let cell = desk.cell("2026-W49", "Ana", "K13");
    assert_eq!((cell.query, cell.status), (None, FigureStatusView::Ok));
}

#[test]
fn there_is_nothing_to_say_of_an_empty_cell() {
    let mut desk = Desk::new();
    let error = mark(&mut desk, "2026-11", CellActView::Dispute).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotFound);
}
