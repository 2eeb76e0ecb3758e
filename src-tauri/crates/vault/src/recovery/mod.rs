//! The recovery code: the way back when the passphrase is forgotten. 130 random bits as 26
//! Crockford base32 symbols (no I, L, O, U; O reads as 0, I and L as 1, case and dashes do
//! not matter) and two check symbols, shown as 7 groups of 4.
//!
//! The check symbols are a Reed-Solomon code over GF(32): one wrong symbol anywhere is not
//! only noticed but located, so the group to look at can be pointed at.

mod field;

use zeroize::{Zeroize as _, Zeroizing};

use crate::error::VaultError;
use crate::random;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS: usize = 28;
const SECRET_SYMBOLS: usize = 26;
const GROUP: usize = 4;
/// Groups of a code as it is shown.
pub const RECOVERY_GROUPS: usize = SYMBOLS / GROUP;

/// A recovery code, wiped when dropped.
pub struct RecoveryCode(Zeroizing<[u8; SYMBOLS]>);

/// Why a typed recovery code cannot be one. Groups are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryRefusal {
    /// Too few or too many symbols; `group` is the first that is not four long, if the
    /// code was typed with separators.
    #[error("a recovery code has seven groups of four")]
    Length {
        /// The group to look at.
        group: Option<usize>,
    },
    /// A character that no code contains.
    #[error("group {group} has a character that no code contains")]
    Character {
        /// The group to look at.
        group: usize,
    },
    /// Exactly one symbol is wrong, or it looks so: this is the group to look at first.
    #[error("look at group {group} first")]
    Mistyped {
        /// The group to look at.
        group: usize,
    },
    /// Several symbols are wrong.
    #[error("more than one character is wrong")]
    MistypedSeveral,
}

impl RecoveryCode {
    /// A new random code. It opens nothing until it is given to a vault.
    pub fn make() -> Result<Self, VaultError> {
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        random::fill(symbols.get_mut(..SECRET_SYMBOLS).unwrap_or_default())?;
        for symbol in symbols.iter_mut() {
            *symbol &= 31;
        }
        field::set_check(&mut symbols);
        Ok(Self(symbols))
    }

    /// Reads a typed code, forgiving case, dashes, blanks and look-alikes.
    pub fn parse(typed: &str) -> Result<Self, RecoveryRefusal> {
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        let mut count = 0;
        for character in typed.chars().filter(|one| !is_separator(*one)) {
            let group = count / GROUP + 1;
            let value = value_of(character).ok_or(RecoveryRefusal::Character { group })?;
            if let Some(place) = symbols.get_mut(count) {
                *place = value;
            }
            count += 1;
        }
        if count != SYMBOLS {
            let group = typed
                .split(is_separator)
                .filter(|part| !part.is_empty())
                .position(|part| part.chars().count() != GROUP)
                .map(|place| place + 1)
                .filter(|_| typed.contains(is_separator));
            return Err(RecoveryRefusal::Length { group });
        }
        match field::check(&symbols) {
            field::Check::Sound => Ok(Self(symbols)),
            field::Check::OneWrong(place) => Err(RecoveryRefusal::Mistyped {
                group: place / GROUP + 1,
            }),
            field::Check::SeveralWrong => Err(RecoveryRefusal::MistypedSeveral),
        }
    }

    /// The code as it is shown and printed: capitals, groups of four joined by dashes.
    pub fn shown(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS + RECOVERY_GROUPS));
        for (place, symbol) in self.0.iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(letter(*symbol));
        }
        text
    }

    /// Whether a typed group is group `group` (counted from 1) of this code.
    pub fn is_group(&self, group: usize, typed: &str) -> bool {
        let values = typed
            .chars()
            .filter(|one| !is_separator(*one))
            .map(value_of);
        let Some(wanted) = group
            .checked_sub(1)
            .and_then(|place| self.0.chunks(GROUP).nth(place))
        else {
            return false;
        };
        values.eq(wanted.iter().map(|symbol| Some(*symbol)))
    }

    /// The 28 symbols in capitals, from which the wrapping key is derived.
    pub(crate) fn to_key_material(&self) -> Zeroizing<[u8; SYMBOLS]> {
        let mut text = Zeroizing::new([0; SYMBOLS]);
        for (place, symbol) in text.iter_mut().zip(self.0.iter()) {
            *place = ALPHABET
                .get(usize::from(*symbol))
                .copied()
                .unwrap_or_default();
        }
        text
    }
}

impl Drop for RecoveryCode {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Two different groups (counted from 1) to be typed back, chosen at random.
pub fn make_groups_to_confirm() -> Result<[usize; 2], VaultError> {
    let groups = u8::try_from(RECOVERY_GROUPS).unwrap_or(u8::MAX);
    // 252 is a multiple of 7: values from there on would favour the first groups.
    loop {
        let [first, second] = random::make_bytes::<2>()?;
        if first < 252 && second < 252 && first % groups != second % groups {
            return Ok([first, second].map(|byte| usize::from(byte % groups) + 1));
        }
    }
}

fn is_separator(character: char) -> bool {
    character == '-' || character == '\u{2013}' || character.is_whitespace()
}

fn letter(symbol: u8) -> char {
    ALPHABET
        .get(usize::from(symbol))
        .copied()
        .unwrap_or_default()
        .into()
}

fn value_of(character: char) -> Option<u8> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET
        .iter()
        .position(|known| char::from(*known) == plain)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests;
