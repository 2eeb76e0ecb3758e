//! Ordinary edits, numbered: each leaves its number in several places, so that a half-done one shows.

use std::error::Error;

use domain::figure::{Amount, Figure, FigureStatus};
use domain::period::{Grain, Period};
use domain::team::{AdviserId, Alias};
use domain::text::Note;
use store::team::NewAdviser;
use store::undo::Piece;
use store::{Action, Store, StoreError, Write};
use support::content::{ADVISERS, KPIS, day};

const NUMBER: &str = "edits";

/// Edits without end, each said once it is committed.
pub(super) fn go_on(store: &mut Store) -> Result<(), Box<dyn Error>> {
    let mut number = number(store)?;
    loop {
        number += 1;
        edit(store, number)?;
        super::done(number)?;
        if number.is_multiple_of(7) {
            store.settle()?;
        }
        if number.is_multiple_of(11) {
            store.rest()?;
        }
    }
}

/// The number of the last edit.
fn number(store: &Store) -> Result<u64, Box<dyn Error>> {
    let said = store.read().settings().get(NUMBER)?;
    Ok(said
        .map(|said| said.parse())
        .transpose()?
        .unwrap_or_default())
}

fn edit(store: &mut Store, number: u64) -> Result<(), Box<dyn Error>> {
    if number.is_multiple_of(13) {
        store.save_draft(NUMBER, Some(ADVISERS[0]), &number.to_string())?;
    }
    let mut write = store.write(Action::FiguresWritten)?;
    for adviser in [ADVISERS[0], ADVISERS[2]] {
        write.figures().put(&figure(adviser, number))?;
        write.team().write_note(adviser, Some(&note(number)))?;
    }
    write.settings().set(NUMBER, &number.to_string())?;
    let piece = Piece {
        about: Some(ADVISERS[0]),
        payload: number.to_le_bytes().to_vec(),
    };
    write.undo().record("edit", &[piece])?;
    people(&mut write, number)?;
    write.count(4);
    Ok(write.commit()?)
}

/// Somebody comes at every fifth edit and is erased three edits later: keys are made and forgotten.
fn people(write: &mut Write<'_>, number: u64) -> Result<(), StoreError> {
    if number.is_multiple_of(5) {
        let new = NewAdviser {
            alias: Alias::parse(&extra(number)).unwrap(),
            name: None,
            started: None,
            left: None,
            assignments: Vec::new(),
            availability: Vec::new(),
            batch: None,
        };
        write.team().add_advisers(&[new])?;
    }
    if number > 5 && number % 5 == 3 {
        let alias = Alias::parse(&extra(number - 3)).unwrap();
        if let Some(adviser) = write.read().team().find_alias(&alias)? {
            write.team().erase_adviser(adviser)?;
        }
    }
    Ok(())
}

fn extra(number: u64) -> String {
    format!("Extra {number}")
}

fn note(number: u64) -> Note {
    Note::parse(&format!("note of edit {number}")).unwrap()
}

fn figure(adviser: AdviserId, number: u64) -> Figure {
    Figure {
        adviser,
        kpi: KPIS[0],
        period: Period::containing(Grain::Day, day("2026-07-01")),
        amount: Amount {
            numerator: i64::try_from(number).unwrap(),
            denominator: None,
            exposure: None,
        },
        status: FigureStatus::Ok,
    }
}

/// The edit the vault stands at, or what is half done or lost.
pub(crate) fn check(store: &Store, said: u64) -> Result<u64, String> {
    let reached = number(store).map_err(|error| error.to_string())?;
    if reached < said || reached > said + 1 {
        return Err(format!(
            "{said} were said to be done, the vault is at {reached}"
        ));
    }
    let read = store.read();
    let faults = |error: StoreError| format!("cannot be read at {reached}: {error:?}");
    for adviser in [ADVISERS[0], ADVISERS[2]]
        .into_iter()
        .filter(|_| reached > 0)
    {
        let wanted = figure(adviser, reached);
        let found = read
            .figures()
            .figure(&store::figures::Cell::of(&wanted))
            .map_err(faults)?;
        let written = read.team().note(adviser).map_err(faults)?;
        if found != Some(wanted) || written != Some(note(reached)) {
            return Err(format!("edit {reached} is half done"));
        }
    }
    let step = read
        .undo()
        .last_done()
        .map_err(faults)?
        .map(|step| step.pieces);
    let payload = step
        .as_ref()
        .and_then(|pieces| pieces.first())
        .map(|piece| piece.payload.clone());
    if reached > 0 && payload != Some(reached.to_le_bytes().to_vec()) {
        return Err(format!("the step of edit {reached} is missing"));
    }
    check_people(store, reached).map_err(faults)??;
    check_draft(store, reached).map_err(faults)??;
    Ok(reached)
}

fn check_people(store: &Store, reached: u64) -> Result<Result<(), String>, StoreError> {
    let advisers = store.read().team().advisers()?;
    let extras: Vec<&str> = advisers
        .iter()
        .map(|one| one.alias.reveal())
        .filter(|alias| alias.starts_with("Extra"))
        .collect();
    let newest = reached - reached % 5;
    let expected: Vec<String> = (newest >= 5 && reached % 5 < 3)
        .then(|| extra(newest))
        .into_iter()
        .collect();
    if extras == expected {
        return Ok(Ok(()));
    }
    Ok(Err(format!(
        "at edit {reached} the roster has {} extra people",
        extras.len()
    )))
}

/// The draft of every thirteenth edit is saved just before the edit.
fn check_draft(store: &Store, reached: u64) -> Result<Result<(), String>, StoreError> {
    let draft = store.read().drafts().find(NUMBER)?;
    let kept: u64 = draft
        .and_then(|draft| draft.text.parse().ok())
        .unwrap_or_default();
    let is_ahead = kept == reached + 1 && kept.is_multiple_of(13);
    if kept == reached - reached % 13 || is_ahead {
        return Ok(Ok(()));
    }
    Ok(Err(format!(
        "at edit {reached} the draft is of edit {kept}"
    )))
}
