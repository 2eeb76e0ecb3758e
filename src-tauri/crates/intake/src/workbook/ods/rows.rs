//! The rows of a sheet. A row or cell that is said to be repeated counts as often as it is repeated, unless it is
//! blank: then it is only passed over.

use super::super::merges::{Area, Merges};
use super::super::xml::{Node, Xml, number};
use super::super::{HEADINGS, LAST_ROW};
use super::cell::{self, Head};
use crate::grid::{Cells, RowReader};
use crate::limits::Limits;
use crate::refusal::{FileRefusal, IntakeError};
use quick_xml::events::BytesStart;

pub(in super::super) struct OdsRows<'a> {
    xml: Xml<'a>,
    merges: Merges,
    limits: Limits,
    /// Elements around the sheet's rows.
    outside: usize,
    /// The row being given, and how often it is still to come.
    row: Cells,
    repeats: u64,
    last: u64,
    count: u64,
    is_over: bool,
}

impl<'a> OdsRows<'a> {
    /// Reads from behind the tag of the sheet.
    pub(super) fn new(xml: Xml<'a>, limits: Limits) -> Self {
        let outside = xml.depth().saturating_sub(1);
        Self {
            xml,
            merges: Merges::default(),
            limits,
            outside,
            row: Cells::default(),
            repeats: 0,
            last: 0,
            count: 0,
            is_over: false,
        }
    }

    /// Goes on to the next row that is not blank; false after the last one.
    fn advance(&mut self) -> Result<bool, IntakeError> {
        while self.xml.depth() > self.outside {
            match self.xml.event()? {
                Node::Start(start) => match start.name().into_inner() {
                    "table:table-row" => {
                        let repeats = number(&start, "table:number-rows-repeated")?.unwrap_or(1);
                        if self.read_row(repeats.max(1))? {
                            return Ok(true);
                        }
                    }
                    "table:table-row-group" | "table:table-header-rows" | "table:table-rows" => {}
                    _ => self.xml.skip()?,
                },
                Node::Over => return Err(FileRefusal::Structure.into()),
                Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
        }
        self.finish()?;
        Ok(false)
    }

    /// Reads what follows the sheet, so that damage there is noticed as well.
    fn finish(&mut self) -> Result<(), IntakeError> {
        self.is_over = true;
        while !matches!(self.xml.event()?, Node::Over) {}
        Ok(())
    }

    fn read_row(&mut self, repeats: u64) -> Result<bool, IntakeError> {
        self.row.clear();
        let first = self.last + 1;
        self.last = self.last.saturating_add(repeats);
        let mut column = 0;
        let outside = self.xml.depth().saturating_sub(1);
        while self.xml.depth() > outside {
            let head = match self.xml.event()? {
                Node::Start(start) if is_cell(&start) => cell::head_of(&start)?,
                Node::Start(_) => {
                    self.xml.skip()?;
                    continue;
                }
                Node::Over => return Err(FileRefusal::Structure.into()),
                Node::End(_) | Node::Text(_) | Node::Aside => continue,
            };
            column = self.read_cell(head, first, column)?;
        }
        if self.row.is_blank() {
            return Ok(false);
        }
        if self.last > LAST_ROW {
            return Err(FileRefusal::TooLarge.into());
        }
        self.row.line = first;
        self.repeats = repeats;
        self.count = self.count.saturating_add(repeats);
        if self.count > self.limits.workbook_rows.saturating_add(HEADINGS) {
            return Err(FileRefusal::TooLarge.into());
        }
        Ok(true)
    }

    /// Reads a cell and those that repeat it, and gives the column behind them.
    fn read_cell(&mut self, head: Head, row: u64, column: u64) -> Result<u64, IntakeError> {
        let (repeated, has_formula) = (head.repeated, head.has_formula);
        let (wide, high) = (head.columns, head.rows);
        let behind = column.saturating_add(repeated);
        let most = self.limits.columns;
        let (text, nature) = cell::read(&mut self.xml, head, self.limits.cell_characters)?;
        let is_far = usize::try_from(behind).map_or(true, |behind| behind > most);
        if has_formula {
            let formulas = u32::try_from(repeated).unwrap_or(u32::MAX);
            self.row.formulas = self.row.formulas.saturating_add(formulas);
        }
        if text.trim().is_empty() {
            return Ok(behind);
        }
        if is_far {
            return Err(FileRefusal::TooLarge.into());
        }
        let left = usize::try_from(column).unwrap_or(most);
        self.row.pad_to(left);
        for _ in 0..repeated {
            self.row.push(&text, nature);
        }
        if wide > 1 || high > 1 {
            let last = column.saturating_add(wide - 1);
            let area = Area {
                top: row,
                bottom: row.saturating_add(high - 1),
                left,
                right: usize::try_from(last).unwrap_or(most),
                text: String::new(),
            };
            self.merges.add(area, most)?;
        }
        Ok(behind)
    }
}

fn is_cell(start: &BytesStart<'_>) -> bool {
    matches!(
        start.name().into_inner(),
        "table:table-cell" | "table:covered-table-cell"
    )
}

impl RowReader for OdsRows<'_> {
    fn next_row(&mut self, cells: &mut Cells) -> Result<bool, IntakeError> {
        if self.repeats == 0 && (self.is_over || !self.advance()?) {
            return Ok(false);
        }
        cells.clone_from(&self.row);
        self.merges
            .apply(self.row.line, cells, self.limits.columns)?;
        self.repeats = self.repeats.saturating_sub(1);
        self.row.line += 1;
        Ok(true)
    }

    fn bytes(&self) -> u64 {
        self.xml.bytes()
    }
}
