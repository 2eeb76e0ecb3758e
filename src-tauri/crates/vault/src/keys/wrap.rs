//! AES-256-GCM, the only cipher of suite 1, with random 96-bit nonces. GCM does not commit
//! to its key; the header's MAC, whose key comes from the data key, does.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};

use crate::error::{VaultError, VaultRefusal};

/// Length of a nonce, in bytes.
pub(crate) const NONCE: usize = 12;
/// Length of an authentication tag, in bytes.
pub(crate) const TAG: usize = 16;

/// Encrypts `buffer` in place; its last [`TAG`] bytes are free before and the tag after.
#[inline(never)]
pub(crate) fn seal_in_place(
    key: &[u8],
    nonce: [u8; NONCE],
    bound: &[u8],
    buffer: &mut [u8],
) -> Result<(), VaultError> {
    let refused = VaultError::from(VaultRefusal::Machine);
    let Ok(unbound) = UnboundKey::new(&AES_256_GCM, key) else {
        return Err(refused);
    };
    let Some((text, tag)) = buffer.split_last_chunk_mut::<TAG>() else {
        return Err(refused);
    };
    let nonce = Nonce::assume_unique_for_key(nonce);
    let made = LessSafeKey::new(unbound)
        .seal_in_place_separate_tag(nonce, Aad::from(bound), text)
        .map_err(|_| refused)?;
    tag.copy_from_slice(made.as_ref());
    Ok(())
}

/// Decrypts `buffer` (text and tag) in place; `None` when anything was altered.
#[inline(never)]
pub(crate) fn open_in_place<'a>(
    key: &[u8],
    nonce: [u8; NONCE],
    bound: &[u8],
    buffer: &'a mut [u8],
) -> Option<&'a mut [u8]> {
    let unbound = UnboundKey::new(&AES_256_GCM, key).ok()?;
    let nonce = Nonce::assume_unique_for_key(nonce);
    LessSafeKey::new(unbound)
        .open_in_place(nonce, Aad::from(bound), buffer)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changing_key_nonce_bound_bytes_or_text_is_noticed() {
        let mut sealed = *b"sixteen letters!0123456789abcdef";
        seal_in_place(&[1; 32], [2; 12], b"bound", &mut sealed).unwrap();
        let open = |key, nonce, bound: &[u8], flip: usize| {
            let mut copy = sealed;
            if flip < copy.len() {
                copy[flip] ^= 1;
            }
            open_in_place(&[key; 32], [nonce; 12], bound, &mut copy).map(|text| text.to_vec())
        };
        assert_eq!(
            open(1, 2, b"bound", 99).as_deref(),
            Some(&b"sixteen letters!"[..])
        );
        assert_eq!(open(9, 2, b"bound", 99), None, "key");
        assert_eq!(open(1, 9, b"bound", 99), None, "nonce");
        assert_eq!(open(1, 2, b"bounds", 99), None, "bound bytes");
        for flip in 0..sealed.len() {
            assert_eq!(open(1, 2, b"bound", flip), None, "byte {flip}");
        }
    }
}
