//! The opaque name of an adviser outside the file: 128 random bits, so that nothing can be guessed from it.

use std::fmt;
use std::str::FromStr;

/// An adviser's id on screens and in requests, 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicId(pub(crate) [u8; 16]);

/// A text that is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct PublicIdRefusal;

impl fmt::Display for PublicId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl FromStr for PublicId {
    type Err = PublicIdRefusal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.as_bytes();
        if digits.len() != 32 {
            return Err(PublicIdRefusal);
        }
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| PublicIdRefusal)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| PublicIdRefusal)?;
        }
        let id = Self(bytes);
        if id.to_string() == text {
            Ok(id)
        } else {
            Err(PublicIdRefusal)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_written_and_in_no_other_form() {
        let id = PublicId([0xa7; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        for text in [
            "",
            "a7",
            "A7A7A7A7A7A7A7A7A7A7A7A7A7A7A7A7",
            "+7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7",
        ] {
            assert_eq!(text.parse::<PublicId>(), Err(PublicIdRefusal), "{text}");
        }
    }
}
