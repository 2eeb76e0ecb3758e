//! Guessing what a file is and what its columns mean. The person's own choices come first, then a mapping remembered
//! for these headings, then the table of synonyms. Where two columns claim one meaning with the same heading, neither
//! gets it: choosing between them would be a silent guess.

use super::{Choices, IntakeKind, Layout, Mapping, Meaning, normalised, synonyms, wide};
use crate::dates;
use crate::detectors;

/// What is known of a sheet before its rows are read.
pub(crate) struct Sheet<'a> {
    /// Headings as in the file.
    pub(crate) headings: &'a [String],
    /// Whether a column holds numbers in the first rows.
    pub(crate) is_numeric: &'a dyn Fn(usize) -> bool,
    /// Columns that their headings turn away.
    pub(crate) refused: &'a [usize],
    /// Columns that tell records apart, and are no KPI unasked.
    pub(crate) references: &'a [usize],
}

/// What the columns are taken to mean.
#[derive(Debug, Clone)]
pub(crate) struct Guess {
    pub(crate) kind: IntakeKind,
    pub(crate) layout: Layout,
    pub(crate) meanings: Vec<Meaning>,
    pub(crate) remembered: Option<Mapping>,
    /// Columns that the person leaves out on purpose.
    pub(crate) left_out: Vec<usize>,
    /// Whether months stand as headings, where a column should say the period.
    pub(crate) has_months_across: bool,
}

/// The headings of a file in the form under which a mapping is remembered.
pub(crate) fn shape_of(headings: &[String]) -> String {
    let shown = |heading: &String| match detectors::find(heading, &[]) {
        Some(_) => normalised(&detectors::mask(heading)),
        None => normalised(heading),
    };
    headings.iter().map(shown).collect::<Vec<_>>().join("|")
}

pub(crate) fn guess(sheet: &Sheet<'_>, choices: &Choices) -> Guess {
    let shape = shape_of(sheet.headings);
    let is_fitting = |mapping: &&Mapping| {
        mapping.shape == shape
            && mapping.meanings.len() == sheet.headings.len()
            && choices.kind.is_none_or(|kind| kind == mapping.kind)
    };
    let remembered = choices.remembered.iter().find(is_fitting).cloned();
    let mut meanings = decided(sheet, choices, remembered.as_ref());
    let left_out = left_out(sheet, &meanings, choices, remembered.as_ref());
    let keys = sheet.headings.iter().map(|heading| normalised(heading));
    let keys: Vec<String> = keys.collect();
    let kind = choices
        .kind
        .or(remembered.as_ref().map(|mapping| mapping.kind));
    let are_months = are_months(sheet, &meanings);
    let guessed = || {
        if are_months {
            IntakeKind::Figures
        } else {
            kind_of(&keys, &meanings, choices)
        }
    };
    let kind = kind.unwrap_or_else(guessed);
    assign(kind, &keys, &mut meanings, choices);
    let layout = match kind {
        IntakeKind::Roster => Layout::Roster,
        IntakeKind::Figures if is_long(&meanings) => Layout::FiguresLong,
        IntakeKind::Figures => {
            clear_long(&mut meanings, choices);
            leave_out_references(sheet, &mut meanings);
            wide::take_pairs(&keys, &mut meanings, &choices.pairs);
            wide::assign(sheet.headings, &mut meanings, sheet.is_numeric);
            Layout::FiguresWide
        }
    };
    let meanings: Vec<Meaning> = meanings
        .into_iter()
        .map(|meaning| meaning.unwrap_or(Meaning::LeaveOut))
        .collect();
    let is_undated = kind == IntakeKind::Figures && !meanings.contains(&Meaning::Period);
    Guess {
        kind,
        layout,
        meanings,
        remembered,
        left_out,
        has_months_across: are_months && is_undated,
    }
}

/// Whether two or more headings are months, weeks or days, and nobody said what their columns mean.
fn are_months(sheet: &Sheet<'_>, meanings: &[Option<Meaning>]) -> bool {
    let is_period = |(heading, meaning): &(&String, &Option<Meaning>)| {
        meaning.is_none() && (dates::parse(heading).is_some() || detectors::is_month(heading))
    };
    let columns = sheet.headings.iter().zip(meanings);
    columns.filter(is_period).count() > 1
}

/// What is decided already: by the person, by an earlier file, by a heading that is refused.
fn decided(
    sheet: &Sheet<'_>,
    choices: &Choices,
    remembered: Option<&Mapping>,
) -> Vec<Option<Meaning>> {
    let meaning = |index: usize| {
        let chosen = choices.meanings.get(index).cloned().flatten();
        let earlier = || remembered.and_then(|mapping| mapping.meanings.get(index).cloned());
        let is_refused = sheet.refused.contains(&index);
        chosen
            .or_else(|| taught(sheet, choices, index))
            .or_else(earlier)
            .or_else(|| is_refused.then_some(Meaning::LeaveOut))
    };
    (0..sheet.headings.len()).map(meaning).collect()
}

/// The meaning of a heading that the person has taught.
fn taught(sheet: &Sheet<'_>, choices: &Choices, index: usize) -> Option<Meaning> {
    let heading = normalised(sheet.headings.get(index)?);
    let known = choices
        .synonyms
        .iter()
        .find(|(known, _)| normalised(known) == heading);
    known.map(|(_, meaning)| meaning.clone())
}

/// The columns that the person leaves out on purpose, now or in an earlier file.
fn left_out(
    sheet: &Sheet<'_>,
    meanings: &[Option<Meaning>],
    choices: &Choices,
    remembered: Option<&Mapping>,
) -> Vec<usize> {
    let on_purpose = |index: &usize| {
        let is_chosen = choices.meanings.get(*index).is_some_and(Option::is_some)
            || taught(sheet, choices, *index).is_some();
        let was_left = || remembered.is_some_and(|mapping| mapping.left_out.contains(index));
        meanings.get(*index) == Some(&Some(Meaning::LeaveOut)) && (is_chosen || was_left())
    };
    (0..meanings.len()).filter(on_purpose).collect()
}

fn kind_of(keys: &[String], meanings: &[Option<Meaning>], choices: &Choices) -> IntakeKind {
    let has = |kind: IntakeKind, wanted: &dyn Fn(&Meaning) -> bool| {
        let chosen = meanings.iter().flatten().any(wanted);
        let free = keys
            .iter()
            .zip(meanings)
            .filter(|(_, meaning)| meaning.is_none());
        chosen
            || free.into_iter().any(|(key, _)| {
                synonyms::meanings_of(kind, key, &choices.synonyms)
                    .any(|(_, meaning)| wanted(&meaning))
            })
    };
    let has_figures = has(IntakeKind::Figures, &|meaning| {
        matches!(
            meaning,
            Meaning::Period | Meaning::Kpi | Meaning::KpiNumerator(_)
        )
    });
    let has_roster = has(IntakeKind::Roster, &|meaning| {
        matches!(
            meaning,
            Meaning::Name
                | Meaning::Site
                | Meaning::Grade
                | Meaning::Band
                | Meaning::Team
                | Meaning::Started
                | Meaning::Left
                | Meaning::FullTimeShare
        )
    });
    if has_roster && !has_figures {
        IntakeKind::Roster
    } else {
        IntakeKind::Figures
    }
}

/// Gives each meaning that is still free to the column whose heading is the surest for it.
fn assign(kind: IntakeKind, keys: &[String], meanings: &mut [Option<Meaning>], choices: &Choices) {
    let mut claims: Vec<(usize, usize, Meaning)> = keys
        .iter()
        .enumerate()
        .filter(|(index, _)| meanings.get(*index).is_some_and(Option::is_none))
        .flat_map(|(index, key)| {
            let further = &choices.synonyms;
            synonyms::meanings_of(kind, key, further)
                .map(move |(place, meaning)| (place, index, meaning))
        })
        .collect();
    claims.sort_by_key(|(place, index, _)| (*place, *index));
    for (place, index, meaning) in &claims {
        let is_taken = meanings.iter().flatten().any(|taken| taken == meaning);
        let is_twice = claims.iter().any(|(other_place, other, claimed)| {
            other != index && claimed == meaning && other_place == place
        });
        let Some(slot) = meanings.get_mut(*index) else {
            continue;
        };
        if slot.is_none() && is_twice && !is_taken {
            *slot = Some(Meaning::LeaveOut);
        } else if slot.is_none() && !is_taken {
            *slot = Some(meaning.clone());
        }
    }
    take_name_for_adviser(keys, meanings);
}

/// A table without any other word for the adviser calls them by "name".
fn take_name_for_adviser(keys: &[String], meanings: &mut [Option<Meaning>]) {
    if meanings
        .iter()
        .flatten()
        .any(|meaning| *meaning == Meaning::Adviser)
    {
        return;
    }
    let mut names = keys.iter().zip(meanings).filter(|(key, meaning)| {
        key.as_str() == "name" && matches!(meaning, None | Some(Meaning::Name))
    });
    if let (Some((_, slot)), None) = (names.next(), names.next()) {
        *slot = Some(Meaning::Adviser);
    }
}

fn is_long(meanings: &[Option<Meaning>]) -> bool {
    let has = |wanted: Meaning| meanings.iter().flatten().any(|meaning| *meaning == wanted);
    has(Meaning::Kpi)
}

/// In a wide table nothing is called a number, a base or a remark.
fn clear_long(meanings: &mut [Option<Meaning>], choices: &Choices) {
    for (index, slot) in meanings.iter_mut().enumerate() {
        let is_chosen = choices.meanings.get(index).is_some_and(Option::is_some);
        let is_long = matches!(
            slot,
            Some(Meaning::Numerator | Meaning::Denominator | Meaning::Exposure | Meaning::Note)
        );
        if is_long && !is_chosen {
            *slot = None;
        }
    }
}

/// A reference counts nothing, whatever its heading says.
fn leave_out_references(sheet: &Sheet<'_>, meanings: &mut [Option<Meaning>]) {
    for index in sheet.references {
        if let Some(slot) = meanings.get_mut(*index) {
            slot.get_or_insert(Meaning::LeaveOut);
        }
    }
}
