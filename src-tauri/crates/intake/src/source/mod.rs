//! The file itself: opened once, ordinary, within its size, and of a kind that its bytes prove.

use crate::limits::Limits;
use crate::refusal::{FileRefusal, IntakeError};
use std::path::Path;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with a separator.
    Csv,
    /// An Office Open XML workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// An opened input file.
#[derive(Debug)]
pub struct Source {
    format: Format,
    sheets: Vec<Sheet>,
}

impl Source {
    /// Opens a file without following a link at its end, and finds out what it is.
    pub fn open(_path: &Path, _limits: Limits) -> Result<Self, IntakeError> {
        Err(FileRefusal::NotThisType.into())
    }

    /// What it is.
    pub fn format(&self) -> Format {
        self.format
    }

    /// "CSV, UTF-8, comma", "XLSX" or "ODS".
    pub fn describe(&self) -> String {
        String::new()
    }

    /// The sheets of a workbook; none for CSV.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }
}
