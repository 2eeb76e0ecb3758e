//! The offset file system: SQLite sees its database from byte 0, while on disk it begins
//! behind our prefix. Precedent is SQLite's own `ext/misc/appendvfs.c`. Only the main
//! database file is shifted; the write-ahead file stays bare beside it.
//!
//! Why the prefix is read and written through SQLite's own handle: POSIX drops *all* locks
//! a process holds on a file when it closes *any* handle to it. So while a vault is open
//! nobody may open its path again, and header writes travel as a private file control.
//!
//! The io methods are version 1: no shared memory (EXCLUSIVE locking keeps the WAL index
//! on the heap) and no memory map (a map would show pages at unshifted places).
#![expect(
    unsafe_code,
    reason = "a SQLite file system is a table of C functions over raw pointers"
)]

mod file;
mod handle;
mod register;

pub(crate) use handle::{apply_key, raw_length, raw_read, raw_sync, raw_write};
pub(crate) use register::{NAME, register};
