//! Changing what opens the file. The vault does it and says whether it worked; the journal says that it was
//! done.

use vault::{KdfParameters, Passphrase, RecoveryCode, Secret};

use crate::action::Action;
use crate::error::StoreError;
use crate::handle::store::Store;

impl Store {
    /// Whether a secret opens this file; costs as much as opening. For what asks for the passphrase again.
    pub fn is_opened_by(&self, secret: Secret<'_>) -> Result<bool, StoreError> {
        Ok(self.vault.is_opened_by(secret)?)
    }

    /// Replaces the passphrase; the old one stops working.
    pub fn change_passphrase(
        &mut self,
        old: &Passphrase,
        new: &Passphrase,
        parameters: KdfParameters,
    ) -> Result<(), StoreError> {
        self.vault.wake()?;
        self.vault.change_passphrase(old, new, parameters)?;
        self.note(Action::PassphraseChanged)
    }

    /// Sets a new passphrase for somebody who holds the recovery code.
    pub fn recover(
        &mut self,
        code: &RecoveryCode,
        new: &Passphrase,
        parameters: KdfParameters,
    ) -> Result<(), StoreError> {
        self.vault.wake()?;
        self.vault.recover(code, new, parameters)?;
        self.note(Action::Recovered)
    }

    /// Notes that the recovery code was typed back in full.
    pub fn confirm_recovery(&mut self, code: &RecoveryCode) -> Result<(), StoreError> {
        self.vault.wake()?;
        self.vault.confirm_recovery(code)?;
        self.note(Action::RecoveryConfirmed)
    }

    /// Makes a new recovery code; the old one stops working.
    pub fn renew_recovery(&mut self, passphrase: &Passphrase) -> Result<RecoveryCode, StoreError> {
        self.vault.wake()?;
        let code = self.vault.renew_recovery(passphrase)?;
        self.note(Action::RecoveryRenewed)?;
        Ok(code)
    }

    /// Puts a recovery code in place of the former one; its groups were typed back.
    pub fn set_recovery(&mut self, code: &RecoveryCode) -> Result<(), StoreError> {
        self.vault.wake()?;
        self.vault.set_recovery(code)?;
        self.note(Action::RecoveryRenewed)
    }

    /// Journals something that left no other trace in the tables.
    pub fn note(&mut self, action: Action) -> Result<(), StoreError> {
        self.write(action)?.commit()
    }
}
