//! A vault being made: written as `NAME.plumb.part`, read back with the real passphrase and
//! code, filled with its first tables, and renamed only when everything holds. A draft that
//! is dropped leaves nothing behind.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::body::{self, Expect};
use crate::companion::{CompanionLock, Opener, companion};
use crate::error::{Damage, Notice, VaultError, VaultRefusal};
use crate::format::{Confirmed, Derivation, HEADER, Header, MAGIC, Sealed, SlotKind};
use crate::handle::open::{Depth, read_prefix, unlock_pair};
use crate::handle::{BodyReader, Opened, Rest, Secret, Unlocked, Vault, admit, paths};
use crate::key_ring::KeyRing;
use crate::keys::{DataKey, KdfParameters};
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryCode;
use crate::vfs;

/// A vault that has no name yet.
pub struct Draft {
    vault: Option<Vault>,
    target: PathBuf,
    part: PathBuf,
    code: Option<RecoveryCode>,
}

impl Draft {
    /// Writes the draft and proves that the passphrase and the new recovery code open it.
    pub fn create(
        path: &Path,
        passphrase: &Passphrase,
        parameters: KdfParameters,
        opener: Opener,
    ) -> Result<Self, VaultError> {
        let target = paths::resolve(path)?;
        if fs::symlink_metadata(&target).is_ok() {
            return Err(VaultRefusal::Exists.into());
        }
        let lock = CompanionLock::take(&target, &opener)?;
        let part = companion(&target, ".part");
        remove_leftover(&part)?;
        paths::make_private(&part)?;
        let mut draft = Self {
            vault: None,
            target,
            part,
            code: None,
        };
        let code = RecoveryCode::make()?;
        let connection = body::open_file(&draft.part)?;
        let mut vault = lay_out(connection, (draft.part.clone(), opener, lock))?;
        vault.fill_slots(passphrase, parameters, &code)?;
        body::unlock(&vault.connection, &vault.keys, Expect::Nothing)?;
        draft.vault = Some(vault);
        draft.code = Some(code);
        Ok(draft)
    }

    /// The database, for the first tables.
    pub fn connection(&self) -> Result<&Connection, VaultError> {
        let vault = self.vault.as_ref().ok_or(VaultRefusal::Database)?;
        Ok(&vault.connection)
    }

    /// The vault behind the draft, for keys of persons and the journal chain.
    pub fn vault_mut(&mut self) -> Result<&mut Vault, VaultError> {
        Ok(self.vault.as_mut().ok_or(VaultRefusal::Database)?)
    }

    /// The recovery code, to be shown once.
    pub fn recovery_code(&self) -> Result<&RecoveryCode, VaultError> {
        Ok(self.code.as_ref().ok_or(VaultRefusal::Database)?)
    }

    /// Closes the draft, opens it again and checks it whole, gives it its name and opens
    /// it under that name.
    pub fn finish(
        mut self,
        confirmed: Confirmed,
        reader: &dyn BodyReader,
    ) -> Result<Opened, VaultError> {
        let lost = || VaultError::from(VaultRefusal::Database);
        let mut vault = self.vault.take().ok_or_else(lost)?;
        let code = self.code.take().ok_or_else(lost)?;
        if confirmed == Confirmed::Yes {
            let secret = Secret::RecoveryCode(&code);
            vault.replace_slot(SlotKind::RecoveryCode, Derivation::Hkdf, confirmed, secret)?;
        }
        let facts = reader.facts(&vault.connection)?;
        vault.seal_closed(facts)?;
        body::allow_checkpoint_on_close(&vault.connection)?;
        let Vault {
            connection,
            opener,
            lock,
            ..
        } = vault;
        drop(connection);
        verify(&self.part, &code, reader)?;
        // Somebody may have put a file there while the recovery code was typed back.
        if fs::exists(&self.target)? {
            return Err(VaultRefusal::Exists.into());
        }
        fs::rename(&self.part, &self.target)?;
        paths::sync_folder(&self.target)?;
        let connection = body::open_file(&self.target)?;
        let unlocked = unlock_pair(read_prefix(&connection)?, Secret::RecoveryCode(&code))?;
        let holder = (self.target.clone(), opener, lock);
        let mut opened = admit::admit(connection, unlocked, holder, reader, Depth::Freshness)?;
        opened.notices.retain(|one| *one != Notice::WeakSlot);
        Ok(opened)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let unfinished = self.vault.take();
        drop(unfinished);
        for suffix in ["", "-wal", "-journal"] {
            fs::remove_file(companion(&self.part, suffix)).ok();
        }
    }
}

impl Vault {
    /// First slots, ring and header, read back with both secrets.
    fn fill_slots(
        &mut self,
        passphrase: &Passphrase,
        parameters: KdfParameters,
        code: &RecoveryCode,
    ) -> Result<(), VaultError> {
        let typed = Secret::Passphrase(passphrase);
        let printed = Secret::RecoveryCode(code);
        let costs = Derivation::Argon2id(parameters);
        let first = self.make_slot(SlotKind::Passphrase, costs, Confirmed::Yes, typed)?;
        let second = self.make_slot(
            SlotKind::RecoveryCode,
            Derivation::Hkdf,
            Confirmed::NotYet,
            printed,
        )?;
        for (place, slot) in self.header.slots.iter_mut().zip([first, second]) {
            *place = slot;
        }
        self.write_ring()?;
        for secret in [typed, printed] {
            let back = unlock_pair(read_prefix(&self.connection)?, secret)?;
            if back.keys.data_key() != self.keys.data_key() {
                return Err(Damage::ReadBack.into());
            }
        }
        Ok(())
    }
}

/// An empty prefix on the disk and the vault that will fill it.
fn lay_out(connection: Connection, holder: admit::Holder) -> Result<Vault, VaultError> {
    let header = Header::make()?;
    let keys = DataKey::make()?.derive_all(&header.vault_id)?;
    vfs::raw_write(&connection, 0, &vec![0; 2 * HEADER])?;
    let (path, opener, lock) = holder;
    Ok(Vault {
        connection,
        keys,
        ring: KeyRing::make()?,
        header,
        sealed: Sealed::default(),
        anchor: 0,
        rest: Rest::Awake,
        path,
        opener,
        lock,
        #[cfg(test)]
        writes_before_fault: None,
    })
}

/// Opens the closed draft as anybody would later and checks every page.
fn verify(part: &Path, code: &RecoveryCode, reader: &dyn BodyReader) -> Result<(), VaultError> {
    let connection = body::open_file(part)?;
    let Unlocked { sealed, keys, .. } =
        unlock_pair(read_prefix(&connection)?, Secret::RecoveryCode(code))?;
    if body::body_root(&connection, &keys)? != (sealed.pages, sealed.body_root) {
        return Err(Damage::ReadBack.into());
    }
    body::unlock(&connection, &keys, Expect::OurPages)?;
    body::check_structure(&connection)?;
    body::check_pages(&connection)?;
    admit::check_facts(&connection, sealed, reader)?;
    body::allow_checkpoint_on_close(&connection)?;
    Ok(())
}

/// Takes away what an interrupted creation left; refuses to touch anything else.
fn remove_leftover(part: &Path) -> Result<(), VaultError> {
    if fs::symlink_metadata(part).is_err() {
        return Ok(());
    }
    paths::check_regular(part)?;
    let bytes = fs::read(part)?;
    if !bytes.is_empty() && !bytes.starts_with(&MAGIC) && !bytes.iter().all(|byte| *byte == 0) {
        return Err(VaultRefusal::Exists.into());
    }
    for suffix in ["", "-wal", "-journal"] {
        fs::remove_file(companion(part, suffix)).ok();
    }
    Ok(())
}
