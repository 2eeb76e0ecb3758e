//! The keys of one vault. A random data key (DK) is wrapped once per slot; every other
//! key is derived from it, so that changing the passphrase re-wraps 32 bytes instead of
//! re-encrypting the file (the pattern of Standard Notes 004).
//!
//! Sub-key = HKDF-SHA-256(salt = vault id, input = DK, info = `plumbline/1/` + purpose).

mod kdf;
mod subject;
mod wrap;

pub use kdf::{CALIBRATION_STEPS, KdfParameters, calibrate};
pub use subject::{SealedText, SubjectKey};
pub(crate) use wrap::{NONCE, TAG, open_in_place, seal_in_place};

use ring::{hkdf, hmac};

use crate::error::{VaultError, VaultRefusal};
use crate::locked::LockedBytes;
use crate::random;

/// Length of every key, in bytes.
pub(crate) const KEY: usize = 32;
/// Size of the locked region that holds the keys of a vault: one page, so that it can be
/// pinned under the smallest limits systems set.
const REGION: usize = 4_096;
const PREFIX: &str = "plumbline/1/";

/// What a sub-key is for. The order is the place in the locked region after DK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Db,
    DbSalt,
    HeaderMac,
    HeaderSeal,
    Ring,
    BodyRoot,
    JournalMac,
    Pseudonym,
    Witness,
}

impl Purpose {
    const ALL: [Self; 9] = [
        Self::Db,
        Self::DbSalt,
        Self::HeaderMac,
        Self::HeaderSeal,
        Self::Ring,
        Self::BodyRoot,
        Self::JournalMac,
        Self::Pseudonym,
        Self::Witness,
    ];

    const fn label(self) -> &'static str {
        match self {
            Self::Db => "db-key",
            Self::DbSalt => "db-salt",
            Self::HeaderMac => "hdr-mac",
            Self::HeaderSeal => "hdr-seal",
            Self::Ring => "ring",
            Self::BodyRoot => "body-root",
            Self::JournalMac => "audit-mac",
            Self::Pseudonym => "pseudonym",
            Self::Witness => "witness",
        }
    }

    const fn length(self) -> usize {
        match self {
            Self::DbSalt => 16,
            Self::Db
            | Self::HeaderMac
            | Self::HeaderSeal
            | Self::Ring
            | Self::BodyRoot
            | Self::JournalMac
            | Self::Pseudonym
            | Self::Witness => KEY,
        }
    }

    const fn place(self) -> usize {
        let row = match self {
            Self::Db => 1,
            Self::DbSalt => 2,
            Self::HeaderMac => 3,
            Self::HeaderSeal => 4,
            Self::Ring => 5,
            Self::BodyRoot => 6,
            Self::JournalMac => 7,
            Self::Pseudonym => 8,
            Self::Witness => 9,
        };
        row * 64
    }
}

/// The data key alone, in locked memory, before the sub-keys are derived.
pub(crate) struct DataKey(LockedBytes);

impl DataKey {
    /// A new random data key.
    pub(crate) fn make() -> Result<Self, VaultError> {
        let mut region = LockedBytes::new(REGION)?;
        random::fill(region.expose_mut().get_mut(..KEY).unwrap_or_default())?;
        Ok(Self(region))
    }

    /// A data key that `fill` writes into the first bytes of a locked region.
    pub(crate) fn filled_by<E>(fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E>
    where
        E: From<VaultError>,
    {
        let mut region = LockedBytes::new(REGION)?;
        fill(region.expose_mut())?;
        Ok(Self(region))
    }

    /// The key itself.
    pub(crate) fn expose(&self) -> &[u8] {
        self.0.expose().get(..KEY).unwrap_or_default()
    }

    /// Derives every sub-key into the same locked region.
    pub(crate) fn derive_all(mut self, vault_id: &[u8; 16]) -> Result<KeyTable, VaultError> {
        let pseudo = hkdf::Salt::new(hkdf::HKDF_SHA256, vault_id).extract(self.expose());
        for purpose in Purpose::ALL {
            let end = purpose.place() + purpose.length();
            let place = self.0.expose_mut().get_mut(purpose.place()..end);
            expand(&pseudo, purpose.label(), place.unwrap_or_default())?;
        }
        Ok(KeyTable(self.0))
    }
}

/// All keys of an open vault, in locked memory, wiped when dropped.
pub(crate) struct KeyTable(LockedBytes);

impl KeyTable {
    /// The sub-key of one purpose.
    pub(crate) fn expose(&self, purpose: Purpose) -> &[u8] {
        let end = purpose.place() + purpose.length();
        self.0
            .expose()
            .get(purpose.place()..end)
            .unwrap_or_default()
    }

    /// The data key, for wrapping it in a new slot.
    pub(crate) fn data_key(&self) -> &[u8] {
        self.0.expose().get(..KEY).unwrap_or_default()
    }

    /// An HMAC-SHA-256 key of one purpose.
    pub(crate) fn mac(&self, purpose: Purpose) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, self.expose(purpose))
    }

    /// Whether the keys are kept out of the swap file.
    pub(crate) fn is_pinned(&self) -> bool {
        self.0.is_pinned()
    }
}

struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

/// HKDF-SHA-256 expansion with our label in front of the purpose.
pub(crate) fn expand(pseudo: &hkdf::Prk, purpose: &str, out: &mut [u8]) -> Result<(), VaultError> {
    let label = [PREFIX.as_bytes(), purpose.as_bytes()];
    pseudo
        .expand(&label, Length(out.len()))
        .and_then(|material| material.fill(out))
        .map_err(|_| VaultRefusal::Machine.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_gives_another_key_and_another_vault_gives_others() {
        let table = |id| {
            let key = DataKey::filled_by(|region| {
                region[..KEY].fill(7);
                Ok::<_, VaultError>(())
            });
            key.unwrap().derive_all(&[id; 16]).unwrap()
        };
        let (one, two) = (table(1), table(2));
        let mut seen = std::collections::BTreeSet::new();
        for purpose in Purpose::ALL {
            assert!(seen.insert(one.expose(purpose).to_vec()), "{purpose:?}");
            assert!(seen.insert(two.expose(purpose).to_vec()), "{purpose:?}");
        }
        assert_eq!(
            one.data_key(),
            [7; 32],
            "deriving leaves the data key alone"
        );
    }
}
