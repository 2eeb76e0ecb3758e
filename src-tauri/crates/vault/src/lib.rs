#![doc = include_str!("../README.md")]

mod body;
mod bytes;
pub mod chain;
mod companion;
mod digest;
mod error;
mod format;
mod handle;
pub mod idle;
mod key_ring;
mod keys;
mod locked;
pub mod passphrase;
pub mod place;
pub mod pseudonym;
mod random;
pub mod recovery;
mod siblings;
mod vfs;

pub use body::{library_versions, set_without_key};
pub use companion::Opener;
pub use digest::Digest;
pub use error::{Damage, Notice, VaultError, VaultRefusal};
pub use format::{Confirmed, FORMAT_VERSION};
pub use handle::{BodyFacts, BodyReader, Draft, Opened, Secret, Vault};
pub use key_ring::RING_CAPACITY;
pub use keys::{CALIBRATION_STEPS, KdfParameters, SealedText, SubjectKey, calibrate};
pub use locked::{HardeningGap, harden};
pub use passphrase::Passphrase;
pub use recovery::RecoveryCode;
pub use siblings::{Sibling, list_siblings};

#[cfg(test)]
mod tests;
