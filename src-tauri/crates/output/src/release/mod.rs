//! Anonymised releases as files, each with its risk report: inside, or beside a CSV. Every writer takes a
//! `disclosure::Released`, the only proof that the table passed. Every file is read back cell by cell and compared
//! with it before it is given away (disclosure.md 2.8 e).

pub(crate) mod layout;

mod csv;
#[cfg(test)]
mod pdf_tests;
mod readback;
mod sheet;
mod xlsx;

use crate::document::{ReleaseWords, Section};
use crate::error::OutputError;
use crate::pdf::pdf_release;
use disclosure::Released;
use serde::Serialize;

pub use layout::{LongRow, PrintedCell, band, printed_cell};

/// A file format of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// A tagged PDF.
    Pdf,
    /// JSON.
    Json,
}

/// A release in one format, read back and compared with what was released.
pub fn write(
    released: &Released,
    words: &ReleaseWords,
    format: Format,
) -> Result<Vec<u8>, OutputError> {
    let rows = layout::long_rows(released, words);
    let bytes = match format {
        Format::Csv => csv::csv(released, &rows)?,
        Format::Xlsx => xlsx::xlsx(released, words, &rows)?,
        Format::Pdf => pdf_release(released, words)?,
        Format::Json => crate::json(&ReleaseJson::new(released, words, &rows))?,
    };
    let matches = match format {
        Format::Csv => readback::csv_matches(&bytes, &rows),
        Format::Xlsx => readback::xlsx_matches(&bytes, &rows),
        Format::Json => readback::json_matches(&bytes, &rows),
        Format::Pdf => readback::pdf_matches(&bytes, &layout::printed_rows(released, words), words),
    };
    if matches {
        Ok(bytes)
    } else {
        Err(OutputError::ReadBack)
    }
}

/// The risk report as a text of its own, for a format that has no room for it. The others carry it inside.
pub fn report_beside(words: &ReleaseWords, format: Format) -> Option<String> {
    match format {
        Format::Csv => Some(report_text(words)),
        Format::Xlsx | Format::Pdf | Format::Json => None,
    }
}

fn report_text(words: &ReleaseWords) -> String {
    let mut lines = vec![
        words.title.clone(),
        words.subtitle.clone(),
        words.legend.clone(),
        words.handling.clone(),
        String::new(),
        words.report_title.clone(),
    ];
    for section in &words.report {
        lines.extend([String::new(), section.head.clone()]);
        let sentences = section.sentences.iter();
        lines.extend(sentences.map(|sentence| format!("  {sentence}")));
    }
    lines.extend([String::new(), words.made.clone(), String::new()]);
    lines.join("\n")
}

#[derive(Serialize)]
struct ReleaseJson<'a> {
    release: &'a str,
    handling: &'a str,
    legend: &'a str,
    measures: Vec<String>,
    columns: [&'static str; 6],
    rows: &'a [LongRow],
    report: &'a [Section],
}

impl<'a> ReleaseJson<'a> {
    fn new(released: &Released, words: &'a ReleaseWords, rows: &'a [LongRow]) -> Self {
        Self {
            release: &words.name,
            handling: &words.handling,
            legend: &words.legend,
            measures: layout::directives(released),
            columns: layout::COLUMNS,
            rows,
            report: &words.report,
        }
    }
}
