//! Shared strings: texts kept once and named by number. They are kept in one piece while a sheet is read.

use super::super::Opened;
use super::super::xml::{Node, Xml, append};
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};

/// Bytes of text kept, and pieces of it.
const MOST_BYTES: usize = 64_000_000;
const MOST_STRINGS: usize = 5_000_000;

#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn read(
        opened: &Opened<'_>,
        name: &str,
        run: &mut Run<'_>,
    ) -> Result<Self, IntakeError> {
        let mut strings = Self::default();
        let Some(mut xml) = opened.xml(name) else {
            return Ok(strings);
        };
        let mut text = String::new();
        loop {
            match xml.event_of(run)? {
                Node::Start(start) if start.local_name().into_inner() == "si" => {
                    text.clear();
                    read_rich(&mut xml, &mut text, opened.limits.cell_characters)?;
                    strings.add(&text)?;
                }
                Node::Over => return Ok(strings),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
        }
    }

    fn add(&mut self, text: &str) -> Result<(), IntakeError> {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        if self.text.len() > MOST_BYTES || self.ends.len() > MOST_STRINGS {
            return Err(FileRefusal::TooLarge.into());
        }
        Ok(())
    }

    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// The text of a string in pieces of different looks, without the reading aids beside it.
pub(super) fn read_rich(
    xml: &mut Xml<'_>,
    into: &mut String,
    most: usize,
) -> Result<(), IntakeError> {
    let outside = xml.depth().saturating_sub(1);
    let mut piece = String::new();
    while xml.depth() > outside {
        match xml.event()? {
            Node::Start(start) => match start.local_name().into_inner() {
                "t" => {
                    piece.clear();
                    xml.text(&mut piece)?;
                    append(into, &unescape(&piece), most)?;
                }
                "rPh" => xml.skip()?,
                _ => {}
            },
            Node::Over => return Err(FileRefusal::Structure.into()),
            Node::End(_) | Node::Text(_) | Node::Aside => {}
        }
    }
    Ok(())
}

/// `_x000D_` and the like, by which workbooks write characters that XML has not.
pub(super) fn unescape(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after
            .split_once('_')
            .filter(|(digits, _)| digits.len() == 4);
        let letter = code.and_then(|(digits, _)| u32::from_str_radix(digits, 16).ok());
        if let (Some(letter), Some((_, behind))) = (letter.and_then(char::from_u32), code) {
            plain.push(letter);
            rest = behind;
        } else {
            plain.push_str("_x");
            rest = after;
        }
    }
    plain.push_str(rest);
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_has_not_are_read() {
        assert_eq!(unescape("a_x000D_b"), "a\rb");
        assert_eq!(unescape("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescape("max_xy_and_x12_"), "max_xy_and_x12_");
        assert_eq!(unescape("_xD800_"), "_xD800_");
    }

    #[test]
    fn strings_are_named_by_number() {
        let mut strings = Strings::default();
        for text in ["Amara", "", "Bryn"] {
            strings.add(text).unwrap();
        }
        assert_eq!(strings.get(0), Some("Amara"));
        assert_eq!(strings.get(1), Some(""));
        assert_eq!(strings.get(2), Some("Bryn"));
        assert_eq!(strings.get(3), None);
    }
}
