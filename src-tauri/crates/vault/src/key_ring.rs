//! The key ring: one random key per person, kept in front of the body and not in it, so
//! that forgetting a person rewrites 256 KiB here and in every backup instead of whole
//! files (security.md 2.11). A full ring is a refusal (rulings 2).
//!
//! A ring copy, 131,072 bytes, both copies the same:
//!
//! ```text
//!      at     size  what
//!       0        8  "PLBRING1"
//!       8        8  generation      16  12  nonce      28  4  0
//!      32  130,992  AES-256-GCM under "ring", bound to bytes 0..16 and the vault id:
//!                   count u32, 12 zero bytes, then per person: number u32, key 32;
//!                   rest zero
//! 131,024       16  tag
//! 131,040       32  SHA-256 of bytes 0..131,040
//! ```

use std::collections::HashMap;

use ring::digest;

use crate::bytes::{array, is_zero, put, u32_at, u64_at};
use crate::error::{Damage, VaultError, VaultRefusal};
use crate::format::RING;
use crate::keys::{KEY, KeyTable, NONCE, Purpose, SubjectKey, TAG, open_in_place, seal_in_place};
use crate::locked::LockedBytes;
use crate::random;

const MAGIC: [u8; 8] = *b"PLBRING1";
const TEXT_AT: usize = 32;
const DIGEST_AT: usize = RING - 32;
const TEXT: usize = DIGEST_AT - TEXT_AT - TAG;
const ENTRIES_AT: usize = 16;
const ENTRY: usize = 4 + KEY;
/// People a ring holds.
pub const RING_CAPACITY: usize = (TEXT - ENTRIES_AT) / ENTRY;

/// The decrypted ring, in locked memory, wiped when dropped.
pub(crate) struct KeyRing {
    pub(crate) generation: u64,
    text: LockedBytes,
    count: usize,
    /// Where each number's key stands; the numbers are no secret.
    places: HashMap<u32, usize>,
}

/// The digest of a copy whose keyless checks hold, with its generation.
pub(crate) fn check_copy(bytes: &[u8]) -> Option<(u64, [u8; 32])> {
    let sum = digest::digest(&digest::SHA256, bytes.get(..DIGEST_AT)?);
    let whole = bytes.len() == RING
        && bytes.starts_with(&MAGIC)
        && is_zero(bytes, 28, TEXT_AT)
        && bytes.get(DIGEST_AT..) == Some(sum.as_ref());
    let generation = u64_at(bytes, 8)?;
    whole.then_some((generation, array(sum.as_ref(), 0)?))
}

fn bound(generation: u64, vault_id: [u8; 16]) -> Vec<u8> {
    let mut bound = MAGIC.to_vec();
    bound.extend_from_slice(&generation.to_le_bytes());
    bound.extend_from_slice(&vault_id);
    bound
}

impl KeyRing {
    /// An empty ring.
    pub(crate) fn make() -> Result<Self, VaultError> {
        Ok(Self {
            generation: 1,
            text: LockedBytes::new(TEXT + TAG)?,
            count: 0,
            places: HashMap::new(),
        })
    }

    /// Opens a copy.
    pub(crate) fn open(
        bytes: &[u8],
        keys: &KeyTable,
        vault_id: [u8; 16],
    ) -> Result<Self, VaultError> {
        let (generation, _) = check_copy(bytes).ok_or(Damage::Ring)?;
        let nonce = array::<NONCE>(bytes, 16).ok_or(Damage::Ring)?;
        let mut text = LockedBytes::new(TEXT + TAG)?;
        let sealed = bytes.get(TEXT_AT..DIGEST_AT).ok_or(Damage::Ring)?;
        text.expose_mut().copy_from_slice(sealed);
        let bound = bound(generation, vault_id);
        let key = keys.expose(Purpose::Ring);
        if open_in_place(key, nonce, &bound, text.expose_mut()).is_none() {
            return Err(Damage::Ring.into());
        }
        let count = u32_at(text.expose(), 0)
            .and_then(|count| usize::try_from(count).ok())
            .filter(|count| *count <= RING_CAPACITY)
            .ok_or(Damage::Ring)?;
        let mut ring = Self {
            generation,
            text,
            count,
            places: HashMap::new(),
        };
        ring.places = ring.subjects().zip(0..).collect();
        Ok(ring)
    }

    /// The bytes of both copies, and their digest.
    pub(crate) fn to_bytes(
        &self,
        keys: &KeyTable,
        vault_id: [u8; 16],
    ) -> Result<(Vec<u8>, [u8; 32]), VaultError> {
        let nonce = random::make_bytes::<NONCE>()?;
        let mut sealing = LockedBytes::new(TEXT + TAG)?;
        sealing.expose_mut().copy_from_slice(self.text.expose());
        let bound = bound(self.generation, vault_id);
        let key = keys.expose(Purpose::Ring);
        seal_in_place(key, nonce, &bound, sealing.expose_mut())?;
        let mut bytes = vec![0; RING];
        put(&mut bytes, 0, &MAGIC);
        put(&mut bytes, 8, &self.generation.to_le_bytes());
        put(&mut bytes, 16, &nonce);
        put(&mut bytes, TEXT_AT, sealing.expose());
        let sum = digest::digest(&digest::SHA256, bytes.get(..DIGEST_AT).unwrap_or_default());
        put(&mut bytes, DIGEST_AT, sum.as_ref());
        Ok((bytes, array(sum.as_ref(), 0).unwrap_or_default()))
    }

    /// The numbers that have a key, in ring order.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = u32> {
        (0..self.count).filter_map(|place| u32_at(self.text.expose(), entry_at(place)))
    }

    /// The key of one person.
    pub(crate) fn subject(&self, subject: u32) -> Option<SubjectKey<'_>> {
        let at = entry_at(self.place_of(subject)?) + 4;
        let key = self.text.expose().get(at..at + KEY)?;
        Some(SubjectKey::new(subject, key))
    }

    /// Makes a key for each number; none of them may have one yet.
    pub(crate) fn add(&mut self, subjects: &[u32]) -> Result<(), VaultError> {
        if self.count + subjects.len() > RING_CAPACITY {
            return Err(VaultRefusal::RingFull.into());
        }
        for (index, subject) in subjects.iter().enumerate() {
            let twice = subjects
                .iter()
                .skip(index + 1)
                .any(|other| other == subject);
            if twice || self.place_of(*subject).is_some() {
                return Err(VaultRefusal::SubjectKnown.into());
            }
        }
        for subject in subjects {
            let at = entry_at(self.count);
            let text = self.text.expose_mut();
            put(text, at, &subject.to_le_bytes());
            random::fill(text.get_mut(at + 4..at + ENTRY).unwrap_or_default())?;
            self.places.insert(*subject, self.count);
            self.count += 1;
        }
        self.note_count()
    }

    /// Forgets the keys of these numbers; each must have one.
    pub(crate) fn remove(&mut self, subjects: &[u32]) -> Result<(), VaultError> {
        let unknown = subjects.iter().any(|one| self.place_of(*one).is_none());
        if unknown {
            return Err(VaultRefusal::SubjectUnknown.into());
        }
        for subject in subjects {
            let Some(place) = self.place_of(*subject) else {
                continue;
            };
            let last = entry_at(self.count - 1);
            let text = self.text.expose_mut();
            text.copy_within(last..last + ENTRY, entry_at(place));
            text.get_mut(last..last + ENTRY).unwrap_or_default().fill(0);
            self.count -= 1;
            self.places.remove(subject);
            if place < self.count {
                let moved = u32_at(self.text.expose(), entry_at(place)).unwrap_or_default();
                self.places.insert(moved, place);
            }
        }
        self.note_count()
    }

    fn note_count(&mut self) -> Result<(), VaultError> {
        let count = u32::try_from(self.count).map_err(|_| VaultRefusal::RingFull)?;
        put(self.text.expose_mut(), 0, &count.to_le_bytes());
        Ok(())
    }

    fn place_of(&self, subject: u32) -> Option<usize> {
        self.places.get(&subject).copied()
    }
}

fn entry_at(place: usize) -> usize {
    ENTRIES_AT + place * ENTRY
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::DataKey;

    fn keys() -> KeyTable {
        DataKey::make().unwrap().derive_all(&[1; 16]).unwrap()
    }

    #[test]
    fn a_ring_keeps_and_forgets_people() {
        let keys = keys();
        let mut ring = KeyRing::make().unwrap();
        ring.add(&[10, 20, 30]).unwrap();
        let sealed = ring.subject(30).unwrap().seal(b"x", b"text").unwrap();
        ring.remove(&[10]).unwrap();
        let (bytes, digest) = ring.to_bytes(&keys, [1; 16]).unwrap();
        assert_eq!(check_copy(&bytes), Some((1, digest)));
        let again = KeyRing::open(&bytes, &keys, [1; 16]).unwrap();
        assert_eq!(again.subjects().collect::<Vec<_>>(), [30, 20]);
        assert!(again.subject(10).is_none(), "forgotten");
        let text = again.subject(30).unwrap().open(b"x", &sealed).unwrap();
        assert_eq!(&**text, b"text");
        assert!(
            KeyRing::open(&bytes, &keys, [2; 16]).is_err(),
            "other vault"
        );
    }

    #[test]
    fn a_full_ring_refuses_and_keeps_what_it_has() {
        let mut ring = KeyRing::make().unwrap();
        let everybody: Vec<u32> = (0..u32::try_from(RING_CAPACITY).unwrap()).collect();
        ring.add(&everybody).unwrap();
        assert!(matches!(
            ring.add(&[9_999_999]),
            Err(VaultError::Refused(VaultRefusal::RingFull))
        ));
        assert_eq!(RING_CAPACITY, 3_638);
        assert!(ring.subject(3_637).is_some());
    }

    #[test]
    fn doubles_and_strangers_are_refused_as_a_whole() {
        let mut ring = KeyRing::make().unwrap();
        ring.add(&[1]).unwrap();
        assert!(ring.add(&[2, 2]).is_err());
        assert!(ring.add(&[3, 1]).is_err());
        assert!(ring.remove(&[1, 7]).is_err());
        assert_eq!(ring.subjects().collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_flip_anywhere_in_a_copy_is_noticed() {
        let keys = keys();
        let (bytes, _) = KeyRing::make().unwrap().to_bytes(&keys, [1; 16]).unwrap();
        for at in (0..bytes.len()).step_by(61).chain([bytes.len() - 1]) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            assert!(check_copy(&flipped).is_none(), "byte {at}");
        }
    }
}
