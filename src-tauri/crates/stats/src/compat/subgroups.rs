//! Means and standard deviations of subgroups (xbar and s charts), several readings a period. The
//! constants c4 and A3 are those of Montgomery (2009, Introduction to Statistical Quality Control,
//! appendix VI), computed for any subgroup size; agreement with qicharts2 0.8.1.

use statrs::function::gamma::ln_gamma;

use super::classic::{ClassicChart, ClassicOptions, ClassicPoint, Stretch, assemble};
use super::classic_lines::Lines;
use crate::sum::{mean, sum};

/// Which figure of the subgroups is charted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subgroups {
    /// Their means.
    Means,
    /// Their standard deviations.
    Deviations,
}

/// Charts subgroups of readings; an empty subgroup is a gap, one of a single reading has no
/// standard deviation.
pub fn chart(kind: Subgroups, groups: &[Vec<f64>], options: &ClassicOptions) -> ClassicChart {
    assemble(groups.len(), options, |stretch| {
        chart_part(kind, &groups[stretch.start..stretch.end], stretch)
    })
}

/// Mean of a sample's standard deviation when the true one is 1: sqrt(2/(n-1)) G(n/2)/G((n-1)/2).
fn c4(n: f64) -> Option<f64> {
    (n >= 2.0)
        .then(|| (2.0 / (n - 1.0)).sqrt() * (ln_gamma(n / 2.0) - ln_gamma((n - 1.0) / 2.0)).exp())
}

/// Sum of squares around the mean.
fn squares(group: &[f64]) -> f64 {
    let centre = mean(group).unwrap_or(0.0);
    sum(group.iter().map(|value| (value - centre).powi(2)))
}

fn deviation(group: &[f64]) -> Option<f64> {
    (group.len() >= 2).then(|| (squares(group) / (group.len() - 1) as f64).sqrt())
}

/// The spread inside subgroups: mean of their standard deviations when all are of one size, else
/// pooled.
fn within(base: &[&Vec<f64>], groups: &[Vec<f64>]) -> Option<f64> {
    let is_even = groups.windows(2).all(|pair| pair[0].len() == pair[1].len());
    if is_even {
        return mean(
            &base
                .iter()
                .filter_map(|group| deviation(group))
                .collect::<Vec<_>>(),
        );
    }
    // The original counts an empty subgroup as minus one degree of freedom.
    let degrees = sum(base.iter().map(|group| group.len() as f64 - 1.0));
    (degrees > 0.0).then(|| (sum(base.iter().map(|group| squares(group))) / degrees).sqrt())
}

/// Mean of the subgroup means weighted by size.
fn weighted_mean(base: &[&Vec<f64>]) -> Option<f64> {
    let size = sum(base.iter().map(|group| group.len() as f64));
    let weighted = base
        .iter()
        .filter_map(|group| Some(group.len() as f64 * mean(group)?));
    (size > 0.0).then(|| sum(weighted) / size)
}

fn chart_part(kind: Subgroups, groups: &[Vec<f64>], stretch: &Stretch<'_>) -> Vec<ClassicPoint> {
    let in_base = stretch.in_base();
    let base: Vec<&Vec<f64>> = groups
        .iter()
        .zip(&in_base)
        .filter(|(_, is_in)| **is_in)
        .map(|(group, _)| group)
        .collect();
    let spread = within(&base, groups);
    let centre = weighted_mean(&base);
    let lines = groups.iter().map(|group| match kind {
        Subgroups::Means => means_lines(centre, spread, group.len() as f64),
        Subgroups::Deviations => deviation_lines(spread, group.len() as f64),
    });
    let values: Vec<Option<f64>> = groups
        .iter()
        .map(|group| match kind {
            Subgroups::Means => mean(group),
            Subgroups::Deviations => deviation(group),
        })
        .collect();
    stretch.points(&values, lines.collect())
}

/// Centre -/+ A3 spread, A3 = 3 / (c4 sqrt n).
fn means_lines(centre: Option<f64>, spread: Option<f64>, n: f64) -> Lines {
    let at = |sigmas: f64| Some(centre? + sigmas * spread? / (c4(n)? * n.sqrt()));
    Lines {
        centre,
        limits: [at(-3.0), at(3.0)],
        two_sigma: [at(-2.0), at(2.0)],
    }
}

/// Spread (1 -/+ 3 c5/c4), c5 = sqrt(1 - c4^2), never below 0.
fn deviation_lines(spread: Option<f64>, n: f64) -> Lines {
    let at = |sigmas: f64| {
        let c4 = c4(n)?;
        Some(spread? * (1.0 + sigmas * (1.0 - c4 * c4).sqrt() / c4).max(0.0))
    };
    Lines {
        centre: spread,
        limits: [at(-3.0), at(3.0)],
        two_sigma: [at(-2.0), at(2.0)],
    }
}
