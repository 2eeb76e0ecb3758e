//! Exact limits for counts by mid-P. G(k) = P(X < k) + P(X = k)/2 puts a count in the middle of its
//! own probability; a figure is low when G is under a level and high when it is over one minus it.
//! The drawn limit is where G, joined linearly between the counts that can happen, equals the level;
//! when no count reaches it there is no limit on that side. (statistics.md 2.2; Spiegelhalter 2005,
//! Stat Med 24:1185, A.1.1 interpolates one side only and flags beyond its nominal level.)
//!
//! The search starts at the normal approximation and goes by ratios of neighbouring terms; nothing
//! is summed from zero.

use crate::special::normal_quantile;

/// Terms smaller than this share of the first are beyond the last digit of a sum.
const NEGLIGIBLE: f64 = 1e-19;

/// One side of a distribution or chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Smaller than expected.
    Low,
    /// Larger than expected.
    High,
}

/// A distribution of counts with a single hump.
pub trait Lattice {
    /// Smallest and largest count with positive probability (`None`: no largest).
    fn support(&self) -> (i64, Option<i64>);
    /// P(X = k) for a k inside the support.
    fn term(&self, k: i64) -> f64;
    /// P(X = k + 1) / P(X = k) for a k inside the support.
    fn rise(&self, k: i64) -> f64;
    /// P(X = k - 1) / P(X = k) for a k inside the support.
    fn fall(&self, k: i64) -> f64 {
        1.0 / self.rise(k - 1)
    }
    /// Mean and standard deviation.
    fn moments(&self) -> (f64, f64);

    /// P(X <= k) for [`Side::Low`], P(X >= k) for [`Side::High`]: accurate however small it is.
    fn tail(&self, side: Side, k: i64) -> f64 {
        let (least, greatest) = self.support();
        let end = match side {
            Side::Low if k < least => return 0.0,
            Side::High if greatest.is_some_and(|greatest| k > greatest) => return 0.0,
            Side::Low if greatest.is_some_and(|greatest| k >= greatest) => return 1.0,
            Side::High if k <= least => return 1.0,
            Side::Low => least,
            Side::High => greatest.unwrap_or(i64::MAX),
        };
        let (mean, _) = self.moments();
        let beyond_mean = match side {
            Side::Low => k as f64 > mean,
            Side::High => (k as f64) < mean,
        };
        if beyond_mean {
            return match side {
                Side::Low => 1.0 - self.tail(Side::High, k + 1),
                Side::High => 1.0 - self.tail(Side::Low, k - 1),
            };
        }
        let (mut term, mut total, mut at) = (self.term(k), 0.0, k);
        let least_term = term * NEGLIGIBLE;
        while term > least_term || at == k {
            total += term;
            if at == end {
                break;
            }
            (term, at) = outwards(self, side, term, at);
        }
        total
    }

    /// G(k) = P(X < k) + P(X = k)/2.
    fn mid_p(&self, k: i64) -> f64 {
        f64::midpoint(self.tail(Side::Low, k), self.tail(Side::Low, k - 1))
    }

    /// 1 - G(k), accurate when it is small.
    fn mid_p_above(&self, k: i64) -> f64 {
        f64::midpoint(self.tail(Side::High, k), self.tail(Side::High, k + 1))
    }

    /// Two-sided mid-P value 2 min(G, 1 - G).
    fn two_sided(&self, k: i64) -> f64 {
        (2.0 * self.mid_p(k).min(self.mid_p_above(k))).min(1.0)
    }
}

/// The next term and count, one step away from the middle.
fn outwards<L: Lattice + ?Sized>(of: &L, side: Side, term: f64, at: i64) -> (f64, i64) {
    match side {
        Side::Low => (term * of.fall(at), at - 1),
        Side::High => (term * of.rise(at), at + 1),
    }
}

/// The next term and count, one step towards the middle and over it.
fn inwards<L: Lattice + ?Sized>(of: &L, side: Side, term: f64, at: i64) -> (f64, i64) {
    match side {
        Side::Low => outwards(of, Side::High, term, at),
        Side::High => outwards(of, Side::Low, term, at),
    }
}

/// Finds limits; keeps its scratch space, so a chart of many points allocates once.
#[derive(Debug, Default)]
pub struct LimitSearch {
    terms: Vec<f64>,
}

impl LimitSearch {
    /// The positions (counts, not necessarily whole) where the mid-distribution tail on `side`
    /// equals each of the levels, smaller level first; `None` where no count reaches it.
    pub fn positions<L: Lattice>(
        &mut self,
        of: &L,
        side: Side,
        levels: [f64; 2],
    ) -> [Option<f64>; 2] {
        let (least, greatest) = of.support();
        let end = if side == Side::Low {
            least
        } else {
            greatest.unwrap_or(i64::MAX)
        };
        let start = start(of, side, levels[1]);
        let reached_end = self.collect(of, side, start, end);
        let away = if side == Side::Low { -1.0 } else { 1.0 };
        let mut walk = Walk {
            levels,
            found: [None; 2],
            before: None,
            away,
        };
        let mut total = 0.0;
        let count = self.terms.len();
        for (back, term) in self.terms.iter().rev().enumerate() {
            let at = start as f64 + away * (count - 1 - back) as f64;
            if walk.passes(at, total + term / 2.0, back == 0 && reached_end) {
                return walk.found;
            }
            total += term;
        }
        let centre_end = if side == Side::Low {
            greatest.unwrap_or(i64::MAX)
        } else {
            least
        };
        let (mut term, mut at) = (self.terms[0], start);
        while at != centre_end {
            (term, at) = inwards(of, side, term, at);
            if walk.passes(at as f64, total + term / 2.0, false) {
                break;
            }
            total += term;
        }
        walk.found
    }

    /// Terms from `start` outwards until they no longer count; whether the end was reached.
    fn collect<L: Lattice>(&mut self, of: &L, side: Side, start: i64, end: i64) -> bool {
        self.terms.clear();
        let (mut term, mut at) = (of.term(start), start);
        let least_term = term * NEGLIGIBLE;
        loop {
            self.terms.push(term);
            if at == end {
                return true;
            }
            (term, at) = outwards(of, side, term, at);
            if term <= least_term {
                return false;
            }
        }
    }
}

/// Where the normal approximation puts the level.
fn start<L: Lattice>(of: &L, side: Side, level: f64) -> i64 {
    let (least, greatest) = of.support();
    let (mean, deviation) = of.moments();
    let z = normal_quantile(level);
    let guess = if side == Side::Low {
        mean + z * deviation
    } else {
        mean - z * deviation
    };
    (guess.round() as i64).clamp(least, greatest.unwrap_or(i64::MAX - 1))
}

/// A walk from the far end of a tail towards the middle, noting where levels are crossed.
struct Walk {
    levels: [f64; 2],
    found: [Option<f64>; 2],
    before: Option<f64>,
    away: f64,
}

impl Walk {
    /// Notes the mid-distribution tail `mass` at count `at`; true once every level is settled.
    fn passes(&mut self, at: f64, mass: f64, is_end: bool) -> bool {
        let mut is_settled = true;
        for (level, found) in self.levels.iter().zip(&mut self.found) {
            if mass < *level {
                is_settled = false;
            } else if found.is_none() {
                *found = match self.before {
                    Some(before) if before < *level => {
                        Some(at + self.away * (mass - level) / (mass - before))
                    }
                    None if is_end && mass == *level => Some(at),
                    Some(_) | None => None,
                };
            }
        }
        self.before = Some(mass);
        is_settled
    }
}
