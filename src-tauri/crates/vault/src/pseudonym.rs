//! Look-ups of sealed text: an alias is stored only sealed, so finding and telling apart
//! goes through a keyed digest of its normal form (rulings 9). Without the vault's key the
//! digest says nothing, not even whether two vaults hold the same person.

use ring::hmac;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Makes pseudonyms for one vault.
pub struct Pseudonyms(hmac::Key);

impl Pseudonyms {
    pub(crate) fn new(key: hmac::Key) -> Self {
        Self(key)
    }

    /// The pseudonym of a text of some `kind` (such as "alias"): NFKC, lower case, blanks
    /// trimmed and folded, so that what reads the same is found.
    pub fn derive(&self, kind: &str, text: &str) -> [u8; 32] {
        let lower: Zeroizing<String> =
            Zeroizing::new(text.nfkc().flat_map(char::to_lowercase).collect());
        let mut context = hmac::Context::with_key(&self.0);
        context.update(kind.as_bytes());
        for word in lower.split_whitespace() {
            context.update(&[0]);
            context.update(word.as_bytes());
        }
        let mut pseudonym = [0; 32];
        for (place, byte) in pseudonym.iter_mut().zip(context.sign().as_ref()) {
            *place = *byte;
        }
        pseudonym
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(key: u8, kind: &str, text: &str) -> [u8; 32] {
        Pseudonyms::new(hmac::Key::new(hmac::HMAC_SHA256, &[key; 32])).derive(kind, text)
    }

    #[test]
    fn what_reads_the_same_is_found_and_nothing_else() {
        let plain = of(1, "alias", "Dev Three");
        assert_eq!(plain, of(1, "alias", "  dev   THREE "));
        assert_eq!(plain, of(1, "alias", "\u{ff24}ev Three"), "full width");
        assert_ne!(plain, of(1, "alias", "DevThree"));
        assert_ne!(plain, of(1, "name", "Dev Three"), "kind");
        assert_ne!(plain, of(2, "alias", "Dev Three"), "vault");
    }
}
