//! SHA-256 over a list of parts. Each part goes in with its length before it, so that two lists give the same
//! digest only when they hold the same parts in the same order.

use ring::digest;

/// A digest under way. It is not keyed: equal content has an equal digest in every vault.
pub struct Digest(digest::Context);

impl Default for Digest {
    fn default() -> Self {
        Self(digest::Context::new(&digest::SHA256))
    }
}

impl Digest {
    /// Takes the next part.
    pub fn take(&mut self, part: &[u8]) {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        self.0.update(&length.to_le_bytes());
        self.0.update(part);
    }

    /// The digest of everything taken.
    pub fn finish(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().zip(self.0.finish().as_ref()) {
            *place = *byte;
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(parts: &[&[u8]]) -> [u8; 32] {
        let mut digest = Digest::default();
        for part in parts {
            digest.take(part);
        }
        digest.finish()
    }

    #[test]
    fn only_the_same_parts_in_the_same_order_agree() {
        assert_eq!(of(&[b"ab", b"c"]), of(&[b"ab", b"c"]));
        assert_ne!(of(&[b"ab", b"c"]), of(&[b"a", b"bc"]));
        assert_ne!(of(&[b"ab", b"c"]), of(&[b"c", b"ab"]));
        assert_ne!(of(&[]), of(&[b""]));
    }
}
