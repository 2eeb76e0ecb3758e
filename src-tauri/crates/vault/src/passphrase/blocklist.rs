//! Passphrases an attacker tries first: our own name and the team's, one piece repeated,
//! runs along the alphabet or the keyboard, and whatever zxcvbn (which carries the 30,000
//! commonest passwords) can guess in fewer than ten thousand million tries.

use zeroize::Zeroizing;

use super::strength::{Strength, StrengthLevel};

/// Why a passphrase is too easy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Blocked {
    /// Mostly one repeated piece, or very few different characters.
    #[error("it repeats itself")]
    Repeats,
    /// Mostly a run such as abcdef, 123456 or qwerty.
    #[error("it follows the alphabet or the keyboard")]
    Runs,
    /// Little more than the name of the program, the organisation or the team.
    #[error("it is little more than a name")]
    Names,
    /// A well-known password or a small change to one.
    #[error("it is among those tried first")]
    Known,
}

const OUR_NAME: &str = "plumbline";
const FEWEST_DIFFERENT: usize = 5;
/// Letters and digits that must remain beside names.
const BESIDE_NAMES: usize = 8;
const ROWS: [&str; 8] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qwertzuiop",
    "azertyuiop",
];

/// The first reason against a passphrase, if there is one.
pub(super) fn find(passphrase: &str, known: &[&str]) -> Option<Blocked> {
    let plain: Zeroizing<Vec<char>> = Zeroizing::new(
        passphrase
            .chars()
            .flat_map(char::to_lowercase)
            .filter(|one| one.is_alphanumeric())
            .collect(),
    );
    let everything: Zeroizing<Vec<char>> = Zeroizing::new(passphrase.chars().collect());
    if repeats(&everything) || repeats(&plain) {
        return Some(Blocked::Repeats);
    }
    if runs(&plain) {
        return Some(Blocked::Runs);
    }
    if plain.len() >= BESIDE_NAMES && beside_names(&plain, known) < BESIDE_NAMES {
        return Some(Blocked::Names);
    }
    match Strength::estimate(passphrase, known).level() {
        StrengthLevel::TooEasy => Some(Blocked::Known),
        StrengthLevel::Fair | StrengthLevel::Good | StrengthLevel::Strong => None,
    }
}

/// Whether the text is one short piece over and over, or few different characters.
fn repeats(text: &[char]) -> bool {
    let mut different = Zeroizing::new(text.to_vec());
    different.sort_unstable();
    different.dedup();
    let piece_repeats = |period: usize| {
        let shifted = text.iter().skip(period);
        text.iter().zip(shifted).all(|(one, other)| one == other)
    };
    let periodic = (1..=text.len() / 2).any(piece_repeats);
    !text.is_empty() && (different.len() < FEWEST_DIFFERENT || periodic)
}

/// Whether more than half of the steps follow a row of the alphabet or the keyboard.
fn runs(text: &[char]) -> bool {
    let neighbours = |pair: &[char]| {
        let [one, other] = pair else {
            return false;
        };
        ROWS.iter().any(|row| {
            let steps = row.chars().zip(row.chars().skip(1));
            steps
                .into_iter()
                .any(|step| step == (*one, *other) || step == (*other, *one))
        })
    };
    let steps = text.windows(2).filter(|pair| neighbours(pair)).count();
    text.len() > 3 && 2 * steps > text.len() - 1
}

/// How much is left when every occurrence of a name is taken out.
fn beside_names(plain: &[char], known: &[&str]) -> usize {
    let mut rest: Zeroizing<String> = Zeroizing::new(plain.iter().collect());
    for name in known.iter().chain([&OUR_NAME]) {
        let words = name.split(|one: char| !one.is_alphanumeric());
        for word in words.filter(|word| word.chars().count() > 2) {
            rest = Zeroizing::new(rest.replace(&word.to_lowercase(), ""));
        }
    }
    rest.chars().count()
}
