//! The first rows of a file: where its headings are, and whether its columns hold numbers. Titles and blank rows
//! above the headings are stepped over.

use super::sampled::{
    column, holds_percentages, holds_references, holds_small_numbers, is_numeric,
};
use crate::columns::{Choices, known_headings, kpi_of_heading, normalised, shape_of};
use crate::detectors;
use crate::grid::{Cells, Nature};
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use crate::source::{Sheet, Source};

/// Rows looked at before the rest.
const ROWS: usize = 300;

/// Rows among which the headings are.
const ABOVE: usize = 30;

/// What the first rows say.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) sheet: Option<usize>,
    pub(super) heading_line: u64,
    pub(super) headings: Vec<String>,
    /// Whether each column holds numbers.
    pub(super) numeric: Vec<bool>,
    /// Columns of numbers that tell records apart, and are no KPI unless somebody says so.
    pub(super) references: Vec<usize>,
    /// Columns that their headings turn away, with what they announce.
    pub(super) announced: Vec<(usize, detectors::Detector)>,
    /// Columns whose headings are or hold a person, and are shown as a pattern.
    pub(super) personal: Vec<usize>,
}

pub(super) fn look(
    source: &Source,
    choices: &Choices,
    run: &mut Run<'_>,
) -> Result<Look, IntakeError> {
    let (sheet, rows) = table_of(source, choices, run)?;
    let place = headings_among(&rows, choices).ok_or(FileRefusal::Empty)?;
    let (heading_line, headings) = rows.get(place).cloned().ok_or(FileRefusal::Empty)?;
    let headings = trimmed(headings);
    let under = rows.iter().skip(place + 1).map(|(_, cells)| cells);
    let blank = blank_so_far(&headings, &under.clone().collect::<Vec<_>>(), choices);
    let late = late_rows(source, (sheet, rows.len()), blank, run)?;
    let below: Vec<&Vec<String>> = under.chain(&late).collect();
    let numeric = (0..headings.len())
        .map(|index| is_numeric(&below, index) && !holds_percentages(&below, index))
        .collect();
    let references = (0..headings.len()).filter(|index| {
        let heading = headings.get(*index).map(String::as_str);
        let is_known = heading.is_some_and(|heading| choices.knows(&kpi_of_heading(heading)));
        !is_known && holds_references(&below, *index)
    });
    let references = references.collect();
    let personal: Vec<(usize, detectors::Detector)> = headings
        .iter()
        .enumerate()
        .filter_map(|(index, heading)| Some((index, choices.person_in(&kpi_of_heading(heading))?)))
        .collect();
    let announced = headings.iter().enumerate().filter_map(|(index, heading)| {
        let announced = detectors::of_heading(heading)
            .filter(|announced| announced.is_sure || !holds_small_numbers(&below, index))
            .map(|announced| announced.detector);
        let shown = personal.iter().find(|(place, _)| *place == index);
        Some((index, announced.or(shown.map(|(_, detector)| *detector))?))
    });
    let announced = announced.collect();
    let personal = personal.into_iter().map(|(index, _)| index).collect();
    Ok(Look {
        sheet,
        heading_line,
        headings,
        numeric,
        references,
        announced,
        personal,
    })
}

/// The sheet chosen by name; else the first visible one with headings that tell, since a cover may lie on top; else
/// the first visible one.
fn table_of(
    source: &Source,
    choices: &Choices,
    run: &mut Run<'_>,
) -> Result<(Option<usize>, Vec<Row>), IntakeError> {
    let candidates = sheets_of(source.sheets(), choices)?;
    let Some((first, further)) = candidates.split_first() else {
        return Ok((None, first_rows(source, None, run)?));
    };
    let top = first_rows(source, Some(*first), run)?;
    let is_table = |rows: &[Row]| telling_among(rows, choices).is_some();
    if is_table(&top) {
        return Ok((Some(*first), top));
    }
    for sheet in further {
        let rows = first_rows(source, Some(*sheet), run)?;
        if is_table(&rows) {
            return Ok((Some(*sheet), rows));
        }
    }
    Ok((Some(*first), top))
}

/// The sheets of a workbook that may be meant, none of a CSV file.
fn sheets_of(sheets: &[Sheet], choices: &Choices) -> Result<Vec<usize>, IntakeError> {
    if let Some(name) = choices.sheet.as_ref().filter(|_| !sheets.is_empty()) {
        let place = sheets.iter().position(|sheet| sheet.name == *name);
        return Ok(vec![place.ok_or(FileRefusal::Header)?]);
    }
    let visible = |(place, sheet): (usize, &Sheet)| (!sheet.hidden).then_some(place);
    let visible: Vec<usize> = sheets.iter().enumerate().filter_map(visible).collect();
    Ok(if visible.is_empty() && !sheets.is_empty() {
        vec![0]
    } else {
        visible
    })
}

type Row = (u64, Vec<String>);

fn first_rows(
    source: &Source,
    sheet: Option<usize>,
    run: &mut Run<'_>,
) -> Result<Vec<Row>, IntakeError> {
    let mut reader = source.rows(sheet, run)?;
    let mut cells = Cells::default();
    let mut rows = Vec::new();
    while rows.len() < ROWS && reader.next_row(&mut cells)? {
        let texts = cells.iter().map(|cell| {
            let words: Vec<&str> = cell.text.split_whitespace().collect();
            let sign = if cell.nature == Nature::Percent {
                "%"
            } else {
                ""
            };
            words.join(" ") + sign
        });
        rows.push((cells.line, texts.collect()));
    }
    run.look(source.progress(rows.len().try_into().unwrap_or(0), reader.bytes()))?;
    Ok(rows)
}

/// Columns under headings of the file's own in which nothing stands yet: a KPI that was begun later.
fn blank_so_far(headings: &[String], below: &[&Vec<String>], choices: &Choices) -> Vec<usize> {
    let is_own = |heading: &String| {
        let key = normalised(heading);
        !key.is_empty() && known_headings(&[key], &choices.synonyms).0 == 0
    };
    let is_blank = |index: &usize| column(below, *index).next().is_none();
    let places = headings.iter().enumerate();
    let own = places.filter_map(|(index, heading)| is_own(heading).then_some(index));
    own.filter(is_blank).collect()
}

/// For each of these columns the first row further down that has something in it.
fn late_rows(
    source: &Source,
    (sheet, looked): (Option<usize>, usize),
    mut blank: Vec<usize>,
    run: &mut Run<'_>,
) -> Result<Vec<Vec<String>>, IntakeError> {
    let mut late = Vec::new();
    if blank.is_empty() || looked < ROWS {
        return Ok(late);
    }
    let mut reader = source.rows(sheet, run)?;
    let mut cells = Cells::default();
    let mut rows = 0;
    while !blank.is_empty() && reader.next_row(&mut cells)? {
        rows += 1;
        let before = blank.len();
        blank.retain(|index| rows <= looked || cells.get(*index).text.is_empty());
        if blank.len() < before {
            late.push(cells.iter().map(|cell| cell.text.to_owned()).collect());
        }
        run.after_row(source.progress(rows.try_into().unwrap_or(0), reader.bytes()))?;
    }
    Ok(late)
}

/// The place of the headings: one that tells, else the row that names most, else the first one with two cells.
fn headings_among(rows: &[Row], choices: &Choices) -> Option<usize> {
    let candidates = || rows.iter().take(ABOVE).enumerate();
    let best = || {
        let most = candidates()
            .map(|(_, (_, cells))| known(cells, choices).0)
            .max()
            .filter(|most| *most > 0)?;
        candidates().find(|(_, (_, cells))| known(cells, choices).0 == most)
    };
    let broad = || {
        candidates()
            .find(|(_, (_, cells))| cells.iter().filter(|cell| !cell.is_empty()).count() > 1)
    };
    telling_among(rows, choices)
        .or_else(|| best().or_else(broad).map(|(place, _)| place))
        .or(if rows.is_empty() { None } else { Some(0) })
}

/// The place of headings that tell: a remembered shape, else the first row that names an adviser and something more.
fn telling_among(rows: &[Row], choices: &Choices) -> Option<usize> {
    let candidates = || rows.iter().take(ABOVE);
    let remembered = candidates().position(|(_, cells)| {
        let shape = shape_of(&trimmed(cells.clone()));
        choices
            .remembered
            .iter()
            .any(|mapping| mapping.shape == shape)
    });
    let telling =
        || candidates().position(|(_, cells)| matches!(known(cells, choices), (2.., true)));
    remembered.or_else(telling)
}

fn known(cells: &[String], choices: &Choices) -> (usize, bool) {
    let keys: Vec<String> = cells.iter().map(|cell| normalised(cell)).collect();
    known_headings(&keys, &choices.synonyms)
}

fn trimmed(mut headings: Vec<String>) -> Vec<String> {
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    headings
}
