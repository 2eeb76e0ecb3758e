//! A file being made: it gets its tables and its first journal entry, and its name only when everything reads
//! back. Dropped before that, it leaves nothing behind.

use std::path::Path;

use vault::{Confirmed, Draft, KdfParameters, Opener, Passphrase, RecoveryCode};

use crate::action::Action;
use crate::error::StoreError;
use crate::handle::store::{Clock, OpenedStore, Store};
use crate::handle::write::Write;
use crate::schema::{self, Tables};

/// A vault that has no name yet.
pub struct NewStore {
    draft: Draft,
    clock: Clock,
}

impl NewStore {
    /// Writes the draft with all its tables, and proves that passphrase and recovery code open it.
    pub fn create(
        path: &Path,
        passphrase: &Passphrase,
        parameters: KdfParameters,
        opener: Opener,
        clock: Clock,
    ) -> Result<Self, StoreError> {
        let mut draft = Draft::create(path, passphrase, parameters, opener)?;
        let vault = draft.vault_mut()?;
        let write = Write::begin(vault, Action::VaultMade, 1, clock())?;
        schema::migrate(write.connection())?;
        write.commit()?;
        Ok(Self { draft, clock })
    }

    /// The recovery code, to be shown once.
    pub fn recovery_code(&self) -> Result<&RecoveryCode, StoreError> {
        Ok(self.draft.recovery_code()?)
    }

    /// Gives the file its name and opens it.
    pub fn finish(self, confirmed: Confirmed) -> Result<OpenedStore, StoreError> {
        let opened = self.draft.finish(confirmed, &Tables)?;
        Ok(OpenedStore {
            store: Store::new(opened.vault, self.clock, 1),
            notices: opened.notices,
        })
    }
}
