//! How many points come before how much is said (statistics.md 2.0).

#![cfg(test)]

use stats::chart::{Kind, Plan, Point, Reading, analyse};
use stats::phases::{PointsNeeded, Status};

#[test]
fn an_organisation_that_asks_for_more_points_waits_longer_for_each_step() {
    let values = |points: usize| -> Vec<Point> {
        (0..points)
            .map(|at| Point::recorded(Reading::value([4.0, 6.0, 5.0][at % 3])))
            .collect()
    };
    let read = |points: usize, needs: PointsNeeded| {
        let mut plan = Plan::new(Kind::Value);
        plan.needs = needs;
        let analysis = analyse(&values(points), &plan);
        (
            analysis.phases[0].status,
            analysis.phases[0].baseline_points,
        )
    };
    let few = |recorded: usize| Status::NotEnough { recorded };
    for (points, standard, long) in [
        (12, (few(12), 12), (few(12), 12)),
        (13, (Status::Trial, 13), (few(13), 13)),
        (19, (Status::Trial, 19), (few(19), 19)),
        (20, (Status::Established, 20), (Status::Trial, 20)),
        (24, (Status::Established, 24), (Status::Established, 24)),
        (40, (Status::Established, 24), (Status::Established, 30)),
    ] {
        assert_eq!(
            read(points, PointsNeeded::STANDARD),
            standard,
            "{points} points"
        );
        assert_eq!(
            read(points, PointsNeeded::LONG),
            long,
            "{points} points, asking for more"
        );
    }
}
