//! Spreadsheets of `OpenDocument` (ISO/IEC 26300): which sheets there are, then their rows.

mod cell;
mod rows;

use super::Opened;
use super::xml::{Node, value};
use crate::refusal::{FileRefusal, IntakeError};
use crate::source::Sheet;
use quick_xml::events::BytesStart;
pub(super) use rows::OdsRows;
use std::collections::HashSet;

/// More sheets than any program makes.
const MOST_SHEETS: usize = 10_000;

/// Elements around a sheet: document-content, body, spreadsheet.
const AROUND_SHEETS: usize = 3;

/// What is known of a spreadsheet before any sheet is read.
#[derive(Debug)]
pub(super) struct OdsBook {
    sheets: Vec<Sheet>,
}

/// Whether the archive says that it is a spreadsheet or a template of one.
pub(super) fn is_spreadsheet(mimetype: &str) -> bool {
    let kind = mimetype.strip_prefix("application/vnd.oasis.opendocument.spreadsheet");
    matches!(kind, Some("" | "-template"))
}

impl OdsBook {
    pub(super) fn open(opened: &Opened<'_>) -> Result<Self, IntakeError> {
        check_manifest(opened)?;
        let mut xml = opened.xml("content.xml").ok_or(FileRefusal::Structure)?;
        let mut hidden = Hidden::default();
        let mut sheets: Vec<Sheet> = Vec::new();
        loop {
            let depth = xml.depth();
            match xml.event()? {
                Node::Start(start) if is_sheet(&start, depth) => {
                    let name = value(&start, "table:name")?
                        .unwrap_or_default()
                        .into_owned();
                    let style = value(&start, "table:style-name")?.unwrap_or_default();
                    let hidden = hidden.styles.contains(style.as_ref());
                    sheets.push(Sheet { name, hidden });
                }
                Node::Start(start) => hidden.look_at(&start)?,
                Node::Over => break,
                Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
            if sheets.len() > MOST_SHEETS || hidden.styles.len() > MOST_SHEETS {
                return Err(FileRefusal::TooLarge.into());
            }
        }
        if sheets.is_empty() {
            return Err(FileRefusal::Empty.into());
        }
        Ok(Self { sheets })
    }

    pub(super) fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    pub(super) fn rows<'a>(opened: &Opened<'a>, sheet: usize) -> Result<OdsRows<'a>, IntakeError> {
        let mut xml = opened.xml("content.xml").ok_or(FileRefusal::Structure)?;
        let mut before = sheet;
        loop {
            let depth = xml.depth();
            match xml.event()? {
                Node::Start(start) if is_sheet(&start, depth) => {
                    if before == 0 {
                        return Ok(OdsRows::new(xml, opened.limits));
                    }
                    before -= 1;
                }
                Node::Over => return Err(FileRefusal::Structure.into()),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
        }
    }
}

/// Styles by which a sheet is hidden.
#[derive(Debug, Default)]
struct Hidden {
    current: String,
    styles: HashSet<String>,
}

impl Hidden {
    fn look_at(&mut self, start: &BytesStart<'_>) -> Result<(), IntakeError> {
        match start.name().into_inner() {
            "style:style" => {
                self.current = value(start, "style:name")?.unwrap_or_default().into_owned();
            }
            "style:table-properties"
                if value(start, "table:display")?.is_some_and(|shown| shown == "false") =>
            {
                self.styles.insert(self.current.clone());
            }
            _ => {}
        }
        Ok(())
    }
}

fn is_sheet(start: &BytesStart<'_>, depth: usize) -> bool {
    depth == AROUND_SHEETS && start.name().into_inner() == "table:table"
}

/// Refuses what is protected by a password, whole or in parts.
fn check_manifest(opened: &Opened<'_>) -> Result<(), IntakeError> {
    if opened.package.part("encrypted-package").is_some() {
        return Err(FileRefusal::Encrypted.into());
    }
    let Some(mut xml) = opened.xml("META-INF/manifest.xml") else {
        return Ok(());
    };
    loop {
        match xml.event()? {
            Node::Start(start) if start.local_name().into_inner() == "encryption-data" => {
                return Err(FileRefusal::Encrypted.into());
            }
            Node::Over => return Ok(()),
            Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Aside => {}
        }
    }
}
