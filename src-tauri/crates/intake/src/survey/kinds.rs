//! What a KPI seems to be, told from its numbers and the periods beside them (rulings 19): no denominators at all make a count, numerators above
//! their denominators a rate, or a value when its name says so or fractions were counted.

use super::{KindGuess, KpiFound};
use crate::dates::{Lengths, Written};
use crate::numbers::{Commas, Number, Readings};
use crate::rows::Reason;

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

/// What the numbers of one KPI have shown so far, under either reading of their commas: which one holds is known
/// at the end of the file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbers {
    thousands: Shown,
    decimals: Shown,
    lengths: Lengths,
}

#[derive(Debug, Clone, Copy, Default)]
struct Shown {
    figures: u64,
    with_denominator: u64,
    above: u64,
    fractions: u64,
}

impl Numbers {
    pub(super) fn add(&mut self, numerator: &Readings, denominator: &Readings) {
        self.thousands
            .add(numerator.thousands, denominator.thousands);
        self.decimals.add(numerator.decimals, denominator.decimals);
    }

    /// Takes the period of one more figure, where it is one.
    pub(super) fn dated(&mut self, written: Option<Written>) {
        if let Some(written) = written {
            self.lengths.add(written);
        }
    }

    pub(super) fn found(self, name: String, commas: Commas) -> KpiFound {
        let shown = match commas {
            Commas::Thousands => self.thousands,
            Commas::Decimals | Commas::Unclear => self.decimals,
        };
        KpiFound {
            grain: self.lengths.only(),
            ..shown.found(name)
        }
    }
}

type Read = Result<Option<Number>, Reason>;

impl Shown {
    fn add(&mut self, numerator: Read, denominator: Read) {
        let Ok(Some(numerator)) = numerator else {
            return;
        };
        let numerator = numerator.thousandths;
        self.figures += 1;
        self.fractions += u64::from(numerator.whole().is_none());
        if let Ok(Some(denominator)) = denominator {
            self.with_denominator += 1;
            self.above += u64::from(numerator > denominator.thousandths);
        }
    }

    fn found(self, name: String) -> KpiFound {
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
            grain: None,
        }
    }
}
