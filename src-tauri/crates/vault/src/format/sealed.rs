//! The sealed block: what the header remembers about the body and the key ring, readable
//! and writable only with the data key. It is how a removed write-ahead file, a stale page
//! or an older key ring shows.

use crate::bytes::{array, is_zero, put, u32_at, u64_at};
use crate::error::Damage;

/// Length of the block without its tag.
pub(crate) const SEALED: usize = 256;

/// What the header remembers about the rest of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sealed {
    pub(crate) schema_version: u32,
    pub(crate) pages: u32,
    pub(crate) commit_sequence: u64,
    pub(crate) body_root: [u8; 32],
    pub(crate) journal_sequence: u64,
    pub(crate) journal_mac: [u8; 32],
    pub(crate) ring_generation: u64,
    pub(crate) ring_digest: [u8; 32],
    pub(crate) backup_generation: u64,
    pub(crate) retention_day: u32,
}

impl Sealed {
    /// Reads a decrypted block.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Damage> {
        let read = || {
            Some(Self {
                schema_version: u32_at(bytes, 0)?,
                pages: u32_at(bytes, 4)?,
                commit_sequence: u64_at(bytes, 8)?,
                body_root: array(bytes, 16)?,
                journal_sequence: u64_at(bytes, 48)?,
                journal_mac: array(bytes, 56)?,
                ring_generation: u64_at(bytes, 88)?,
                ring_digest: array(bytes, 96)?,
                backup_generation: u64_at(bytes, 128)?,
                retention_day: u32_at(bytes, 136)?,
            })
        };
        if !is_zero(bytes, 140, SEALED) {
            return Err(Damage::HeaderAltered);
        }
        read().ok_or(Damage::HeaderAltered)
    }

    /// The block as it is sealed.
    pub(crate) fn to_bytes(self) -> [u8; SEALED] {
        let mut bytes = [0; SEALED];
        put(&mut bytes, 0, &self.schema_version.to_le_bytes());
        put(&mut bytes, 4, &self.pages.to_le_bytes());
        put(&mut bytes, 8, &self.commit_sequence.to_le_bytes());
        put(&mut bytes, 16, &self.body_root);
        put(&mut bytes, 48, &self.journal_sequence.to_le_bytes());
        put(&mut bytes, 56, &self.journal_mac);
        put(&mut bytes, 88, &self.ring_generation.to_le_bytes());
        put(&mut bytes, 96, &self.ring_digest);
        put(&mut bytes, 128, &self.backup_generation.to_le_bytes());
        put(&mut bytes, 136, &self.retention_day.to_le_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_survives_and_spare_bytes_must_be_zero() {
        let sealed = Sealed {
            schema_version: 1,
            pages: 2,
            commit_sequence: 3,
            body_root: [4; 32],
            journal_sequence: 5,
            journal_mac: [6; 32],
            ring_generation: 7,
            ring_digest: [8; 32],
            backup_generation: 9,
            retention_day: 10,
        };
        let mut bytes = sealed.to_bytes();
        assert_eq!(Sealed::parse(&bytes), Ok(sealed));
        bytes[200] = 1;
        assert_eq!(Sealed::parse(&bytes), Err(Damage::HeaderAltered));
        assert_eq!(Sealed::parse(&bytes[..40]), Err(Damage::HeaderAltered));
    }
}
