//! The XmR chart (individuals and moving range): the spread is learned from how much neighbouring
//! periods differ, so a slow drift does not widen the limits. Moving ranges far above the rest are
//! dropped once (Nelson 1982, J Qual Tech 14:172; statistics.md 2.1).

use crate::bounds::Bounds;
use crate::sum::mean;

/// 3 / 1.128, as Making Data Count rounds it.
pub const LIMIT_FACTOR: f64 = 2.66;
/// A moving range at or above this many times the mean one is screened out.
pub const SCREEN_FACTOR: f64 = 3.267;
/// Mean moving range of normal data with standard deviation 1.
pub const RANGE_TO_SIGMA: f64 = 1.128;

/// Whether moving ranges far above the rest are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screening {
    /// Dropped once; the default.
    #[default]
    On,
    /// Kept, as the Excel tool does.
    Off,
}

/// Absolute differences between neighbouring periods; a period that is not recorded breaks the
/// chain rather than being bridged.
pub fn moving_ranges(periods: &[Option<f64>]) -> Vec<f64> {
    periods
        .windows(2)
        .filter_map(|pair| Some((pair[1]? - pair[0]?).abs()))
        .collect()
}

/// The screened mean moving range; `None` without moving ranges, 0 for a flat series.
pub fn mean_moving_range(ranges: &[f64], screening: Screening) -> Option<f64> {
    let all = mean(ranges)?;
    if screening == Screening::Off {
        return Some(all);
    }
    let kept: Vec<f64> = ranges
        .iter()
        .copied()
        .filter(|range| *range < SCREEN_FACTOR * all)
        .collect();
    Some(mean(&kept).filter(|kept| *kept != 0.0).unwrap_or(all))
}

/// Limits at `centre` -/+ 2.66 mean moving ranges and two-sigma lines at two thirds of that.
pub fn limits(centre: f64, moving_range: f64) -> Bounds {
    Bounds::symmetric(centre, LIMIT_FACTOR * moving_range)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEVIATIONS: [f64; 18] = [
        1.0, 2.0, 1.0, 2.0, 10.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0,
    ];

    fn check(screening: Screening, lower: f64, upper: f64) {
        let periods: Vec<Option<f64>> = DEVIATIONS.iter().copied().map(Some).collect();
        let centre = mean(&DEVIATIONS).unwrap();
        let range = mean_moving_range(&moving_ranges(&periods), screening).unwrap();
        let bounds = limits(centre, range);
        assert!((centre - 1.9444).abs() < 5e-5);
        assert!(
            (bounds.lower.unwrap() - lower).abs() < 5e-3,
            "published: {lower}, got {bounds:?}"
        );
        assert!(
            (bounds.upper.unwrap() - upper).abs() < 5e-3,
            "published: {upper}, got {bounds:?}"
        );
    }

    #[test]
    fn the_published_vignette_is_reproduced_screened_and_unscreened() {
        check(Screening::On, -0.72, 4.60);
        check(Screening::Off, -3.06, 6.95);
    }

    #[test]
    fn a_gap_is_not_bridged() {
        assert_eq!(
            moving_ranges(&[Some(1.0), None, Some(9.0), Some(7.0)]),
            vec![2.0]
        );
    }

    #[test]
    fn when_screening_would_leave_nothing_or_zero_the_first_mean_stands() {
        assert_eq!(
            mean_moving_range(&[0.0, 0.0, 0.0, 0.0, 1.0], Screening::On),
            Some(0.2)
        );
        assert_eq!(mean_moving_range(&[0.0, 0.0], Screening::On), Some(0.0));
        assert_eq!(mean_moving_range(&[], Screening::On), None);
    }
}
