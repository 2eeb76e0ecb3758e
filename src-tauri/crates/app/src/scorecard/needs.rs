//! "Needs you": figures that are late or missing, gathered into as few lines as say it, by the day they are due.
//! A KPI that nobody has figures for yet is new, not late.

use super::basis::known_from;
use super::view::{NeedKindView, NeedView};
use charts::wording::{in_period, inner_name};
use chrono::{Days, NaiveDate};
use domain::kpi::KpiDefinition;
use domain::period::Period;
use domain::scorecard::Reading;
use domain::team::Adviser;
use std::collections::BTreeMap;
use store::kpis::KpiEntry;
use words::{Arg, Words};

/// Most lines shown.
pub(super) const MOST: usize = 7;
/// Days to type a figure in, from the first day on which it can be known.
const DAYS_TO_ENTER: u64 = 7;
/// From so many KPIs of one adviser on, one line says it for all of them.
const MANY: usize = 3;

/// A figure that is due and missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Missing {
    alias: String,
    kpi: String,
    period: Period,
    due: NaiveDate,
    /// Figures expected for the period, over all advisers and KPIs of its length.
    expected: usize,
}

/// Every figure that is due and missing.
pub(super) fn missing(
    advisers: &[Adviser],
    kpis: &[(&KpiEntry, &KpiDefinition)],
    team: &[Vec<Reading>],
) -> Vec<Missing> {
    let is_known = |at: usize| {
        let mut column = team.iter().filter_map(|row| row.get(at));
        column.any(|reading| !reading.points.is_empty())
    };
    let mut found = Vec::new();
    let mut expected: BTreeMap<Period, usize> = BTreeMap::new();
    for (at, (_, definition)) in kpis.iter().enumerate().filter(|(at, _)| is_known(*at)) {
        for (adviser, row) in advisers.iter().zip(team) {
            let Some(reading) = row.get(at) else { continue };
            let last = reading.late.or_else(|| Some(reading.latest()?.period));
            if let Some(period) = last {
                *expected.entry(period).or_default() += 1;
            }
            found.extend(reading.late.map(|period| Missing {
                alias: adviser.alias.reveal().to_owned(),
                kpi: definition.name.as_str().to_owned(),
                period,
                due: due(definition, period),
                expected: 0,
            }));
        }
    }
    for one in &mut found {
        one.expected = expected.get(&one.period).copied().unwrap_or_default();
    }
    found
}

fn due(definition: &KpiDefinition, period: Period) -> NaiveDate {
    let known = known_from(definition, period);
    known
        .checked_add_days(Days::new(DAYS_TO_ENTER))
        .unwrap_or(known)
}

/// The lines, by day; at most seven.
pub(super) fn needs(words: &Words, missing: &[Missing]) -> Vec<NeedView> {
    let mut periods: BTreeMap<Period, Vec<&Missing>> = BTreeMap::new();
    for one in missing {
        periods.entry(one.period).or_default().push(one);
    }
    let mut lines: Vec<NeedView> = periods
        .values()
        .flat_map(|missing| lines_of(words, missing))
        .collect();
    lines.sort_by(|one, other| one.due.cmp(&other.due));
    lines.truncate(MOST);
    lines
}

/// The lines of one period.
fn lines_of(words: &Words, missing: &[&Missing]) -> Vec<NeedView> {
    let Some(first) = missing.first() else {
        return Vec::new();
    };
    if missing.len() == first.expected && missing.len() > 1 {
        return vec![line(words, missing, None, "need-all")];
    }
    let mut lines = Vec::new();
    let (many, others) = by_adviser(missing);
    for (alias, own) in many {
        lines.push(line(words, &own, Some(alias), "need-adviser"));
    }
    let mut by_kpi: BTreeMap<&str, Vec<&Missing>> = BTreeMap::new();
    for one in others {
        by_kpi.entry(&one.kpi).or_default().push(one);
    }
    for own in by_kpi.values() {
        let alias = own
            .first()
            .filter(|_| own.len() == 1)
            .map(|one| one.alias.as_str());
        let key = if alias.is_some() {
            "need-figure"
        } else {
            "need-advisers"
        };
        lines.push(line(words, own, alias, key));
    }
    lines
}

/// Advisers with many figures missing, and what the others miss.
fn by_adviser<'a>(missing: &[&'a Missing]) -> (Vec<(&'a str, Vec<&'a Missing>)>, Vec<&'a Missing>) {
    let mut own: BTreeMap<&str, Vec<&Missing>> = BTreeMap::new();
    for one in missing {
        own.entry(&one.alias).or_default().push(one);
    }
    let (many, few): (Vec<_>, Vec<_>) = own.into_iter().partition(|(_, own)| own.len() >= MANY);
    (many, few.into_iter().flat_map(|(_, own)| own).collect())
}

fn line(words: &Words, missing: &[&Missing], alias: Option<&str>, key: &str) -> NeedView {
    let first = missing.first();
    let values = [
        (
            "period",
            Arg::from(first.map_or_else(String::new, |one| in_period(words, one.period))),
        ),
        (
            "kpi",
            Arg::from(first.map_or_else(String::new, |one| inner_name(&one.kpi))),
        ),
        ("count", Arg::from(missing.len())),
    ];
    NeedView {
        kind: NeedKindView::NoFigures,
        alias: alias.map(str::to_owned),
        fact: words.say(key, &values),
        due: missing
            .iter()
            .map(|one| one.due)
            .min()
            .map(|day| day.to_string()),
        period: first.map(|one| one.period.to_string()),
    }
}
