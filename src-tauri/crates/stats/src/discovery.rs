//! Many comparisons at once: adjusted p values and the quarterly review list. Examining sixty cells
//! at 5 % accuses three people of nothing, so the list controls the share of false entries
//! (Benjamini and Hochberg 1995, JRSSB 57:289; statistics.md 2.9).

/// Adjusted p values of a family, in the order given.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjusted {
    /// Benjamini-Hochberg.
    pub bh: Vec<f64>,
    /// Benjamini-Yekutieli 2001, for any dependence.
    pub by: Vec<f64>,
    /// Holm 1979.
    pub holm: Vec<f64>,
    /// Bonferroni.
    pub bonferroni: Vec<f64>,
}

/// Positions in ascending order of p; equal values in entered order.
fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    order
}

/// Adjusts a family of p values.
pub fn adjust(p: &[f64]) -> Adjusted {
    let (order, m) = (ascending(p), p.len() as f64);
    let harmonic = crate::sum::sum((1..=p.len()).map(|k| 1.0 / k as f64));
    let step_up = |factor: f64| {
        let (mut adjusted, mut least) = (vec![1.0; p.len()], 1.0_f64);
        for (rank, at) in order.iter().enumerate().rev() {
            least = least.min(factor * m * p[*at] / (rank + 1) as f64);
            adjusted[*at] = least;
        }
        adjusted
    };
    let (mut holm, mut most) = (vec![1.0; p.len()], 0.0_f64);
    for (rank, at) in order.iter().enumerate() {
        most = most.max((m - rank as f64) * p[*at]).min(1.0);
        holm[*at] = most;
    }
    Adjusted {
        bh: step_up(1.0),
        by: step_up(harmonic),
        holm,
        bonferroni: p.iter().map(|p| (m * p).min(1.0)).collect(),
    }
}

/// The largest listed p at false discovery rate `q` (0.10): p_(k) for the largest k with
/// p_(k) <= q k / m; `None` when nothing is listed. Cells without enough data are not in the family.
pub fn threshold(p: &[f64], q: f64) -> Option<f64> {
    let m = p.len() as f64;
    let order = ascending(p);
    let is_within =
        |(rank, at): &(usize, &usize)| p[**at] <= q * (*rank + 1) as f64 / m * (1.0 + 1e-12);
    order
        .iter()
        .enumerate()
        .rfind(is_within)
        .map(|(_, at)| p[*at])
}
