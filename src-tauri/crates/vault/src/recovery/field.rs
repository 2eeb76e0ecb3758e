//! Arithmetic of the check symbols: GF(32) with x⁵ + x² + 1, generator 2. A word c is
//! sound when Σ cᵢ = 0 and Σ cᵢ·2ⁱ = 0 (Reed-Solomon, distance 3: Reed and Solomon,
//! "Polynomial codes over certain finite fields", J. SIAM 8, 1960, pp. 300–304).

use super::SYMBOLS;

/// What the check symbols say.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Check {
    Sound,
    /// The place at which one wrong symbol explains everything.
    OneWrong(usize),
    SeveralWrong,
}

fn times(mut left: u8, mut right: u8) -> u8 {
    let mut product = 0;
    while right != 0 {
        if right & 1 != 0 {
            product ^= left;
        }
        left <<= 1;
        if left & 32 != 0 {
            left ^= 0b10_0101;
        }
        right >>= 1;
    }
    product
}

fn power(place: usize) -> u8 {
    (0..place).fold(1, |value, _| times(value, 2))
}

fn inverse(value: u8) -> u8 {
    // a³¹ = 1 for every a ≠ 0, so a³⁰ is its inverse.
    (0..30).fold(1, |product, _| times(product, value))
}

fn sums(symbols: &[u8; SYMBOLS]) -> (u8, u8) {
    let mut weight = 1;
    let mut sums = (0, 0);
    for symbol in symbols {
        sums.0 ^= symbol;
        sums.1 ^= times(*symbol, weight);
        weight = times(weight, 2);
    }
    sums
}

/// Sets the last two symbols so that both sums are zero.
pub(super) fn set_check(symbols: &mut [u8; SYMBOLS]) {
    let [.., first, second] = symbols;
    (*first, *second) = (0, 0);
    let (plain, weighted) = sums(symbols);
    let (at_first, at_second) = (power(SYMBOLS - 2), power(SYMBOLS - 1));
    let value = times(
        weighted ^ times(plain, at_second),
        inverse(at_first ^ at_second),
    );
    let [.., first, second] = symbols;
    (*first, *second) = (value, plain ^ value);
}

/// Judges a word.
pub(super) fn check(symbols: &[u8; SYMBOLS]) -> Check {
    match sums(symbols) {
        (0, 0) => Check::Sound,
        (0, _) | (_, 0) => Check::SeveralWrong,
        (plain, weighted) => {
            let weight = times(weighted, inverse(plain));
            (0..SYMBOLS)
                .find(|place| power(*place) == weight)
                .map_or(Check::SeveralWrong, Check::OneWrong)
        }
    }
}
