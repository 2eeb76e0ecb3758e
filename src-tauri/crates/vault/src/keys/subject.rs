//! One key per person. Names and free text about an adviser are sealed under that
//! person's key before they reach the database, so that forgetting the key forgets the
//! text, in backups too (crypto-shredding, security.md 2.11).

use zeroize::Zeroizing;

use super::{KEY, NONCE, TAG, open_in_place, seal_in_place};
use crate::error::{Damage, VaultError};
use crate::random;

/// A sealed text as it is stored: nonce, ciphertext, tag.
pub type SealedText = Vec<u8>;

/// The key of one person, borrowed from the open vault.
pub struct SubjectKey<'vault> {
    subject: u32,
    key: &'vault [u8],
}

impl<'vault> SubjectKey<'vault> {
    pub(crate) fn new(subject: u32, key: &'vault [u8]) -> Self {
        debug_assert_eq!(key.len(), KEY);
        Self { subject, key }
    }

    /// The number this key belongs to.
    pub fn subject(&self) -> u32 {
        self.subject
    }

    /// Seals a short text. `context` says where it will be stored (table, column, row), so
    /// that a sealed text moved elsewhere does not open there.
    pub fn seal(&self, context: &[u8], text: &[u8]) -> Result<SealedText, VaultError> {
        let nonce = random::make_bytes::<NONCE>()?;
        let mut sealed = Vec::with_capacity(NONCE + text.len() + TAG);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(text);
        sealed.resize(NONCE + text.len() + TAG, 0);
        let body = sealed.get_mut(NONCE..).unwrap_or_default();
        seal_in_place(self.key, nonce, &self.bound(context), body)?;
        Ok(sealed)
    }

    /// Opens a sealed text; refused when it was altered or sealed for another place.
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let damaged = VaultError::Damaged(Damage::Body);
        let Some((nonce, rest)) = sealed.split_first_chunk::<NONCE>() else {
            return Err(damaged);
        };
        let mut buffer = Zeroizing::new(rest.to_vec());
        let bound = self.bound(context);
        let Some(text) = open_in_place(self.key, *nonce, &bound, &mut buffer) else {
            return Err(damaged);
        };
        let length = text.len();
        buffer.truncate(length);
        Ok(buffer)
    }

    fn bound(&self, context: &[u8]) -> Vec<u8> {
        let mut bound = b"plumbline/1/subject".to_vec();
        bound.extend_from_slice(&self.subject.to_le_bytes());
        bound.extend_from_slice(context);
        bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_sealed_opens_only_in_its_place(text: Vec<u8>, place: u8, other: u8) {
            let key = SubjectKey::new(5, &[3; 32]);
            let sealed = key.seal(&[place], &text).unwrap();
            prop_assert_eq!(&*key.open(&[place], &sealed).unwrap(), &text);
            if other != place {
                prop_assert!(key.open(&[other], &sealed).is_err());
            }
            let stranger = SubjectKey::new(6, &[3; 32]);
            prop_assert!(stranger.open(&[place], &sealed).is_err());
        }

        #[test]
        fn rubbish_never_opens(bytes: Vec<u8>) {
            prop_assert!(SubjectKey::new(5, &[3; 32]).open(b"x", &bytes).is_err());
        }
    }
}
