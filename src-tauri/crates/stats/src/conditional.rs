//! Comparing caseloads inside strata, given the team's totals (statistics.md 2.6). In a small team
//! an adviser is a good part of their own benchmark, and a Poisson or pooled-rate interval is too
//! wide; conditioning on the totals is exact for any team size. Judged by nobody else's results.

use crate::hypergeometric::Hypergeometric;
use crate::lattice::Lattice;
use crate::poisson_binomial::convolve;
use crate::sum::sum;

/// One adviser's clients and successes in one stratum, with the team's totals (adviser included).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum {
    /// Clients of the adviser.
    pub n: i64,
    /// Successes of the adviser.
    pub x: i64,
    /// Clients of the team.
    pub team_n: i64,
    /// Successes of the team.
    pub team_x: i64,
}

/// The levels of the four control limits: 95 % and 99.8 %, lower and upper.
const LEVELS: [f64; 4] = [0.025, 0.975, 0.001, 0.999];

/// Terms smaller than this share of the middle one change no digit of any limit.
const NEGLIGIBLE: f64 = 1e-30;

/// Where an observed ratio lies relative to its own control limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Under the lower 99.8 % limit.
    Low998,
    /// Over the upper 99.8 % limit.
    High998,
    /// Under the lower 95 % limit.
    Low95,
    /// Over the upper 95 % limit.
    High95,
}

/// An adviser's result against what the team's totals predict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// Clients.
    pub n: i64,
    /// Successes.
    pub observed: i64,
    /// Expected successes.
    pub expected: f64,
    /// Observed over expected; `None` when nothing is expected.
    pub ratio: Option<f64>,
    /// Variance of the observed successes (Mantel-Haenszel).
    pub variance: f64,
    /// G = P(< O) + P(= O)/2.
    pub mid_p: f64,
    /// Two-sided mid-P value.
    pub two_sided: f64,
    /// Control limits for the ratio: 95 % lower, upper, 99.8 % lower, upper.
    pub limits: [Option<f64>; 4],
    /// Whether there is enough to compare: E >= 1 and a 99.8 % limit on some side.
    pub is_enough: bool,
    /// Where it lies; `None` inside or when there is too little.
    pub flag: Option<Flag>,
}

/// Compares one adviser with the team, stratum by stratum.
pub fn compare(strata: &[Stratum]) -> Comparison {
    let strata: Vec<Stratum> = strata
        .iter()
        .copied()
        .filter(|stratum| stratum.n > 0)
        .collect();
    let (n, observed) = (
        strata.iter().map(|s| s.n).sum(),
        strata.iter().map(|s| s.x).sum::<i64>(),
    );
    let expected = sum(strata
        .iter()
        .map(|s| s.n as f64 * s.team_x as f64 / s.team_n as f64));
    let (least, law) = law_of(&strata);
    let mids = mid_distribution(&law);
    let at = observed - least;
    let mid_p = usize::try_from(at)
        .ok()
        .and_then(|at| mids.get(at).copied())
        .unwrap_or(if at < 0 { 0.0 } else { 1.0 });
    let has_expectation = expected > 0.0;
    let mid_p = if has_expectation { mid_p } else { 0.5 };
    let limit = |level: f64| {
        position(&law, &mids, level)
            .filter(|_| has_expectation)
            .map(|at| (least as f64 + at) / expected)
    };
    let limits = LEVELS.map(limit);
    let is_enough = expected >= 1.0 && (limits[2].is_some() || limits[3].is_some());
    Comparison {
        n,
        observed,
        expected,
        ratio: has_expectation.then(|| observed as f64 / expected),
        variance: sum(strata.iter().map(variance)),
        mid_p,
        two_sided: (2.0 * mid_p.min(1.0 - mid_p)).min(1.0),
        limits,
        is_enough,
        flag: flag_of(mid_p).filter(|_| is_enough),
    }
}

fn flag_of(mid_p: f64) -> Option<Flag> {
    match mid_p {
        low if low < LEVELS[2] => Some(Flag::Low998),
        high if high > LEVELS[3] => Some(Flag::High998),
        low if low < LEVELS[0] => Some(Flag::Low95),
        high if high > LEVELS[1] => Some(Flag::High95),
        _ => None,
    }
}

fn variance(stratum: &Stratum) -> f64 {
    let (n, team_n, team_x) = (
        stratum.n as f64,
        stratum.team_n as f64,
        stratum.team_x as f64,
    );
    if stratum.team_n <= 1 {
        return 0.0;
    }
    n * team_x * (team_n - team_x) * (team_n - n) / (team_n * team_n * (team_n - 1.0))
}

/// The law of the observed sum: its least value and the probabilities from there on.
fn law_of(strata: &[Stratum]) -> (i64, Vec<f64>) {
    let (mut least, mut law) = (0, vec![1.0]);
    for stratum in strata {
        let (from, terms) = terms_of(Hypergeometric::new(
            stratum.team_n,
            stratum.team_x,
            stratum.n,
        ));
        least += from;
        law = convolve(&law, &terms);
    }
    let total = sum(law.iter().copied());
    (least, law.into_iter().map(|term| term / total).collect())
}

/// The terms of one stratum that weigh anything, from its middle outwards, and the least of them.
fn terms_of(part: Hypergeometric) -> (i64, Vec<f64>) {
    let (from, to) = part.support();
    let middle = (part.moments().0.round() as i64).clamp(from, to.unwrap_or(from));
    let floor = part.term(middle) * NEGLIGIBLE;
    let mut low = middle;
    let mut terms: Vec<f64> = Vec::new();
    for k in (from..=middle).rev() {
        let term = part.term(k);
        if term < floor {
            break;
        }
        terms.push(term);
        low = k;
    }
    terms.reverse();
    terms.extend(
        (middle + 1..=to.unwrap_or(middle))
            .map(|k| part.term(k))
            .take_while(|term| *term >= floor),
    );
    (low, terms)
}

/// G at every count of a law.
fn mid_distribution(law: &[f64]) -> Vec<f64> {
    let mut below = 0.0;
    law.iter()
        .map(|term| {
            let mid = below + term / 2.0;
            below += term;
            mid
        })
        .collect()
}

/// Where G, joined linearly between counts of positive probability, equals the level.
fn position(law: &[f64], mids: &[f64], level: f64) -> Option<f64> {
    let points: Vec<usize> = (0..law.len()).filter(|at| law[*at] > 0.0).collect();
    points.windows(2).find_map(|pair| {
        let (low, high) = (mids[pair[0]], mids[pair[1]]);
        let is_between = low <= level && level <= high;
        is_between
            .then(|| pair[0] as f64 + (level - low) / (high - low) * (pair[1] - pair[0]) as f64)
    })
}
