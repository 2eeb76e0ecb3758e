//! The first story: noise is not performance. Its numbers are assertions.

#![cfg(test)]

use stats::assurance::Assurance;
use stats::chart::{Analysis, CountPolicy, Kind, Plan, Point, Reading, analyse};
use stats::choice::ChartType;
use stats::lattice::{Lattice, Side};
use stats::phases::{Baseline, Status};
use stats::poisson::Poisson;
use stats::power::periods_to_see;
use stats::variation::Variation;
use stats::xmr::Screening;

/// Amara's job starts, September 2025 to November 2026.
const JOB_STARTS: [i64; 15] = [6, 4, 7, 5, 3, 6, 8, 5, 4, 6, 5, 7, 4, 6, 3];

/// The series published in the "deviations" vignette of NHSRplotthedots.
const ORACLE: [i64; 18] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

fn series(counts: &[i64]) -> Vec<Point> {
    counts
        .iter()
        .map(|count| Point::recorded(Reading::count(*count)))
        .collect()
}

fn amara() -> Analysis {
    let mut plan = Plan::new(Kind::Count);
    plan.counts = CountPolicy::XmR;
    plan.phase_baselines = vec![(0, Baseline::by_hand(12, 15).unwrap())];
    plan.target = Some(6.0);
    analyse(&series(&JOB_STARTS), &plan)
}

/// Agreement with a number printed to `digits` decimals.
fn check(found: f64, printed: f64, digits: i32) {
    assert!(
        (found - printed).abs() <= 0.5 * 10_f64.powi(-digits),
        "{found} is not {printed}"
    );
}

#[test]
fn a_month_of_three_is_usual_variation() {
    let analysis = amara();
    let phase = analysis.latest_phase().unwrap();
    assert_eq!((phase.chart, phase.status), (ChartType::XmR, Status::Trial));
    assert_eq!((phase.recorded, phase.baseline_points), (15, 12));
    check(phase.centre.unwrap(), 5.50, 2);
    check(phase.spread.unwrap(), 2.09, 2);
    check(phase.limits.lower.unwrap(), -0.06, 2);
    check(phase.limits.upper.unwrap(), 11.06, 2);
    assert_eq!(
        analysis.points[14].drawn.lower,
        Some(0.0),
        "a count is never drawn below 0"
    );
    assert_eq!(analysis.variation, Variation::CommonCause);
    assert!(analysis.latest.is_empty());
}

#[test]
fn the_target_is_met_by_chance_in_about_half_of_the_months() {
    let analysis = amara();
    assert_eq!(analysis.assurance, Some(Assurance::HitOrMiss));
    let months = analysis.months_on_target.unwrap();
    check(months, 5.7, 1);
    check(months / 12.0, 0.47, 2);
}

#[test]
fn somebody_in_a_team_of_eight_has_such_a_month_most_months() {
    let chance = Poisson::new(5.5).tail(Side::Low, 3);
    check(chance, 0.20, 2);
    check(1.0 - (1.0 - chance).powi(8), 0.84, 2);
}

#[test]
fn a_fall_from_five_to_three_takes_sixteen_months_each_side_to_see() {
    assert_eq!(periods_to_see(5.0, 3.0), Some(16.0));
    assert_eq!(periods_to_see(5.0, 5.0), None, "no change is never seen");
}

#[test]
fn the_published_oracle_is_reproduced_screened_and_unscreened() {
    for (screening, lower, upper) in [(Screening::Off, -3.06, 6.95), (Screening::On, -0.72, 4.60)] {
        let mut plan = Plan::new(Kind::Value);
        plan.screening = screening;
        let analysis = analyse(&series(&ORACLE), &plan);
        let phase = analysis.latest_phase().unwrap();
        check(phase.centre.unwrap(), 1.94, 2);
        check(phase.limits.lower.unwrap(), lower, 2);
        check(phase.limits.upper.unwrap(), upper, 2);
    }
}

#[test]
fn a_baseline_by_hand_needs_twelve_points_of_thirteen() {
    for (points, recorded, is_allowed) in [
        (12, 13, true),
        (11, 20, false),
        (12, 12, false),
        (15, 14, false),
    ] {
        assert_eq!(
            Baseline::by_hand(points, recorded).is_some(),
            is_allowed,
            "{points} of {recorded}"
        );
    }
}
