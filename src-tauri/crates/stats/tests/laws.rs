//! Laws that hold for any data, by random cases.

#![cfg(test)]

use proptest::prelude::*;
use stats::attribute::{ExactLimits, Family};
use stats::chart::{Analysis, ChartPoint, Kind, Plan, Point, Reading, Role, analyse};
use stats::choice::ChartType;
use stats::conditional::{Stratum, compare};
use stats::discovery::{adjust, threshold};
use stats::lattice::Side;
use stats::phases::{Baseline, Frozen, Status};
use stats::rules::{Marks, Rule};
use stats::tie::{is_above, is_below};
use stats::variation::Variation;

/// Points in each kind of chart that must show no disagreement.
const RANDOM_POINTS: usize = 100_000;

/// A small deterministic source of numbers (splitmix64), so that a failure repeats.
struct Source(u64);

impl Source {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end)).unwrap()
    }

    fn share(&mut self) -> f64 {
        f64::from(self.below(1_000_000)) / 1_000_000.0
    }
}

fn kept(chart: ChartType, centre: f64, spread: f64) -> Baseline {
    Baseline::Kept(Frozen {
        chart,
        centre,
        spread,
        median_n: 20.0,
        points: 24,
    })
}

fn has_outside(point: &ChartPoint, side: Side) -> bool {
    point.marks.has(Rule::Outside, side)
}

/// Checks 100,000 points of one chart: the flag is up exactly beyond the drawn line.
fn check_agreement(
    kind: Kind,
    chart: ChartType,
    seed: u64,
    mut draw: impl FnMut(&mut Source) -> (f64, f64, Vec<Point>),
) {
    let mut source = Source(seed);
    let (mut points, mut flags) = (0, 0);
    while points < RANDOM_POINTS {
        let (centre, spread, series) = draw(&mut source);
        let mut plan = Plan::new(kind);
        plan.phase_baselines = vec![(0, kept(chart, centre, spread))];
        for point in analyse(&series, &plan).points {
            let value = point.value.unwrap();
            let (low, high) = (
                has_outside(&point, Side::Low),
                has_outside(&point, Side::High),
            );
            assert_eq!(
                low,
                point.drawn.lower.is_some_and(|line| is_below(value, line)),
                "{point:?} at {centre}"
            );
            assert_eq!(
                high,
                point.drawn.upper.is_some_and(|line| is_above(value, line)),
                "{point:?} at {centre}"
            );
            points += 1;
            flags += usize::from(low) + usize::from(high);
        }
    }
    assert!(
        flags > RANDOM_POINTS / 1000,
        "{chart:?}: only {flags} flags: the cases must reach beyond the limits"
    );
}

fn shares(source: &mut Source, most: u32) -> (f64, Vec<Point>) {
    let draw = |source: &mut Source| {
        let n = 1 + source.below(most);
        Point::recorded(Reading::share(i64::from(source.below(n + 1)), i64::from(n)))
    };
    (
        0.02 + 0.96 * source.share(),
        (0..40).map(|_| draw(source)).collect(),
    )
}

#[test]
fn drawn_limit_and_flag_never_disagree_on_p_charts() {
    check_agreement(Kind::Proportion, ChartType::PExact, 1, |source| {
        let (centre, series) = shares(source, 120);
        (centre, 0.0, series)
    });
}

#[test]
fn drawn_limit_and_flag_never_disagree_on_p_prime_charts() {
    check_agreement(Kind::Proportion, ChartType::PPrime, 2, |source| {
        let (centre, series) = shares(source, 2000);
        (centre, 0.5 + 3.0 * source.share(), series)
    });
}

#[test]
fn drawn_limit_and_flag_never_disagree_on_c_and_u_charts() {
    for (kind, chart) in [
        (Kind::Count, ChartType::CExact),
        (Kind::Rate, ChartType::UExact),
        (Kind::Rate, ChartType::UPrime),
    ] {
        check_agreement(kind, chart, 3, |source| {
            let centre = 0.05 + 20.0 * source.share();
            let draw = |source: &mut Source| {
                let exposure = f64::from(1 + source.below(40)) / 4.0;
                Point::recorded(Reading::rate(i64::from(source.below(60)), exposure))
            };
            (
                centre,
                1.0 + source.share(),
                (0..40).map(|_| draw(source)).collect(),
            )
        });
    }
}

#[test]
fn drawn_limit_and_flag_never_disagree_on_xmr_charts() {
    for kind in [Kind::Value, Kind::Count] {
        check_agreement(kind, ChartType::XmR, 4, |source| {
            let draw =
                |source: &mut Source| Point::recorded(Reading::count(i64::from(source.below(30))));
            (
                12.0 * source.share(),
                0.5 + 4.0 * source.share(),
                (0..40).map(|_| draw(source)).collect(),
            )
        });
    }
}

#[test]
fn an_exact_flag_is_the_tail_probability_itself() {
    let mut source = Source(5);
    for _ in 0..RANDOM_POINTS {
        let family = if source.below(2) == 0 {
            Family::Binomial
        } else {
            Family::Poisson
        };
        let n = 1 + source.below(80);
        let x = f64::from(source.below(n + 1));
        let mut limits = ExactLimits::new(family, 0.01 + 0.98 * source.share());
        let tail = limits.mid_p(x, f64::from(n));
        let expected = match tail {
            low if low < 0.00135 => Some(Side::Low),
            high if high > 1.0 - 0.00135 => Some(Side::High),
            _ => None,
        };
        assert_eq!(
            limits.signal(x, f64::from(n)),
            expected,
            "{x} of {n}: G = {tail}"
        );
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-11 * b.abs().max(1.0)
}

fn marks(analysis: &Analysis) -> Vec<Marks> {
    let recorded = |point: &&ChartPoint| matches!(point.role, Role::Baseline | Role::Later);
    analysis
        .points
        .iter()
        .filter(recorded)
        .map(|point| point.marks)
        .collect()
}

fn is_subset(after: Marks, before: Marks) -> bool {
    after.iter().all(|mark| before.has(mark.rule, mark.side))
}

fn values(counts: &[u16]) -> Vec<Point> {
    counts
        .iter()
        .map(|count| Point::recorded(Reading::value(f64::from(*count))))
        .collect()
}

proptest! {
    #[test]
    fn the_complement_mirrors_the_limits(n in 1_u16..2000, p in 0.0001_f64..0.9999) {
        let n = f64::from(n);
        let bounds = ExactLimits::new(Family::Binomial, p).bounds(n);
        let mirrored = ExactLimits::new(Family::Binomial, 1.0 - p).bounds(n);
        for (line, other) in [
            (bounds.lower, mirrored.upper),
            (bounds.upper, mirrored.lower),
            (bounds.lower_two, mirrored.upper_two),
            (bounds.upper_two, mirrored.lower_two),
        ] {
            prop_assert_eq!(line.is_some(), other.is_some());
            if let Some((line, other)) = line.zip(other) {
                prop_assert!(close(line, 1.0 - other), "{} and {}", line, other);
            }
        }
    }

    #[test]
    fn an_inserted_gap_never_adds_a_signal(
        counts in prop::collection::vec(0_u16..40, 30..60), at in 24_usize..30, periods in 1_usize..4,
    ) {
        let series = values(&counts);
        let mut gapped = series.clone();
        gapped.splice(at..at, std::iter::repeat_n(Point::gap(), periods));
        let (before, after) = (analyse(&series, &Plan::new(Kind::Value)), analyse(&gapped, &Plan::new(Kind::Value)));
        for (before, after) in marks(&before).into_iter().zip(marks(&after)) {
            prop_assert!(is_subset(after, before), "a gap must not make {:?} of {:?}", after, before);
            prop_assert!(periods > 1 || after == before, "one missing period is stepped over");
        }
    }

    #[test]
    fn losing_a_point_adds_signals_only_in_windows_around_it(
        counts in prop::collection::vec(0_u16..6, 30..60), at in 24_usize..30,
    ) {
        let series = values(&counts);
        let mut gapped = series.clone();
        gapped[at] = Point::gap();
        let (before, after) = (analyse(&series, &Plan::new(Kind::Value)), analyse(&gapped, &Plan::new(Kind::Value)));
        for (position, (before, after)) in before.points.iter().zip(&after.points).enumerate() {
            let is_near = position.abs_diff(at) <= 6;
            prop_assert!(is_near || is_subset(after.marks, before.marks), "{} is far from {}", position, at);
        }
    }

    #[test]
    fn an_open_period_changes_nothing_but_itself(counts in prop::collection::vec(0_u16..40, 13..40), open in 0_u16..90) {
        let series = values(&counts);
        let mut longer = series.clone();
        longer.push(Point::recorded(Reading::value(f64::from(open))).provisional());
        let (before, after) = (analyse(&series, &Plan::new(Kind::Value)), analyse(&longer, &Plan::new(Kind::Value)));
        prop_assert_eq!(&before.points[..], &after.points[..counts.len()]);
        prop_assert_eq!(before.variation, after.variation);
        prop_assert!(after.points[counts.len()].marks.is_empty());
    }

    #[test]
    fn multiplying_the_data_scales_the_limits(counts in prop::collection::vec(0_u16..40, 13..60), factor in 1_u16..500) {
        let scaled: Vec<Point> = counts
            .iter()
            .map(|count| Point::recorded(Reading::value(f64::from(*count) * f64::from(factor))))
            .collect();
        let (plain, scaled) =
            (analyse(&values(&counts), &Plan::new(Kind::Value)), analyse(&scaled, &Plan::new(Kind::Value)));
        let (plain_limits, scaled_limits) = (plain.phases[0].limits, scaled.phases[0].limits);
        prop_assert_eq!(plain_limits.lower.is_some(), scaled_limits.lower.is_some());
        for (line, scaled) in plain_limits.lower.zip(scaled_limits.lower).iter().chain(&plain_limits.upper.zip(scaled_limits.upper)) {
            prop_assert!(close(line * f64::from(factor), *scaled));
        }
        prop_assert_eq!(marks(&plain), marks(&scaled));
    }

    #[test]
    fn there_is_no_verdict_under_thirteen_points(
        counts in prop::collection::vec(0_u16..1000, 0..13),
        kind in prop::sample::select(vec![Kind::Proportion, Kind::ScoreShare, Kind::Count, Kind::Rate, Kind::Value]),
    ) {
        let series: Vec<Point> =
            counts.iter().map(|count| Point::recorded(Reading::share(i64::from(*count), 1000))).collect();
        let mut plan = Plan::new(kind);
        plan.target = Some(0.5);
        let analysis = analyse(&series, &plan);
        prop_assert_eq!(analysis.variation, Variation::NotEnough);
        prop_assert_eq!(analysis.assurance, None);
        prop_assert_eq!(analysis.months_on_target, None);
        prop_assert!(marks(&analysis).iter().all(|marks| marks.is_empty()));
    }

    #[test]
    fn frozen_numbers_outlive_their_points(counts in prop::collection::vec(1_u16..30, 30..50)) {
        for kind in [Kind::Value, Kind::Count] {
            let series: Vec<Point> =
                counts.iter().map(|count| Point::recorded(Reading::count(i64::from(*count)))).collect();
            let whole = analyse(&series, &Plan::new(kind));
            let mut plan = Plan::new(kind);
            plan.phase_baselines = vec![(0, Baseline::Kept(whole.phases[0].frozen.unwrap()))];
            let rest = analyse(&series[24..], &plan);
            prop_assert_eq!(rest.phases[0].limits, whole.phases[0].limits);
            prop_assert_eq!(rest.phases[0].status, Status::Established);
        }
    }

    #[test]
    fn the_order_of_a_family_of_comparisons_is_irrelevant(mut p in prop::collection::vec(0.0_f64..1.0, 1..40)) {
        let (listed, adjusted) = (threshold(&p, 0.1), adjust(&p));
        p.reverse();
        let mut reversed = adjust(&p).bh;
        reversed.reverse();
        prop_assert_eq!(threshold(&p, 0.1), listed);
        prop_assert_eq!(reversed, adjusted.bh);
    }

    #[test]
    fn what_is_expected_of_a_team_sums_to_what_was_seen(team in prop::collection::vec((1_i64..40, 0_i64..40), 2..8)) {
        let team: Vec<(i64, i64)> = team.into_iter().map(|(n, x)| (n, x.min(n))).collect();
        let (team_n, team_x): (i64, i64) = team.iter().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
        let expected: f64 = team.iter().map(|(n, x)| compare(&[Stratum { n: *n, x: *x, team_n, team_x }]).expected).sum();
        prop_assert!(close(expected, f64::from(i32::try_from(team_x).unwrap())));
    }
}
