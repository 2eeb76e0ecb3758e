//! Rolling finer readings up to a longer period (rulings 7): counts are added, a caseload's last reading stands,
//! means are weighted, and what cannot be combined is not.

use crate::figure::{Amount, Figure, FigureStatus};
use crate::kpi::Roll;
use crate::period::{Grain, Period};
use std::collections::BTreeMap;

/// One figure for each period of a grain. A figure reported for the period itself wins over its parts; figures of
/// a longer period are left out. A week belongs to the month of its Thursday.
pub fn roll_up(
    figures: &[Figure],
    grain: Grain,
    roll: Roll,
) -> BTreeMap<Period, (Amount, FigureStatus)> {
    let mut parts: Vec<&Figure> = figures
        .iter()
        .filter(|figure| figure.period.grain() < grain)
        .collect();
    parts.sort_by_key(|figure| figure.period);
    let mut rolled = BTreeMap::new();
    for figure in parts {
        add(&mut rolled, period_of(figure.period, grain), figure, roll);
    }
    for figure in figures
        .iter()
        .filter(|figure| figure.period.grain() == grain)
    {
        rolled.insert(figure.period, (figure.amount, figure.status));
    }
    rolled
}

/// The period of a longer grain that a period belongs to.
fn period_of(period: Period, grain: Grain) -> Period {
    match grain {
        Grain::Day | Grain::Week => Period::containing(grain, period.start()),
        Grain::Month | Grain::Quarter => Period::containing(grain, period.month().start()),
    }
}

fn add(
    rolled: &mut BTreeMap<Period, (Amount, FigureStatus)>,
    period: Period,
    figure: &Figure,
    roll: Roll,
) {
    let amount = match roll {
        Roll::None => return,
        Roll::Sum | Roll::Last => figure.amount,
        Roll::MeanWeighted => Amount {
            denominator: Some(figure.amount.denominator.unwrap_or(1)),
            ..figure.amount
        },
    };
    rolled
        .entry(period)
        .and_modify(|(so_far, status)| {
            *so_far = match roll {
                Roll::Sum | Roll::MeanWeighted => together(*so_far, amount),
                Roll::Last | Roll::None => amount,
            };
            *status = worse_of(*status, figure.status);
        })
        .or_insert((amount, figure.status));
}

fn together(one: Amount, other: Amount) -> Amount {
    // A sum of which a part is not known is not known.
    let sum = |one: Option<i64>, other: Option<i64>| {
        one.zip(other).map(|(one, other)| one.saturating_add(other))
    };
    Amount {
        numerator: one.numerator.saturating_add(other.numerator),
        denominator: sum(one.denominator, other.denominator),
        exposure: sum(one.exposure, other.exposure),
    }
}

/// A sum is no better than its worst part.
fn worse_of(one: FigureStatus, other: FigureStatus) -> FigureStatus {
    let weight = |status: FigureStatus| match status {
        FigureStatus::Ok => 0,
        FigureStatus::Corrected => 1,
        FigureStatus::Provisional => 2,
        FigureStatus::Disputed => 3,
    };
    if weight(other) > weight(one) {
        other
    } else {
        one
    }
}
