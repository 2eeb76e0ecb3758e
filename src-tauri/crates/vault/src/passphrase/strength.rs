//! How long a passphrase would hold, in a word and in years. The estimate is zxcvbn's
//! (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016,
//! pp. 157–173). Its working copies of the passphrase are not wiped: estimate what is
//! being chosen, never what is typed to unlock.

/// A strength in one of four words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StrengthLevel {
    /// Fewer than 10^10 guesses.
    TooEasy,
    /// Fewer than 10^12 guesses.
    Fair,
    /// Fewer than 10^14 guesses.
    Good,
    /// At least 10^14 guesses.
    Strong,
}

/// An estimate of the guesses a passphrase withstands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    guesses_log10: f64,
}

const SECONDS_PER_YEAR: f64 = 31_557_600.0;

impl Strength {
    /// Estimates a passphrase being chosen; `known` are words an attacker tries first.
    pub fn estimate(passphrase: &str, known: &[&str]) -> Self {
        let mut tried = vec!["plumbline"];
        tried.extend(known);
        Self {
            guesses_log10: zxcvbn::zxcvbn(passphrase, &tried).guesses_log10(),
        }
    }

    /// The strength of `words` words drawn evenly from `list` words: no estimate.
    pub fn of_words(words: u32, list: u32) -> Self {
        Self {
            guesses_log10: f64::from(words) * f64::from(list).log10(),
        }
    }

    /// The strength in bits: base-2 logarithm of the guesses.
    pub fn bits(self) -> f64 {
        self.guesses_log10 * std::f64::consts::LOG2_10
    }

    /// The strength in a word.
    pub fn level(self) -> StrengthLevel {
        match self.guesses_log10 {
            guesses if guesses < 10.0 => StrengthLevel::TooEasy,
            guesses if guesses < 12.0 => StrengthLevel::Fair,
            guesses if guesses < 14.0 => StrengthLevel::Good,
            _ => StrengthLevel::Strong,
        }
    }

    /// Years until a search has probably succeeded (half of all guesses), on `machines`
    /// machines of which each takes `seconds_per_guess`.
    pub fn years_to_guess(self, seconds_per_guess: f64, machines: f64) -> f64 {
        10_f64.powf(self.guesses_log10) / 2.0 * seconds_per_guess / machines / SECONDS_PER_YEAR
    }
}
