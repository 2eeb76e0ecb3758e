//! One passphrase after the other: at any moment exactly one of two neighbours opens the vault.

use std::error::Error;
use std::path::Path;

use store::{Store, StoreError};
use support::{clock, costs, opener, passphrase};
use vault::{Secret, VaultError};

/// The passphrase with a number.
pub(crate) fn typed(number: u64) -> String {
    if number == 0 {
        support::FIRST.to_owned()
    } else {
        format!("a sentence that ends in {number}")
    }
}

/// Changes without end, from the one with this number on.
pub(super) fn go_on(store: &mut Store, from: u64) -> Result<(), Box<dyn Error>> {
    let mut number = from;
    loop {
        let (old, new) = (passphrase(&typed(number)), passphrase(&typed(number + 1)));
        store.change_passphrase(&old, &new, costs())?;
        number += 1;
        super::done(number)?;
    }
}

/// The number of the passphrase that opens the vault, or that none or both do; the one before is gone for good.
pub(crate) fn check(path: &Path, said: u64) -> Result<u64, String> {
    let mut opened = Vec::new();
    for number in said.saturating_sub(1)..=said + 1 {
        let secret = passphrase(&typed(number));
        match Store::open(path, Secret::Passphrase(&secret), opener(), clock()) {
            Ok(found) => {
                found
                    .store
                    .close()
                    .map_err(|error| format!("cannot be closed: {error:?}"))?;
                opened.push(number);
            }
            Err(StoreError::Vault(VaultError::WrongPassphrase)) => {}
            Err(error) => {
                return Err(format!(
                    "neither opens nor says that it is wrong: {error:?}"
                ));
            }
        }
    }
    match opened.as_slice() {
        [number] if *number >= said => Ok(*number),
        others => Err(format!(
            "the passphrases {others:?} open it after {said} changes"
        )),
    }
}
