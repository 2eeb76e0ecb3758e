//! Chance alone makes no signal in it: those there are were put in.

use super::stories::reading;
use super::*;
use crate::sample::series::KPIS;
use domain::figure::Keeping;
use domain::scorecard::Status;

#[test]
fn only_the_signals_that_were_put_in_are_there() {
    let bench = filled();
    let roster = crate::team::list(&bench.app).unwrap();
    let mut signals = Vec::new();
    for person in &roster.advisers {
        for kpi in KPIS {
            let reading = reading(&bench, &person.alias, kpi.code(), None);
            if matches!(
                reading.status,
                Status::Better | Status::Worse | Status::Changed
            ) {
                signals.push(format!(
                    "{} {} {:?}",
                    person.alias,
                    kpi.code(),
                    reading.status
                ));
            }
        }
    }
    assert_eq!(signals, ["Chloe K13 Better", "Grace K13 Worse"]);
}

#[test]
fn twenty_five_months_are_neither_expired_nor_in_the_future() {
    let bench = filled();
    let read = bench.app.store().unwrap().read();
    let earliest = read.figures().earliest_month().unwrap();
    assert_eq!(earliest, Some(period("2024-11")));
    assert_eq!(
        read.figures().latest_month().unwrap(),
        Some(period("2026-12")),
        "the open week"
    );
    for person in read.team().advisers().unwrap() {
        for figure in read.figures().of_adviser(person.id).unwrap() {
            assert!(
                Keeping::STANDARD.until(figure.period) >= today(),
                "{:?}",
                figure.period
            );
            assert!(figure.period.start() <= today());
            let code = read.kpis().all().unwrap();
            let kind = code
                .iter()
                .find(|one| one.id == figure.kpi)
                .unwrap()
                .versions[0]
                .kind;
            assert_eq!(
                domain::figure::check_amount(kind, figure.amount),
                Ok(()),
                "{figure:?}"
            );
            let present = person.is_present_between(figure.period.start(), figure.period.end());
            assert!(present, "{figure:?}");
        }
    }
}

#[test]
fn every_library_kpi_of_it_is_in_use_and_nothing_else() {
    let bench = filled();
    let kpis = crate::kpis::list(&bench.app).unwrap().kpis;
    let used: Vec<&str> = kpis
        .iter()
        .filter(|kpi| kpi.active)
        .map(|kpi| kpi.code.as_str())
        .collect();
    assert_eq!(used.len(), 12);
    assert!(
        kpis.iter()
            .filter(|kpi| kpi.active)
            .all(|kpi| kpi.has_figures && !kpi.local)
    );
    assert_eq!(definition(&bench, "K13").grain, domain::period::Grain::Week);
}
