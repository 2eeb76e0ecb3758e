//! Which part of the archive means what. Targets outside the archive are never followed.

use super::super::Opened;
use super::super::xml::{Node, value};
use crate::refusal::{FileRefusal, IntakeError};
use quick_xml::events::BytesStart;

/// The relations of one part.
#[derive(Debug, Default)]
pub(super) struct Relations {
    all: Vec<Relation>,
}

#[derive(Debug)]
struct Relation {
    id: String,
    /// The last word of its type: `worksheet`, `styles`.
    kind: String,
    /// The part it leads to; nothing when that lies outside the archive.
    target: Option<String>,
}

/// Where a sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'a> {
    Rows(&'a str),
    Other,
    Nowhere,
}

impl Relations {
    /// The relations of a part, or of the archive itself for the empty name.
    pub(super) fn read(opened: &Opened<'_>, part: &str) -> Result<Self, IntakeError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let mut relations = Self::default();
        let Some(mut xml) = opened.xml(&format!("{folder}{slash}_rels/{name}.rels")) else {
            return Ok(relations);
        };
        loop {
            match xml.event()? {
                Node::Start(start) if start.local_name().into_inner() == "Relationship" => {
                    relations.add(&start, folder)?;
                }
                Node::Over => return Ok(relations),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
        }
    }

    fn add(&mut self, start: &BytesStart<'_>, folder: &str) -> Result<(), IntakeError> {
        let id = value(start, "Id")?.unwrap_or_default().into_owned();
        let full = value(start, "Type")?.unwrap_or_default();
        let kind = full.rsplit('/').next().unwrap_or_default().to_owned();
        let is_outside = value(start, "TargetMode")?.is_some_and(|mode| mode == "External");
        let target = value(start, "Target")?.unwrap_or_default();
        let target = if is_outside {
            None
        } else {
            Some(resolve(folder, &target)?)
        };
        self.all.push(Relation { id, kind, target });
        Ok(())
    }

    /// The target of the first relation of a kind.
    pub(super) fn first(&self, kind: &str) -> Option<&str> {
        let found = self.all.iter().find(|relation| relation.kind == kind)?;
        found.target.as_deref()
    }

    /// Where the sheet with this relation lies.
    pub(super) fn sheet(&self, id: &str) -> Place<'_> {
        let found = self.all.iter().find(|relation| relation.id == id);
        match found.map(|relation| (relation.kind.as_str(), relation.target.as_deref())) {
            Some(("worksheet", Some(target))) => Place::Rows(target),
            Some(("chartsheet" | "dialogsheet" | "xlMacrosheet" | "macrosheet", _)) => Place::Other,
            Some(_) | None => Place::Nowhere,
        }
    }
}

/// A target seen from a folder: `worksheets/sheet1.xml`, `/xl/styles.xml`, `../docProps/app.xml`.
fn resolve(folder: &str, target: &str) -> Result<String, IntakeError> {
    let mut steps: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|step| !step.is_empty()).collect()
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop().ok_or(FileRefusal::UnsafePath)?),
            step => steps.push(step),
        }
    }
    Ok(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_their_folder_and_never_from_outside() {
        assert_eq!(
            resolve("xl", "worksheets/sheet1.xml").unwrap(),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolve("xl", "/xl/styles.xml").unwrap(), "xl/styles.xml");
        assert_eq!(
            resolve("xl", "../docProps/app.xml").unwrap(),
            "docProps/app.xml"
        );
        let refusal = resolve("xl", "../../etc/passwd").unwrap_err().refusal();
        assert_eq!(refusal, Some(FileRefusal::UnsafePath));
    }
}
