//! The rejects file: rows turned away, in the input's own layout, with the reason. Refused columns are blank, any cell
//! a detector matches is masked (rulings 38), and nothing in it can start a formula in a spreadsheet.

use crate::detectors;
use crate::grid::{Cell, Cells, Nature};
use crate::progress::Run;
use crate::refusal::IntakeError;
use crate::rows::{Reason, RejectedRow};
use crate::source::Source;
use crate::survey::{Guard, Survey};
use domain::text::starts_formula;
use std::borrow::Cow;
use std::io::Write;

/// A row turned away, as far as the rejects file needs it: millions of them fit in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RejectedLine {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The column to blame, from 0.
    pub column: Option<u16>,
    /// Why.
    pub reason: Reason,
}

impl From<&RejectedRow> for RejectedLine {
    fn from(row: &RejectedRow) -> Self {
        Self {
            line: u32::try_from(row.line).unwrap_or(u32::MAX),
            column: row.column.and_then(|column| u16::try_from(column).ok()),
            reason: row.reason,
        }
    }
}

/// Writes the rows turned away as CSV, in the layout of the file, with a last column `reason` that `say` words. The
/// lines come in their order in the file.
pub fn write_rejects(
    source: &mut Source,
    survey: &Survey,
    rejected: &[RejectedLine],
    say: &dyn Fn(&RejectedLine) -> String,
    out: &mut dyn Write,
    run: &mut Run<'_>,
) -> Result<(), IntakeError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(source.separator())
        .flexible(true)
        .from_writer(out);
    let headings = survey
        .columns
        .iter()
        .map(|column| guarded(&column.heading).into_owned());
    let headings: Vec<String> = headings.chain(["reason".to_owned()]).collect();
    writer.write_record(&headings).map_err(disk)?;
    let mut reader = source.rows(survey.sheet, run)?;
    let mut cells = Cells::default();
    let mut wanted = rejected.iter().peekable();
    let mut rows = 0;
    while let Some(next) = wanted.peek() {
        if !reader.next_row(&mut cells)? {
            break;
        }
        if cells.line == u64::from(next.line) {
            for index in 0..survey.columns.len() {
                let is_identifier = next.reason == Reason::Identifier
                    && next.column.map(usize::from) == Some(index);
                let field = if is_identifier {
                    Cow::Owned(detectors::mask(cells.get(index).text))
                } else {
                    shown(survey, &cells, index)
                };
                writer.write_field(guarded(&field).as_ref()).map_err(disk)?;
            }
            writer
                .write_field(guarded(&say(next)).as_ref())
                .map_err(disk)?;
            writer.write_record(None::<&[u8]>).map_err(disk)?;
            wanted.next();
        }
        rows += 1;
        run.after_row(source.progress(rows, reader.bytes()))?;
    }
    source.check_unchanged()?;
    writer.flush().map_err(IntakeError::Disk)
}

/// A cell as it may leave: not at all, as its pattern, or as it is.
fn shown<'a>(survey: &Survey, cells: &'a Cells, index: usize) -> Cow<'a, str> {
    let Cell { text, nature } = cells.get(index);
    match survey.guards.get(index) {
        None | Some(Guard::Closed) => Cow::Borrowed(""),
        Some(Guard::Named | Guard::Watched(_)) => match detectors::find(text, &[]) {
            Some(_) => Cow::Owned(detectors::mask(text)),
            None if nature == Nature::Percent => as_percent(text),
            None => Cow::Borrowed(text),
        },
    }
}

/// `72%` for what a workbook keeps as `0.72`.
fn as_percent(text: &str) -> Cow<'_, str> {
    match text.parse::<f64>() {
        Ok(share) => Cow::Owned(format!("{}%", (share * 1e5).round() / 1e3)),
        Err(_) => Cow::Borrowed(text),
    }
}

/// With an apostrophe in front where a spreadsheet would take the text for a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    if starts_formula(text) && text.parse::<f64>().is_err() {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn disk(error: csv::Error) -> IntakeError {
    IntakeError::Disk(error.into())
}
