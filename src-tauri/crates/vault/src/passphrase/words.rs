//! The generator: four words drawn evenly from a list of 7,776 (EFF's large word list), so
//! 4 × log2(7,776) = 51.7 bits. Three such words (38.8 bits) are accepted when typed, four
//! are offered (security.md 2.2, reference 29).

use zeroize::Zeroizing;

use super::strength::Strength;
use crate::error::{VaultError, VaultRefusal};
use crate::random;

/// Words of a generated passphrase.
pub const GENERATED_WORDS: u32 = 4;
const LIST: &str = include_str!("words.txt");
const COUNT: u16 = 7_776;
/// Random numbers from here on are drawn again: 65,536 is no multiple of 7,776.
const DRAWN_AGAIN: u16 = COUNT * 8;
const LONGEST: usize = 64;

/// A passphrase of four random words with blanks between, and its exact strength.
pub fn make_passphrase() -> Result<(Zeroizing<String>, Strength), VaultError> {
    let mut text = Zeroizing::new(String::with_capacity(LONGEST));
    for _ in 0..GENERATED_WORDS {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(make_word()?);
    }
    let strength = Strength::of_words(GENERATED_WORDS, COUNT.into());
    Ok((text, strength))
}

fn make_word() -> Result<&'static str, VaultError> {
    loop {
        let number = u16::from_le_bytes(random::make_bytes()?);
        if number < DRAWN_AGAIN {
            let word = words().nth(usize::from(number % COUNT));
            return word.ok_or(VaultRefusal::Machine.into());
        }
    }
}

fn words() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passphrase::Passphrase;

    #[test]
    fn the_list_is_as_long_and_as_distinct_as_its_bits_claim() {
        let distinct: std::collections::BTreeSet<_> = words().collect();
        assert_eq!(words().count(), usize::from(COUNT));
        assert_eq!(distinct.len(), usize::from(COUNT));
        assert!(words().all(|word| word.len() >= 3 && word.is_ascii()));
        let bits = Strength::of_words(4, 7_776).bits();
        assert!((bits - 51.7).abs() < 0.01, "{bits}");
    }

    #[test]
    fn what_is_offered_is_accepted() {
        for _ in 0..10 {
            let (text, _) = make_passphrase().unwrap();
            assert_eq!(text.split(' ').count(), 4);
            assert!(text.len() <= LONGEST, "{}", text.len());
            assert!(Passphrase::parse_new(&text, &[]).is_ok(), "{}", *text);
        }
    }
}
