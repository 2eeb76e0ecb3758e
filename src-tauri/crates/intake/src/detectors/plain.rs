//! Text in the form that patterns are looked for in: one byte a character, so that a dash from a word processor or a
//! full-width digit hides nothing.

use std::borrow::Cow;

/// Stands for any letter outside ASCII.
const LETTER: u8 = 0xff;

/// The text with one byte for each character that matters.
pub(super) fn plain(text: &str) -> Cow<'_, [u8]> {
    if text.is_ascii() && !text.contains('_') {
        Cow::Borrowed(text.as_bytes())
    } else {
        Cow::Owned(text.chars().filter_map(plain_character).collect())
    }
}

fn plain_character(character: char) -> Option<u8> {
    match character {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' => Some(b'-'),
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

/// Words between a label and its number: "NI no. is JG 10 37 59".
const BETWEEN: [&[u8]; 9] = [
    b"no", b"nr", b"num", b"number", b"ref", b"id", b"is", b"was", b"as",
];

/// Whether one of these labels, in small letters, stands in front of a place, with no more between than a sign and a
/// word such as "no".
pub(super) fn is_labelled(bytes: &[u8], at: usize, labels: &[&[u8]]) -> bool {
    let ahead = bytes.get(at.saturating_sub(40)..at).unwrap_or_default();
    let mut ahead = without_signs(ahead);
    loop {
        if labels.iter().any(|label| ends_with_word(ahead, label)) {
            return true;
        }
        let Some(word) = BETWEEN.iter().find(|word| ends_with_word(ahead, word)) else {
            return false;
        };
        ahead = without_signs(ahead.get(..ahead.len() - word.len()).unwrap_or_default());
    }
}

fn without_signs(bytes: &[u8]) -> &[u8] {
    let signs = bytes
        .iter()
        .rev()
        .take_while(|byte| b" .:;#=-(".contains(byte));
    bytes.get(..bytes.len() - signs.count()).unwrap_or_default()
}

fn ends_with_word(bytes: &[u8], word: &[u8]) -> bool {
    let Some(start) = bytes.len().checked_sub(word.len()) else {
        return false;
    };
    let end = bytes.get(start..).unwrap_or_default();
    end.eq_ignore_ascii_case(word) && is_edge(before(bytes, start))
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
