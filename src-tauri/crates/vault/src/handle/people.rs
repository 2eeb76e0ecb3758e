//! Keys of persons: made before the first row about them, forgotten after the last.

use crate::error::{Damage, VaultError};
use crate::format::RING_AT;
use crate::handle::Vault;
use crate::keys::SubjectKey;
use crate::vfs;

impl Vault {
    /// The key of one person, if that person has one.
    pub fn subject_key(&self, subject: u32) -> Option<SubjectKey<'_>> {
        self.ring.subject(subject)
    }

    /// Everybody who has a key.
    pub fn subjects(&self) -> Vec<u32> {
        self.ring.subjects().collect()
    }

    /// Makes keys for new people, on disk before this returns: rows sealed under a key
    /// that a crash could lose would be lost with it. One call for many is one write.
    pub fn add_subjects(&mut self, subjects: &[u32]) -> Result<(), VaultError> {
        self.check_awake()?;
        self.ring.add(subjects)?;
        self.write_ring()
    }

    /// Forgets people: both ring copies are rewritten, and everything sealed under their
    /// keys is unreadable from here on. Delete their rows first.
    pub fn remove_subjects(&mut self, subjects: &[u32]) -> Result<(), VaultError> {
        self.check_awake()?;
        self.ring.remove(subjects)?;
        self.write_ring()
    }

    /// Ring A, ring B, then the header that vouches for them.
    pub(super) fn write_ring(&mut self) -> Result<(), VaultError> {
        self.ring.generation += 1;
        let (bytes, digest) = self.ring.to_bytes(&self.keys, self.header.vault_id)?;
        for place in 0..RING_AT.len() {
            let at = RING_AT.get(place).ok_or(Damage::Ring)?;
            self.write_prefix(*at, &bytes)?;
            vfs::raw_sync(&self.connection)?;
        }
        self.sealed.ring_generation = self.ring.generation;
        self.sealed.ring_digest = digest;
        self.write_header()
    }
}
