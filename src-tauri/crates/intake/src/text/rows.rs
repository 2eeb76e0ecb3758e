//! Rows of a CSV file, streamed.

use super::TextForm;
use super::decode::Decoded;
use crate::grid::{Cells, RowReader};
use crate::limits::Limits;
use crate::refusal::{FileRefusal, IntakeError};
use std::io::{ErrorKind, Read};

pub(crate) struct TextRows<R: Read> {
    reader: csv::Reader<Decoded<R>>,
    form: TextForm,
    limits: Limits,
    records: u64,
    is_ended: bool,
}

impl<R: Read> TextRows<R> {
    /// Reads from behind the byte order mark.
    pub(crate) fn new(file: R, form: TextForm, limits: Limits) -> Self {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(form.separator)
            .buffer_capacity(64 * 1024)
            .from_reader(Decoded::new(file, form.encoding));
        Self {
            reader,
            form,
            limits,
            records: 0,
            is_ended: false,
        }
    }

    fn read_record(&mut self, cells: &mut Cells) -> Result<bool, IntakeError> {
        cells.clear();
        let is_row = self
            .reader
            .read_record(&mut cells.record)
            .map_err(|error| self.refusal_of(error))?;
        let decoded = self.reader.get_mut();
        decoded.since_row = 0;
        decoded.has_line_since_row = false;
        if !is_row {
            // The added end was swallowed by a quote that never closes.
            return Err(FileRefusal::Structure.into());
        }
        self.records += 1;
        if cells.record.len() == 1 && cells.record.get(0) == Some("\u{1}") {
            self.is_ended = true;
            return Ok(false);
        }
        cells.line = self.line_of(cells);
        self.check_size(cells)?;
        Ok(true)
    }

    /// The line a row begins on: where reading stands now, back over the line ends the row holds itself.
    fn line_of(&self, cells: &Cells) -> u64 {
        if !self.form.has_line_feeds {
            return self.records;
        }
        let within = cells
            .record
            .as_slice()
            .bytes()
            .filter(|byte| *byte == b'\n')
            .count();
        let behind = 1 + u64::try_from(within).unwrap_or(0);
        self.reader.position().line().saturating_sub(behind).max(1)
    }

    fn check_size(&self, cells: &Cells) -> Result<(), IntakeError> {
        if self.records > self.limits.text_rows.saturating_add(100) {
            return Err(FileRefusal::TooLarge.into());
        }
        if cells.record.as_slice().len() > self.limits.cell_characters {
            let limit = self.limits.cell_characters;
            let is_long = |text: &str| text.len() > limit && text.chars().count() > limit;
            if let Some(long) = cells.record.iter().find(|text| is_long(text)) {
                let has_lines = long.contains('\n');
                return Err(if has_lines {
                    FileRefusal::Structure
                } else {
                    FileRefusal::TooLarge
                }
                .into());
            }
        }
        if cells.len() > self.limits.columns {
            let beyond =
                (self.limits.columns..cells.len()).any(|index| !cells.get(index).text.is_empty());
            if beyond {
                return Err(FileRefusal::TooLarge.into());
            }
        }
        Ok(())
    }

    fn refusal_of(&self, error: csv::Error) -> IntakeError {
        let has_lines = self.reader.get_ref().has_line_since_row;
        let csv::ErrorKind::Io(error) = error.into_kind() else {
            return FileRefusal::Encoding.into();
        };
        if error.kind() == ErrorKind::InvalidData {
            FileRefusal::Encoding.into()
        } else if error.kind() != ErrorKind::OutOfMemory {
            IntakeError::Disk(error)
        } else if has_lines {
            FileRefusal::Structure.into()
        } else {
            FileRefusal::TooLarge.into()
        }
    }
}

impl<R: Read> RowReader for TextRows<R> {
    fn next_row(&mut self, cells: &mut Cells) -> Result<bool, IntakeError> {
        while !self.is_ended && self.read_record(cells)? {
            let is_separator_line = self.records == 1 && self.form.has_separator_line;
            if !is_separator_line && !cells.is_blank() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn bytes(&self) -> u64 {
        self.reader.get_ref().read
    }
}
