//! Text in the form that patterns are looked for in: one byte a character, so that a dash from a word processor or a
//! full-width digit hides nothing.

use std::borrow::Cow;

/// Stands for any letter outside ASCII.
const LETTER: u8 = 0xff;

/// The text with one byte for each character that matters.
pub(super) fn plain(text: &str) -> Cow<'_, [u8]> {
    if text.is_ascii() {
        Cow::Borrowed(text.as_bytes())
    } else {
        Cow::Owned(text.chars().filter_map(plain_character).collect())
    }
}

fn plain_character(character: char) -> Option<u8> {
    match character {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some(b'-'),
        '\u{ff01}'..='\u{ff5e}' => {
            u8::try_from(u32::from(character).saturating_sub(0xff01 - 0x21)).ok()
        }
        ascii if ascii.is_ascii() => u8::try_from(ascii).ok(),
        space if space.is_whitespace() => Some(b' '),
        letter if letter.is_alphanumeric() => Some(LETTER),
        _ => Some(b'?'),
    }
}

/// Whether a pattern may begin or end beside this byte.
pub(super) fn is_edge(byte: Option<u8>) -> bool {
    byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && byte != LETTER)
}

pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == LETTER
}

/// The byte before a place.
pub(super) fn before(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at.checked_sub(1)?).copied()
}

/// The pattern of a text's characters: `A` a capital, `a` a letter, `9` a digit, everything else as it is.
pub(crate) fn mask(text: &str) -> String {
    let shape = |character: char| match character {
        digit if digit.is_numeric() => '9',
        capital if capital.is_uppercase() => 'A',
        letter if letter.is_alphabetic() => 'a',
        control if control.is_control() => ' ',
        other => other,
    };
    let mut shown: String = text.chars().take(40).map(shape).collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}
