//! The value axis: round ticks, from 0 for counts and rates, 0 to 100 % or fitted with a break mark for shares.

use domain::kpi::Kind;

/// A value axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The value at its foot.
    pub low: f64,
    /// The value at its top.
    pub high: f64,
    /// Values with a grid line and a label.
    pub ticks: Vec<f64>,
    /// Whether it does not start at 0 although values do, which a break mark then says.
    pub is_broken: bool,
}

/// A share whose lowest drawn value is above this may be fitted.
const FIT_ABOVE: f64 = 0.4;
/// Ticks aimed for.
const TICKS: f64 = 4.0;

/// The axis that holds all values drawn.
pub fn axis(kind: Kind, values: &[f64]) -> Axis {
    let least = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .fold(f64::INFINITY, f64::min);
    let most = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .fold(f64::NEG_INFINITY, f64::max);
    let (least, most) = if least > most {
        (0.0, 1.0)
    } else {
        (least, most)
    };
    match kind {
        Kind::Proportion | Kind::ScoreShare if least <= FIT_ABOVE => span(0.0, 1.0, 0.25, 1.0),
        Kind::Proportion | Kind::ScoreShare => {
            let step = nice((1.0 - least).max(0.08) / TICKS).max(0.02);
            span((least / step - 0.5).floor() * step, 1.0, step, 1.0)
        }
        Kind::Count => from_zero(most, 1.0),
        Kind::Rate => from_zero(most, 0.0),
        Kind::Value if least >= 0.0 && least <= most / 2.0 => from_zero(most, 0.0),
        Kind::Value => {
            let step = nice(((most - least) / TICKS).max(most.abs() / 1000.0).max(0.05));
            let high = (most / step).ceil() * step;
            span(
                (least / step).floor() * step,
                high.max(least + step),
                step,
                f64::INFINITY,
            )
        }
    }
}

fn from_zero(most: f64, least_step: f64) -> Axis {
    let most = if most > 0.0 { most } else { 1.0 };
    let step = nice(most / TICKS).max(least_step);
    span(0.0, (most * 1.03).max(step), step, f64::INFINITY)
}

fn span(low: f64, high: f64, step: f64, ceiling: f64) -> Axis {
    let low = if low < 0.0 && ceiling <= 1.0 {
        0.0
    } else {
        low
    };
    let mut ticks = Vec::new();
    let mut number = 0.0;
    while low + number * step <= high + step * 1e-6 && ticks.len() < 12 {
        ticks.push(low + number * step);
        number += 1.0;
    }
    Axis {
        low,
        high,
        ticks,
        is_broken: low > 0.0,
    }
}

/// The round number (1, 2 or 5 times a power of ten) at or above a step.
fn nice(step: f64) -> f64 {
    if step <= 0.0 || !step.is_finite() {
        return 1.0;
    }
    let power = 10_f64.powf(step.log10().floor());
    let times = step / power;
    let round = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|round| times <= round + 1e-9)
        .unwrap_or(10.0);
    round * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, values: &[f64], low: f64, ticks: &[f64]) {
        let axis = axis(kind, values);
        assert!((axis.low - low).abs() < 1e-9, "{axis:?}");
        assert_eq!(axis.ticks.len(), ticks.len(), "{axis:?}");
        for (found, expected) in axis.ticks.iter().zip(ticks) {
            assert!((found - expected).abs() < 1e-9, "{axis:?}");
        }
        assert!(
            values
                .iter()
                .all(|value| (axis.low..=axis.high).contains(value)),
            "nothing falls off the axis"
        );
    }

    #[test]
    fn counts_start_at_nought_with_whole_ticks() {
        check(Kind::Count, &[3.0, 15.9], 0.0, &[0.0, 5.0, 10.0, 15.0]);
        check(Kind::Count, &[0.0], 0.0, &[0.0, 1.0]);
    }

    #[test]
    fn shares_are_whole_or_fitted_with_a_break() {
        check(
            Kind::Proportion,
            &[0.1, 0.5],
            0.0,
            &[0.0, 0.25, 0.5, 0.75, 1.0],
        );
        check(
            Kind::Proportion,
            &[0.67, 0.92],
            0.6,
            &[0.6, 0.7, 0.8, 0.9, 1.0],
        );
        assert!(axis(Kind::Proportion, &[0.67, 0.92]).is_broken);
    }

    #[test]
    fn values_far_from_nought_are_fitted() {
        check(
            Kind::Value,
            &[61.0, 68.0],
            60.0,
            &[60.0, 62.0, 64.0, 66.0, 68.0],
        );
    }
}
