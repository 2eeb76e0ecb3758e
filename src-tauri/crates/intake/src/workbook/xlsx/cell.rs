//! One cell: its type and style decide what its text means.

use super::super::day;
use super::super::serial::{Beginning, Shape, date_of, time_of};
use super::super::xml::{Node, Xml, number, value};
use super::strings::{Strings, read_rich, unescape};
use crate::grid::Nature;
use crate::refusal::{FileRefusal, IntakeError};
use quick_xml::events::BytesStart;

/// What turns stored cells into texts.
#[derive(Debug)]
pub(super) struct Meanings {
    pub(super) strings: Strings,
    pub(super) styles: Vec<Shape>,
    pub(super) beginning: Beginning,
}

/// The type of a cell, before its content is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Inline,
    Written,
    Boolean,
    Error,
    Date,
}

/// What the tag of a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// `C7`, when it is given.
    pub(super) place: Option<String>,
    kind: Kind,
    style: usize,
}

/// A cell that has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) text: String,
    pub(super) nature: Nature,
    pub(super) has_formula: bool,
}

pub(super) fn head_of(start: &BytesStart<'_>) -> Result<Head, IntakeError> {
    let kind = match value(start, "t")?.as_deref() {
        None | Some("n") => Kind::Number,
        Some("s") => Kind::Shared,
        Some("inlineStr") => Kind::Inline,
        Some("str") => Kind::Written,
        Some("b") => Kind::Boolean,
        Some("e") => Kind::Error,
        Some("d") => Kind::Date,
        Some(_) => return Err(FileRefusal::Structure.into()),
    };
    let style = number(start, "s")?.unwrap_or(0);
    Ok(Head {
        place: value(start, "r")?.map(std::borrow::Cow::into_owned),
        kind,
        style: usize::try_from(style).unwrap_or(usize::MAX),
    })
}

/// Reads the inside of a cell, up to its end.
pub(super) fn read(
    xml: &mut Xml<'_>,
    head: &Head,
    meanings: &Meanings,
    most: usize,
) -> Result<Content, IntakeError> {
    let outside = xml.depth().saturating_sub(1);
    let (mut stored, mut inline, mut has_formula) = (String::new(), String::new(), false);
    while xml.depth() > outside {
        match xml.event()? {
            Node::Start(start) => match start.local_name().into_inner() {
                "v" => xml.text(&mut stored)?,
                "is" => read_rich(xml, &mut inline, most)?,
                "f" => {
                    has_formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Node::Over => return Err(FileRefusal::Structure.into()),
            Node::End(_) | Node::Text(_) | Node::Aside => {}
        }
    }
    let (text, nature) = meanings.of(head, stored, inline)?;
    Ok(Content {
        text,
        nature,
        has_formula,
    })
}

impl Meanings {
    fn of(
        &self,
        head: &Head,
        stored: String,
        inline: String,
    ) -> Result<(String, Nature), IntakeError> {
        Ok(match head.kind {
            Kind::Shared if stored.is_empty() => (stored, Nature::Text),
            Kind::Shared => {
                let number = stored.trim().parse().map_err(|_| FileRefusal::Structure)?;
                let text = self.strings.get(number).ok_or(FileRefusal::Structure)?;
                (text.to_owned(), Nature::Text)
            }
            Kind::Inline => (inline, Nature::Text),
            Kind::Written => (unescape(&stored).into_owned(), Nature::Text),
            Kind::Boolean => (truth(stored.trim()).to_owned(), Nature::Text),
            Kind::Error => (stored, Nature::Error),
            Kind::Date => day(stored),
            Kind::Number => self.shaped(head.style, stored),
        })
    }

    fn shaped(&self, style: usize, stored: String) -> (String, Nature) {
        let shape = self.styles.get(style).copied().unwrap_or(Shape::Plain);
        let date = match shape {
            Shape::Date => date_of(stored.trim(), self.beginning),
            Shape::Plain | Shape::Percent | Shape::Time => None,
        };
        if let Some(time) = time_of(stored.trim()).filter(|_| shape == Shape::Time) {
            return (time, Nature::Text);
        }
        match (date, shape) {
            (_, _) if stored.is_empty() => (stored, Nature::Text),
            (Some(date), _) => (date.to_string(), Nature::Date),
            (None, Shape::Percent) => (stored, Nature::Percent),
            (None, Shape::Plain | Shape::Date | Shape::Time) => (stored, Nature::Number),
        }
    }
}

fn truth(stored: &str) -> &'static str {
    match stored {
        "1" | "true" => "TRUE",
        "" => "",
        _ => "FALSE",
    }
}
