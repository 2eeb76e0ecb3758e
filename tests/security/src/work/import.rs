//! Large imports, taken in and out by turns: either every row is there or none.

use std::error::Error;

use chrono::Days;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::period::{Grain, Period};
use store::batches::{BatchKind, BatchState, NewBatch};
use store::{Action, Store, StoreError};
use support::content::{ADVISERS, KPIS, day};

/// Days of each adviser in one import: so many that most kills fall inside one.
pub(crate) const DAYS: u64 = if cfg!(debug_assertions) { 500 } else { 7_000 };

/// Imports without end; `days` is how many days of each adviser one brings.
pub(super) fn go_on(store: &mut Store, days: u64) -> Result<(), Box<dyn Error>> {
    let mut number = reached(store)?;
    loop {
        if number.is_multiple_of(2) {
            take_in(store, days)?;
        } else {
            take_out(store)?;
        }
        number += 1;
        super::done(number)?;
    }
}

/// How often something was taken in or out.
fn reached(store: &Store) -> Result<u64, StoreError> {
    let batches = store.read().batches().list()?;
    let ours = batches
        .iter()
        .filter(|batch| batch.what.kind == BatchKind::Figures);
    Ok(ours
        .map(|batch| {
            if batch.state == BatchState::Undone {
                2
            } else {
                1
            }
        })
        .sum())
}

fn rows(days: u64) -> impl Iterator<Item = Figure> {
    ADVISERS.into_iter().flat_map(move |adviser| {
        (0..days).map(move |one| Figure {
            adviser,
            kpi: KPIS[0],
            period: Period::containing(Grain::Day, day("2000-01-01") + Days::new(one)),
            amount: Amount {
                numerator: i64::try_from(one % 90).unwrap(),
                denominator: None,
                exposure: None,
            },
            status: FigureStatus::Ok,
        })
    })
}

/// One import.
pub(crate) fn take_in(store: &mut Store, days: u64) -> Result<(), StoreError> {
    let mut write = store.write(Action::FiguresImported)?;
    let new = NewBatch {
        kind: BatchKind::Figures,
        file_hash: [3; 32],
        accepted: 3 * days,
        rejected: 0,
    };
    let batch = write.batches().add(&new)?;
    let loaded = write.figures().load(rows(days), batch)?;
    write.batches().finish(batch, loaded)?;
    write.object(i64::from(batch.0));
    write.count(loaded.new);
    write.commit()
}

/// Takes the last one out.
pub(crate) fn take_out(store: &mut Store) -> Result<(), StoreError> {
    let newest = store.read().batches().list()?.first().map(|batch| batch.id);
    let mut write = store.write(Action::ImportUndone)?;
    write.remove_batch(newest.ok_or(StoreError::NotFound)?)?;
    write.commit()
}

/// How often something was taken in or out, or what is half done or lost.
pub(crate) fn check(store: &Store, said: u64, days: u64) -> Result<u64, String> {
    let faults = |error: StoreError| format!("cannot be read: {error:?}");
    let reached = reached(store).map_err(faults)?;
    if reached < said || reached > said + 1 {
        return Err(format!(
            "{said} were said to be done, the vault is at {reached}"
        ));
    }
    let expected = if reached % 2 == 1 { days } else { 0 };
    let last = day("2000-01-01") + Days::new(days);
    for adviser in ADVISERS {
        let found = store
            .read()
            .figures()
            .series(adviser, KPIS[0], day("2000-01-01"), last)
            .map_err(faults)?;
        let wanted: Vec<Figure> = rows(expected)
            .filter(|one| one.adviser == adviser)
            .collect();
        if found != wanted {
            return Err(format!("{} of {expected} rows at {reached}", found.len()));
        }
    }
    Ok(reached)
}
