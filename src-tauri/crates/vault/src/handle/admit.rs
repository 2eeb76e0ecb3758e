//! Admission: the key ring and the body are compared with what the header remembers. Only
//! when everything agrees is the vault marked open and damaged copies rewritten.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::body::{self, Expect};
use crate::companion::{CompanionLock, Opener, companion};
use crate::error::{Damage, Notice, VaultError};
use crate::format::{Derivation, RING, RING_AT, Sealed, SlotKind, State};
use crate::handle::open::Depth;
use crate::handle::{BodyFacts, BodyReader, Opened, Rest, Unlocked, Vault, paths};
use crate::key_ring::{self, KeyRing};
use crate::keys::KeyTable;
use crate::vfs;

/// Where the vault lies, who opens it, and the lock that says so.
pub(super) type Holder = (PathBuf, Opener, CompanionLock);

pub(super) fn admit(
    connection: Connection,
    unlocked: Unlocked,
    holder: Holder,
    reader: &dyn BodyReader,
    depth: Depth,
) -> Result<Opened, VaultError> {
    if unlocked.sealed.schema_version > reader.newest_schema() {
        return Err(VaultError::TooNew);
    }
    let vault_id = unlocked.header.vault_id;
    let (ring, ring_notice) = read_ring(&connection, &unlocked.keys, vault_id, unlocked.sealed)?;
    let wal = companion(&holder.0, "-wal");
    let had_wal = wal.exists();
    match check_body(&connection, &unlocked, &holder.0, reader, depth) {
        Ok(()) => {}
        Err(error) => {
            // Merely looking makes an empty write-ahead file; take it away again.
            drop(connection);
            if !had_wal && paths::length_of(&wal) == 0 {
                std::fs::remove_file(&wal).ok();
            }
            return Err(error);
        }
    }
    let mut notices = notices_of(&unlocked);
    notices.extend(ring_notice);
    let (path, opener, lock) = holder;
    let mut vault = Vault {
        connection,
        keys: unlocked.keys,
        ring,
        header: unlocked.header,
        sealed: unlocked.sealed,
        anchor: unlocked.place,
        rest: Rest::Awake,
        path,
        opener,
        lock,
        #[cfg(test)]
        writes_before_fault: None,
    };
    body::allow_checkpoint_on_close(&vault.connection)?;
    vault.mark_open()?;
    if ring_notice.is_some() {
        vault.write_ring()?;
    }
    Ok(Opened { vault, notices })
}

fn notices_of(unlocked: &Unlocked) -> Vec<Notice> {
    let slots = || unlocked.header.slots.iter();
    let unconfirmed = slots().any(|slot| {
        matches!(slot.meaning(), Some((SlotKind::RecoveryCode, _))) && !slot.is_confirmed()
    });
    let weak = slots().any(
        |slot| matches!(slot.meaning(), Some((_, Derivation::Argon2id(costs))) if costs.is_weak()),
    );
    let crashed = unlocked.header.state == State::Open;
    [
        (unlocked.damaged, Notice::HeaderRepaired),
        // After a crash the copies differ as a matter of course.
        (
            unlocked.differs && !unlocked.damaged && !crashed,
            Notice::HeaderRefreshed,
        ),
        (crashed, Notice::NotClosedCleanly),
        (unconfirmed, Notice::RecoveryNotConfirmed),
        (weak, Notice::WeakSlot),
        (!unlocked.keys.is_pinned(), Notice::MemoryNotLocked),
    ]
    .into_iter()
    .filter_map(|(holds, notice)| holds.then_some(notice))
    .collect()
}

/// Opens the newer sound ring copy that is not older than the header says.
fn read_ring(
    connection: &Connection,
    keys: &KeyTable,
    vault_id: [u8; 16],
    sealed: Sealed,
) -> Result<(KeyRing, Option<Notice>), VaultError> {
    let mut copies = Vec::new();
    for at in RING_AT {
        let mut bytes = vec![0; RING];
        vfs::raw_read(connection, at, &mut bytes)?;
        copies.push(bytes);
    }
    let same = copies.first() == copies.last();
    let mut checked: Vec<_> = copies
        .iter()
        .filter_map(|bytes| key_ring::check_copy(bytes).map(|found| (found, bytes)))
        .collect();
    checked.sort_by_key(|((generation, _), _)| std::cmp::Reverse(*generation));
    let mut stale = false;
    for ((generation, digest), bytes) in checked {
        let known = generation > sealed.ring_generation
            || (generation == sealed.ring_generation && digest == sealed.ring_digest);
        if !known {
            stale = true;
            continue;
        }
        if let Ok(ring) = KeyRing::open(bytes, keys, vault_id) {
            // A ring that the header does not vouch for yet is written anew, so that an older one cannot be put back.
            let is_whole = same && generation == sealed.ring_generation;
            return Ok((ring, (!is_whole).then_some(Notice::RingRepaired)));
        }
    }
    Err(if stale {
        Damage::RingStale
    } else {
        Damage::Ring
    }
    .into())
}

fn check_body(
    connection: &Connection,
    unlocked: &Unlocked,
    path: &Path,
    reader: &dyn BodyReader,
    depth: Depth,
) -> Result<(), VaultError> {
    let Unlocked {
        header,
        sealed,
        keys,
        ..
    } = unlocked;
    // A rollback journal never exists beside our write-ahead body; SQLite would play it
    // back over good pages.
    if paths::length_of(&companion(path, "-journal")) > 0 {
        return Err(Damage::ForeignCompanion.into());
    }
    let wal = paths::length_of(&companion(path, "-wal"));
    if body::body_pages(connection)? == 0 {
        return Err(Damage::Length.into());
    }
    match header.state {
        State::Closed => {
            let found = body::body_root(connection, keys)?;
            if found != (sealed.pages, sealed.body_root) {
                return Err(Damage::Body.into());
            }
            if wal > 0 {
                return Err(Damage::ForeignCompanion.into());
            }
            reader.body_is_fresh();
            body::unlock(connection, keys, Expect::OurPages)?;
            if depth == Depth::EveryPage {
                body::check_pages(connection)?;
                body::check_structure(connection)?;
            }
            check_facts(connection, *sealed, reader)
        }
        State::Open => {
            body::unlock(connection, keys, Expect::OurPages)?;
            body::check_structure(connection)?;
            check_facts(connection, *sealed, reader)?;
            // Until the write-ahead file is moved in, pages that a crash tore in the body
            // are still whole there; so the page check comes after.
            if wal > 0 {
                body::checkpoint(connection)?;
            }
            body::check_pages(connection)
        }
    }
}

/// What the tables say must not be older than what the header remembers.
pub(super) fn check_facts(
    connection: &Connection,
    sealed: Sealed,
    reader: &dyn BodyReader,
) -> Result<(), VaultError> {
    let structure = |_| VaultError::from(Damage::Structure);
    let BodyFacts {
        schema_version,
        commit_sequence,
        journal_sequence,
        ..
    } = reader.facts(connection).map_err(structure)?;
    if schema_version > reader.newest_schema() {
        return Err(VaultError::TooNew);
    }
    let older = commit_sequence < sealed.commit_sequence
        || schema_version < sealed.schema_version
        || journal_sequence < sealed.journal_sequence;
    if older {
        return Err(Damage::CommitsLost.into());
    }
    if sealed.journal_sequence > 0 {
        let found = reader.journal_mac_at(connection, sealed.journal_sequence);
        if found.map_err(structure)? != Some(sealed.journal_mac) {
            return Err(Damage::Journal.into());
        }
    }
    Ok(())
}
