//! B13: what encryption adds where rows are read: the same months through the same statement, from a vault and from
//! its twin without a key. Openings (B5) and views are left out on both sides: nothing hides the difference.

use crate::Fault;
use crate::clock::{Stretch, cpu, repeat};
use crate::steps::cards::first;
use crate::steps::import::open;
use domain::kpi::KpiId;
use domain::period::{Grain, Period};
use domain::team::AdviserId;
use serde_json::{Value, json};
use std::path::Path;
use store::figures::Twin;

/// Rows of twelve advisers from a fresh opening, of everybody warm, and of one adviser warm; in turn.
pub(super) fn rows(vault: &Path, plain: &Path, times: usize) -> Result<Value, Fault> {
    let store = open(vault)?;
    let everybody = first(&store, usize::MAX)?;
    let kpis = store.read().figures().kpis()?;
    store.close()?;
    let span = span();
    let twelve: Vec<AdviserId> = everybody.iter().take(12).copied().collect();
    let (keyed_fresh, plain_fresh) = fresh((vault, plain), &twelve, &kpis, times)?;
    let store = open(vault)?;
    let twin = Twin::open(plain)?;
    let warm = |whose: &[AdviserId]| -> Result<(Vec<f64>, Vec<f64>), Fault> {
        let figures = || {
            Ok(store
                .read()
                .figures()
                .rolls(whose, &kpis, span.0, span.1)?
                .len())
        };
        same(figures()?, twin.rolls(whose, &kpis, span.0, span.1)?.len())?;
        let (mut keyed, mut unkeyed) = (Vec::new(), Vec::new());
        for _ in 0..times {
            keyed.extend(cpu(&repeat(1, || figures().map(drop))?));
            unkeyed.extend(cpu(&repeat(1, || plain_rows(&twin, whose, &kpis, span))?));
        }
        Ok((keyed, unkeyed))
    };
    let (keyed_all, plain_all) = warm(&everybody)?;
    let (keyed_one, plain_one) = warm(everybody.get(..1).unwrap_or_default())?;
    store.close()?;
    Ok(json!({
        "fresh": [keyed_fresh, plain_fresh],
        "everybody": [keyed_all, plain_all],
        "one": [keyed_one, plain_one],
    }))
}

/// Rows from openings of their own, with nothing of them in memory yet.
fn fresh(
    (vault, plain): (&Path, &Path),
    whose: &[AdviserId],
    kpis: &[KpiId],
    times: usize,
) -> Result<(Vec<f64>, Vec<f64>), Fault> {
    let span = span();
    let (mut keyed, mut unkeyed) = (Vec::new(), Vec::new());
    for _ in 0..times {
        let store = open(vault)?;
        let months = |whose: &[AdviserId]| {
            let read = store.read().figures();
            read.rolls(whose, kpis, span.0, span.1)
        };
        // Asked about nobody first, so that both know their tables and have the statement ready.
        months(&[])?;
        let stretch = Stretch::begin();
        let found = months(whose)?.len();
        keyed.push(stretch.spent().cpu);
        store.close()?;
        let twin = Twin::open(plain)?;
        twin.rolls(&[], kpis, span.0, span.1)?;
        let stretch = Stretch::begin();
        let plain_found = twin.rolls(whose, kpis, span.0, span.1)?.len();
        unkeyed.push(stretch.spent().cpu);
        same(found, plain_found)?;
    }
    Ok((keyed, unkeyed))
}

fn plain_rows(
    twin: &Twin,
    whose: &[AdviserId],
    kpis: &[KpiId],
    (first, last): (Period, Period),
) -> Result<(), Fault> {
    Ok(twin.rolls(whose, kpis, first, last).map(drop)?)
}

fn same(keyed: usize, unkeyed: usize) -> Result<(), Fault> {
    if keyed == unkeyed && keyed > 0 {
        Ok(())
    } else {
        Err(Fault::new("vault and twin do not hold the same months"))
    }
}

/// The two years of the scorecards (performance.md 2).
fn span() -> (Period, Period) {
    let month = |text: &str| {
        let day = text.parse().unwrap_or_default();
        Period::containing(Grain::Month, day)
    };
    (month("2024-04-01"), month("2026-03-31"))
}
