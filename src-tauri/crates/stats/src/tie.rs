//! Comparison with a limit or a mean. A figure that differs from a line only by rounding is *tied*
//! with it, and a tied figure is never "outside", "above" or "below": nobody is named for the last
//! digit of a division. (statistics.md 2.0.)

use std::cmp::Ordering;

/// Largest difference, relative to the line (at least 1), that still counts as the same.
pub const TOLERANCE: f64 = 1e-9;

/// Whether `value` and `line` are the same up to rounding.
#[inline]
pub fn is_tied(value: f64, line: f64) -> bool {
    (value - line).abs() <= TOLERANCE * line.abs().max(1.0)
}

/// Where `value` lies relative to `line`; `Equal` when tied.
#[inline]
pub fn compare(value: f64, line: f64) -> Ordering {
    if is_tied(value, line) {
        Ordering::Equal
    } else if value < line {
        Ordering::Less
    } else {
        Ordering::Greater
    }
}

/// Whether `value` lies strictly above `line`.
#[inline]
pub fn is_above(value: f64, line: f64) -> bool {
    compare(value, line) == Ordering::Greater
}

/// Whether `value` lies strictly below `line`.
#[inline]
pub fn is_below(value: f64, line: f64) -> bool {
    compare(value, line) == Ordering::Less
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounding_error_is_a_tie_and_a_real_difference_is_not() {
        assert!(is_tied(0.1 + 0.2, 0.3));
        assert!(!is_above(0.1 + 0.2, 0.3) && !is_below(0.1 + 0.2, 0.3));
        assert!(is_above(0.300_001, 0.3), "a real difference must be seen");
    }

    #[test]
    fn the_tolerance_grows_with_the_line() {
        assert!(is_tied(1e12 + 500.0, 1e12));
        assert!(is_below(1e12 - 2000.0, 1e12));
    }
}
