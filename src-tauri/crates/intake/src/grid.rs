//! Rows of cells, the form in which every kind of file arrives here. One row lives at a time: nothing of it is
//! kept once the next is read.

use crate::refusal::IntakeError;
use csv::StringRecord;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// What a cell is, besides its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Text, as in every cell of a CSV file.
    Text,
    /// A number of a workbook.
    Number,
    /// A number of a workbook shown as per cent: `0.72` for 72 %.
    Percent,
    /// A date of a workbook, as `YYYY-MM-DD`.
    Date,
    /// A formula that gave an error.
    Error,
    /// Covered by a merged cell: the text is that of the merged cell.
    Merged,
}

/// One row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells {
    pub(crate) record: StringRecord,
    natures: Vec<Nature>,
    /// The line of a CSV file or the row of a sheet, from 1.
    pub(crate) line: u64,
    /// Cells with a formula.
    pub(crate) formulas: u32,
}

/// One cell, its text trimmed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) text: &'a str,
    pub(crate) nature: Nature,
}

impl Cells {
    pub(crate) fn clear(&mut self) {
        self.record.clear();
        self.natures.clear();
        self.formulas = 0;
    }

    /// Fills up with blank cells until the next one pushed is at `index`.
    pub(crate) fn pad_to(&mut self, index: usize) {
        while self.record.len() < index {
            self.push("", Nature::Text);
        }
    }

    pub(crate) fn push(&mut self, text: &str, nature: Nature) {
        self.record.push_field(text);
        self.natures.push(nature);
    }

    /// Replaces the cells that have a text here by merged ones.
    pub(crate) fn cover(&mut self, texts: &[Option<&str>]) {
        let last = texts
            .iter()
            .rposition(Option::is_some)
            .map_or(0, |last| last + 1);
        let mut covered = Self {
            line: self.line,
            formulas: self.formulas,
            ..Self::default()
        };
        for index in 0..self.len().max(last) {
            if let Some(text) = texts.get(index).copied().flatten() {
                covered.push(text, Nature::Merged);
            } else {
                let cell = self.get(index);
                covered.push(cell.text, cell.nature);
            }
        }
        *self = covered;
    }

    pub(crate) fn len(&self) -> usize {
        self.record.len()
    }

    /// The cell at a place; blank beyond the end of the row.
    pub(crate) fn get(&self, index: usize) -> Cell<'_> {
        let text = self.record.get(index).map_or("", trim);
        Cell {
            text,
            nature: self.natures.get(index).copied().unwrap_or(Nature::Text),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Cell<'_>> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Puts letters and their accents together (Unicode Normalization Form C, UAX #15), in which every text is kept
    /// (domain.md 1.1): an accent that some programs write as a letter of its own makes no other name.
    fn compose(&mut self) {
        let whole = self.record.as_slice();
        if !whole.is_ascii() && !is_nfc(whole) {
            let fields = self.record.iter();
            self.record = fields.map(|text| text.nfc().collect::<String>()).collect();
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.iter().all(|cell| cell.text.is_empty())
    }
}

/// Without the spaces around it, of whatever kind.
fn trim(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) {
        text
    } else {
        text.trim()
    }
}

/// Gives rows one by one, from the top.
pub(crate) trait RowReader {
    /// Reads the next row that is not blank; false after the last one.
    fn next_row(&mut self, cells: &mut Cells) -> Result<bool, IntakeError>;
    /// Bytes read, or unpacked, so far.
    fn bytes(&self) -> u64;
}

/// Rows of whatever file, their texts composed.
pub(crate) struct Composed<'a>(pub(crate) Box<dyn RowReader + 'a>);

impl RowReader for Composed<'_> {
    fn next_row(&mut self, cells: &mut Cells) -> Result<bool, IntakeError> {
        let found = self.0.next_row(cells)?;
        cells.compose();
        Ok(found)
    }

    fn bytes(&self) -> u64 {
        self.0.bytes()
    }
}
