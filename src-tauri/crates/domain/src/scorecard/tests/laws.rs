use super::*;
use proptest::prelude::*;

#[test]
fn weeks_become_months_by_their_kind_of_roll() {
    let weeks = figures("2026-W45", &all(&[3, 4, 5, 6]), Some(10));
    let check = |roll: Roll, numerator: i64, denominator: i64| {
        let rolled = roll_up(&weeks, Grain::Month, roll);
        let amount = rolled[&period("2026-11")].0;
        assert_eq!(
            (amount.numerator, amount.denominator),
            (numerator, Some(denominator)),
            "{roll:?}"
        );
    };
    check(Roll::Sum, 18, 40);
    check(Roll::Last, 6, 10);
    check(Roll::MeanWeighted, 18, 40);
    assert!(
        roll_up(&weeks, Grain::Month, Roll::None).is_empty(),
        "readings that cannot be combined are not"
    );
}

#[test]
fn monthly_figures_of_a_weekly_kpi_are_charted_by_month() {
    let definition = kpi(Kind::Count, Grain::Week);
    assert_eq!(
        chart_grain(&definition, &figures("2026-01", &all(&[1, 2]), None)),
        Grain::Month
    );
    assert_eq!(chart_grain(&definition, &[]), Grain::Week);
}

#[test]
fn an_advisers_own_target_wins_over_everybodys() {
    let mut own = target(8);
    own.scope = Scope::Adviser(AdviserId(1));
    let targets = [target(6), own.clone()];
    let found =
        |adviser| target_in_force(&targets, KpiId(1), AdviserId(adviser), day("2026-11-30"));
    assert_eq!(found(1), Some(&own));
    assert_eq!(found(2), Some(&targets[0]));
    assert_eq!(
        target_in_force(&targets, KpiId(1), AdviserId(2), day("2024-11-30")),
        None
    );
}

proptest! {
    #[test]
    fn a_status_is_worse_or_better_only_with_a_mark_on_the_latest_point(
        counts in proptest::collection::vec(proptest::option::weighted(0.9, 0_i64..15), 1..60),
        direction in 0_usize..4,
    ) {
        let mut definition = kpi(Kind::Count, Grain::Month);
        definition.direction = [Direction::Up, Direction::Down, Direction::Range, Direction::Neutral][direction];
        let definitions = [definition];
        let figures = figures("2020-01", &counts, None);
        let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
        let is_marked = reading.latest().is_some_and(|point| !point.marks.is_empty());
        let is_signal = matches!(reading.status, Status::Better | Status::Worse | Status::Changed);
        prop_assert!(!is_signal || is_marked);
        prop_assert_eq!(is_signal, reading.signal.is_some());
        let is_judging = matches!(reading.status, Status::Better | Status::Worse);
        prop_assert!(!is_judging || direction < 2, "no direction, no judgement");
    }

    #[test]
    fn the_order_of_figures_does_not_matter(counts in proptest::collection::vec(0_i64..15, 13..40), seed in 0_usize..40) {
        let definitions = [kpi(Kind::Count, Grain::Month)];
        let ordered = figures("2022-01", &all(&counts), None);
        let mut turned = ordered.clone();
        turned.rotate_left(seed % ordered.len());
        let read = |figures: &[Figure]| derive_reading(&cell(&definitions, figures, "2026-12-03"));
        prop_assert_eq!(read(&ordered), read(&turned));
    }
}
