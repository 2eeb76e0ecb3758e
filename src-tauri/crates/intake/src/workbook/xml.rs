//! XML as bounded events: no document type, no entities of one's own, so many attributes, so deep, and no single
//! piece larger than a cell can be. Both kinds of workbook are read through this and nothing else.

use super::before_rows;
use super::inflate::{self, Inflated};
use crate::limits::Limits;
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use quick_xml::Reader;
use quick_xml::errors::{Error as XmlError, SyntaxError};
use quick_xml::escape::{self, EscapeError};
use quick_xml::events::{BytesDecl, BytesEnd, BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Error, Read};

/// Bytes of one tag or piece of text: more than a cell of 32,767 characters takes, escaped at its longest, and more
/// than is unpacked before a part is known to be a bomb.
const PIECE_BYTES: u64 = 2_000_000;

/// Bytes that an attribute takes at least: ` a=""`.
const ATTRIBUTE_BYTES: usize = 5;

/// Events between two looks at the cancel flag while no rows come out.
const EVERY: u64 = 16_384;

/// What comes next.
#[derive(Debug)]
pub(super) enum Node<'b> {
    /// An element begins; every one also ends.
    Start(BytesStart<'b>),
    /// An element ends.
    End(BytesEnd<'b>),
    /// Text, as it is meant.
    Text(Cow<'b, str>),
    /// A comment or instruction.
    Aside,
    /// The document is over, and was whole.
    Over,
}

/// A part of a workbook, event by event.
pub(super) struct Xml<'a> {
    reader: Reader<Metered<'a>>,
    buffer: Vec<u8>,
    depth: usize,
    has_begun: bool,
    events: u64,
    limits: Limits,
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: Inflated<'a>, limits: Limits) -> Self {
        let metered = Metered {
            inner: BufReader::with_capacity(32 * 1024, part),
            since: 0,
        };
        let mut reader = Reader::from_reader(metered);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
            has_begun: false,
            events: 0,
            limits,
        }
    }

    /// Bytes unpacked so far.
    pub(super) fn bytes(&self) -> u64 {
        self.reader.get_ref().inner.get_ref().unpacked()
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The next event.
    pub(super) fn event(&mut self) -> Result<Node<'_>, IntakeError> {
        self.reader.get_mut().since = 0;
        self.buffer.clear();
        self.events += 1;
        match self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(refusal_of)?
        {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                self.has_begun = true;
                if self.depth > self.limits.depth {
                    return Err(FileRefusal::Structure.into());
                }
                check_attributes(&start, self.limits.attributes)?;
                Ok(Node::Start(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Node::End(end))
            }
            Event::Text(text) => Ok(Node::Text(text.into_inner())),
            Event::CData(text) => Ok(Node::Text(text.into_inner())),
            Event::GeneralRef(entity) => Ok(Node::Text(meaning_of(&entity)?)),
            Event::DocType(_) => Err(FileRefusal::XmlEntity.into()),
            Event::Decl(declaration) => {
                check_encoding(&declaration)?;
                Ok(Node::Aside)
            }
            Event::Comment(_) | Event::PI(_) => Ok(Node::Aside),
            Event::Eof if self.depth > 0 || !self.has_begun => Err(FileRefusal::Structure.into()),
            Event::Eof => Ok(Node::Over),
        }
    }

    /// The next event while nothing else tells of progress: now and then looks whether to stop.
    pub(super) fn event_of(&mut self, run: &mut Run<'_>) -> Result<Node<'_>, IntakeError> {
        if self.events > 0 && self.events.is_multiple_of(EVERY) {
            run.look(before_rows(self.bytes()))?;
        }
        self.event()
    }

    /// Passes over what is inside the element that has just begun, and its end.
    pub(super) fn skip(&mut self) -> Result<(), IntakeError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if let Node::Over = self.event()? {
                return Err(FileRefusal::Structure.into());
            }
        }
        Ok(())
    }

    /// The text inside the element that has just begun, up to its end.
    pub(super) fn text(&mut self, into: &mut String) -> Result<(), IntakeError> {
        let outside = self.depth.saturating_sub(1);
        let most = self.limits.cell_characters;
        while self.depth > outside {
            match self.event()? {
                Node::Text(text) => append(into, &text, most)?,
                Node::Over => return Err(FileRefusal::Structure.into()),
                Node::Start(_) | Node::End(_) | Node::Aside => {}
            }
        }
        Ok(())
    }

    /// Reads up to the first element, only to see that no document type stands before it.
    pub(super) fn prolog(&mut self) -> Result<(), IntakeError> {
        loop {
            match self.event()? {
                Node::Start(_) | Node::Over => return Ok(()),
                Node::End(_) | Node::Text(_) | Node::Aside => {}
            }
        }
    }
}

/// Adds to the text of a cell, which may not be longer than a cell can be.
pub(super) fn append(into: &mut String, text: &str, most: usize) -> Result<(), IntakeError> {
    into.push_str(text);
    if into.len() > most && into.chars().count() > most {
        return Err(FileRefusal::TooLarge.into());
    }
    Ok(())
}

/// The value of an attribute, by its whole name.
pub(super) fn value<'b>(
    start: &'b BytesStart<'_>,
    name: &str,
) -> Result<Option<Cow<'b, str>>, IntakeError> {
    let mut found = None;
    // To the last one, so that none comes twice unnoticed.
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| FileRefusal::Structure)?;
        if attribute.key.into_inner() == name {
            found = Some(plain(attribute.value)?);
        }
    }
    Ok(found)
}

/// The whole number in an attribute.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Result<Option<u64>, IntakeError> {
    match value(start, name)? {
        None => Ok(None),
        Some(text) => match text.trim().parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(FileRefusal::Structure.into()),
        },
    }
}

fn plain(raw: Cow<'_, str>) -> Result<Cow<'_, str>, IntakeError> {
    if !raw.contains('&') {
        return Ok(raw);
    }
    match escape::unescape(&raw) {
        Ok(text) => Ok(Cow::Owned(text.into_owned())),
        Err(EscapeError::UnrecognizedEntity(..) | EscapeError::TooManyNestedEntities) => {
            Err(FileRefusal::XmlEntity.into())
        }
        Err(EscapeError::UnterminatedEntity(_) | EscapeError::InvalidCharRef(_)) => {
            Err(FileRefusal::Structure.into())
        }
    }
}

fn check_attributes(start: &BytesStart<'_>, most: usize) -> Result<(), IntakeError> {
    if start.len() > most * ATTRIBUTE_BYTES && start.attributes().with_checks(false).count() > most
    {
        return Err(FileRefusal::Structure.into());
    }
    Ok(())
}

/// Only UTF-8 is read; a workbook in anything else is not made by a spreadsheet program.
fn check_encoding(declaration: &BytesDecl<'_>) -> Result<(), IntakeError> {
    match declaration.encoding() {
        None => Ok(()),
        Some(Ok(name)) if ["utf-8", "utf8", "us-ascii"].contains(&name.to_lowercase().as_str()) => {
            Ok(())
        }
        Some(_) => Err(FileRefusal::Encoding.into()),
    }
}

/// One of the five references that XML has by itself, or a character by its number.
fn meaning_of(entity: &BytesRef<'_>) -> Result<Cow<'static, str>, IntakeError> {
    match entity.resolve_char_ref() {
        Ok(Some(letter)) => Ok(Cow::Owned(letter.to_string())),
        Ok(None) => match escape::resolve_xml_entity(entity) {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Err(FileRefusal::XmlEntity.into()),
        },
        Err(_) => Err(FileRefusal::Structure.into()),
    }
}

fn refusal_of(error: XmlError) -> IntakeError {
    match error {
        XmlError::Io(error) => inflate::refusal_of(error_of(&error)),
        XmlError::Encoding(_) => FileRefusal::Encoding.into(),
        XmlError::Syntax(SyntaxError::UnclosedDoctype) => FileRefusal::XmlEntity.into(),
        XmlError::Syntax(_)
        | XmlError::IllFormed(_)
        | XmlError::InvalidAttr(_)
        | XmlError::Escape(_)
        | XmlError::Namespace(_) => FileRefusal::Structure.into(),
    }
}

/// The reader shares its errors; this is what such a one says.
fn error_of(shared: &Error) -> Error {
    match shared
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<FileRefusal>())
    {
        Some(refusal) => Error::other(*refusal),
        None => shared.kind().into(),
    }
}

/// Counts what is read since the last event, so that one endless piece cannot fill the memory.
struct Metered<'a> {
    inner: BufReader<Inflated<'a>>,
    since: u64,
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.inner.read(into)
    }
}

impl BufRead for Metered<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.since > PIECE_BYTES {
            return Err(Error::other(FileRefusal::TooLarge));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.since = self
            .since
            .saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        self.inner.consume(count);
    }
}
