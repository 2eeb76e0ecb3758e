//! Which encoding a text file is in, proved over the whole file: a byte order mark, or valid UTF-8 throughout, or
//! Windows-1252 when nothing speaks against it. A mixture is refused, since either reading would be wrong in part.

use super::{Encoding, TextForm};
use crate::progress::{Progress, Run};
use crate::refusal::{FileRefusal, IntakeError};
use std::io::Read;

const CHUNK: usize = 64 * 1024;

/// Bytes that Windows-1252 leaves undefined.
const UNDEFINED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

#[derive(Debug, Default)]
struct Findings {
    total: u64,
    nul: u64,
    control: u64,
    line_feeds: bool,
    multibyte: u64,
    broken: u64,
    undefined: bool,
}

/// Reads a whole text file once and tells its encoding.
pub(crate) fn probe(file: &mut dyn Read, run: &mut Run<'_>) -> Result<TextForm, IntakeError> {
    let mut chunk = vec![0; CHUNK];
    let mut kept = read_full(file, &mut chunk)?;
    let (mut encoding, mark) = mark_of(chunk.get(..kept).unwrap_or_default())?;
    let mut findings = Findings::default();
    if encoding == Some(Encoding::Utf8) || encoding.is_none() {
        let mut start = mark;
        loop {
            let part = chunk.get(start..kept).unwrap_or_default();
            let rest = findings.look_at(part, kept < CHUNK);
            if kept < CHUNK {
                break;
            }
            run.look(Progress {
                rows: 0,
                bytes: findings.total,
                of: None,
            })?;
            let from = kept.saturating_sub(rest);
            chunk.copy_within(from..kept, 0);
            kept = rest + read_full(file, chunk.get_mut(rest..).unwrap_or_default())?;
            start = 0;
        }
        encoding = Some(findings.judge(encoding.is_some())?);
    }
    Ok(TextForm {
        encoding: encoding.unwrap_or(Encoding::Utf8),
        mark: u64::try_from(mark).unwrap_or(0),
        has_line_feeds: findings.line_feeds || mark == 2,
        separator: b',',
        has_separator_line: false,
    })
}

/// The encoding that a byte order mark announces, and its length.
fn mark_of(head: &[u8]) -> Result<(Option<Encoding>, usize), IntakeError> {
    match head {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Err(FileRefusal::Encoding.into()),
        [0xef, 0xbb, 0xbf, ..] => Ok((Some(Encoding::Utf8), 3)),
        [0xff, 0xfe, ..] => Ok((Some(Encoding::Utf16Le), 2)),
        [0xfe, 0xff, ..] => Ok((Some(Encoding::Utf16Be), 2)),
        _ => Ok((None, 0)),
    }
}

fn read_full(file: &mut dyn Read, mut into: &mut [u8]) -> Result<usize, IntakeError> {
    let mut read = 0;
    while !into.is_empty() {
        match file.read(into) {
            Ok(0) => break,
            Ok(count) => {
                read += count;
                into = into.get_mut(count..).unwrap_or_default();
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(IntakeError::Disk(error)),
        }
    }
    Ok(read)
}

impl Findings {
    /// Looks at a chunk and returns how many bytes at its end belong to a character that the next one completes.
    fn look_at(&mut self, chunk: &[u8], is_last: bool) -> usize {
        self.count_bytes(chunk);
        if chunk.is_ascii() {
            return 0;
        }
        let mut rest = chunk;
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.count_characters(text);
                    return 0;
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    self.count_characters(std::str::from_utf8(good).unwrap_or_default());
                    match error.error_len() {
                        None if !is_last => return bad.len(),
                        None => {
                            self.broken += 1;
                            return 0;
                        }
                        Some(length) => {
                            self.broken += 1;
                            rest = bad.get(length..).unwrap_or_default();
                        }
                    }
                }
            }
        }
    }

    fn count_bytes(&mut self, chunk: &[u8]) {
        self.total += u64::try_from(chunk.len()).unwrap_or(0);
        let is_odd = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
        if chunk.iter().fold(false, |odd, byte| odd | is_odd(byte)) {
            // The reader of rows ends on a byte 1 of its own, so that one in the file counts like a NUL.
            let nul = chunk.iter().filter(|byte| **byte < 2).count();
            let odd = chunk.iter().filter(|byte| is_odd(byte)).count();
            self.nul += u64::try_from(nul).unwrap_or(0);
            self.control += u64::try_from(odd - nul).unwrap_or(0);
        }
        self.line_feeds = self.line_feeds || chunk.contains(&b'\n');
        self.undefined = self.undefined || chunk.iter().any(|byte| UNDEFINED.contains(byte));
    }

    fn count_characters(&mut self, text: &str) {
        if !text.is_ascii() {
            self.multibyte += 1;
        }
    }

    fn judge(&self, has_mark: bool) -> Result<Encoding, IntakeError> {
        if self.control * 20 > self.total {
            return Err(FileRefusal::NotThisType.into());
        }
        if self.nul > 0 {
            return Err(FileRefusal::Encoding.into());
        }
        match (self.broken, has_mark) {
            (0, _) => Ok(Encoding::Utf8),
            (_, false) if self.multibyte == 0 && !self.undefined => Ok(Encoding::Windows1252),
            (_, true | false) => Err(FileRefusal::Encoding.into()),
        }
    }
}
