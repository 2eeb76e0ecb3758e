//! The rows of a sheet, in their order. Rows and cells that are not there are not made up: one far cell is one cell.

use super::super::merges::Merges;
use super::super::xml::{Node, Xml, number, value};
use super::super::{HEADINGS, LAST_ROW, Opened};
use super::cell::{self, Meanings};
use super::place::{area_of, place_of};
use crate::grid::{Cells, RowReader};
use crate::limits::Limits;
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};

/// Reads the areas of merged cells, which stand behind the rows.
pub(super) fn find_merges(
    opened: &Opened<'_>,
    part: &str,
    run: &mut Run<'_>,
) -> Result<Merges, IntakeError> {
    let mut xml = opened.xml(part).ok_or(FileRefusal::Structure)?;
    let mut merges = Merges::default();
    loop {
        match xml.event_of(run)? {
            Node::Start(start) if start.local_name().into_inner() == "mergeCell" => {
                let area = area_of(&value(&start, "ref")?.unwrap_or_default())?;
                merges.add(area, opened.limits.columns)?;
            }
            Node::Over => break,
            Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Aside => {}
        }
    }
    merges.sort();
    Ok(merges)
}

pub(in super::super) struct XlsxRows<'a> {
    xml: Xml<'a>,
    meanings: Meanings,
    merges: Merges,
    limits: Limits,
    /// The row read last, and how many were not blank.
    last: u64,
    count: u64,
    is_over: bool,
}

impl<'a> XlsxRows<'a> {
    pub(super) fn new(xml: Xml<'a>, meanings: Meanings, merges: Merges, limits: Limits) -> Self {
        Self {
            xml,
            meanings,
            merges,
            limits,
            last: 0,
            count: 0,
            is_over: false,
        }
    }

    /// Goes on to the next row and gives its number.
    fn next_number(&mut self) -> Result<Option<u64>, IntakeError> {
        loop {
            let depth = self.xml.depth();
            match self.xml.event()? {
                // worksheet, sheetData, row
                Node::Start(start) if depth == 2 && start.local_name().into_inner() == "row" => {
                    let number = number(&start, "r")?.unwrap_or(self.last + 1);
                    if number <= self.last || number > LAST_ROW {
                        return Err(FileRefusal::Structure.into());
                    }
                    self.last = number;
                    return Ok(Some(number));
                }
                Node::Over => return Ok(None),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
        }
    }

    /// Reads the cells of the row that has just begun.
    fn read_cells(&mut self, row: u64, cells: &mut Cells) -> Result<(), IntakeError> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut next = 0;
        while self.xml.depth() > outside {
            let head = match self.xml.event()? {
                Node::Start(start) if start.local_name().into_inner() == "c" => {
                    cell::head_of(&start)?
                }
                Node::Start(_) => {
                    self.xml.skip()?;
                    continue;
                }
                Node::Over => return Err(FileRefusal::Structure.into()),
                Node::End(_) | Node::Text(_) | Node::Aside => continue,
            };
            let column = match &head.place {
                Some(place) => column_in(place, row)?,
                None => next,
            };
            if column < next {
                return Err(FileRefusal::Structure.into());
            }
            next = column + 1;
            let content = cell::read(
                &mut self.xml,
                &head,
                &self.meanings,
                self.limits.cell_characters,
            )?;
            self.push(column, &content, cells)?;
        }
        Ok(())
    }

    fn push(
        &self,
        column: usize,
        content: &cell::Content,
        cells: &mut Cells,
    ) -> Result<(), IntakeError> {
        cells.formulas += u32::from(content.has_formula);
        if content.text.trim().is_empty() {
            return Ok(());
        }
        if column >= self.limits.columns {
            return Err(FileRefusal::TooLarge.into());
        }
        cells.pad_to(column);
        cells.push(&content.text, content.nature);
        Ok(())
    }
}

fn column_in(place: &str, row: u64) -> Result<usize, IntakeError> {
    match place_of(place)? {
        (column, stated) if stated == row => Ok(column),
        _ => Err(FileRefusal::Structure.into()),
    }
}

impl RowReader for XlsxRows<'_> {
    fn next_row(&mut self, cells: &mut Cells) -> Result<bool, IntakeError> {
        while !self.is_over {
            let Some(row) = self.next_number()? else {
                self.is_over = true;
                break;
            };
            cells.clear();
            cells.line = row;
            self.read_cells(row, cells)?;
            if cells.is_blank() {
                continue;
            }
            self.count += 1;
            if self.count > self.limits.workbook_rows.saturating_add(HEADINGS) {
                return Err(FileRefusal::TooLarge.into());
            }
            self.merges.apply(row, cells, self.limits.columns)?;
            return Ok(true);
        }
        Ok(false)
    }

    fn bytes(&self) -> u64 {
        self.xml.bytes()
    }
}
