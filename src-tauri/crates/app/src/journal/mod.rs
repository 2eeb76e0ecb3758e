//! The activity journal as a person reads it: what was done, when, how much, and whether the chain holds.

pub mod view;

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::journal::view::{EntryView, JournalView, LoadJournal};
use std::collections::BTreeMap;
use store::journal::{ChainState, Entry};
use words::{Arg, Words};

/// Most entries shown at once.
const MOST: u32 = 500;

/// A page of the journal, newest first. The whole chain is walked for the sentence.
pub fn page(app: &App, request: LoadJournal) -> Result<JournalView, AppError> {
    if request.take > MOST {
        let refusal = AppError::said(ErrorCode::RuleRefused, "error-journal-take", &[]);
        return Err(refusal.at("take"));
    }
    let read = app.store()?.read().journal();
    let chain = read.verify_all()?;
    let entries = read.entries(u64::from(request.skip), u64::from(request.take))?;
    let total = read.count()?;
    let reasons = reasons(app, &entries)?;
    let view = |entry: &Entry| EntryView {
        reason: reasons.get(&entry.sequence).cloned(),
        ..entry_view(app, entry)
    };
    Ok(JournalView {
        entries: entries.iter().map(view).collect(),
        total: small(total),
        sound: chain.broken.is_none(),
        sentence: sentence(app.words(), chain),
    })
}

/// The reasons given for a page of entries, which stand newest first.
fn reasons(app: &App, entries: &[Entry]) -> Result<BTreeMap<u64, String>, AppError> {
    let (Some(newest), Some(oldest)) = (entries.first(), entries.last()) else {
        return Ok(BTreeMap::new());
    };
    let read = app.store()?.read().journal();
    Ok(read
        .reasons(oldest.sequence, newest.sequence)?
        .into_iter()
        .collect())
}

/// The state of the chain in a sentence.
pub(crate) fn sentence(words: &Words, chain: ChainState) -> String {
    match chain.broken {
        None => words.say("journal-sound", &[]),
        Some(entry) => words.say("journal-broken", &[("entry", count(entry))]),
    }
}

fn entry_view(app: &App, entry: &Entry) -> EntryView {
    let name = entry.action.name();
    let key = format!("journal-{}", name.replace('_', "-"));
    let local = app.now().local_of(entry.at);
    EntryView {
        sequence: small(entry.sequence),
        at: local.format("%Y-%m-%d %H:%M:%S").to_string(),
        action: name.to_owned(),
        words: app.words().say(&key, &[("count", count(entry.count))]),
        count: small(entry.count),
        reason: None,
    }
}

fn count(number: u64) -> Arg {
    Arg::from(i64::try_from(number).unwrap_or(i64::MAX))
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
