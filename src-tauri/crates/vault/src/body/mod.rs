//! The body: the SQLCipher database behind the prefix, with every setting of security.md
//! 2.3 set and then asked back. A setting that did not take is a refusal, never a warning:
//! Signal once re-created its database unencrypted because a library clash went unnoticed.
//!
//! Body root = HMAC-SHA-256 under "body-root" of the page count (u32) and the last 64
//! bytes (SQLCipher's own page HMAC) of each page in order. SQLCipher checks that a page
//! is genuine, not that it is the latest; the root does.

mod root;
mod settings;

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

pub(crate) use root::{body_pages, body_root};
pub use settings::library_versions;

use crate::error::{Damage, VaultError, VaultRefusal};
use crate::keys::{KeyTable, Purpose};
use crate::vfs;

/// Opens the file through the offset file system. Nothing of the body is read and no
/// lock is taken yet; the prefix can be read and written.
pub(crate) fn open_file(path: &Path) -> Result<Connection, VaultError> {
    vfs::register()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags_and_vfs(path, flags, vfs::NAME)?;
    settings::check_library()?;
    // A refused opening must leave the file and its companions as they were found.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

/// Whether the body is new or must already be ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    Nothing,
    OurPages,
}

/// Keys the connection, sets every setting and asks it back.
pub(crate) fn unlock(
    connection: &Connection,
    keys: &KeyTable,
    expect: Expect,
) -> Result<(), VaultError> {
    if expect == Expect::OurPages {
        check_first_page(connection, keys)?;
    }
    settings::prepare(connection)?;
    vfs::apply_key(
        connection,
        keys.expose(Purpose::Db),
        keys.expose(Purpose::DbSalt),
    )?;
    settings::set(connection)?;
    settings::assert_all(connection)
}

/// Sets everything but a key, for the plain twin that measurements compare a vault with.
pub fn set_without_key(connection: &Connection) -> Result<(), VaultError> {
    settings::prepare(connection)?;
    settings::set(connection)
}

/// Page 1 begins with our own salt; anything else (a plain SQLite file, another vault's
/// page) is not our body. SQLCipher itself does not look at these bytes when it is given
/// the salt.
fn check_first_page(connection: &Connection, keys: &KeyTable) -> Result<(), VaultError> {
    let mut start = [0; 16];
    vfs::raw_read(connection, crate::format::PREFIX, &mut start)?;
    if start != keys.expose(Purpose::DbSalt) || start == *b"SQLite format 3\0" {
        return Err(Damage::Body.into());
    }
    Ok(())
}

/// Lets closing clean up after itself again, once the vault was admitted.
pub(crate) fn allow_checkpoint_on_close(connection: &Connection) -> Result<(), VaultError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Structure of the whole database, reading through the write-ahead file.
pub(crate) fn check_structure(connection: &Connection) -> Result<(), VaultError> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(Damage::Structure.into())
    }
}

/// The HMAC of every page in the file, free pages included.
pub(crate) fn check_pages(connection: &Connection) -> Result<(), VaultError> {
    let mut findings = connection.prepare("PRAGMA cipher_integrity_check")?;
    let damaged = findings.query([])?.next()?.is_some();
    if damaged {
        return Err(Damage::Body.into());
    }
    Ok(())
}

/// Moves everything from the write-ahead file into the body and empties it.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), VaultError> {
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 {
        Ok(())
    } else {
        Err(VaultRefusal::Database.into())
    }
}
