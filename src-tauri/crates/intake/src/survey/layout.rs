//! The columns a file is read by, and those it lacks.

use super::MissingColumn;
use super::look::Look;
use crate::columns::{self, Choices, Column, Guess, IntakeKind, Meaning};
use crate::detectors::{self, Detector};
use crate::rows::Plan;

/// Takes out of what the headings announce the names that a roster may give its advisers.
pub(super) fn take_staff_names(look: &mut Look) -> Vec<(usize, Detector)> {
    let is_staff = |(index, detector): &(usize, Detector)| {
        let heading = look.headings.get(*index);
        *detector == Detector::NameLike
            && heading.is_some_and(|heading| columns::is_name_in_roster(heading))
    };
    let (names, others) = look.announced.iter().copied().partition(is_staff);
    look.announced = others;
    names
}

/// The columns that their headings turn away, and what all are taken to mean.
pub(super) fn guess_of(look: &Look, choices: &Choices) -> (Vec<usize>, Guess) {
    let is_refused = |(index, detector): &&(usize, Detector)| {
        !(choices.overrides.contains(index) && detector.can_yield())
    };
    let refused = look.announced.iter().filter(is_refused);
    let refused: Vec<usize> = refused.map(|(index, _)| *index).collect();
    let is_numeric = |index: usize| look.numeric.get(index).copied().unwrap_or(false);
    let sheet = columns::Sheet {
        headings: &look.headings,
        is_numeric: &is_numeric,
        refused: &refused,
        references: &look.references,
    };
    let guess = columns::guess(&sheet, choices);
    (refused, guess)
}

/// The columns as they are read, a refused one as left out.
pub(super) fn columns_of(look: &Look, guess: &Guess, refused: &[usize]) -> Vec<Column> {
    let heading = |index: usize, heading: &String| {
        if detectors::find(heading, &[]).is_some() || look.personal.contains(&index) {
            detectors::mask(heading)
        } else {
            heading.clone()
        }
    };
    let meaning = |index: usize| {
        let meaning = guess
            .meanings
            .get(index)
            .cloned()
            .unwrap_or(Meaning::LeaveOut);
        if refused.contains(&index) {
            Meaning::LeaveOut
        } else {
            meaning
        }
    };
    let column = |(index, text): (usize, &String)| Column {
        index,
        heading: heading(index, text),
        meaning: meaning(index),
        samples: Vec::new(),
    };
    look.headings.iter().enumerate().map(column).collect()
}

/// What is needed and not there.
pub(super) fn missing(kind: IntakeKind, columns: &[Column], plan: &Plan) -> Vec<MissingColumn> {
    let has =
        |wanted: &dyn Fn(&Meaning) -> bool| columns.iter().any(|column| wanted(&column.meaning));
    let mut missing = Vec::new();
    if !has(&|meaning| *meaning == Meaning::Adviser) {
        missing.push(MissingColumn::Adviser);
    }
    if kind == IntakeKind::Roster {
        return missing;
    }
    if !has(&|meaning| *meaning == Meaning::Period) {
        missing.push(MissingColumn::Period);
    }
    let has_kpi = match plan {
        Plan::Long(plan) => plan.kpi.is_some() && plan.numerator.is_some(),
        Plan::Wide(plan) => !plan.kpis.is_empty(),
        Plan::Roster(_) => true,
    };
    if !has_kpi {
        missing.push(MissingColumn::Kpi);
    }
    missing
}
