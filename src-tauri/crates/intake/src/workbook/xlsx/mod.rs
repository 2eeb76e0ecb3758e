//! Office Open XML (ECMA-376): which sheets there are and where they lie, then their rows.

mod cell;
mod place;
mod relations;
mod rows;
mod strings;
mod styles;

use super::Opened;
use super::merges::Merges;
use super::serial::Beginning;
use super::xml::{Node, Xml, value};
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use crate::source::Sheet;
use chrono::NaiveDate;
use quick_xml::events::BytesStart;
use relations::Relations;
pub(super) use rows::XlsxRows;
use std::path::Path;
use std::sync::OnceLock;

/// More sheets than any program makes.
const MOST_SHEETS: usize = 10_000;

/// What is known of a workbook before any sheet is read.
#[derive(Debug)]
pub(super) struct XlsxBook {
    sheets: Vec<Sheet>,
    /// The part of each sheet.
    parts: Vec<String>,
    strings: Option<String>,
    styles: Option<String>,
    beginning: Beginning,
    /// The merged areas of the sheet asked for first; finding them takes a pass of its own.
    merges: OnceLock<(usize, Merges)>,
}

impl XlsxBook {
    pub(super) fn open(opened: &Opened<'_>) -> Result<Self, IntakeError> {
        let top = Relations::read(opened, "")?;
        let main = top
            .first("officeDocument")
            .unwrap_or("xl/workbook.xml")
            .to_owned();
        let is_binary = Path::new(&main)
            .extension()
            .is_some_and(|ending| ending == "bin");
        let Some(xml) = opened.xml(&main).filter(|_| !is_binary) else {
            return Err(FileRefusal::NotThisType.into());
        };
        let relations = Relations::read(opened, &main)?;
        let mut book = Self {
            sheets: Vec::new(),
            parts: Vec::new(),
            strings: relations.first("sharedStrings").map(str::to_owned),
            styles: relations.first("styles").map(str::to_owned),
            beginning: Beginning::Year1900,
            merges: OnceLock::new(),
        };
        book.read(xml, &relations)?;
        if book.sheets.is_empty() {
            return Err(FileRefusal::Empty.into());
        }
        Ok(book)
    }

    /// Reads `workbook.xml`.
    fn read(&mut self, mut xml: Xml<'_>, relations: &Relations) -> Result<(), IntakeError> {
        let mut is_workbook = false;
        loop {
            match xml.event()? {
                Node::Start(start) => match start.local_name().into_inner() {
                    "workbook" => is_workbook = true,
                    "workbookPr" => self.beginning = beginning_of(&start)?,
                    "sheet" => self.add_sheet(&start, relations)?,
                    _ => {}
                },
                Node::Over if is_workbook => return Ok(()),
                Node::Over => return Err(FileRefusal::NotThisType.into()),
                Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
        }
    }

    fn add_sheet(
        &mut self,
        start: &BytesStart<'_>,
        relations: &Relations,
    ) -> Result<(), IntakeError> {
        if self.sheets.len() >= MOST_SHEETS {
            return Err(FileRefusal::TooLarge.into());
        }
        let name = value(start, "name")?
            .ok_or(FileRefusal::Structure)?
            .into_owned();
        let state = value(start, "state")?;
        let hidden = state.is_some_and(|state| state != "visible");
        let id = relation_id(start)?.ok_or(FileRefusal::Structure)?;
        // A chart sheet has no rows and is none of ours; a sheet that cannot be found is damage.
        match relations.sheet(&id) {
            relations::Place::Rows(part) => {
                self.sheets.push(Sheet { name, hidden });
                self.parts.push(part.to_owned());
                Ok(())
            }
            relations::Place::Other => Ok(()),
            relations::Place::Nowhere => Err(FileRefusal::Structure.into()),
        }
    }

    fn merges(
        &self,
        opened: &Opened<'_>,
        sheet: usize,
        run: &mut Run<'_>,
    ) -> Result<Merges, IntakeError> {
        if let Some((_, merges)) = self.merges.get().filter(|known| known.0 == sheet) {
            return Ok(merges.clone());
        }
        let part = self.parts.get(sheet).ok_or(FileRefusal::Structure)?;
        let found = rows::find_merges(opened, part, run)?;
        drop(self.merges.set((sheet, found.clone())));
        Ok(found)
    }

    /// The day from which days are counted.
    pub(super) fn nought(&self) -> Option<NaiveDate> {
        self.beginning.nought()
    }

    pub(super) fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    pub(super) fn rows<'a>(
        &self,
        opened: &Opened<'a>,
        sheet: usize,
        run: &mut Run<'_>,
    ) -> Result<XlsxRows<'a>, IntakeError> {
        let part = self.parts.get(sheet).ok_or(FileRefusal::Structure)?;
        let styles = match &self.styles {
            Some(name) => styles::read(opened, name, run)?,
            None => Vec::new(),
        };
        let strings = match &self.strings {
            Some(name) => strings::Strings::read(opened, name, run)?,
            None => strings::Strings::default(),
        };
        let merges = self.merges(&opened.afresh(), sheet, run)?;
        let xml = opened.xml(part).ok_or(FileRefusal::Structure)?;
        let meanings = cell::Meanings {
            strings,
            styles,
            beginning: self.beginning,
        };
        Ok(XlsxRows::new(xml, meanings, merges, opened.limits))
    }
}

fn beginning_of(start: &BytesStart<'_>) -> Result<Beginning, IntakeError> {
    let is_1904 = value(start, "date1904")?.is_some_and(|flag| flag == "1" || flag == "true");
    Ok(if is_1904 {
        Beginning::Year1904
    } else {
        Beginning::Year1900
    })
}

/// The `r:id` of a sheet, whatever its prefix.
fn relation_id(start: &BytesStart<'_>) -> Result<Option<String>, IntakeError> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| FileRefusal::Structure)?;
        if attribute.key.into_inner().contains(':')
            && attribute.key.local_name().into_inner() == "id"
        {
            return Ok(Some(attribute.value.into_owned()));
        }
    }
    Ok(None)
}
