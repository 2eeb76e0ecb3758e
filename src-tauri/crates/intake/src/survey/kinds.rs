//! What a KPI seems to be, told from its numbers (rulings 19): no denominators at all make a count, numerators above
//! their denominators a rate, or a value when its name says so or fractions were counted.

use super::{KindGuess, KpiFound};
use crate::numbers::Thousandths;

/// Words in the name of something that is measured rather than counted.
const MEASURED: [&str; 9] = [
    "score",
    "satisfaction",
    "rating",
    "mean",
    "median",
    "average",
    "avg",
    "days to",
    "length of",
];

/// What the numbers of one KPI have shown so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbers {
    figures: u64,
    with_denominator: u64,
    above: u64,
    fractions: u64,
}

impl Numbers {
    pub(super) fn add(&mut self, numerator: Thousandths, denominator: Option<Thousandths>) {
        self.figures += 1;
        self.fractions += u64::from(numerator.whole().is_none());
        if let Some(denominator) = denominator {
            self.with_denominator += 1;
            self.above += u64::from(numerator > denominator);
        }
    }

    pub(super) fn found(self, name: String) -> KpiFound {
        let lower = name.to_lowercase();
        let is_measured = MEASURED.iter().any(|word| lower.contains(word));
        let guess = if self.fractions > 0 {
            KindGuess::Value
        } else if self.with_denominator == 0 {
            KindGuess::Count
        } else if self.above > 0 {
            if is_measured {
                KindGuess::Value
            } else {
                KindGuess::Rate
            }
        } else {
            KindGuess::Proportion
        };
        KpiFound {
            name,
            guess,
            figures: self.figures,
        }
    }
}
