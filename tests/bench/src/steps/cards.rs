//! T3 and T4: finished views of the overview and of one scorecard, with limits, signals, sparklines and sentences.

use crate::Fault;
use crate::clock::{cpu, repeat};
use crate::desk;
use crate::steps::import::open;
use crate::steps::opening::open_watched;
use app::scorecard::view::LoadScorecard;
use app::scorecard::{Basis, Whom, team_overview};
use app::wording;
use domain::team::AdviserId;
use serde_json::{Value, json};
use std::path::Path;
use store::Store;

/// B6: a fresh unlock up to the finished overview of the first so many advisers.
pub(super) fn fresh(vault: &Path, advisers: usize, times: usize) -> Result<Value, Fault> {
    let store = open(vault)?;
    let some = first(&store, advisers)?;
    store.close()?;
    let (mut spent, mut points) = (Vec::new(), 0);
    for _ in 0..times {
        let watched = open_watched(vault)?;
        points = drawn(&watched.store, Whom::These(&some))?;
        spent.push(watched.since_fresh());
        watched.store.close()?;
    }
    Ok(json!({ "cpu_ms": spent, "points": points }))
}

/// B7: the overview of everybody, warm.
pub(super) fn team(vault: &Path, times: usize) -> Result<Value, Fault> {
    let store = open(vault)?;
    let mut points = drawn(&store, Whom::Everybody)?;
    let spent = repeat(times, || {
        points = drawn(&store, Whom::Everybody)?;
        Ok(())
    })?;
    store.close()?;
    Ok(json!({ "cpu_ms": cpu(&spent), "points": points }))
}

/// B9: the scorecard of one adviser, warm.
pub(super) fn one(vault: &Path, times: usize) -> Result<Value, Fault> {
    let mut app = desk::open(vault)?;
    let roster = app::team::list(&app)?;
    let adviser = roster.advisers.first().map(|one| one.id.clone());
    let adviser =
        adviser.ok_or_else(|| Fault::new("the vault of the benchmark has no advisers"))?;
    let mut rows = 0;
    let mut card = || {
        let request = LoadScorecard {
            adviser: adviser.clone(),
            month: None,
        };
        let card = app::scorecard::adviser(&mut app, request)?;
        rows = card.blocks.iter().map(|block| block.rows.len()).sum();
        Ok(())
    };
    card()?;
    let spent = repeat(times, card)?;
    app::vault::close(&mut app)?;
    Ok(json!({ "cpu_ms": cpu(&spent), "rows": rows }))
}

/// Draws an overview; says how many points its sparklines have.
fn drawn(store: &Store, whom: Whom<'_>) -> Result<usize, Fault> {
    let basis = Basis::load(store, wording::words(), desk::today())?;
    let view = team_overview(&basis, None, whom)?;
    let cells = view.rows.iter().flat_map(|row| &row.cells);
    let lines = cells.flat_map(|cell| &cell.spark.lines);
    Ok(lines.map(|line| line.split_whitespace().count()).sum())
}

/// The first so many advisers by alias.
pub(super) fn first(store: &Store, advisers: usize) -> Result<Vec<AdviserId>, Fault> {
    let mut all = store.read().team().advisers()?;
    all.sort_by_cached_key(|adviser| adviser.alias.reveal().to_owned());
    Ok(all
        .iter()
        .take(advisers)
        .map(|adviser| adviser.id)
        .collect())
}
