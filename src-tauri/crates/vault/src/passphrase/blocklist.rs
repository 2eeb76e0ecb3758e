//! Passphrases an attacker tries first.

/// Why a passphrase is too easy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Blocked {
    /// Mostly one repeated piece.
    #[error("it repeats itself")]
    Repeats,
}

/// The first reason against a passphrase, if there is one.
pub(super) fn find(_passphrase: &str, _known: &[&str]) -> Option<Blocked> {
    None
}
