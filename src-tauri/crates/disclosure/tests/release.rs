//! A table goes out only as its profile allows, and never twice.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed test may panic"
)]

use disclosure::{
    Contribution, Earlier, HiddenBecause, Measure, MeasureKind, Policy, Profile, Refusal,
    ReleasedCell, Row, Span, Table, TableRefusal, release,
};
use proptest::prelude::*;

const OCTOBER: Span = Span {
    first: 20_727,
    last: 20_757,
};
const NOVEMBER: Span = Span {
    first: 20_758,
    last: 20_787,
};

fn count(parts: &[i64]) -> Vec<Contribution> {
    (0_u64..)
        .zip(parts)
        .map(|(member, numerator)| Contribution {
            member,
            numerator: *numerator,
            denominator: None,
        })
        .collect()
}

fn share(parts: &[(i64, i64)]) -> Vec<Contribution> {
    (0_u64..)
        .zip(parts)
        .map(|(member, (numerator, whole))| Contribution {
            member,
            numerator: *numerator,
            denominator: Some(*whole),
        })
        .collect()
}

fn table(kind: MeasureKind, cell: Vec<Contribution>, span: Span) -> Table {
    let measure = Measure {
        code: "K19".into(),
        name: "Job starts".into(),
        kind,
    };
    let row = Row {
        group: "Harbour".into(),
        period: "2026-10".into(),
        span,
        cells: vec![cell],
    };
    Table::new(vec![measure], vec![row]).unwrap()
}

fn check(
    kind: MeasureKind,
    cell: Vec<Contribution>,
    expected: Result<ReleasedCell, Option<HiddenBecause>>,
) {
    check_for(Profile::Internal, kind, cell, expected);
}

fn check_for(
    profile: Profile,
    kind: MeasureKind,
    cell: Vec<Contribution>,
    expected: Result<ReleasedCell, Option<HiddenBecause>>,
) {
    // A second row that always passes keeps a hidden cell from refusing the whole table.
    let sound = if kind == MeasureKind::Count {
        count(&[9; 12])
    } else {
        share(&[(9, 18_000); 12])
    };
    let measure = Measure {
        code: "K".into(),
        name: "K".into(),
        kind,
    };
    let row = |period: &str, span, cell| Row {
        group: "T".into(),
        period: period.into(),
        span,
        cells: vec![cell],
    };
    let table = Table::new(
        vec![measure],
        vec![
            row("2026-10", OCTOBER, cell),
            row("2026-11", NOVEMBER, sound),
        ],
    )
    .unwrap();
    let released = release(&table, &Policy::of(profile), &[], 0).unwrap();
    let cell = released.rows()[0].cells[0];
    match expected {
        Ok(shown) => assert_eq!(cell, shown),
        Err(reason) => {
            assert_eq!(cell, ReleasedCell::Hidden);
            assert_eq!(
                released.assessment().hidden.first().map(|one| one.2),
                reason
            );
        }
    }
}

#[test]
fn a_team_of_eight_shows_its_job_starts() {
    check(
        MeasureKind::Count,
        count(&[4, 7, 5, 3, 10, 5, 5, 4]),
        Ok(ReleasedCell::Shown {
            numerator: 43,
            denominator: None,
        }),
    );
}

#[test]
fn five_advisers_are_too_few_since_each_of_them_sees_only_four_others() {
    check(
        MeasureKind::Count,
        count(&[20; 5]),
        Err(Some(HiddenBecause::FewContributors)),
    );
    check(
        MeasureKind::Count,
        count(&[20; 6]),
        Ok(ReleasedCell::Shown {
            numerator: 120,
            denominator: None,
        }),
    );
}

#[test]
fn a_count_of_two_participants_is_hidden() {
    check(
        MeasureKind::Count,
        count(&[1, 1, 1, 0, 0, 0]),
        Err(Some(HiddenBecause::FewParticipants)),
    );
}

#[test]
fn a_nought_with_contributors_is_hidden_because_it_speaks_of_each() {
    check(
        MeasureKind::Count,
        count(&[0; 6]),
        Err(Some(HiddenBecause::AllOrNone)),
    );
}

#[test]
fn one_who_holds_nearly_everything_hides_the_cell() {
    check(
        MeasureKind::Count,
        count(&[85, 4, 2, 1, 1, 1]),
        Err(Some(HiddenBecause::Dominated)),
    );
}

#[test]
fn two_who_hold_nearly_everything_hide_it_because_one_of_them_is_an_insider() {
    check(
        MeasureKind::Count,
        count(&[40, 39, 38, 1, 1, 1]),
        Err(Some(HiddenBecause::Dominated)),
    );
}

#[test]
fn a_hundred_per_cent_is_hidden_and_so_is_a_rate_out_of_nine() {
    check(
        MeasureKind::Share,
        share(&[(4, 4); 6]),
        Err(Some(HiddenBecause::AllOrNone)),
    );
    check(
        MeasureKind::Share,
        share(&[(1, 1), (0, 1), (1, 1), (1, 2), (1, 2), (1, 2)]),
        Err(Some(HiddenBecause::SmallDenominator)),
    );
}

#[test]
fn a_mean_is_hidden_when_whoever_gave_most_replies_could_tell_the_few_others() {
    let replies = |most: i64| {
        let mut parts = [(80, 1); 8];
        parts[0] = (80 * most, most);
        share(&parts)
    };
    let few = Err(Some(HiddenBecause::FewParticipants));
    check_for(Profile::Partner, MeasureKind::Mean, replies(13), few);
}

#[test]
fn what_a_count_is_over_is_judged_like_people_when_it_is_people() {
    let of_each = |whole: i64| share(&[(2, whole * 1000); 6]);
    let small = Err(Some(HiddenBecause::SmallDenominator));
    check(MeasureKind::Rate, of_each(1), small);
    let shown = ReleasedCell::Shown {
        numerator: 12,
        denominator: Some(12_000),
    };
    check(MeasureKind::Rate, of_each(2), Ok(shown));
    let mut one_holds_most = of_each(1);
    one_holds_most[0].denominator = Some(50_000);
    let few = Err(Some(HiddenBecause::Dominated));
    check(MeasureKind::Rate, one_holds_most, few);
}

#[test]
fn a_mean_of_nothing_but_noughts_says_the_same_of_everybody() {
    let none = Err(Some(HiddenBecause::AllOrNone));
    check(MeasureKind::Mean, share(&[(0, 10); 6]), none);
    let mut only_one = [(0, 10); 6];
    only_one[2] = (40_000, 10);
    check(MeasureKind::Mean, share(&only_one), none);
}

#[test]
fn a_rate_is_hidden_when_those_who_missed_are_few() {
    check(
        MeasureKind::Share,
        share(&[(9, 10), (9, 10), (9, 10), (9, 10), (10, 10), (10, 10)]),
        Err(Some(HiddenBecause::FewParticipants)),
    );
}

#[test]
fn a_rate_is_hidden_when_all_misses_are_one_advisers() {
    let mut parts = [(20, 20); 6];
    parts[3] = (14, 20);
    check(
        MeasureKind::Share,
        share(&parts),
        Err(Some(HiddenBecause::AllOrNone)),
    );
    parts[0] = (19, 20);
    parts[5] = (18, 20);
    check(
        MeasureKind::Share,
        share(&parts),
        Err(Some(HiddenBecause::FewParticipants)),
    );
}

#[test]
fn a_rate_is_hidden_when_one_of_two_who_missed_can_estimate_the_other() {
    let parts = [(0, 40), (2, 40), (39, 40), (39, 40), (40, 40), (40, 40)];
    check(
        MeasureKind::Share,
        share(&parts),
        Err(Some(HiddenBecause::Dominated)),
    );
}

#[test]
fn whoever_had_no_opportunity_is_no_contributor() {
    let measure = |kind| Measure {
        code: "K".into(),
        name: "K".into(),
        kind,
    };
    for (kind, cell) in [
        (MeasureKind::Share, share(&[(0, 0)])),
        (MeasureKind::Share, share(&[(3, 2)])),
        (MeasureKind::Rate, share(&[(3, 0)])),
        (MeasureKind::Mean, share(&[(3, -1)])),
        (MeasureKind::Mean, count(&[3])),
    ] {
        let row = Row {
            group: "T".into(),
            period: "2026-10".into(),
            span: OCTOBER,
            cells: vec![cell],
        };
        let made = Table::new(vec![measure(kind)], vec![row]);
        assert_eq!(made, Err(TableRefusal::Contribution), "{kind:?}");
    }
}

#[test]
fn a_group_without_figures_has_none_to_show() {
    check(
        MeasureKind::Count,
        Vec::new(),
        Ok(ReleasedCell::NotAvailable),
    );
}

#[test]
fn october_restated_without_the_leaver_is_refused_after_october_went_out() {
    let restated = table(MeasureKind::Count, count(&[4, 7, 5, 3, 10, 5, 5]), OCTOBER);
    let earlier = [Earlier {
        release: 1,
        profile: Profile::Internal,
        span: OCTOBER,
    }];
    let refusal = release(&restated, &Policy::of(Profile::Internal), &earlier, 0);
    assert_eq!(
        refusal,
        Err(Refusal::Overlap {
            releases: vec![1],
            rows: vec![0]
        })
    );
    let next = table(MeasureKind::Count, count(&[4, 7, 5, 3, 10, 5, 5]), NOVEMBER);
    assert!(release(&next, &Policy::of(Profile::Internal), &earlier, 0).is_ok());
}

#[test]
fn a_quarter_cannot_follow_one_of_its_months_for_any_audience() {
    let quarter = table(
        MeasureKind::Count,
        count(&[12; 8]),
        Span {
            first: 20_727,
            last: 20_818,
        },
    );
    let earlier = [Earlier {
        release: 3,
        profile: Profile::Public,
        span: NOVEMBER,
    }];
    let refusal = release(&quarter, &Policy::of(Profile::Partner), &earlier, 0);
    assert_eq!(
        refusal,
        Err(Refusal::Overlap {
            releases: vec![3],
            rows: vec![0]
        })
    );
}

#[test]
fn a_period_older_than_the_register_cannot_go_out() {
    let old = table(MeasureKind::Count, count(&[12; 8]), OCTOBER);
    let refusal = release(&old, &Policy::of(Profile::Internal), &[], OCTOBER.first + 1);
    assert_eq!(refusal, Err(Refusal::OlderThanRegister { rows: vec![0] }));
}

#[test]
fn a_team_of_k_is_refused_rather_than_blanked() {
    let small = table(MeasureKind::Count, count(&[12; 5]), OCTOBER);
    assert_eq!(
        release(&small, &Policy::of(Profile::Internal), &[], 0),
        Err(Refusal::TooSmall { least: 6 })
    );
}

fn verdict(parts: &[(i64, i64)]) -> Result<bool, Refusal> {
    let table = table(MeasureKind::Share, share(parts), OCTOBER);
    let released = release(&table, &Policy::of(Profile::Internal), &[], 0)?;
    Ok(released.rows()[0].cells[0] == ReleasedCell::Hidden)
}

proptest! {
    #[test]
    fn those_who_missed_are_as_safe_as_those_who_did_not(
        parts in prop::collection::vec((1_i64..40, 0_i64..=100), 1..12),
    ) {
        let parts: Vec<(i64, i64)> =
            parts.into_iter().map(|(whole, share)| (whole * share / 100, whole)).collect();
        let rests: Vec<(i64, i64)> =
            parts.iter().map(|(part, whole)| (whole - part, *whole)).collect();
        prop_assert_eq!(verdict(&parts), verdict(&rests));
    }

    #[test]
    fn what_is_shown_never_stands_on_too_few_or_lets_a_colleague_estimate_another(
        parts in prop::collection::vec(0_i64..60, 1..14),
    ) {
        let policy = Policy::of(Profile::Internal);
        if let Ok(released) = release(&table(MeasureKind::Count, count(&parts), OCTOBER), &policy, &[], 0) {
            let total: i64 = parts.iter().sum();
            prop_assert_eq!(released.rows()[0].cells[0], ReleasedCell::Shown { numerator: total, denominator: None });
            prop_assert!(parts.len() > policy.least_contributors() && total >= policy.least_participants());
            for (one, own) in parts.iter().enumerate() {
                for (other, target) in parts.iter().enumerate().filter(|(other, _)| *other != one) {
                    let slack = total - own - target;
                    prop_assert!(slack * 100 >= target * policy.sliding_per_cent(), "{} sees {}", one, other);
                }
            }
        }
    }
}
