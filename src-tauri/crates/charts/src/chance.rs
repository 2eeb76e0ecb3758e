//! How often a figure like the latest one comes by chance alone, if nothing has changed: the sentence that keeps
//! an ordinary low month from being read as a fall (domain.md 0.3).

use domain::kpi::Kind;
use domain::scorecard::Reading;
use stats::binomial::Binomial;
use stats::lattice::{Lattice, Side};
use stats::poisson::Poisson;

/// A figure at least as far from the average as the latest one, on its side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// The side it lies on.
    pub side: Side,
    /// The latest count.
    pub count: i64,
    /// How often such a figure comes in one period.
    pub share: f64,
}

impl Chance {
    /// One period in how many.
    pub fn one_in(self) -> i64 {
        let periods = (1.0 / self.share).round().clamp(1.0, 1e9);
        format!("{periods:.0}").parse().unwrap_or(1)
    }

    /// How often at least one of so many like advisers has such a figure.
    pub fn somebody(self, advisers: u32) -> f64 {
        1.0 - (1.0 - self.share).powf(f64::from(advisers))
    }
}

/// The chance of a count or share like the latest judged one; nothing for measured values, without limits, for a
/// figure on the average, or where counts vary more than chance alone explains (statistics.md 2.2).
pub fn chance_of_latest(reading: &Reading) -> Option<Chance> {
    let summary = reading.phase()?.summary;
    let centre = summary.frozen?.centre;
    let latest = reading.latest()?;
    let (amount, value) = (latest.amount?, latest.value?);
    // A share's exact limits are kept whatever the spread; counts that vary more are charted another way.
    let is_counted = matches!(reading.kind, Kind::Count | Kind::Rate);
    if is_counted && summary.over_dispersed {
        return None;
    }
    let side = if stats::tie::is_below(value, centre) {
        Side::Low
    } else if stats::tie::is_above(value, centre) {
        Side::High
    } else {
        return None;
    };
    let share = match reading.kind {
        Kind::Proportion | Kind::ScoreShare => {
            Binomial::new(amount.denominator?, centre).tail(side, amount.numerator)
        }
        Kind::Count => Poisson::new(centre).tail(side, amount.numerator),
        Kind::Rate => Poisson::new(centre * amount.opportunity()?).tail(side, amount.numerator),
        Kind::Value => return None,
    };
    (share > 0.0).then_some(Chance {
        side,
        count: amount.numerator,
        share,
    })
}
