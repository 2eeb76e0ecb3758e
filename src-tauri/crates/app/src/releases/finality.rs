//! What is final and may go out. A figure that still changes would have to be put right later, and the difference of
//! the two would be somebody's: months that run, outcome windows that are open, and figures that are provisional or
//! disputed stay at home. So does what is not of one grain and one definition.

use crate::releases::report::{day_of, period_words};
use crate::view::NoticeView;
use chrono::{Days, NaiveDate};
use domain::figure::FigureStatus;
use domain::kpi::KpiDefinition;
use domain::period::{Grain, Period};
use std::collections::BTreeMap;
use store::figures::MonthFigure;
use store::kpis::KpiEntry;
use words::date;
use words::{Arg, Words};

/// Why a month of a KPI is not final, the plainest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// Its outcomes are complete from this day on.
    Open(NaiveDate),
    /// A figure was entered while the month was open and has not been confirmed.
    Provisional,
    /// Somebody says a figure is wrong.
    Disputed,
    /// Its definition changed on this day, so that figures before and after are not of one quantity.
    Redefined(NaiveDate),
    /// It is reported for longer periods than were asked for.
    Longer,
}

/// A month of a KPI that is not final.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NotFinal {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) month: Period,
    pub(super) why: Why,
}

/// The months with figures that are not final yet, by KPI and month.
pub(super) fn not_final(
    kpis: &[KpiDefinition],
    figures: &[MonthFigure],
    today: NaiveDate,
) -> Vec<NotFinal> {
    let mut found = Vec::new();
    for kpi in kpis {
        let mut months: BTreeMap<Period, Why> = BTreeMap::new();
        for figure in figures.iter().filter(|figure| figure.kpi == kpi.id) {
            if let Some(why) = why_not(kpi, figure, today) {
                let known = months.entry(figure.month).or_insert(why);
                *known = why.min(*known);
            }
        }
        found.extend(months.into_iter().map(|(month, why)| NotFinal {
            code: kpi.code.clone(),
            name: kpi.name.as_str().to_owned(),
            month,
            why,
        }));
    }
    found
}

fn why_not(kpi: &KpiDefinition, figure: &MonthFigure, today: NaiveDate) -> Option<Why> {
    let end = figure.month.end();
    let window = Days::new(u64::from(kpi.window_days).saturating_add(1));
    let known = end.checked_add_days(window).unwrap_or(NaiveDate::MAX);
    if today < known {
        return Some(Why::Open(known));
    }
    match figure.status {
        FigureStatus::Provisional => Some(Why::Provisional),
        FigureStatus::Disputed => Some(Why::Disputed),
        FigureStatus::Ok | FigureStatus::Corrected => None,
    }
}

/// What cannot stand in a table of one grain and one definition, whatever its figures: KPIs of longer periods, and those
/// whose definition changed within the periods asked for (domain.md 1.11, invariant 3; rulings 7).
pub(super) fn not_alike(
    kpis: &[KpiEntry],
    grain: Grain,
    (from, to): (Period, Period),
) -> Vec<NotFinal> {
    let mut found = Vec::new();
    for kpi in kpis {
        let Some(definition) = kpi.on(to.end()) else {
            continue;
        };
        let begins = |valid: &NaiveDate| from.start() < *valid && *valid <= to.end();
        let mut days = kpi.versions.iter().filter_map(|one| one.valid_from);
        let redefined = days.find(begins).map(Why::Redefined);
        let longer = (definition.grain > grain).then_some(Why::Longer);
        found.extend(redefined.or(longer).map(|why| NotFinal {
            code: kpi.code.clone(),
            name: definition.name.as_str().to_owned(),
            month: Period::containing(Grain::Month, from.start()),
            why,
        }));
    }
    found
}

/// Why one KPI is not final in a month, for the form.
pub(super) fn reason(words: &Words, month: Period, why: Why) -> String {
    let (key, values) = said(words, month, why);
    words.say(&format!("release-open-{key}"), &values)
}

/// What is not final, one notice for each month and reason, naming the KPIs and what to do.
pub(super) fn refusals(words: &Words, found: &[NotFinal]) -> Vec<NoticeView> {
    let mut groups: BTreeMap<(Period, Why), Vec<&str>> = BTreeMap::new();
    for one in found {
        groups
            .entry((one.month, one.why))
            .or_default()
            .push(&one.name);
    }
    groups
        .into_iter()
        .map(|((month, why), kpis)| {
            let (key, mut values) = said(words, month, why);
            values.push(("kpis", Arg::from(kpis.join(", "))));
            NoticeView {
                message: words.say(&format!("release-refused-{key}"), &values),
                hint: Some(words.say(&format!("release-refused-{key}-hint"), &values)),
            }
        })
        .collect()
}

fn said(words: &Words, month: Period, why: Why) -> (&'static str, Vec<(&'static str, Arg)>) {
    let mut values = vec![("month", Arg::from(period_words(words, month)))];
    let mut dated = |day: NaiveDate| {
        values.push(("day", Arg::from(date::full(words, day_of(day)))));
    };
    let key = match why {
        Why::Open(day) => {
            dated(day);
            "window"
        }
        Why::Redefined(day) => {
            dated(day);
            "redefined"
        }
        Why::Longer => "longer",
        Why::Provisional => "provisional",
        Why::Disputed => "disputed",
    };
    (key, values)
}
