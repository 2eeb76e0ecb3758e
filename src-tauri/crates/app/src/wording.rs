//! The one copy of the words that the whole app speaks with.

use std::sync::LazyLock;
pub use words::Arg;
use words::Words;

static WORDS: LazyLock<Words> = LazyLock::new(Words::english);

/// The words, read once.
pub fn words() -> &'static Words {
    &WORDS
}
