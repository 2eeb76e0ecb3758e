//! Unusual values are stored, asked about, and marked until somebody says that they are right.

use super::bench::Desk;
use crate::undo;

/// Fills fifteen months up to October 2026.
fn with_history(kpi: &str, numbers: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::new();
    let months = [
        "2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03",
        "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10",
    ];
    for (month, (numerator, denominator)) in months.iter().zip(numbers.iter().cycle()) {
        desk.write(month, &[("Ana", kpi, numerator, denominator)]);
    }
    desk
}

#[test]
fn a_denominator_far_above_the_usual_is_asked_about() {
    let numbers = [
        ("5", "18"),
        ("6", "20"),
        ("4", "17"),
        ("7", "19"),
        ("5", "16"),
    ];
    let mut desk = with_history("K17", &numbers);
    let written = desk.write("2026-11", &[("Ana", "K17", "5", "34")]);
    assert_eq!((written.grid.to_confirm, written.refused.len()), (1, 0));
    let cell = desk.cell("2026-11", "Ana", "K17");
    assert_eq!(cell.denominator, "34", "it is stored");
    assert_eq!(
        cell.query.as_deref(),
        Some("34 is far above Ana’s usual 12 to 24.")
    );
    let usual = desk.write("2026-11", &[("Ana", "K17", "5", "19")]);
    assert_eq!(usual.grid.to_confirm, 0, "the question goes with the value");
}

#[test]
fn a_count_and_a_share_have_their_own_words() {
    let mut desk = with_history(
        "K19",
        &[("6", ""), ("4", ""), ("7", ""), ("5", ""), ("6", "")],
    );
    desk.write("2026-11", &[("Ana", "K19", "31", "")]);
    let asked = desk.cell("2026-11", "Ana", "K19").query.unwrap();
    assert!(
        asked.starts_with("31 is far above Ana’s usual 0 to "),
        "{asked}"
    );
    let mut desk = with_history(
        "K05",
        &[("15", "20"), ("14", "18"), ("16", "20"), ("13", "17")],
    );
    desk.write("2026-11", &[("Ana", "K05", "3", "19")]);
    let asked = desk.cell("2026-11", "Ana", "K05").query.unwrap();
    assert!(
        asked.starts_with("16\u{a0}% is far below Ana’s usual "),
        "{asked}"
    );
}

#[test]
fn another_value_than_the_one_there_always_was_is_asked_about() {
    let mut desk = with_history("K36", &[("0", "")]);
    assert_eq!(
        desk.write("2026-11", &[("Ana", "K36", "0", "")])
            .grid
            .to_confirm,
        0
    );
    let mut desk = with_history("K29", &[("80", "12")]);
    desk.write("2026-11", &[("Ana", "K29", "81.5", "12")]);
    let asked = desk.cell("2026-11", "Ana", "K29").query;
    assert_eq!(
        asked.as_deref(),
        Some("81.5 is new: it was always 80.0 so far.")
    );
}

#[test]
fn nobody_is_asked_while_too_little_is_known_or_the_period_is_open() {
    let mut desk = Desk::new();
    assert_eq!(
        desk.write("2026-11", &[("Ana", "K19", "99", "")])
            .grid
            .to_confirm,
        0
    );
    let mut desk = Desk::new();
    for week in 30..=48 {
        desk.write(
            &format!("2026-W{week}"),
            &[("Ana", "K13", ["9", "8", "10"][week % 3], "")],
        );
    }
    assert_eq!(
        desk.write("2026-W49", &[("Ana", "K13", "1", "")])
            .grid
            .to_confirm,
        0,
        "so far"
    );
    assert_eq!(
        desk.write("2026-W49", &[("Ana", "K13", "60", "")])
            .grid
            .to_confirm,
        1
    );
}

#[test]
fn undoing_brings_the_question_back_too() {
    let mut desk = with_history("K19", &[("6", ""), ("4", ""), ("7", ""), ("5", "")]);
    desk.write("2026-11", &[("Ana", "K19", "31", "")]);
    let asked = desk.digest();
    desk.write("2026-11", &[("Ana", "K19", "6", "")]);
    undo::undo(&mut desk.bench.app).unwrap();
    assert_eq!(desk.digest(), asked);
    assert!(desk.cell("2026-11", "Ana", "K19").query.is_some());
}
