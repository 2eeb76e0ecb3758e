//! One cell: its value as the file states it, or the text it shows.

use super::super::day;
use super::super::xml::{Node, Xml, append, number, value};
use crate::grid::Nature;
use crate::refusal::{FileRefusal, IntakeError};
use quick_xml::events::BytesStart;

/// What the tag of a cell says.
#[derive(Debug, Default)]
pub(super) struct Head {
    kind: String,
    stated: Option<String>,
    is_error: bool,
    pub(super) has_formula: bool,
    /// How many cells in a row are the same.
    pub(super) repeated: u64,
    /// How many columns and rows it covers.
    pub(super) columns: u64,
    pub(super) rows: u64,
}

pub(super) fn head_of(start: &BytesStart<'_>) -> Result<Head, IntakeError> {
    let kind = value(start, "office:value-type")?
        .unwrap_or_default()
        .into_owned();
    let stated = match kind.as_str() {
        "float" | "currency" | "percentage" => value(start, "office:value")?,
        "date" => value(start, "office:date-value")?,
        "boolean" => value(start, "office:boolean-value")?,
        _ => value(start, "office:string-value")?,
    };
    Ok(Head {
        stated: stated.map(std::borrow::Cow::into_owned),
        is_error: value(start, "calcext:value-type")?.is_some_and(|kind| kind == "error"),
        has_formula: value(start, "table:formula")?.is_some(),
        repeated: number(start, "table:number-columns-repeated")?
            .unwrap_or(1)
            .max(1),
        columns: number(start, "table:number-columns-spanned")?
            .unwrap_or(1)
            .max(1),
        rows: number(start, "table:number-rows-spanned")?
            .unwrap_or(1)
            .max(1),
        kind,
    })
}

/// Reads the inside of a cell, up to its end: its paragraphs, without remarks and drawings.
pub(super) fn read(
    xml: &mut Xml<'_>,
    head: Head,
    most: usize,
) -> Result<(String, Nature), IntakeError> {
    let outside = xml.depth().saturating_sub(1);
    let mut shown = String::new();
    let mut has_paragraph = false;
    while xml.depth() > outside {
        match xml.event()? {
            Node::Start(start) if start.name().into_inner() == "text:p" => {
                if has_paragraph {
                    append(&mut shown, "\n", most)?;
                }
                has_paragraph = true;
                read_paragraph(xml, &mut shown, most)?;
            }
            Node::Start(_) => xml.skip()?,
            Node::Over => return Err(FileRefusal::Structure.into()),
            Node::End(_) | Node::Text(_) | Node::Aside => {}
        }
    }
    Ok(meaning(head, shown))
}

fn read_paragraph(xml: &mut Xml<'_>, into: &mut String, most: usize) -> Result<(), IntakeError> {
    let outside = xml.depth().saturating_sub(1);
    while xml.depth() > outside {
        match xml.event()? {
            Node::Text(text) => append(into, &text, most)?,
            Node::Start(start) => match start.name().into_inner() {
                "text:s" => {
                    let count = number(&start, "text:c")?.unwrap_or(1);
                    let count = usize::try_from(count).unwrap_or(usize::MAX).min(most + 1);
                    append(into, &" ".repeat(count), most)?;
                }
                "text:tab" => append(into, "\t", most)?,
                "text:line-break" => append(into, "\n", most)?,
                "text:span" | "text:a" => {}
                _ => xml.skip()?,
            },
            Node::Over => return Err(FileRefusal::Structure.into()),
            Node::End(_) | Node::Aside => {}
        }
    }
    Ok(())
}

fn meaning(head: Head, shown: String) -> (String, Nature) {
    let is_error = head.is_error
        || (head.has_formula && (shown.starts_with('#') || shown.starts_with("Err:")));
    if is_error {
        return (shown, Nature::Error);
    }
    match (head.kind.as_str(), head.stated) {
        ("float" | "currency", Some(stated)) => (stated, Nature::Number),
        ("percentage", Some(stated)) => (stated, Nature::Percent),
        ("date", Some(stated)) => day(stated),
        ("boolean", Some(stated)) => (
            if stated == "true" { "TRUE" } else { "FALSE" }.to_owned(),
            Nature::Text,
        ),
        (_, Some(stated)) => (stated, Nature::Text),
        (_, None) => (shown, Nature::Text),
    }
}
