//! The cells of a worksheet as they stand in the finished file. Anything but numbers and shared texts is no answer.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(f64),
}

/// Every cell of a worksheet that holds something, by its place.
pub(super) fn cells(sheet: &str, strings: &str) -> Option<BTreeMap<String, Value>> {
    let texts = texts(strings)?;
    let mut reader = Reader::from_str(sheet);
    let mut cells = BTreeMap::new();
    let mut at: Option<(String, bool)> = None;
    let mut held = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => match tag.name().as_ref() {
                "c" => at = Some(place_of(&tag)?),
                "v" => held.clear(),
                "f" => return None,
                _ => {}
            },
            Event::Empty(tag) if tag.name().as_ref() == "f" => return None,
            Event::Text(text) => held.push_str(&text),
            Event::End(tag) if tag.name().as_ref() == "v" => {
                let (place, is_text) = at.take()?;
                let value = if is_text {
                    Value::Text(texts.get(held.parse::<usize>().ok()?)?.clone())
                } else {
                    Value::Number(held.parse().ok()?)
                };
                cells.insert(place, value);
            }
            Event::Eof => return Some(cells),
            Event::End(_)
            | Event::Empty(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// The place of a cell, and whether its value is the number of a shared text.
fn place_of(tag: &BytesStart<'_>) -> Option<(String, bool)> {
    let read = |name: &str| -> Option<String> {
        Some(tag.try_get_attribute(name).ok()??.value.into_owned())
    };
    match read("t").as_deref() {
        None => Some((read("r")?, false)),
        Some("s") => Some((read("r")?, true)),
        Some(_) => None,
    }
}

/// The shared texts, in order.
fn texts(strings: &str) -> Option<Vec<String>> {
    let mut reader = Reader::from_str(strings);
    let mut texts = Vec::new();
    let mut held = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if tag.name().as_ref() == "si" => held.clear(),
            Event::Text(text) => held.push_str(&text),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().ok()? {
                Some(one) => held.push(one),
                None => held.push_str(quick_xml::escape::resolve_predefined_entity(&entity)?),
            },
            Event::End(tag) if tag.name().as_ref() == "si" => texts.push(unescaped(&held)),
            Event::Eof => return Some(texts),
            Event::Start(_)
            | Event::End(_)
            | Event::Empty(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
}

/// A text as the workbook means it: `_x005F_` stands for the underscore of a text that looks like an escape.
fn unescaped(text: &str) -> String {
    text.replace("_x005F_", "_")
}
