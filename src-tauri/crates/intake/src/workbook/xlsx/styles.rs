//! Number formats: whether a style makes a date or a per cent of a number.

use super::super::Opened;
use super::super::serial::{self, Shape};
use super::super::xml::{Node, number, value};
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use std::collections::HashMap;

/// More styles than any program writes.
const MOST: usize = 65_536;

/// The shape of every style, by the number cells give.
pub(super) fn read(
    opened: &Opened<'_>,
    name: &str,
    run: &mut Run<'_>,
) -> Result<Vec<Shape>, IntakeError> {
    let Some(mut xml) = opened.xml(name) else {
        return Ok(Vec::new());
    };
    let mut formats: HashMap<u64, Shape> = HashMap::new();
    let mut styles: Vec<u64> = Vec::new();
    let mut is_cell_formats = false;
    loop {
        match xml.event_of(run)? {
            Node::Start(start) => match start.local_name().into_inner() {
                "numFmt" => {
                    if let Some(id) = number(&start, "numFmtId")? {
                        let code = value(&start, "formatCode")?.unwrap_or_default();
                        formats.insert(id, serial::written(&code));
                    }
                }
                "cellXfs" => is_cell_formats = true,
                "xf" if is_cell_formats => styles.push(number(&start, "numFmtId")?.unwrap_or(0)),
                _ => {}
            },
            Node::End(end) if end.local_name().into_inner() == "cellXfs" => is_cell_formats = false,
            Node::Over => break,
            Node::End(_) | Node::Text(_) | Node::Aside => {}
        }
        if styles.len() > MOST || formats.len() > MOST {
            return Err(FileRefusal::TooLarge.into());
        }
    }
    let shape = |id: &u64| {
        formats
            .get(id)
            .copied()
            .unwrap_or_else(|| serial::built_in(*id))
    };
    Ok(styles.iter().map(shape).collect())
}
