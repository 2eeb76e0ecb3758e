//! The safe side: whole-file access and keying of an open connection.

use std::ffi::c_int;
use std::io;

use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

use super::file::{CONTROL, RawRequest};
use crate::error::{Damage, VaultError, VaultRefusal};

fn control(connection: &Connection, request: &mut RawRequest) -> Result<(), VaultError> {
    let request = std::ptr::from_mut(request).cast();
    // SAFETY: the handle is live while `connection` is borrowed; "main" was opened through
    // our file system, whose `file_control` reads exactly this type.
    let code = unsafe {
        ffi::sqlite3_file_control(connection.handle(), c"main".as_ptr(), CONTROL, request)
    };
    match code & 0xFF {
        ffi::SQLITE_OK => Ok(()),
        _ if code == ffi::SQLITE_IOERR_SHORT_READ => Err(Damage::Length.into()),
        ffi::SQLITE_FULL => Err(VaultError::Disk(io::ErrorKind::StorageFull)),
        ffi::SQLITE_READONLY | ffi::SQLITE_PERM => {
            Err(VaultError::Disk(io::ErrorKind::PermissionDenied))
        }
        _ => Err(VaultError::Disk(io::ErrorKind::Other)),
    }
}

/// Most bytes per request: SQLite's Unix file system masks lengths with 0x1FFFF, since it
/// never moves more than a page at once.
const CHUNK: usize = 65_536;

fn offset(at: u64) -> Result<i64, VaultError> {
    i64::try_from(at).map_err(|_| Damage::Length.into())
}

fn length(bytes: &[u8]) -> Result<c_int, VaultError> {
    c_int::try_from(bytes.len()).map_err(|_| Damage::Length.into())
}

/// Fills `into` from the file at `at`, counted from the first byte of the prefix.
pub(crate) fn raw_read(
    connection: &Connection,
    at: u64,
    into: &mut [u8],
) -> Result<(), VaultError> {
    let mut at = offset(at)?;
    for part in into.chunks_mut(CHUNK) {
        let length = length(part)?;
        let into = part.as_mut_ptr();
        control(connection, &mut RawRequest::Read { at, into, length })?;
        at += i64::from(length);
    }
    Ok(())
}

/// Writes `from` into the prefix at `at`; nothing outside the prefix can be written.
pub(crate) fn raw_write(connection: &Connection, at: u64, from: &[u8]) -> Result<(), VaultError> {
    let mut at = offset(at)?;
    for part in from.chunks(CHUNK) {
        let length = length(part)?;
        let from = part.as_ptr();
        control(connection, &mut RawRequest::Write { at, from, length })?;
        at += i64::from(length);
    }
    Ok(())
}

/// Waits until everything written is on the disk.
pub(crate) fn raw_sync(connection: &Connection) -> Result<(), VaultError> {
    control(connection, &mut RawRequest::Sync)
}

/// Length of the whole file, prefix included.
pub(crate) fn raw_length(connection: &Connection) -> Result<u64, VaultError> {
    let mut request = RawRequest::Length(0);
    control(connection, &mut request)?;
    match request {
        RawRequest::Length(length) => Ok(u64::try_from(length).unwrap_or_default()),
        RawRequest::Read { .. } | RawRequest::Write { .. } | RawRequest::Sync => {
            Err(VaultRefusal::Database.into())
        }
    }
}

/// Gives the database its raw key and salt, before anything of it is read.
pub(crate) fn apply_key(
    connection: &Connection,
    key: &[u8],
    salt: &[u8],
) -> Result<(), VaultError> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = Zeroizing::new(Vec::with_capacity(3 + 2 * (key.len() + salt.len())));
    text.extend_from_slice(b"x'");
    for byte in key.iter().chain(salt) {
        for digit in [byte >> 4, byte & 15] {
            text.extend(DIGITS.get(usize::from(digit)));
        }
    }
    text.push(b'\'');
    // SAFETY: the handle is live while `connection` is borrowed; the key text is copied by
    // the library before the call returns, into memory it wipes itself.
    let code = unsafe {
        ffi::sqlite3_key_v2(
            connection.handle(),
            c"main".as_ptr(),
            text.as_ptr().cast(),
            length(&text)?,
        )
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(VaultRefusal::Library.into())
    }
}
