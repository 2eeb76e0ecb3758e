//! What is printed of a cell that passed: the numbers themselves, or for everybody the same rounded to base 5
//! (disclosure.md 2.2 and 2.6). Rates are then computed from the rounded numbers.

use crate::policy::Policy;
use crate::table::MeasureKind;

/// Sums of readings and exposures stand in thousandths.
pub(crate) const UNIT: i64 = 1000;

/// Both numbers as they are printed.
pub(crate) fn printed(
    kind: MeasureKind,
    (numerator, denominator): (i64, Option<i64>),
    policy: &Policy,
) -> (i64, Option<i64>) {
    let Some(base) = policy.rounding_base() else {
        return (numerator, denominator);
    };
    match (kind, denominator) {
        (MeasureKind::Share, Some(whole)) => {
            let (part, rest) = controlled(numerator, whole - numerator, base);
            (part, Some(part + rest))
        }
        (MeasureKind::Mean, Some(readings)) => (
            nearest(numerator, base * UNIT),
            Some(nearest(readings, base)),
        ),
        (MeasureKind::Rate, Some(whole)) => {
            (nearest(numerator, base), Some(nearest(whole, base * UNIT)))
        }
        (
            MeasureKind::Count | MeasureKind::Share | MeasureKind::Mean | MeasureKind::Rate,
            other,
        ) => (nearest(numerator, base), other),
    }
}

fn nearest(number: i64, base: i64) -> i64 {
    number.saturating_add(base / 2) / base * base
}

/// Part, rest and whole each go to one of the two multiples beside them, so that they still add up, with the
/// smallest change in all. The whole is the only margin there is.
fn controlled(part: i64, rest: i64, base: i64) -> (i64, i64) {
    let beside = |number: i64| [number / base * base, (number + base - 1) / base * base];
    let whole = part + rest;
    let change = |(one, other): (i64, i64)| {
        (one - part).abs() + (other - rest).abs() + (one + other - whole).abs()
    };
    beside(part)
        .into_iter()
        .flat_map(|one| beside(rest).map(|other| (one, other)))
        .filter(|(one, other)| beside(whole).contains(&(one + other)))
        .min_by_key(|pair| change(*pair))
        .unwrap_or((nearest(part, base), nearest(rest, base)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Profile;

    #[test]
    fn everybody_sees_multiples_of_five_that_add_up_beside_the_true_numbers() {
        let policy = Policy::of(Profile::Public);
        for part in 0..60 {
            for rest in 0..60 {
                let (shown, whole) =
                    printed(MeasureKind::Share, (part, Some(part + rest)), &policy);
                let whole = whole.unwrap();
                for (printed, number) in
                    [(shown, part), (whole - shown, rest), (whole, part + rest)]
                {
                    assert_eq!(printed % 5, 0);
                    assert!(
                        (printed - number).abs() < 5,
                        "{number} is printed as {printed}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_organisation_sees_the_numbers_themselves() {
        let policy = Policy::of(Profile::Internal);
        assert_eq!(
            printed(MeasureKind::Share, (33, Some(71)), &policy),
            (33, Some(71))
        );
    }

    #[test]
    fn a_mean_and_a_rate_for_everybody_come_from_rounded_numbers() {
        let policy = Policy::of(Profile::Public);
        assert_eq!(
            printed(MeasureKind::Mean, (4_877_400, Some(66)), &policy),
            (4_875_000, Some(65))
        );
        assert_eq!(
            printed(MeasureKind::Rate, (34, Some(77_700)), &policy),
            (35, Some(80_000))
        );
    }
}
