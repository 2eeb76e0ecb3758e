//! Comparing advisers inside strata, and the Poisson-binomial of an external benchmark.

use std::collections::BTreeMap;

use domain::figure::to_f64;
use serde_json::{Value, json};
use stats::conditional::{Comparison, Flag, Stratum, compare};
use stats::poisson_binomial::terms;
use stats::sum::sum;

use super::{Answer, MethodRefusal, Question};

/// Clients and successes.
type Counts = (i64, i64);

/// One row of the file: who, which stratum, clients and successes.
struct Row<'a> {
    adviser: &'a str,
    stratum: &'a str,
    counts: Counts,
}

fn rows(question: &Question) -> Result<Vec<Row<'_>>, MethodRefusal> {
    let table = &question.table;
    let names = table
        .texts("adviser")?
        .into_iter()
        .zip(table.texts("stratum")?);
    let counts = table
        .all_counts("n")?
        .into_iter()
        .zip(table.all_counts("x")?);
    let row = |(at, ((adviser, stratum), counts)): (usize, ((_, _), Counts))| {
        let is_possible = counts.1 <= counts.0;
        let row = Row {
            adviser,
            stratum,
            counts,
        };
        is_possible.then_some(row).ok_or(MethodRefusal::BadCell {
            row: at + 1,
            column: "x",
        })
    };
    names.zip(counts).enumerate().map(row).collect()
}

fn add(sum: Counts, counts: Counts) -> Counts {
    (sum.0 + counts.0, sum.1 + counts.1)
}

pub(super) fn conditional(question: &Question) -> Answer {
    let rows = rows(question)?;
    let mut team: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for row in &rows {
        let total = team.entry(row.stratum).or_default();
        *total = add(*total, row.counts);
        if !order.contains(&row.adviser) {
            order.push(row.adviser);
        }
    }
    let own = |name: &str| -> Vec<Stratum> {
        let stratum = |row: &Row<'_>| {
            let (team_n, team_x) = *team.get(row.stratum)?;
            Some(Stratum {
                n: row.counts.0,
                x: row.counts.1,
                team_n,
                team_x,
            })
        };
        rows.iter()
            .filter(|row| row.adviser == name)
            .filter_map(stratum)
            .collect()
    };
    let compared: Vec<(&str, Comparison)> = order
        .iter()
        .map(|name| (*name, compare(&own(name))))
        .collect();
    let (n, observed) = rows.iter().fold((0, 0), |sum, row| add(sum, row.counts));
    let rate = (n > 0).then(|| to_f64(observed) / to_f64(n));
    Ok(json!({
        "team_rate": rate,
        "sum_O": observed,
        "sum_E": sum(compared.iter().map(|(_, comparison)| comparison.expected)),
        "advisers": compared.iter().map(|(name, found)| adviser_of(name, found, rate)).collect::<Vec<_>>(),
    }))
}

fn adviser_of(name: &str, found: &Comparison, rate: Option<f64>) -> Value {
    let [ll95, ul95, ll998, ul998] = found.limits;
    json!({
        "adviser": name,
        "n": found.n,
        "O": found.observed,
        "E": found.expected,
        "ratio": found.ratio,
        "adj_rate": found.ratio.zip(rate).map(|(ratio, rate)| ratio * rate),
        "variance": found.variance,
        "G": found.mid_p,
        "p_midp": found.two_sided,
        "ll95": ll95, "ul95": ul95, "ll998": ll998, "ul998": ul998,
        "status": if found.is_enough { "ok" } else { "too_few" },
        "signal": found.flag.map(flag_label),
    })
}

fn flag_label(flag: Flag) -> &'static str {
    match flag {
        Flag::Low998 => "low_998",
        Flag::High998 => "high_998",
        Flag::Low95 => "low_95",
        Flag::High95 => "high_95",
    }
}

pub(super) fn poisson_binomial(question: &Question) -> Answer {
    let chances = question.table.all_numbers("pr")?;
    if let Some(at) = chances
        .iter()
        .position(|chance| !(0.0..=1.0).contains(chance))
    {
        return Err(MethodRefusal::BadCell {
            row: at + 1,
            column: "pr",
        });
    }
    let pmf = terms(&chances);
    let mut total = 0.0;
    let mut below = |term: &f64| {
        total += term;
        total
    };
    let cdf: Vec<f64> = pmf.iter().map(&mut below).collect();
    Ok(json!({
        "pmf": pmf,
        "cdf": cdf,
        "mean": sum(chances.iter().copied()),
        "var": sum(chances.iter().map(|chance| chance * (1.0 - chance))),
    }))
}
