//! Results are rounded to 12 significant digits before they are stored or compared, so that the
//! last bits of a platform's arithmetic never show. (statistics.md 2.16.)

/// The value with 12 significant digits; not-a-number and the infinities are returned as they are.
pub fn round12(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    format!("{value:.11e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_digits_are_kept_at_any_size() {
        for (value, expected) in [
            (1.0 / 3.0, 0.333_333_333_333),
            (123_456_789_012.345, 123_456_789_012.0),
            (-2e-300 / 3.0, -6.666_666_666_67e-301),
        ] {
            assert_eq!(round12(value), expected);
        }
    }
}
