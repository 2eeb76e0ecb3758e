//! Where the classic charts follow the original in what is missing or left out.

#![cfg(test)]

use stats::attribute::{ExactLimits, Family};
use stats::compat::classic::{Classic, ClassicChart, ClassicOptions, Row, chart};
use stats::compat::subgroups::{Subgroups, chart as subgroup_chart};
use stats::lattice::Side;

fn charted(kind: Classic, rows: &[(Option<f64>, f64)], exclude: &[usize]) -> ClassicChart {
    let rows: Vec<Row> = rows
        .iter()
        .map(|(y, n)| Row { y: *y, n: Some(*n) })
        .collect();
    let options = ClassicOptions {
        exclude: exclude.to_vec(),
        ..ClassicOptions::default()
    };
    chart(kind, &rows, &options)
}

const KINDS: [Classic; 5] = [
    Classic::P,
    Classic::PPrime,
    Classic::U,
    Classic::UPrime,
    Classic::IPrime,
];

#[test]
fn excluded_points_are_no_observations_and_missing_ones_are() {
    let rows = [
        (Some(4.0), 10.0),
        (None, 12.0),
        (Some(6.0), 11.0),
        (Some(3.0), 9.0),
    ];
    for kind in KINDS {
        let observations = |exclude: &[usize]| charted(kind, &rows, exclude).parts[0].observations;
        assert_eq!(
            (observations(&[]), observations(&[4]), observations(&[1, 2])),
            (4, 3, 2)
        );
    }
}

#[test]
fn a_row_without_its_count_has_a_centre_and_no_limits() {
    let rows = [
        (Some(4.0), 10.0),
        (Some(2.0), 12.0),
        (None, 19.0),
        (Some(6.0), 11.0),
    ];
    for kind in KINDS {
        let point = charted(kind, &rows, &[]).points[2];
        assert!(point.centre.is_some() && point.y.is_none(), "{kind:?}");
        assert_eq!(point.limits, [None; 2], "{kind:?}");
        assert_eq!(point.two_sigma, [None; 2], "{kind:?}");
        let before = charted(kind, &rows, &[]).points[1];
        assert!(before.limits[1].is_some(), "{kind:?}");
    }
}

#[test]
fn a_single_time_between_events_has_a_lower_limit_of_zero_and_no_upper() {
    let point = charted(Classic::T, &[(Some(8.0), 1.0)], &[]).points[0];
    assert_eq!(point.limits, [Some(0.0), None]);
}

#[test]
fn an_empty_subgroup_takes_a_degree_of_freedom() {
    let groups = [vec![1.0, 2.0, 3.0], vec![], vec![2.0, 4.0, 6.0]];
    let options = ClassicOptions::default();
    let found = subgroup_chart(Subgroups::Deviations, &groups, &options);
    // (2 + 8) squares over 2 - 1 + 2 degrees.
    let centre = found.points[0].centre.unwrap();
    assert!((centre - (10.0_f64 / 3.0).sqrt()).abs() < 1e-12, "{centre}");
}

#[test]
fn a_count_beyond_its_limit_is_flagged_over_a_vast_exposure_too() {
    for n in [10.0, 1e4, 1e8, 1e10, 1e12] {
        let mut limits = ExactLimits::new(Family::Poisson, 9.5 / n);
        let upper = limits.bounds(n).upper.unwrap() * n;
        assert!((20.0..23.0).contains(&upper), "{upper}");
        assert_eq!(limits.signal(40.0, n), Some(Side::High), "{n}");
        assert_eq!(limits.signal(upper.floor(), n), None, "{n}");
    }
}
