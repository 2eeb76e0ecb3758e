//! The sample team holds its stories, is the same everywhere, and goes without a trace.

mod life;
mod signals;
mod stories;

use super::*;
use crate::testing::Bench;
use domain::figure::Figure;
use domain::kpi::KpiDefinition;
use domain::period::{Period, parse_period};
use domain::team::AdviserId;
use store::Action;
use store::kpis::KpiEntry;

/// An app with the sample team in an otherwise empty vault.
fn filled() -> Bench {
    let mut bench = Bench::open();
    let mut write = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::SampleAdded)
        .unwrap();
    fill(&mut write).unwrap();
    write.commit().unwrap();
    bench
}

fn period(text: &str) -> Period {
    parse_period(text).unwrap()
}

fn adviser(bench: &Bench, alias: &str) -> AdviserId {
    let advisers = bench.app.store().unwrap().read().team().advisers().unwrap();
    let found = advisers.iter().find(|one| one.alias.reveal() == alias);
    found.unwrap_or_else(|| panic!("{alias}")).id
}

fn entry(bench: &Bench, code: &str) -> KpiEntry {
    let all = bench.app.store().unwrap().read().kpis().all().unwrap();
    all.into_iter().find(|entry| entry.code == code).unwrap()
}

fn series(bench: &Bench, alias: &str, code: &str) -> Vec<Figure> {
    let (from, to) = (period("2024-01").start(), today());
    let read = bench.app.store().unwrap().read();
    let (adviser, kpi) = (adviser(bench, alias), entry(bench, code).id);
    read.figures().series(adviser, kpi, from, to).unwrap()
}

fn numerators(figures: &[Figure]) -> Vec<i64> {
    figures
        .iter()
        .map(|figure| figure.amount.numerator)
        .collect()
}

fn definition(bench: &Bench, code: &str) -> KpiDefinition {
    entry(bench, code).versions.remove(0)
}
