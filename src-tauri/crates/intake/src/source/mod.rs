//! The file itself: opened once, ordinary, within its size, and of a kind that its bytes prove.

mod magic;
mod open;
#[cfg(test)]
mod tests;

use crate::grid::{Composed, RowReader};
use crate::limits::Limits;
use crate::progress::{Progress, Run};
use crate::refusal::{FileRefusal, IntakeError};
use crate::text::{self, TextForm, TextRows};
use crate::workbook::Workbook;
use chrono::NaiveDate;
use magic::Magic;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::SystemTime;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with a separator.
    Csv,
    /// An Office Open XML workbook.
    Xlsx,
    /// A spreadsheet of `OpenDocument`.
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
    file: File,
    size: u64,
    modified: Option<SystemTime>,
    limits: Limits,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Text(TextForm),
    Workbook(Workbook),
}

impl Source {
    /// Opens a file without following a link at its end, and finds out what it is.
    pub fn open(path: &Path, limits: Limits, run: &mut Run<'_>) -> Result<Self, IntakeError> {
        let (mut file, size, modified) = open::open_ordinary(path)?;
        if size == 0 {
            return Err(FileRefusal::Empty.into());
        }
        let body = match magic::sniff(&mut file)? {
            Magic::Text if size > limits.text_bytes => return Err(FileRefusal::TooLarge.into()),
            Magic::Zip if size > limits.workbook_bytes => return Err(FileRefusal::TooLarge.into()),
            Magic::Text => Body::Text(open_text(&mut file, run)?),
            Magic::Zip => Body::Workbook(Workbook::open(&file, limits)?),
            Magic::Other => return Err(FileRefusal::NotThisType.into()),
            Magic::Protected => return Err(FileRefusal::Encrypted.into()),
        };
        Ok(Self {
            file,
            size,
            modified,
            limits,
            body,
        })
    }

    /// What it is.
    pub fn format(&self) -> Format {
        match &self.body {
            Body::Text(_) => Format::Csv,
            Body::Workbook(workbook) => workbook.format(),
        }
    }

    /// "CSV, UTF-8, comma", "XLSX" or "ODS".
    pub fn describe(&self) -> String {
        match &self.body {
            Body::Text(form) => form.describe(),
            Body::Workbook(workbook) => match workbook.format() {
                Format::Csv | Format::Xlsx => "XLSX".to_owned(),
                Format::Ods => "ODS".to_owned(),
            },
        }
    }

    /// The sheets of a workbook; none for CSV.
    pub fn sheets(&self) -> &[Sheet] {
        match &self.body {
            Body::Text(_) => &[],
            Body::Workbook(workbook) => workbook.sheets(),
        }
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// The day from which a workbook counts its days; none for CSV.
    pub(crate) fn nought(&self) -> Option<NaiveDate> {
        match &self.body {
            Body::Text(_) => None,
            Body::Workbook(workbook) => workbook.nought(),
        }
    }

    /// Whether cells are separated by semicolons, as where decimals are written with a comma.
    pub(crate) fn has_semicolons(&self) -> bool {
        matches!(&self.body, Body::Text(form) if form.separator == b';')
    }

    /// What separates the cells of a line; a comma for what comes out of a workbook.
    pub(crate) fn separator(&self) -> u8 {
        match &self.body {
            Body::Text(form) => form.separator,
            Body::Workbook(_) => b',',
        }
    }

    /// How far `bytes` and `rows` are through this file.
    pub(crate) fn progress(&self, rows: u64, bytes: u64) -> Progress {
        let of = match &self.body {
            Body::Text(_) => Some(self.size),
            Body::Workbook(_) => None,
        };
        Progress { rows, bytes, of }
    }

    /// Rows from the top: of a workbook those of the sheet named by its place, or of the first that is not hidden.
    pub(crate) fn rows(
        &self,
        sheet: Option<usize>,
        run: &mut Run<'_>,
    ) -> Result<Box<dyn RowReader + '_>, IntakeError> {
        self.check_unchanged()?;
        run.look(self.progress(0, 0))?;
        let rows: Box<dyn RowReader + '_> = match &self.body {
            Body::Text(form) => {
                let mut file = &self.file;
                file.seek(SeekFrom::Start(form.mark))
                    .map_err(IntakeError::Disk)?;
                Box::new(TextRows::new(file, *form, self.limits))
            }
            Body::Workbook(workbook) => workbook.rows(&self.file, self.limits, sheet, run)?,
        };
        Ok(Box::new(Composed(rows)))
    }

    /// Refuses to go on when somebody changed the file meanwhile.
    pub(crate) fn check_unchanged(&self) -> Result<(), IntakeError> {
        let now = self.file.metadata().map_err(IntakeError::Disk)?;
        let is_same = now.len() == self.size && now.modified().ok() == self.modified;
        if is_same {
            Ok(())
        } else {
            Err(IntakeError::Changed)
        }
    }
}

fn open_text(file: &mut File, run: &mut Run<'_>) -> Result<TextForm, IntakeError> {
    file.rewind().map_err(IntakeError::Disk)?;
    let form = text::probe(file, run)?;
    file.seek(SeekFrom::Start(form.mark))
        .map_err(IntakeError::Disk)?;
    let mut head = Vec::new();
    BufReader::new(file)
        .take(64 * 1024)
        .read_to_end(&mut head)
        .map_err(IntakeError::Disk)?;
    Ok(text::detect(form, &head))
}
