//! Random bytes from the operating system. The vault is an edge: keys, salts and nonces
//! come from here and nowhere else.

use ring::rand::{SecureRandom as _, SystemRandom};

use crate::error::{VaultError, VaultRefusal};

/// Fills `buffer` from the operating system's generator.
pub(crate) fn fill(buffer: &mut [u8]) -> Result<(), VaultError> {
    SystemRandom::new()
        .fill(buffer)
        .map_err(|_| VaultRefusal::Machine.into())
}

/// An array of random bytes, for salts, nonces and identifiers (not for keys).
pub(crate) fn make_bytes<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}
