//! What a file is, told by its first bytes and never by its name.

use crate::refusal::IntakeError;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Magic {
    /// Nothing speaks against text.
    Text,
    /// A zip archive, perhaps a workbook.
    Zip,
    /// A workbook behind a password.
    Protected,
    /// Something else.
    Other,
}

/// First bytes of things that are not spreadsheets.
const OTHERS: [&[u8]; 22] = [
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ",
    b"SQLite format 3",
    b"\x28\xb5\x2f\xfd",
    b"{\\rtf",
    b"<?xml",
    b"<!DOCTYPE",
    b"<!doctype",
    b"<html",
    b"<HTML",
    b"PAR1",
    b"OggS",
    b"-----BEGIN",
];

/// First bytes of the container of old Excel files and of protected new ones.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// `EncryptedPackage`, as the container's directory writes it.
fn protected_name() -> Vec<u8> {
    "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect()
}

pub(super) fn sniff(file: &mut File) -> Result<Magic, IntakeError> {
    let mut head = Vec::new();
    file.rewind().map_err(IntakeError::Disk)?;
    file.by_ref()
        .take(512)
        .read_to_end(&mut head)
        .map_err(IntakeError::Disk)?;
    let head = head
        .strip_prefix(b"\xef\xbb\xbf".as_slice())
        .unwrap_or(&head);
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Magic::Zip);
    }
    if head.starts_with(COMPOUND) {
        return Ok(if holds(file, &protected_name())? {
            Magic::Protected
        } else {
            Magic::Other
        });
    }
    let is_other = OTHERS.iter().any(|magic| head.starts_with(magic));
    Ok(if is_other { Magic::Other } else { Magic::Text })
}

/// Whether a file holds these bytes, looking through its first 50 MB.
fn holds(file: &mut File, wanted: &[u8]) -> Result<bool, IntakeError> {
    file.seek(SeekFrom::Start(0)).map_err(IntakeError::Disk)?;
    let mut chunk = vec![0; 64 * 1024];
    let mut kept = 0;
    for _ in 0..800 {
        let count = file
            .read(chunk.get_mut(kept..).unwrap_or_default())
            .map_err(IntakeError::Disk)?;
        if count == 0 {
            return Ok(false);
        }
        let filled = kept + count;
        let held = chunk.get(..filled).unwrap_or_default();
        if held.windows(wanted.len()).any(|window| window == wanted) {
            return Ok(true);
        }
        kept = filled.min(wanted.len());
        chunk.copy_within(filled - kept..filled, 0);
    }
    Ok(false)
}
