//! The passphrase: what the manager types. Length counts, composition does not: at least
//! 15 characters after NFKC, no rules about digits or signs, no expiry (NIST SP 800-63B-4;
//! security.md 2.2). Known, repeated and sequential ones are refused.

mod blocklist;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

pub use blocklist::Blocked;

/// Fewest characters of a new passphrase, after NFKC.
pub const SHORTEST_PASSPHRASE: usize = 15;
/// Most bytes of a passphrase as typed.
pub const LONGEST_PASSPHRASE: usize = 1_024;
/// NFKC makes at most 18 characters of one (U+FDFA), so the text never moves in memory.
const ROOM: usize = LONGEST_PASSPHRASE * 18;

/// A passphrase after NFKC, wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

/// Why a passphrase cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseRefusal {
    /// Fewer than 15 characters.
    #[error("a passphrase has at least 15 characters")]
    TooShort {
        /// Characters still missing.
        missing: usize,
    },
    /// More than 1,024 bytes.
    #[error("a passphrase has at most 1,024 bytes")]
    TooLong,
    /// Too easy to guess, whatever its length.
    #[error("this passphrase is too easy to guess: {0}")]
    Blocked(Blocked),
}

impl Passphrase {
    /// A passphrase typed to open a vault: only its length in bytes is limited.
    pub fn parse_typed(typed: &str) -> Result<Self, PassphraseRefusal> {
        if typed.len() > LONGEST_PASSPHRASE {
            return Err(PassphraseRefusal::TooLong);
        }
        let mut text = Zeroizing::new(String::with_capacity(ROOM));
        text.extend(typed.nfkc());
        Ok(Self(text))
    }

    /// A passphrase typed to protect a vault from now on. `known` are words an attacker
    /// would try first: the names of the organisation and of the team.
    pub fn parse_new(typed: &str, known: &[&str]) -> Result<Self, PassphraseRefusal> {
        let passphrase = Self::parse_typed(typed)?;
        let count = passphrase.0.chars().count();
        if count < SHORTEST_PASSPHRASE {
            let missing = SHORTEST_PASSPHRASE - count;
            return Err(PassphraseRefusal::TooShort { missing });
        }
        match blocklist::find(&passphrase.0, known) {
            Some(blocked) => Err(PassphraseRefusal::Blocked(blocked)),
            None => Ok(passphrase),
        }
    }

    /// Whether two passphrases are the same.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// The bytes from which the wrapping key is derived.
    pub(crate) fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
