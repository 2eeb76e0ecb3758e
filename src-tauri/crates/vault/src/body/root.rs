//! Freshness of the body: see the module above.

use ring::hmac;
use rusqlite::Connection;

use crate::error::{Damage, VaultError};
use crate::format::{PAGE, PREFIX};
use crate::keys::{KeyTable, Purpose};
use crate::vfs;

/// Pages read at once.
const BATCH: u32 = 16;
const TAIL: usize = 64;

/// Number of pages behind the prefix; refused when the last one is cut.
pub(crate) fn body_pages(connection: &Connection) -> Result<u32, VaultError> {
    let length = vfs::raw_length(connection)?;
    let body = length.checked_sub(PREFIX).ok_or(Damage::Length)?;
    if body % PAGE != 0 {
        return Err(Damage::Length.into());
    }
    u32::try_from(body / PAGE).map_err(|_| Damage::Length.into())
}

/// Page count and body root, read past the page cache.
pub(crate) fn body_root(
    connection: &Connection,
    keys: &KeyTable,
) -> Result<(u32, [u8; 32]), VaultError> {
    let pages = body_pages(connection)?;
    let page = usize::try_from(PAGE).map_err(|_| Damage::Length)?;
    let batch = usize::try_from(BATCH).map_err(|_| Damage::Length)?;
    let mut context = hmac::Context::with_key(&keys.mac(Purpose::BodyRoot));
    context.update(&pages.to_le_bytes());
    let mut buffer = vec![0; page * batch];
    let mut first = 0;
    while first < pages {
        let count = usize::try_from(BATCH.min(pages - first)).map_err(|_| Damage::Length)?;
        let part = buffer.get_mut(..count * page).ok_or(Damage::Length)?;
        vfs::raw_read(connection, PREFIX + u64::from(first) * PAGE, part)?;
        for one in part.chunks_exact(page) {
            context.update(one.get(page - TAIL..).unwrap_or_default());
        }
        first += BATCH.min(pages - first);
    }
    let root = context.sign();
    let root = root.as_ref().try_into().map_err(|_| Damage::Body)?;
    Ok((pages, root))
}
