//! What cannot be true is turned away at its cell, with a sentence; the other cells are saved.

use super::bench::Desk;
use crate::error::ErrorCode;
use crate::figures;
use crate::figures::view::{CellText, LoadGrid, WriteCells};
use crate::kpis::view::GrainView;
use crate::team;

fn check(kpi: &str, numerator: &str, denominator: &str, expected: &str) {
    let mut desk = Desk::new();
    let before = desk.digest();
    let written = desk.write("2026-11", &[("Ana", kpi, numerator, denominator)]);
    assert_eq!(written.refused.len(), 1, "{numerator} of {denominator}");
    assert_eq!(written.refused[0].reason, expected);
    assert_eq!(desk.digest(), before, "{expected}");
}

#[test]
fn a_part_larger_than_its_whole_is_refused() {
    check("K05", "61", "58", "61 on time is more than 58 due.");
}

#[test]
fn what_is_no_number_a_count_cannot_be_or_has_no_second_half_is_refused() {
    check("K19", "seven", "", "This is not a number.");
    check("K19", "1,5", "", "This is not a number.");
    check("K19", "1.5", "", "A count is a whole number.");
    check("K19", "-3", "", "A figure cannot be below zero.");
    check(
        "K19",
        "99999999999",
        "",
        "The number is too large to be real.",
    );
    check("K19", "7", "20", "This KPI has one number only.");
    check("K05", "12", "", "Both numbers are needed.");
    check("K05", "", "20", "Both numbers are needed.");
    check("K05", "1", "0", "Nothing can be counted out of nothing.");
    check(
        "K29",
        "120",
        "12",
        "The scale of this KPI runs from 0 to 100.",
    );
    check("K29", "80", "0", "Nothing can be counted out of nothing.");
}

#[test]
fn one_refused_cell_of_a_paste_does_not_lose_the_others() {
    let mut desk = Desk::new();
    let cells = [
        ("Ana", "K05", "61", "58"),
        ("Ben", "K05", "13", "18"),
        ("Ana", "K19", "6", ""),
    ];
    let written = desk.write("2026-11", &cells);
    assert_eq!(written.refused.len(), 1);
    assert_eq!(
        (
            written.refused[0].adviser.clone(),
            written.refused[0].kpi.as_str()
        ),
        (desk.id("Ana"), "K05")
    );
    assert_eq!(written.grid.empty, 13);
    assert_eq!(desk.cell("2026-11", "Ben", "K05").denominator, "18");
}

#[test]
fn somebody_who_was_not_in_the_team_has_no_cell() {
    let mut desk = Desk::new();
    let mut leaver = super::bench::adviser("Ben");
    leaver.id = Some(desk.id("Ben"));
    leaver.left = Some("2026-10-30".to_owned());
    team::save_adviser(&mut desk.bench.app, leaver).unwrap();
    assert_eq!(desk.grid("2026-11").rows.len(), 1);
    assert_eq!(desk.grid("2026-10").rows.len(), 2);
    let written = desk.write("2026-11", &[("Ben", "K19", "3", "")]);
    assert_eq!(written.refused[0].reason, "Not in the team in this period.");
}

fn refusal(desk: &mut Desk, period: &str, grain: GrainView) -> crate::error::AppError {
    let request = LoadGrid {
        grain,
        period: Some(period.to_owned()),
    };
    figures::grid(&desk.bench.app, request).unwrap_err()
}

#[test]
fn a_period_that_has_not_begun_or_is_past_keeping_has_no_grid() {
    let mut desk = Desk::new();
    let future = refusal(&mut desk, "2027-01", GrainView::Month);
    assert_eq!(
        (future.code, future.message.as_str()),
        (ErrorCode::RuleRefused, "This period has not begun.")
    );
    let old = refusal(&mut desk, "2024-10", GrainView::Month);
    assert_eq!(
        old.message,
        "This period is past the time figures are kept."
    );
    assert_eq!(desk.grid("2024-11").previous, None);
    assert_eq!(desk.grid("2026-12").next, None);
    let grain = refusal(&mut desk, "2026-W48", GrainView::Month);
    assert_eq!(grain.field.as_deref(), Some("period"));
}

#[test]
fn an_unknown_person_or_kpi_is_not_found_and_nothing_is_written() {
    let mut desk = Desk::new();
    let before = desk.digest();
    let ana = desk.id("Ana");
    for (adviser, kpi) in [
        ("0".repeat(32), "K19"),
        ("nobody".to_owned(), "K19"),
        (ana, "K99"),
    ] {
        let request = WriteCells {
            grain: GrainView::Month,
            period: "2026-11".to_owned(),
            cells: vec![CellText {
                adviser,
                kpi: kpi.to_owned(),
                numerator: "1".to_owned(),
                denominator: String::new(),
            }],
        };
        let error = figures::write(&mut desk.bench.app, request).unwrap_err();
        assert_eq!(error.code, ErrorCode::NotFound);
    }
    assert_eq!(desk.digest(), before);
}
