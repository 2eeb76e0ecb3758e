//! Past imports, and taking one out.

use super::plan::day_of;
use super::reading::small;
use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::intake::view::{BatchListView, BatchUndoneView, BatchView, IntakeKindView};
use crate::undo::{self, Change};
use chrono::{Months, NaiveDate};
use domain::period::{Grain, Period};
use domain::team::{Adviser, AdviserId};
use std::collections::{BTreeMap, BTreeSet};
use store::Action;
use store::batches::{Batch, BatchId, BatchKind, BatchState};
use store::figures::Cell;
use store::undo::Piece;
use words::date;
use words::{Arg, Words};

/// Months for which an import can be taken out (ux.md 1).
const OPEN_MONTHS: u32 = 12;

/// Figures that are named one by one.
const NAMED: usize = 200;

/// Past imports, newest first. The sample team is not one of them.
pub fn batches(app: &mut App) -> Result<BatchListView, AppError> {
    let now = app.now();
    let list = app.store()?.read().batches().list()?;
    let view = |batch: Batch| {
        let kind = match batch.what.kind {
            BatchKind::Figures => IntakeKindView::Figures,
            BatchKind::Roster => IntakeKindView::Roster,
            BatchKind::Sample => return None,
        };
        let at = now.local_of(batch.at);
        let undone = batch.state == BatchState::Undone;
        Some(BatchView {
            batch: batch.id.0,
            at: at.format("%Y-%m-%d %H:%M").to_string(),
            kind,
            accepted: small(batch.what.accepted),
            rejected: small(batch.what.rejected),
            undone,
            can_undo: !undone && is_within(at.date(), app.today()),
        })
    };
    Ok(BatchListView {
        batches: list.into_iter().filter_map(view).collect(),
    })
}

fn is_within(imported: NaiveDate, today: NaiveDate) -> bool {
    let last = imported.checked_add_months(Months::new(OPEN_MONTHS));
    last.is_none_or(|last| today <= last)
}

/// Closes what can no longer be taken out: the numbers of its rejected rows go (rulings 38). For each opening.
pub(crate) fn close_past(app: &mut App) -> Result<(), AppError> {
    let (now, today) = (app.now(), app.today());
    let list = app.store()?.read().batches().list()?;
    let is_past = |batch: &&Batch| {
        let imported = now.local_of(batch.at).date();
        batch.state == BatchState::Open
            && batch.what.kind != BatchKind::Sample
            && !is_within(imported, today)
    };
    let past: Vec<BatchId> = list.iter().filter(is_past).map(|batch| batch.id).collect();
    if past.is_empty() {
        return Ok(());
    }
    let mut write = app.store_mut()?.write(Action::ImportsClosed)?;
    for batch in &past {
        write.batches().close(*batch)?;
    }
    write.count(u64::try_from(past.len()).unwrap_or_default());
    Ok(write.commit()?)
}

/// Takes an import out: figures nobody has touched go, those edited since stay and are listed; advisers and KPIs it
/// had added go if nothing else mentions them (rulings 19).
pub fn undo_batch(app: &mut App, batch: u32) -> Result<BatchUndoneView, AppError> {
    let batch = app.store()?.read().batches().find(BatchId(batch))?;
    let imported = app.now().local_of(batch.at).date();
    if batch.what.kind == BatchKind::Sample || !is_within(imported, app.today()) {
        return Err(AppError::said(
            ErrorCode::RuleRefused,
            "intake-too-late",
            &[],
        ));
    }
    if is_last_step(app, batch.id)? && batch.state != BatchState::Undone {
        // Nothing was changed since, so that the whole step can go: teams it had made, people it had amended.
        undo::undo(app)?;
        let removed = small(batch.loaded.new.saturating_add(batch.loaded.changed));
        return Ok(BatchUndoneView {
            removed,
            kept: Vec::new(),
        });
    }
    let step = undo::step_of(app.store()?.read(), batch.id)?;
    let mut write = app.store_mut()?.write(Action::ImportUndone)?;
    let removed = write.remove_batch(batch.id)?;
    let people = match &step {
        Some(step) => undo::take_out(&mut write, step)?,
        None => BTreeSet::new(),
    };
    write.commit()?;
    let mut kept = kept(app, &removed.kept)?;
    kept.extend(kept_people(app, &people)?);
    if step.is_none() && batch.what.kind == BatchKind::Roster && batch.loaded.changed > 0 {
        let count = Arg::from(small(batch.loaded.changed));
        kept.push(app.words().say("intake-kept-old", &[("count", count)]));
    }
    Ok(BatchUndoneView {
        removed: small(removed.removed.saturating_add(removed.restored)),
        kept,
    })
}

/// "Amara, details changed since".
fn kept_people(app: &App, people: &BTreeSet<AdviserId>) -> Result<Vec<String>, AppError> {
    let advisers = app.store()?.read().team().advisers()?;
    let left = advisers.iter().filter(|one| people.contains(&one.id));
    let line = |one: &Adviser| {
        let alias = Arg::from(one.alias.reveal());
        app.words().say("intake-kept-person", &[("adviser", alias)])
    };
    Ok(left.map(line).collect())
}

/// Whether this import is the last thing that was done, and young enough to be undone as a step.
fn is_last_step(app: &App, batch: BatchId) -> Result<bool, AppError> {
    let Some(step) = app.store()?.read().undo().last_done()? else {
        return Ok(false);
    };
    let brings = |piece: &Piece| {
        let changes: Result<Vec<Change>, _> = serde_json::from_slice(&piece.payload);
        changes.is_ok_and(|changes| changes.contains(&Change::Batch { id: batch.0 }))
    };
    Ok(step.pieces.iter().any(brings) && undo::next_words(app)?.0.is_some())
}

/// "Amara, Job starts, October 2026".
fn kept(app: &App, cells: &[Cell]) -> Result<Vec<String>, AppError> {
    let words = app.words();
    let read = app.store()?.read();
    let advisers: BTreeMap<_, _> = read
        .team()
        .advisers()?
        .into_iter()
        .map(|adviser| (adviser.id, adviser.alias))
        .collect();
    let kpis: BTreeMap<_, _> = read
        .kpis()
        .all()?
        .into_iter()
        .map(|entry| (entry.id, entry))
        .collect();
    let line = |cell: &Cell| {
        let name = kpis.get(&cell.kpi).and_then(|entry| entry.newest());
        let values = [
            (
                "adviser",
                Arg::from(
                    advisers
                        .get(&cell.adviser)
                        .map(domain::team::Alias::reveal)
                        .unwrap_or_default(),
                ),
            ),
            (
                "kpi",
                Arg::from(
                    name.map(|version| version.name.as_str())
                        .unwrap_or_default(),
                ),
            ),
            ("period", Arg::from(period_words(words, cell.period))),
        ];
        words.say("intake-kept", &values)
    };
    let mut lines: Vec<String> = cells.iter().take(NAMED).map(line).collect();
    if let Some(more) = cells.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lines.push(words.say("intake-kept-more", &[("count", Arg::from(more))]));
    }
    Ok(lines)
}

fn period_words(words: &Words, period: Period) -> String {
    let first = day_of(period.start());
    match period.grain() {
        Grain::Day => date::full(words, first),
        Grain::Week => date::week(words, first),
        Grain::Month => date::month(words, first),
        Grain::Quarter => date::quarter(words, first),
    }
}
