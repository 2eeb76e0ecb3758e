//! How often a figure like the latest one comes by chance alone, if nothing has changed: the sentence that keeps
//! an ordinary low month from being read as a fall (domain.md 0.3).

use domain::kpi::Kind;
use domain::scorecard::{Point, Reading, Standing};
use stats::attribute::{Family, pooled_centre, sigma_z};
use stats::binomial::Binomial;
use stats::choice::Evidence;
use stats::lattice::{Lattice, Side};
use stats::poisson::Poisson;
use stats::xmr::Screening;

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
    let centre = reading.phase()?.summary.frozen?.centre;
    let latest = reading.latest()?;
    let (amount, value) = (latest.amount?, latest.value?);
    if is_over_dispersed(reading) {
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

/// Whether the counts that fixed the range vary more than Poisson's law allows; those of the whole phase where the
/// points that fixed it are gone.
fn is_over_dispersed(reading: &Reading) -> bool {
    match reading.kind {
        Kind::Count | Kind::Rate => {}
        Kind::Proportion | Kind::ScoreShare | Kind::Value => return false,
    }
    let first = reading.phase().map_or(0, |phase| phase.summary.first);
    let points = reading.points.get(first..).unwrap_or_default();
    let is_fixed = |point: &Point| point.standing == Standing::Baseline;
    let has_fixed = points.iter().any(is_fixed);
    let figures: Vec<Option<(f64, f64)>> = points
        .iter()
        .map(|point| {
            let is_in = is_fixed(point) || (!has_fixed && point.standing == Standing::Later);
            parts(reading.kind, point).filter(|_| is_in)
        })
        .collect();
    let recorded: Vec<(f64, f64)> = figures.iter().flatten().copied().collect();
    let centre = pooled_centre(&recorded);
    let evidence = Evidence {
        points: points.iter().filter(|one| one.standing.is_judged()).count(),
        median_n: None,
        centre,
        sigma_z: centre
            .and_then(|centre| sigma_z(Family::Poisson, centre, &figures, Screening::On)),
    };
    evidence.is_over_dispersed()
}

/// Events and exposure of a point.
fn parts(kind: Kind, point: &Point) -> Option<(f64, f64)> {
    let exposure = match kind {
        Kind::Rate => point.amount?.opportunity()?,
        Kind::Proportion | Kind::ScoreShare | Kind::Count | Kind::Value => 1.0,
    };
    Some((point.value? * exposure, exposure))
}
