//! What a chart says, in cases small enough to follow by hand.

#![cfg(test)]

use stats::assurance::Assurance;
use stats::chart::{Analysis, CountPolicy, Kind, Plan, Point, Reading, Role, analyse};
use stats::choice::ChartType;
use stats::lattice::Side;
use stats::phases::{Baseline, Status};
use stats::rules::{MDC_2024_6, MDC_2024_7, MDC_2024_8, NHSR_0_2_2, Rule, RuleSet};
use stats::variation::{Direction, Variation};

/// Two dozen months swinging around 10: mean 10, every moving range 2, limits 4.68 and 15.32,
/// two-sigma lines 6.45 and 13.55.
fn swinging() -> Vec<f64> {
    (0..24)
        .map(|month| if month % 2 == 0 { 9.0 } else { 11.0 })
        .collect()
}

fn values(values: &[f64]) -> Vec<Point> {
    values
        .iter()
        .map(|value| Point::recorded(Reading::value(*value)))
        .collect()
}

fn after_swinging(later: &[f64], rules: RuleSet) -> Analysis {
    let mut plan = Plan::new(Kind::Value);
    plan.rules = rules;
    analyse(&values(&[swinging(), later.to_vec()].concat()), &plan)
}

/// Checks which rules mark the latest point after the swinging baseline.
fn check_latest(later: &[f64], rules: RuleSet, expected: &[(Rule, Side)]) {
    let analysis = after_swinging(later, rules);
    let found: Vec<(Rule, Side)> = analysis
        .latest
        .iter()
        .map(|mark| (mark.rule, mark.side))
        .collect();
    assert_eq!(found, expected, "{later:?} with {}", rules.name);
}

#[test]
fn the_lines_are_where_the_hand_puts_them() {
    let limits = after_swinging(&[], MDC_2024_7).phases[0].limits;
    for (line, expected) in [
        (limits.lower, 4.68),
        (limits.upper, 15.32),
        (limits.lower_two, 10.0 - 5.32 * 2.0 / 3.0),
    ] {
        assert!((line.unwrap() - expected).abs() < 1e-12);
    }
}

#[test]
fn each_preset_needs_its_own_number_of_points() {
    let (six, seven, eight) = ([10.5; 6], [10.5; 7], [10.5; 8]);
    let shift = [(Rule::Shift, Side::High)];
    // The last swinging month is 11, on the same side, so runs are one longer than what follows.
    check_latest(&six[..4], MDC_2024_6, &[]);
    check_latest(&six[..5], MDC_2024_6, &shift);
    check_latest(&seven[..5], MDC_2024_7, &[]);
    check_latest(&seven[..6], MDC_2024_7, &shift);
    check_latest(&eight[..6], MDC_2024_8, &[]);
    check_latest(&eight[..7], MDC_2024_8, &shift);
}

#[test]
fn points_beyond_the_limits_count_for_two_of_three_unless_the_preset_says_not() {
    let both = [(Rule::Outside, Side::High), (Rule::TwoOfThree, Side::High)];
    check_latest(&[14.0, 16.0], MDC_2024_7, &both);
    check_latest(&[14.0, 16.0], NHSR_0_2_2, &both[..1]);
    check_latest(&[14.0, 14.0], NHSR_0_2_2, &both[1..]);
}

#[test]
fn a_point_on_the_limit_or_the_mean_is_neither_outside_nor_above() {
    check_latest(&[15.32], MDC_2024_7, &[]);
    check_latest(&[15.321], MDC_2024_7, &[(Rule::Outside, Side::High)]);
    check_latest(&[10.5, 10.5, 10.0, 10.5, 10.5, 10.5, 10.5], MDC_2024_7, &[]);
}

#[test]
fn an_older_signal_is_never_the_icon() {
    let analysis = after_swinging(&[20.0, 10.0], MDC_2024_7);
    assert!(analysis.points[24].marks.has(Rule::Outside, Side::High));
    assert_eq!(analysis.variation, Variation::CommonCause);
}

#[test]
fn rules_that_point_both_ways_are_said_to() {
    let analysis = after_swinging(&[15.2, 15.0, 14.8, 14.6, 14.4, 14.2, 13.6], MDC_2024_7);
    assert!(
        analysis.latest.is_conflicting(),
        "falling, but above the mean: {:?}",
        analysis.latest
    );
    assert_eq!(
        analysis.variation,
        Variation::Concern(Side::Low),
        "the trend speaks before the shift"
    );
}

#[test]
fn direction_turns_the_same_signal_into_praise_or_concern() {
    for (direction, expected) in [
        (Direction::Increase, Variation::Improvement(Side::High)),
        (Direction::Decrease, Variation::Concern(Side::High)),
        (Direction::Neutral, Variation::Neutral(Side::High)),
    ] {
        let mut plan = Plan::new(Kind::Value);
        plan.direction = direction;
        plan.target = Some(10.0);
        let analysis = analyse(&values(&[swinging(), vec![20.0]].concat()), &plan);
        assert_eq!(analysis.variation, expected);
        let is_judged = direction != Direction::Neutral;
        assert_eq!(
            analysis.assurance.is_some(),
            is_judged,
            "a neutral chart has no assurance"
        );
        assert_eq!(analysis.months_on_target.is_some(), is_judged);
    }
}

#[test]
fn one_missing_period_is_stepped_over_and_two_break_the_run() {
    let run = |gaps: usize| {
        let mut series = values(&swinging()[..23]);
        series.extend(values(&[10.5; 3]));
        series.extend(vec![Point::gap(); gaps]);
        series.extend(values(&[10.5; 4]));
        analyse(&series, &Plan::new(Kind::Value))
            .latest
            .has(Rule::Shift, Side::High)
    };
    assert_eq!([run(0), run(1), run(2)], [true, true, false]);
}

#[test]
fn a_flat_series_says_when_it_changed_and_judges_nothing() {
    let mut plan = Plan::new(Kind::Value);
    plan.target = Some(3.0);
    let analysis = analyse(&values(&[vec![3.0; 24], vec![3.0, 9.0]].concat()), &plan);
    assert_eq!(
        analysis.phases[0].status,
        Status::Flat {
            value: 3.0,
            changed_at: Some(25)
        }
    );
    assert_eq!(
        (analysis.variation, analysis.assurance),
        (Variation::CommonCause, None)
    );
    assert!(analysis.points[25].marks.is_empty());
    let mut two_levels = values(&[3.0; 7]);
    two_levels.push(Point::gap());
    two_levels.extend(values(&[5.0; 7]));
    let analysis = analyse(&two_levels, &Plan::new(Kind::Value));
    assert_eq!(
        analysis.phases[0].status,
        Status::Flat {
            value: 3.0,
            changed_at: Some(8)
        },
        "two levels with a gap between them are not one level"
    );
}

#[test]
fn alternate_recorded_months_have_no_moving_range_and_so_no_limits() {
    let series: Vec<Point> = (0..30)
        .map(|month| {
            if month % 2 == 0 {
                values(&[5.0])[0]
            } else {
                Point::gap()
            }
        })
        .collect();
    let analysis = analyse(&series, &Plan::new(Kind::Value));
    assert_eq!(
        analysis.phases[0].status,
        Status::NotEnough { recorded: 15 }
    );
    assert_eq!(analysis.variation, Variation::NotEnough);
}

#[test]
fn a_short_new_phase_has_no_icon_whatever_the_old_one_said() {
    let mut series = values(&swinging());
    series.extend(
        values(&[30.0; 5])
            .into_iter()
            .map(|point| point.in_phase(1)),
    );
    let analysis = analyse(&series, &Plan::new(Kind::Value));
    assert_eq!(analysis.phases[1].status, Status::NotEnough { recorded: 5 });
    assert_eq!(analysis.variation, Variation::NotEnough);
    assert!(
        analysis.phases[0].limits.upper.is_some(),
        "old limits stay visible"
    );
}

fn shares(pairs: impl IntoIterator<Item = (i64, i64)>) -> Vec<Point> {
    pairs
        .into_iter()
        .map(|(x, n)| Point::recorded(Reading::share(x, n)))
        .collect()
}

#[test]
fn nobody_among_five_is_never_low() {
    let series = shares((0..24).map(|month| (month % 3, 5)).chain([(0, 5)]));
    let analysis = analyse(&series, &Plan::new(Kind::Proportion));
    assert_eq!(analysis.chart(), ChartType::PExact);
    let point = analysis.points[24];
    assert_eq!(
        (point.value, point.bounds.lower),
        (Some(0.0), None),
        "with n = 5, even 0 could not be called low"
    );
    assert!(point.bounds.upper.is_some());
    assert_eq!(analysis.variation, Variation::CommonCause);
}

#[test]
fn a_missing_limit_is_never_reliable() {
    let series = shares((0..24).map(|month| (month % 3, 5)));
    let mut plan = Plan::new(Kind::Proportion);
    plan.target = Some(0.0);
    assert_eq!(
        analyse(&series, &plan).assurance,
        Some(Assurance::HitOrMiss)
    );
}

#[test]
fn where_no_count_could_be_called_low_or_high_the_target_is_hit_or_miss() {
    let series = shares((0..24).map(|month| (month % 3, 2)));
    let mut plan = Plan::new(Kind::Proportion);
    plan.target = Some(0.9);
    let analysis = analyse(&series, &plan);
    assert_eq!(
        (
            analysis.phases[0].limits.lower,
            analysis.phases[0].limits.upper
        ),
        (None, None)
    );
    assert_eq!(
        (analysis.variation, analysis.assurance),
        (Variation::CommonCause, Some(Assurance::HitOrMiss))
    );
    assert!(
        (analysis.months_on_target.unwrap() - 12.0 * 0.25).abs() < 1e-9,
        "both of two, at even chances"
    );
    assert!(
        analysis.phases[0].frozen.is_some(),
        "its centre outlives its points all the same"
    );
}

#[test]
fn limits_at_a_median_of_halves_are_those_of_whole_clients() {
    let series = shares((0..24).map(|month| (5, 20 + month % 2)));
    let phase = analyse(&series, &Plan::new(Kind::Proportion)).phases[0];
    assert_eq!(phase.median_n, Some(20.5));
    let whole = stats::attribute::ExactLimits::new(
        stats::attribute::Family::Binomial,
        phase.centre.unwrap(),
    )
    .bounds(20.0);
    assert_eq!(phase.limits, whole);
}

#[test]
fn no_clients_is_a_gap_and_not_nought_per_cent() {
    let series = shares((0..24).map(|month| (4 + month % 3, 20)).chain([(0, 0)]));
    let point = analyse(&series, &Plan::new(Kind::Proportion)).points[24];
    assert_eq!((point.value, point.role), (None, Role::Gap));
}

#[test]
fn rare_events_are_not_judged_month_by_month() {
    let series = shares((0..24).map(|month| (i64::from(month % 12 == 0), 10)));
    let analysis = analyse(&series, &Plan::new(Kind::Proportion));
    assert_eq!(
        (analysis.chart(), analysis.variation),
        (ChartType::LongerPeriodOrG, Variation::TooRare)
    );
    assert_eq!(analysis.months_on_target, None);
}

#[test]
fn a_contract_that_swings_more_than_chance_gets_a_prime_chart() {
    let swing = |month: i64| if month % 2 == 0 { 320 } else { 480 };
    let series = shares((0..24).map(|month| (swing(month), 1000)));
    let analysis = analyse(&series, &Plan::new(Kind::Proportion));
    assert_eq!(analysis.chart(), ChartType::PPrime);
    assert!(analysis.phases[0].spread.unwrap() > 1.3);
    let limits = analysis.phases[0].limits;
    assert!(
        limits.lower.unwrap() < 0.3 && limits.upper.unwrap() > 0.5,
        "{limits:?}"
    );
}

#[test]
fn counts_follow_the_data_unless_the_policy_says_xmr() {
    let counts: Vec<Point> = (0..24)
        .map(|month| Point::recorded(Reading::count(5 + month % 3)))
        .collect();
    let wild: Vec<Point> = (0..24)
        .map(|month| Point::recorded(Reading::count(2 + 20 * (month % 2))))
        .collect();
    let mut plan = Plan::new(Kind::Count);
    assert_eq!(analyse(&counts, &plan).chart(), ChartType::CExact);
    assert_eq!(
        analyse(&wild, &plan).chart(),
        ChartType::XmR,
        "chance alone does not explain this"
    );
    plan.counts = CountPolicy::XmR;
    assert_eq!(analyse(&counts, &plan).chart(), ChartType::XmR);
}

#[test]
fn a_baseline_by_hand_freezes_its_points() {
    let mut plan = Plan::new(Kind::Value);
    plan.phase_baselines = vec![(0, Baseline::by_hand(12, 24).unwrap())];
    let analysis = analyse(
        &values(&[swinging()[..12].to_vec(), vec![30.0; 12]].concat()),
        &plan,
    );
    assert_eq!(analysis.phases[0].centre, Some(10.0));
    assert_eq!(analysis.phases[0].status, Status::Established);
    assert!(analysis.points[12].marks.has(Rule::Outside, Side::High));
    assert_eq!(
        (analysis.points[11].role, analysis.points[12].role),
        (Role::Baseline, Role::Later)
    );
}

#[test]
fn months_on_target_answer_to_the_kind_and_the_direction() {
    let series = shares((0..24).map(|month| (4 + month % 3, 20)));
    let months = |direction, target| {
        let mut plan = Plan::new(Kind::Proportion);
        plan.direction = direction;
        plan.target = Some(target);
        analyse(&series, &plan).months_on_target.unwrap()
    };
    let (above, below) = (
        months(Direction::Increase, 0.25),
        months(Direction::Decrease, 0.25),
    );
    assert!(
        (above - 12.0 * 0.585_158_5).abs() < 1e-5,
        "P(Bin(20, 1/4) >= 5), got {}",
        above / 12.0
    );
    assert!(above + below > 12.0, "exactly on target counts both ways");
}
