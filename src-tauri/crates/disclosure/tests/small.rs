//! A team smaller than the profile asks for has no table at all (disclosure.md 2.2).

#![expect(clippy::unwrap_used, reason = "a failed test may panic")]

use disclosure::{
    Contribution, Measure, MeasureKind, Policy, Profile, Refusal, ReleasedCell, Row, Span, Table,
    release, small_groups,
};

const OCTOBER: Span = Span {
    first: 20_727,
    last: 20_757,
};
const NOVEMBER: Span = Span {
    first: 20_758,
    last: 20_787,
};

/// A row of so many advisers, each with twelve job starts.
fn row(group: &str, advisers: u64, span: Span) -> Row {
    let cell = (0..advisers).map(|member| Contribution {
        member,
        numerator: 12,
        denominator: None,
    });
    Row {
        group: group.into(),
        period: "2026-10".into(),
        span,
        cells: vec![cell.collect()],
    }
}

fn table(rows: Vec<Row>) -> Table {
    let measure = Measure {
        code: "K19".into(),
        name: "Job starts".into(),
        kind: MeasureKind::Count,
    };
    Table::new(vec![measure], rows).unwrap()
}

#[test]
fn a_small_team_has_no_place_in_the_table_of_a_large_one() {
    let policy = Policy::of(Profile::Internal);
    let both = table(vec![row("Harbour", 8, OCTOBER), row("Quay", 4, OCTOBER)]);
    let small = small_groups(&both, &policy);
    assert_eq!(small.into_iter().collect::<Vec<_>>(), ["Quay"]);
    assert_eq!(
        release(&both, &policy, &[], 0),
        Err(Refusal::TooSmall { least: 6 })
    );
}

#[test]
fn a_month_in_which_somebody_was_away_hides_its_cells_and_the_team_stays() {
    let policy = Policy::of(Profile::Internal);
    let grown = table(vec![
        row("Harbour", 5, OCTOBER),
        row("Harbour", 8, NOVEMBER),
    ]);
    assert!(small_groups(&grown, &policy).is_empty());
    let released = release(&grown, &policy, &[], 0).unwrap();
    assert_eq!(released.rows()[0].cells[0], ReleasedCell::Hidden);
}
