//! Typed, put right, cleared, pasted, undone and done again.

use super::bench::{Desk, adviser};
use crate::figures::view::{FigureStatusView, LoadGrid};
use crate::kpis::view::{GrainView, UseKpi};
use crate::{figures, kpis, team, undo};
use store::figures::Cell;

#[test]
fn a_month_begins_empty_and_counts_what_is_missing() {
    let mut desk = Desk::new();
    let grid = desk.grid("2026-11");
    let columns: Vec<&str> = grid
        .columns
        .iter()
        .map(|column| column.kpi.as_str())
        .collect();
    assert_eq!(
        columns,
        ["K05", "K17", "K19", "K29", "K36"],
        "by block and code, none of another grain"
    );
    assert_eq!(
        (grid.cells, grid.empty),
        (16, 16),
        "two people, eight numbers each"
    );
    assert_eq!(grid.period_words, "November 2026");
    assert_eq!(
        (grid.previous.as_deref(), grid.next.as_deref()),
        (Some("2026-10"), Some("2026-12"))
    );
    assert_eq!(grid.periods[0].period, "2026-12");
    assert_eq!(grid.periods.len(), 12);
    let heads = (
        grid.columns[0].numerator.as_str(),
        grid.columns[0].denominator.as_deref(),
    );
    assert_eq!(heads, ("on time", Some("due")));
    assert_eq!(
        grid.columns[2].denominator, None,
        "full-time months come from the calendar"
    );
    let written = desk.write("2026-11", &[("Ana", "K05", "12", "20")]);
    assert_eq!((written.grid.empty, written.refused.len()), (14, 0));
    assert_eq!(written.grid.saved_at.as_deref(), Some("14:02:11"));
    let cell = desk.cell("2026-11", "Ana", "K05");
    assert_eq!(
        (cell.numerator.as_str(), cell.denominator.as_str()),
        ("12", "20")
    );
    assert_eq!(cell.status, FigureStatusView::Ok);
}

#[test]
fn the_grid_opens_at_the_last_closed_period_until_it_is_full() {
    let mut desk = Desk::new();
    let open = |desk: &Desk| {
        let request = LoadGrid {
            grain: GrainView::Week,
            period: None,
        };
        figures::grid(&desk.bench.app, request).unwrap().period
    };
    assert_eq!(open(&desk), "2026-W48");
    let cells = [
        ("Ana", "K13", "9", ""),
        ("Ben", "K13", "8", ""),
        ("Ana", "K28", "60.5", ""),
        ("Ben", "K28", "61", ""),
    ];
    desk.write("2026-W48", &cells);
    assert_eq!(open(&desk), "2026-W49");
}

#[test]
fn a_month_imported_for_a_weekly_kpi_stands_on_the_sheet_of_its_month() {
    let mut desk = Desk::new();
    let has = |desk: &Desk, period: &str| {
        let request = LoadGrid {
            grain: GrainView::Month,
            period: Some(period.to_owned()),
        };
        let grid = figures::grid(&desk.bench.app, request).unwrap();
        grid.columns.iter().any(|column| column.kpi == "K13")
    };
    assert!(!has(&desk, "2026-11"));
    let read = desk.bench.app.store().unwrap().read();
    let kpi = read.kpis().find_code("K13").unwrap().unwrap();
    let mut write = desk
        .bench
        .app
        .store_mut()
        .unwrap()
        .write(store::Action::FiguresImported)
        .unwrap();
    let figure = domain::figure::Figure {
        adviser: domain::team::AdviserId(1),
        kpi,
        period: domain::period::parse_period("2026-11").unwrap(),
        amount: domain::figure::Amount {
            numerator: 9,
            denominator: None,
            exposure: None,
        },
        status: domain::figure::FigureStatus::Ok,
    };
    write.figures().put(&figure).unwrap();
    write.commit().unwrap();
    assert!(has(&desk, "2026-11") && !has(&desk, "2026-10"));
    desk.write("2026-11", &[("Ana", "K13", "10", "")]);
    let status = desk.cell("2026-11", "Ana", "K13").status;
    assert_eq!(status, FigureStatusView::Corrected);
}

#[test]
fn missing_is_not_zero_and_out_of_nothing_is_no_value() {
    let mut desk = Desk::new();
    desk.write(
        "2026-11",
        &[("Ana", "K19", "0", ""), ("Ben", "K05", "0", "0")],
    );
    assert_eq!(desk.cell("2026-11", "Ana", "K19").numerator, "0");
    assert_eq!(
        desk.cell("2026-11", "Ben", "K19").numerator,
        "",
        "nobody typed anything"
    );
    let read = desk.bench.app.store().unwrap().read();
    let plans = read.kpis().find_code("K05").unwrap().unwrap();
    let stored = read
        .figures()
        .grid(domain::period::parse_period("2026-11").unwrap())
        .unwrap();
    let nothing = stored.iter().find(|figure| figure.kpi == plans).unwrap();
    assert_eq!(nothing.amount.value(domain::kpi::Kind::Proportion), None);
}

#[test]
fn a_figure_put_right_says_so_and_keeps_the_old_value() {
    let mut desk = Desk::new();
    desk.write("2026-11", &[("Ana", "K19", "6", "")]);
    desk.write("2026-11", &[("Ana", "K19", "7", "")]);
    let cell = desk.cell("2026-11", "Ana", "K19");
    assert_eq!(cell.status, FigureStatusView::Corrected);
    assert_eq!(cell.was, Some(("6".to_owned(), String::new())));
    let read = desk.bench.app.store().unwrap().read();
    let cell = Cell {
        adviser: domain::team::AdviserId(1),
        kpi: read.kpis().find_code("K19").unwrap().unwrap(),
        period: domain::period::parse_period("2026-11").unwrap(),
    };
    let versions = read.figures().versions(&cell).unwrap();
    assert_eq!(
        versions
            .iter()
            .map(|one| one.amount.numerator)
            .collect::<Vec<_>>(),
        [6]
    );
    let same = desk.digest();
    desk.write("2026-11", &[("Ana", "K19", " 7.0 ", "")]);
    assert_eq!(
        desk.digest(),
        same,
        "writing what is stored changes nothing"
    );
}

#[test]
fn a_figure_of_an_open_period_is_provisional() {
    let mut desk = Desk::new();
    desk.write("2026-W49", &[("Ana", "K13", "3", "")]);
    assert_eq!(
        desk.cell("2026-W49", "Ana", "K13").status,
        FigureStatusView::Provisional
    );
    desk.write("2026-W49", &[("Ana", "K13", "5", "")]);
    assert_eq!(
        desk.cell("2026-W49", "Ana", "K13").status,
        FigureStatusView::Provisional
    );
}

#[test]
fn a_cell_whose_outcomes_are_still_to_come_is_not_counted_as_empty() {
    let mut desk = Desk::new();
    let counted = desk.grid("2026-11").empty;
    let request = UseKpi {
        code: "K22".to_owned(),
        active: true,
    };
    kpis::set_use(&mut desk.bench.app, request).unwrap();
    let early = |period: &str| {
        let grid = desk.grid(period);
        let column = grid.columns.iter().find(|one| one.kpi == "K22").unwrap();
        (column.early, grid.empty)
    };
    assert_eq!(early("2026-11"), (true, counted));
    assert_eq!(early("2025-11"), (false, counted + 4));
}

#[test]
fn both_numbers_empty_clear_the_cell() {
    let mut desk = Desk::new();
    let empty = desk.digest();
    desk.write(
        "2026-11",
        &[("Ana", "K05", "12", "20"), ("Ana", "K19", "6", "")],
    );
    let filled = desk.digest();
    let written = desk.write(
        "2026-11",
        &[("Ana", "K05", " ", ""), ("Ana", "K19", "", "")],
    );
    assert_eq!(written.grid.empty, 16);
    assert_eq!(desk.digest(), empty);
    let undone = undo::undo(&mut desk.bench.app).unwrap();
    assert_eq!(undone.place.get("grain").map(String::as_str), Some("month"));
    assert_eq!(undone.words, "Undone: 2 figures cleared");
    assert_eq!(desk.digest(), filled);
    assert!(desk.rolls_hold());
}

#[test]
fn a_paste_is_one_step_back_and_forth() {
    let mut desk = Desk::new();
    let before = desk.digest();
    let block = [
        ("Ana", "K05", "12", "20"),
        ("Ana", "K19", "6", ""),
        ("Ben", "K05", "13", "18"),
        ("Ben", "K19", "7", ""),
        ("Ben", "K29", "78.5", "12"),
    ];
    desk.write("2026-11", &block);
    let after = desk.digest();
    let undone = undo::undo(&mut desk.bench.app).unwrap();
    assert_eq!(
        (undone.words.as_str(), undone.section.as_str()),
        ("Undone: 5 figures pasted", "figures")
    );
    assert_eq!(desk.digest(), before);
    assert_eq!(
        undo::redo(&mut desk.bench.app).unwrap().words,
        "Done again: 5 figures pasted"
    );
    assert_eq!(desk.digest(), after);
    assert_eq!(
        desk.cell("2026-11", "Ben", "K29").numerator,
        "78.5",
        "a mean, stored as its sum"
    );
    assert!(desk.rolls_hold());
}

#[test]
fn undoing_goes_back_through_everything_to_the_empty_vault() {
    let mut bench = crate::testing::Bench::open();
    let digest =
        |bench: &crate::testing::Bench| bench.app.store().unwrap().read().digest().unwrap();
    let mut seen = vec![digest(&bench)];
    team::save_adviser(&mut bench.app, adviser("Ana")).unwrap();
    seen.push(digest(&bench));
    let request = UseKpi {
        code: "K19".to_owned(),
        active: true,
    };
    kpis::set_use(&mut bench.app, request).unwrap();
    seen.push(digest(&bench));
    let mut desk = Desk { bench };
    for number in ["6", "7", ""] {
        desk.write("2026-11", &[("Ana", "K19", number, "")]);
        seen.push(desk.digest());
    }
    seen.pop();
    while let Some(expected) = seen.pop() {
        undo::undo(&mut desk.bench.app).unwrap();
        assert_eq!(desk.digest(), expected);
    }
    let error = undo::undo(&mut desk.bench.app).unwrap_err();
    assert_eq!(error.message, "There is nothing to undo.");
}
