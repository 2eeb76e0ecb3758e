//! Walking the chain. A broken link is said, never repaired.

use vault::Vault;
use vault::chain::{Anchor, EntryMac};

use crate::error::StoreError;
use crate::journal::read::entry;
use crate::journal::{anchor, head, mac_at};
use crate::rows::{array, find, list, stored};

/// What a walk along the chain found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainState {
    /// Entries walked.
    pub checked: u64,
    /// The first entry that does not follow from the one before.
    pub broken: Option<u64>,
}

/// Entries walked at a time, so that a long journal needs no memory.
const PIECE: u64 = 2000;

/// What proves that an anchor was set by somebody with the key.
pub(super) fn proof(vault: &Vault, anchor: Anchor) -> EntryMac {
    vault
        .journal_chain()
        .derive_mac(&anchor.mac, anchor.sequence, b"plumbline/1/anchor")
}

/// Walks from the anchor, or from `last` entries before the head, to the head.
pub(super) fn walk(vault: &Vault, last: Option<u64>) -> Result<ChainState, StoreError> {
    let connection = vault.connection();
    let begin = anchor(connection)?;
    if begin != Anchor::default() && stored_proof(vault)? != Some(proof(vault, begin)) {
        return Ok(ChainState {
            checked: 0,
            broken: Some(begin.sequence),
        });
    }
    let end = head(connection)?.sequence;
    let mut from = begin;
    if let Some(first) = last
        .map(|last| end.saturating_sub(last))
        .filter(|first| *first > begin.sequence)
    {
        match mac_at(connection, first)? {
            Some(mac) => {
                from = Anchor {
                    sequence: first,
                    mac,
                }
            }
            None => {
                return Ok(ChainState {
                    checked: 0,
                    broken: Some(first),
                });
            }
        }
    }
    walk_from(vault, from, end)
}

fn walk_from(vault: &Vault, from: Anchor, end: u64) -> Result<ChainState, StoreError> {
    let chain = vault.journal_chain();
    let mut place = from;
    loop {
        let piece = piece_after(vault, place.sequence)?;
        let checked = place.sequence.saturating_sub(from.sequence);
        if piece.is_empty() {
            let missing = place.sequence < end;
            return Ok(ChainState {
                checked,
                broken: missing.then_some(place.sequence + 1),
            });
        }
        match chain.verify(place, piece) {
            Ok(reached) => place = reached,
            Err(error) => {
                return Ok(ChainState {
                    checked,
                    broken: Some(error.sequence),
                });
            }
        }
    }
}

/// The next entries as the chain takes them. An entry that says another MAC before it than the chain has
/// covers other bytes, so that it shows like any other change.
fn piece_after(vault: &Vault, after: u64) -> Result<Vec<(u64, Vec<u8>, EntryMac)>, StoreError> {
    let connection = vault.connection();
    let mut before = mac_at(connection, after)?.unwrap_or_default();
    let sql =
        "SELECT sequence, at, session, action, subject, object, count, previous, mac FROM journal
        WHERE sequence > ?1 ORDER BY sequence LIMIT ?2";
    list(connection, sql, (stored(after), stored(PIECE)), |row| {
        let previous: EntryMac = array(row, 7)?;
        let mac: EntryMac = array(row, 8)?;
        let entry = entry(row)?;
        let bytes = if previous == before {
            entry.to_bytes()
        } else {
            Vec::new()
        };
        before = mac;
        Ok((entry.sequence, bytes, mac))
    })
}

fn stored_proof(vault: &Vault) -> Result<Option<EntryMac>, StoreError> {
    find(
        vault.connection(),
        "SELECT proof FROM journal_anchor",
        [],
        |row| array(row, 0),
    )
}
