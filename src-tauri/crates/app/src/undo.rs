//! Undoing and doing again. Every change of the data records a step beside itself, in the same transaction: what
//! stood before and what stands after, sealed under the key of the person it is about, so that it goes with them.
//! Steps are taken back newest first, for thirty days; a new change forgets what was undone.
//!
//! Not undoable, on purpose: erasing a person, changing the passphrase, and what went out.

mod apply;
mod change;
mod forms;
mod lines;
mod what;

#[cfg(test)]
mod tests;

pub use change::{About, Change, Turn};
pub use forms::{
    AdviserForm, BaselineForm, DefinitionForm, PhaseForm, Stored, TargetForm, TeamForm,
};
pub(crate) use lines::stored;
pub use what::What;

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::undo::apply::Outcome;
use crate::undo::change::Way;
use crate::vault::view::UndoneView;
use domain::kpi::KpiId;
use domain::period::{Grain, Period};
use domain::team::AdviserId;
use std::collections::{BTreeMap, BTreeSet};
use store::batches::BatchId;
use store::undo::{Piece, Step as StoredStep};
use store::{Action, Read, Write};
use words::{Arg, Words};

/// How long a step can be taken back.
const KEPT_MILLIS: i64 = 30 * 24 * 60 * 60 * 1000;

/// What a change of the data did, to be recorded beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    what: What,
    changes: Vec<About>,
}

impl Step {
    /// A step that has changed nothing yet.
    pub fn new(what: What) -> Self {
        Self {
            what,
            changes: Vec::new(),
        }
    }

    /// Adds a change about a person, whose key will seal it.
    pub fn about(&mut self, adviser: AdviserId, change: Change) {
        self.changes.push(About {
            adviser: Some(adviser),
            change,
        });
    }

    /// Adds a change that is about nobody.
    pub fn add(&mut self, change: Change) {
        self.changes.push(About {
            adviser: None,
            change,
        });
    }

    /// How many things were changed.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Records a step in the transaction that makes its change, and forgets steps past their thirty days. A step
/// without changes is not recorded.
pub fn record(write: &mut Write<'_>, step: &Step) -> Result<(), AppError> {
    if step.is_empty() {
        return Ok(());
    }
    let mut pieces = Vec::new();
    for part in step
        .changes
        .chunk_by(|one, next| one.adviser == next.adviser)
    {
        let changes: Vec<&Change> = part.iter().map(|about| &about.change).collect();
        let payload =
            serde_json::to_vec(&changes).map_err(|_| AppError::unexpected("undo_form"))?;
        pieces.push(Piece {
            about: part.first().and_then(|about| about.adviser),
            payload,
        });
    }
    let before = write.at().saturating_sub(KEPT_MILLIS);
    write.undo().prune(before)?;
    write.undo().record(&step.what.code(), &pieces)?;
    Ok(())
}

/// Takes the last step back.
pub fn undo(app: &mut App) -> Result<UndoneView, AppError> {
    turn(app, Way::Back)
}

/// Does the step last undone again.
pub fn redo(app: &mut App) -> Result<UndoneView, AppError> {
    turn(app, Way::Again)
}

/// What undoing and redoing would do, in words: "12 figures pasted".
pub fn next_words(app: &App) -> Result<(Option<String>, Option<String>), AppError> {
    let back = next(app, Way::Back)?;
    let again = next(app, Way::Again)?;
    let words = |found: Option<(StoredStep, What)>| found.map(|(_, what)| what.words(app.words()));
    Ok((words(back), words(again)))
}

/// The step that can be turned next in a direction.
fn next(app: &App, way: Way) -> Result<Option<(StoredStep, What)>, AppError> {
    let steps = app.store()?.read().undo();
    let step = match way {
        Way::Back => steps.last_done()?,
        Way::Again => steps.last_undone()?,
    };
    let oldest = app.now().utc_millis.saturating_sub(KEPT_MILLIS);
    let Some(step) = step.filter(|step| step.at >= oldest) else {
        return Ok(None);
    };
    let what = What::parse(&step.name);
    let can = |what: &What| way == Way::Back || what.is_redoable();
    Ok(what.filter(can).map(|what| (step, what)))
}

fn turn(app: &mut App, way: Way) -> Result<UndoneView, AppError> {
    let nothing = match way {
        Way::Back => "undo-nothing",
        Way::Again => "redo-nothing",
    };
    let nothing = || AppError::said(ErrorCode::NotFound, nothing, &[]);
    let (step, what) = next(app, way)?.ok_or_else(nothing)?;
    let changes = read_changes(&step, way)?;
    let place = place_of(app.store()?.read(), &changes)?;
    let action = match way {
        Way::Back => Action::Undone,
        Way::Again => Action::Redone,
    };
    let mut write = app.store_mut()?.write(action)?;
    // First the mark: erasing a person takes the step itself along.
    match way {
        Way::Back => write.undo().mark_undone(step.id)?,
        Way::Again => write.undo().mark_done(step.id)?,
    }
    let (mut turned, mut left) = (0_u32, 0_u32);
    for about in changes {
        match apply::apply(&mut write, about, way)? {
            Outcome::Turned => turned += 1,
            Outcome::Left => left += 1,
        }
    }
    write.count(u64::from(turned));
    write.commit()?;
    Ok(UndoneView {
        words: outcome_words(app.words(), what, way, (turned, left)),
        section: what.section().to_owned(),
        place,
    })
}

/// Where what a step changed is seen within its section: one period of figures, or one chart.
fn place_of(read: Read<'_>, changes: &[About]) -> Result<BTreeMap<String, String>, AppError> {
    let pairs = match changes.first().map(|about| (about.adviser, &about.change)) {
        Some((_, Change::Figure { period, .. })) => {
            let is_same = |about: &About| matches!(about.change, Change::Figure { period: other, .. } if other == *period);
            let period = Period::from_key(*period).filter(|_| changes.iter().all(is_same));
            period.map(|period| {
                [
                    ("grain", grain_name(period.grain()).to_owned()),
                    ("period", period.to_string()),
                ]
            })
        }
        Some((Some(adviser), Change::Phase { kpi, .. } | Change::Baseline { kpi, .. })) => {
            let mut kpis = read.kpis().all()?.into_iter();
            let kpi = kpis.find(|entry| entry.id == KpiId(*kpi));
            let adviser = read
                .team()
                .public_ids()?
                .get(&adviser)
                .map(ToString::to_string);
            adviser
                .zip(kpi)
                .map(|(adviser, kpi)| [("adviser", adviser), ("kpi", kpi.code)])
        }
        Some(_) | None => None,
    };
    let pairs = pairs.into_iter().flatten();
    Ok(pairs
        .map(|(name, value)| (name.to_owned(), value))
        .collect())
}

/// A grain as addresses name it.
fn grain_name(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
    }
}

/// The step that brought an import, wherever it stands among the steps; nothing once it is forgotten.
pub(crate) fn step_of(read: Read<'_>, batch: BatchId) -> Result<Option<StoredStep>, AppError> {
    for step in read.undo().done()? {
        let changes = read_changes(&step, Way::Back)?;
        let brings = Change::Batch { id: batch.0 };
        if changes.iter().any(|about| about.change == brings) {
            return Ok(Some(step));
        }
    }
    Ok(None)
}

/// Takes back what an import did besides bringing its batch, and forgets its step: teams it made, people it amended,
/// times it changed with them. Gives the people of whom something was changed since, which stays.
pub(crate) fn take_out(
    write: &mut Write<'_>,
    step: &StoredStep,
) -> Result<BTreeSet<AdviserId>, AppError> {
    let mut left = BTreeSet::new();
    for about in read_changes(step, Way::Back)? {
        if matches!(about.change, Change::Batch { .. }) {
            continue;
        }
        let adviser = about.adviser;
        if apply::apply(write, about, Way::Back)? == Outcome::Left {
            left.extend(adviser);
        }
    }
    write.undo().forget(step.id)?;
    Ok(left)
}

/// The changes of a step, in the order they are to be turned.
fn read_changes(step: &StoredStep, way: Way) -> Result<Vec<About>, AppError> {
    let mut changes = Vec::new();
    for piece in &step.pieces {
        let of_piece: Vec<Change> = serde_json::from_slice(&piece.payload)
            .map_err(|_| AppError::unexpected("undo_form"))?;
        changes.extend(of_piece.into_iter().map(|change| About {
            adviser: piece.about,
            change,
        }));
    }
    if way == Way::Back {
        changes.reverse();
    }
    Ok(changes)
}

fn outcome_words(words: &Words, what: What, way: Way, (turned, left): (u32, u32)) -> String {
    let key = match (way, turned, left) {
        (Way::Back, _, 0) => "undone",
        (Way::Again, _, 0) => "redone",
        (Way::Back | Way::Again, 0, _) => "undo-all-left",
        (Way::Back, _, _) => "undone-some-left",
        (Way::Again, _, _) => "redone-some-left",
    };
    let values = [
        ("what", Arg::from(what.words(words))),
        ("left", Arg::from(left)),
    ];
    words.say(key, &values)
}
