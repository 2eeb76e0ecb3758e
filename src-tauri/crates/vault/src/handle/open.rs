//! From a secret to keys: the prefix is read, its copies are judged, a slot is unwrapped
//! and the header's keyed parts are checked. Nothing is written.

use std::path::Path;

use ring::hkdf;
use rusqlite::Connection;

use crate::body;
use crate::companion::{CompanionLock, Opener};
use crate::error::{Damage, VaultError};
use crate::format::{
    Derivation, HEADER, Header, MAGIC, PREFIX, Pair, Sealed, Slot, SlotKind, read_pair,
};
use crate::handle::{BodyReader, Opened, Secret, Vault, admit, paths};
use crate::keys::{DataKey, KEY, KeyTable};
use crate::vfs;

/// How much of a cleanly closed body is checked before the vault is admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// The body root: every page is there and the latest.
    Freshness,
    /// And every byte of every page.
    EveryPage,
}

/// A header that was opened, before the body is looked at.
pub(crate) struct Unlocked {
    pub(crate) header: Header,
    pub(crate) sealed: Sealed,
    pub(crate) keys: KeyTable,
    /// Where the header was read.
    pub(crate) place: usize,
    /// Whether the other copy must be rewritten because it is damaged.
    pub(crate) damaged: bool,
    /// Whether the other copy is valid but says something else.
    pub(crate) differs: bool,
}

impl Vault {
    /// Opens a vault. Whatever the answer, a refused file is left as it was. A page that
    /// was changed without touching its own MAC shows when it is read.
    pub fn open(
        path: &Path,
        secret: Secret<'_>,
        opener: Opener,
        reader: &dyn BodyReader,
    ) -> Result<Opened, VaultError> {
        Self::open_to_depth(path, secret, opener, reader, Depth::Freshness)
    }

    /// Opens a vault only after every page and the whole structure were checked (about
    /// 2 ms per MiB more), for `verify`, backups and restores.
    pub fn open_checked(
        path: &Path,
        secret: Secret<'_>,
        opener: Opener,
        reader: &dyn BodyReader,
    ) -> Result<Opened, VaultError> {
        Self::open_to_depth(path, secret, opener, reader, Depth::EveryPage)
    }

    fn open_to_depth(
        path: &Path,
        secret: Secret<'_>,
        opener: Opener,
        reader: &dyn BodyReader,
        depth: Depth,
    ) -> Result<Opened, VaultError> {
        let path = paths::resolve(path)?;
        paths::check_regular(&path)?;
        let lock = CompanionLock::take(&path, &opener)?;
        let connection = body::open_file(&path)?;
        let unlocked = unlock_pair(read_prefix(&connection)?, secret)?;
        paths::keep_private(&path);
        admit::admit(connection, unlocked, (path, opener, lock), reader, depth)
    }
}

/// The header copies of an open file; tells a cut vault from a file that never was one.
pub(super) fn read_prefix(connection: &Connection) -> Result<Pair, VaultError> {
    let length = vfs::raw_length(connection)?;
    let mut bytes = vec![0; 2 * HEADER];
    if length < PREFIX {
        let mut start = [0; MAGIC.len()];
        let ours = vfs::raw_read(connection, 0, &mut start).is_ok() && start == MAGIC;
        return Err(if ours {
            Damage::Length.into()
        } else {
            VaultError::NotAVault
        });
    }
    vfs::raw_read(connection, 0, &mut bytes)?;
    read_pair(&bytes)
}

/// Tries the copies in order, the better one first.
pub(super) fn unlock_pair(pair: Pair, secret: Secret<'_>) -> Result<Unlocked, VaultError> {
    let Pair {
        candidates,
        one_damaged,
        differ,
    } = pair;
    let best = candidates.first().map(|(_, header)| header.generation);
    let mut failure = VaultError::WrongPassphrase;
    for (rank, (place, header)) in candidates.into_iter().enumerate() {
        // An older valid copy may carry a passphrase that was changed since: it stands in
        // for a damaged one only, never for a wrong passphrase.
        let may_stand_in =
            matches!(failure, VaultError::Damaged(_)) || best == Some(header.generation);
        if rank > 0 && !may_stand_in {
            break;
        }
        match open_header(&header, secret) {
            Ok((keys, sealed)) => {
                return Ok(Unlocked {
                    header,
                    sealed,
                    keys,
                    place,
                    damaged: one_damaged || rank > 0,
                    differs: differ,
                });
            }
            Err(VaultError::WrongPassphrase) if rank > 0 => {}
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

fn open_header(header: &Header, secret: Secret<'_>) -> Result<(KeyTable, Sealed), VaultError> {
    for slot in &header.slots {
        if let Some(key) = unlock_slot(header, slot, secret)? {
            let keys = key.derive_all(&header.vault_id)?;
            let sealed = header.open_sealed(&keys)?;
            return Ok((keys, sealed));
        }
    }
    Err(VaultError::WrongPassphrase)
}

/// The data key, when this slot is of the secret's kind and the secret is the right one.
pub(super) fn unlock_slot(
    header: &Header,
    slot: &Slot,
    secret: Secret<'_>,
) -> Result<Option<DataKey>, VaultError> {
    match derive_wrapping(slot, secret)? {
        Some(wrapping) => slot.unwrap_with(&header.slot_context(), &wrapping),
        None => Ok(None),
    }
}

/// The wrapping key a secret makes with a slot's salt; `None` when the slot is of another
/// kind.
fn derive_wrapping(slot: &Slot, secret: Secret<'_>) -> Result<Option<DataKey>, VaultError> {
    let salt = slot.salt();
    let make = |derivation| {
        DataKey::filled_by(|region| {
            let out = region.get_mut(..KEY).unwrap_or_default();
            derive(derivation, secret, &salt, out)
        })
    };
    match (slot.meaning(), secret) {
        (Some((SlotKind::Passphrase, derivation)), Secret::Passphrase(_))
        | (Some((SlotKind::RecoveryCode, derivation)), Secret::RecoveryCode(_)) => {
            make(derivation).map(Some)
        }
        _ => Ok(None),
    }
}

/// One derivation, whatever the secret.
pub(super) fn derive(
    derivation: Derivation,
    secret: Secret<'_>,
    salt: &[u8; 32],
    out: &mut [u8],
) -> Result<(), VaultError> {
    let code;
    let bytes = match secret {
        Secret::Passphrase(passphrase) => passphrase.expose(),
        Secret::RecoveryCode(typed) => {
            code = typed.to_key_material();
            &*code
        }
    };
    match derivation {
        Derivation::Argon2id(costs) => costs.derive(bytes, salt, out),
        Derivation::Hkdf => {
            let pseudo = hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(bytes);
            crate::keys::expand(&pseudo, "recovery-code", out)
        }
    }
}
