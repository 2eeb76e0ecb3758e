//! A reader that gives UTF-8 whatever the file is written in, and counts what it hands out, so that one endless
//! row cannot fill the memory.

use super::Encoding;
use encoding_rs::{CoderResult, DecoderResult};
use std::io::{Error, ErrorKind, Read, Result};

/// Bytes handed out since the last row was complete, beyond which the row is given up: 200 cells of 32,767
/// characters, up to four bytes each, and their separators.
const ROW_BYTES: u64 = 27_000_000;

/// The end that is added to every file, so that the last row ends and an open quote is noticed.
pub(crate) const END: &[u8] = b"\n\x01\n";

pub(crate) struct Decoded<R> {
    inner: R,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    held: std::ops::Range<usize>,
    is_ended: bool,
    /// A carriage return whose line feed may follow.
    has_return: bool,
    tail: &'static [u8],
    /// Bytes handed out since the last row was complete.
    pub(crate) since_row: u64,
    /// Whether a line ended since the last row was complete.
    pub(crate) has_line_since_row: bool,
    /// Bytes read from the file.
    pub(crate) read: u64,
}

impl<R: Read> Decoded<R> {
    pub(crate) fn new(inner: R, encoding: Encoding) -> Self {
        let decoder = match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Windows1252 => {
                Some(encoding_rs::WINDOWS_1252.new_decoder_without_bom_handling())
            }
        };
        Self {
            inner,
            decoder,
            raw: vec![0; 16 * 1024],
            held: 0..0,
            is_ended: false,
            has_return: false,
            tail: END,
            since_row: 0,
            has_line_since_row: false,
            read: 0,
        }
    }

    fn read_plain(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = self.inner.read(into)?;
        self.read += u64::try_from(count).unwrap_or(0);
        Ok(count)
    }

    fn read_decoded(&mut self, into: &mut [u8]) -> Result<usize> {
        loop {
            if self.held.is_empty() && !self.is_ended {
                let count = self.inner.read(&mut self.raw)?;
                self.read += u64::try_from(count).unwrap_or(0);
                self.held = 0..count;
                self.is_ended = count == 0;
            }
            let Some(decoder) = self.decoder.as_mut() else {
                return Ok(0);
            };
            let source = self.raw.get(self.held.clone()).unwrap_or_default();
            let (result, used, written) =
                decoder.decode_to_utf8_without_replacement(source, into, self.is_ended);
            self.held.start += used;
            match result {
                DecoderResult::Malformed(..) => {
                    return Err(Error::new(ErrorKind::InvalidData, "malformed text"));
                }
                DecoderResult::OutputFull => return Ok(written),
                DecoderResult::InputEmpty => {
                    if self.is_ended {
                        self.decoder = None;
                        return Ok(written);
                    }
                    if written > 0 {
                        return Ok(written);
                    }
                }
            }
        }
    }
}

impl<R: Read> Decoded<R> {
    fn fill(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = if self.decoder.is_some() {
            self.read_decoded(into)?
        } else if self.is_ended {
            0
        } else {
            self.read_plain(into)?
        };
        if count == 0 {
            self.is_ended = true;
            return self.tail.read(into);
        }
        Ok(count)
    }

    /// Fills the buffer with lines that end in a line feed alone, so that lines are counted rightly: a carriage
    /// return before a line feed is left out, and kept back when it cannot be known what follows.
    fn fill_with_lines(&mut self, into: &mut [u8]) -> Result<usize> {
        let kept = usize::from(self.has_return);
        let count = self.fill(into.get_mut(kept..).unwrap_or_default())? + kept;
        if self.has_return
            && let Some(first) = into.first_mut()
        {
            *first = b'\r';
        }
        let filled = into.get_mut(..count).unwrap_or_default();
        self.has_return = filled.len() > 1 && filled.last() == Some(&b'\r');
        if !filled.contains(&b'\r') {
            return Ok(count);
        }
        let mut written = 0;
        for index in 0..count {
            let byte = filled.get(index).copied();
            let is_dropped = byte == Some(b'\r')
                && (filled.get(index + 1) == Some(&b'\n')
                    || (self.has_return && index + 1 == count));
            if let (Some(byte), Some(place), false) = (byte, filled.get_mut(written), is_dropped) {
                *place = byte;
                written += 1;
            }
        }
        Ok(written)
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        if self.since_row > ROW_BYTES {
            return Err(Error::new(ErrorKind::OutOfMemory, "endless row"));
        }
        let count = self.fill_with_lines(into)?;
        self.since_row += u64::try_from(count).unwrap_or(0);
        if !self.has_line_since_row && self.since_row > 1_000_000 {
            self.has_line_since_row = into.get(..count).unwrap_or_default().contains(&b'\n');
        }
        Ok(count)
    }
}

/// Decodes the beginning of a file, for looking at its first lines.
pub(crate) fn decode_head(head: &[u8], encoding: Encoding) -> String {
    let mut decoder = match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    }
    .new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(head.len()).unwrap_or(0));
    match decoder.decode_to_string(head, &mut text, false) {
        (CoderResult::InputEmpty | CoderResult::OutputFull, _, _) => text,
    }
}
