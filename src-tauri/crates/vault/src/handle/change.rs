//! Changing what opens the vault (security.md 2.4): verify the old, make the new slot,
//! write it to the other copy and wait, read it back and unwrap with the new, and only
//! then write the anchor. A crash before the first write is waited for leaves the old
//! secret working; after it, the new one. Never both, never neither.

use crate::error::{Damage, VaultError, VaultRefusal};
use crate::format::{Confirmed, Derivation, Slot, SlotKind};
use crate::handle::open::{derive, unlock_slot};
use crate::handle::{Secret, Vault};
use crate::keys::KdfParameters;
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryCode;
use crate::vfs;

impl Vault {
    /// Whether a secret opens this vault; costs as much as opening. For the actions that
    /// ask for the passphrase again.
    pub fn is_opened_by(&self, secret: Secret<'_>) -> Result<bool, VaultError> {
        for slot in &self.header.slots {
            if unlock_slot(&self.header, slot, secret)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Replaces the passphrase; the old one stops working.
    pub fn change_passphrase(
        &mut self,
        old: &Passphrase,
        new: &Passphrase,
        parameters: KdfParameters,
    ) -> Result<(), VaultError> {
        self.reset_passphrase(Secret::Passphrase(old), new, parameters)
    }

    /// Sets a new passphrase for somebody who holds the recovery code. The code goes on
    /// working.
    pub fn recover(
        &mut self,
        code: &RecoveryCode,
        new: &Passphrase,
        parameters: KdfParameters,
    ) -> Result<(), VaultError> {
        self.reset_passphrase(Secret::RecoveryCode(code), new, parameters)
    }

    /// Clears the "not confirmed" mark once the code has been typed in full.
    pub fn confirm_recovery(&mut self, code: &RecoveryCode) -> Result<(), VaultError> {
        let secret = Secret::RecoveryCode(code);
        if !self.is_opened_by(secret)? {
            return Err(VaultError::WrongPassphrase);
        }
        self.replace_slot(
            SlotKind::RecoveryCode,
            Derivation::Hkdf,
            Confirmed::Yes,
            secret,
        )
    }

    /// Makes a new recovery code; the old one stops working.
    pub fn renew_recovery(&mut self, passphrase: &Passphrase) -> Result<RecoveryCode, VaultError> {
        if !self.is_opened_by(Secret::Passphrase(passphrase))? {
            return Err(VaultError::WrongPassphrase);
        }
        let code = RecoveryCode::make()?;
        let secret = Secret::RecoveryCode(&code);
        self.replace_slot(
            SlotKind::RecoveryCode,
            Derivation::Hkdf,
            Confirmed::NotYet,
            secret,
        )?;
        Ok(code)
    }

    /// Puts a code in place of the former one, once the manager has proved that it is on paper. Whoever calls
    /// has asked for the passphrase before the code was shown.
    pub fn set_recovery(&mut self, code: &RecoveryCode) -> Result<(), VaultError> {
        self.replace_slot(
            SlotKind::RecoveryCode,
            Derivation::Hkdf,
            Confirmed::Yes,
            Secret::RecoveryCode(code),
        )
    }

    fn reset_passphrase(
        &mut self,
        authority: Secret<'_>,
        new: &Passphrase,
        parameters: KdfParameters,
    ) -> Result<(), VaultError> {
        if !self.is_opened_by(authority)? {
            return Err(VaultError::WrongPassphrase);
        }
        // A guess never gets cheaper because this machine is busy today (security.md 2.2).
        let before = self.header.slots.iter().filter_map(Slot::meaning);
        let dearest = before.fold(parameters, |dearest, (_, derivation)| match derivation {
            Derivation::Argon2id(known) => dearest.dearer(known),
            Derivation::Hkdf => dearest,
        });
        let derivation = Derivation::Argon2id(dearest);
        let secret = Secret::Passphrase(new);
        self.replace_slot(SlotKind::Passphrase, derivation, Confirmed::Yes, secret)
    }

    /// All slots of one kind give way to one new slot.
    pub(super) fn replace_slot(
        &mut self,
        kind: SlotKind,
        derivation: Derivation,
        confirmed: Confirmed,
        secret: Secret<'_>,
    ) -> Result<(), VaultError> {
        let slot = self.make_slot(kind, derivation, confirmed, secret)?;
        let former = self.header.clone();
        let of_kind = |slot: &Slot| matches!(slot.meaning(), Some((known, _)) if known == kind);
        for place in self.header.slots.iter_mut().filter(|slot| of_kind(slot)) {
            *place = Slot::empty();
        }
        let Some(free) = self.header.slots.iter_mut().find(|slot| slot.is_empty()) else {
            self.header = former;
            return Err(VaultRefusal::NoFreeSlot.into());
        };
        *free = slot;
        self.write_changed_slots(secret).inspect_err(|_| {
            // What is on the disk decides which secret works; in memory the former slots
            // stay, and the next header written carries them at a higher generation.
            let generation = self.header.generation;
            self.header = former;
            self.header.generation = generation;
        })
    }

    pub(super) fn make_slot(
        &self,
        kind: SlotKind,
        derivation: Derivation,
        confirmed: Confirmed,
        secret: Secret<'_>,
    ) -> Result<Slot, VaultError> {
        Slot::wrap(
            kind,
            derivation,
            confirmed,
            self.opener.day(),
            &self.header.slot_context(),
            self.keys.data_key(),
            |salt, out| derive(derivation, secret, salt, out),
        )
    }

    fn write_changed_slots(&mut self, secret: Secret<'_>) -> Result<(), VaultError> {
        self.header.generation += 1;
        let bytes = self.header.to_bytes(&self.keys, self.sealed)?;
        self.write_copy(1 - self.anchor, &bytes)?;
        vfs::raw_sync(&self.connection)?;
        let written = self.read_back(1 - self.anchor)?;
        let mut opens = false;
        for slot in &written.slots {
            opens |= unlock_slot(&written, slot, secret)?
                .is_some_and(|key| key.expose() == self.keys.data_key());
        }
        if !opens {
            return Err(Damage::ReadBack.into());
        }
        self.write_copy(self.anchor, &bytes)?;
        vfs::raw_sync(&self.connection)
    }
}
