//! Two header copies, of which one may be torn or damaged at any time. The higher valid
//! generation counts; the other stands in only when that one is damaged.

use super::{HEADER, Header};
use crate::error::{Damage, VaultError};

/// What was found where the two copies lie.
pub(crate) struct Pair {
    /// Copies to try, best first, with the place (0 or 1) each was read from.
    pub(crate) candidates: Vec<(usize, Header)>,
    /// Whether a copy failed its keyless checks.
    pub(crate) one_damaged: bool,
    /// Whether both are valid but not the same.
    pub(crate) differ: bool,
}

/// Judges the first 16,384 bytes of a file.
pub(crate) fn read_pair(bytes: &[u8]) -> Result<Pair, VaultError> {
    let (first, rest) = bytes.split_at(HEADER.min(bytes.len()));
    let read = [Header::parse(first), Header::parse(rest)];
    match read {
        [Ok(a), Ok(b)] if a.vault_id != b.vault_id => {
            // A copy from another vault: the keyed checks decide which one is ours.
            Ok(pair_of(vec![(0, a), (1, b)], true))
        }
        [Ok(a), Ok(b)] => {
            let differ = a != b;
            let ordered = if b.generation > a.generation {
                vec![(1, b), (0, a)]
            } else {
                vec![(0, a), (1, b)]
            };
            Ok(pair_of(ordered, differ))
        }
        // A valid copy of a newer format is left alone, whatever the other one says.
        [Err(VaultError::TooNew), _] | [_, Err(VaultError::TooNew)] => Err(VaultError::TooNew),
        [Ok(only), Err(_)] => Ok(one(0, only)),
        [Err(_), Ok(only)] => Ok(one(1, only)),
        [Err(VaultError::NotAVault), Err(VaultError::NotAVault)]
        | [Err(VaultError::Damaged(Damage::Length)), Err(_)] => Err(VaultError::NotAVault),
        [Err(VaultError::Damaged(Damage::Parameters)), Err(_)] => Err(Damage::Parameters.into()),
        [Err(_), Err(VaultError::Damaged(Damage::Length))] => Err(Damage::Length.into()),
        [Err(_), Err(_)] => Err(Damage::Header.into()),
    }
}

fn pair_of(candidates: Vec<(usize, Header)>, differ: bool) -> Pair {
    Pair {
        candidates,
        one_damaged: false,
        differ,
    }
}

fn one(place: usize, only: Header) -> Pair {
    Pair {
        candidates: vec![(place, only)],
        one_damaged: true,
        differ: false,
    }
}
