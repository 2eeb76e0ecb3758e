//! The passphrase: what the manager types. Length counts, composition does not: at least
//! 15 characters after NFKC, no rules about digits or signs, no expiry (NIST SP 800-63B-4;
//! security.md 2.2). Known, repeated and sequential ones are refused.

mod blocklist;
mod strength;
mod words;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

pub use blocklist::Blocked;
pub use strength::{Strength, StrengthLevel};
pub use words::{GENERATED_WORDS, make_passphrase};

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

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(typed: &str) -> Option<PassphraseRefusal> {
        Passphrase::parse_new(typed, &["Harbour Employment", "Quayside team"]).err()
    }

    #[test]
    fn length_is_counted_in_characters_after_normal_form() {
        assert_eq!(
            refused("fourteen chars"),
            Some(PassphraseRefusal::TooShort { missing: 1 })
        );
        assert_eq!(
            refused(""),
            Some(PassphraseRefusal::TooShort { missing: 15 })
        );
        assert_eq!(
            refused(&"x".repeat(1_025)),
            Some(PassphraseRefusal::TooLong)
        );
        assert_eq!(refused("lundi ciel été vélo"), None);
    }

    #[test]
    fn one_passphrase_typed_in_two_ways_is_the_same() {
        let composed = Passphrase::parse_typed("vélo \u{fb01}ne").unwrap();
        let decomposed = Passphrase::parse_typed("ve\u{301}lo fine").unwrap();
        assert!(composed.is_same(&decomposed));
    }

    #[test]
    fn the_widest_character_does_not_move_the_text() {
        let typed = "\u{fdfa}".repeat(341);
        let passphrase = Passphrase::parse_typed(&typed).unwrap();
        assert_eq!(
            passphrase.0.capacity(),
            ROOM,
            "a moved text leaves a copy behind"
        );
    }

    #[test]
    fn easy_ones_are_refused_with_their_reason() {
        let cases = [
            ("aaaaaaaaaaaaaaaaaaaa", Blocked::Repeats),
            ("sunshinesunshinesunshine", Blocked::Repeats),
            ("abababababcbabab", Blocked::Repeats),
            ("abcdefghijklmnop", Blocked::Runs),
            ("qwertyuiopasdfgh", Blocked::Runs),
            ("98765432109876543", Blocked::Runs),
            ("Plumbline-Plumbline 2026", Blocked::Repeats),
            ("plumbline harbour 2026", Blocked::Names),
            ("Quayside Harbour 1", Blocked::Names),
            ("password1password12", Blocked::Known),
        ];
        for (typed, reason) in cases {
            let Some(PassphraseRefusal::Blocked(found)) = refused(typed) else {
                panic!("{typed} must be blocked");
            };
            let either = found == reason || (reason == Blocked::Repeats && found == Blocked::Names);
            assert!(either, "{typed}: {found:?}");
        }
    }

    #[test]
    fn plain_long_ones_are_accepted() {
        for typed in [
            "four plain words here",
            "my harbour bicycle melts slowly",
            "correct pony battery stapler",
        ] {
            assert_eq!(refused(typed), None, "{typed}");
        }
    }

    #[test]
    fn strength_is_said_in_words_and_years() {
        let weak = Strength::estimate("password1password12", &[]);
        let strong = Strength::of_words(4, 7_776);
        assert_eq!(weak.level(), StrengthLevel::TooEasy);
        assert_eq!(strong.level(), StrengthLevel::Strong);
        let years = strong.years_to_guess(0.42, 1.0);
        assert!(
            (2.4e7..2.5e7).contains(&years),
            "half of 49 million core-years: {years}"
        );
    }
}
