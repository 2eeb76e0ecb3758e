//! What reaches the terminal: sentences for people, or exactly one JSON document.

use crate::exit::Failure;
use serde::Serialize;
use serde_json::json;
use std::io::{IsTerminal, Write, stderr, stdout};

/// How answers are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Plain sentences.
    Sentences,
    /// One JSON document.
    Json,
}

impl Manner {
    /// Prints an answer: as JSON, or as the lines made from it.
    pub(crate) fn answer<T: Serialize>(self, answer: &T, lines: impl FnOnce(&T) -> Vec<String>) {
        match self {
            Self::Json => say(&serde_json::to_string_pretty(answer).unwrap_or_default()),
            Self::Sentences => say(&lines(answer).join("\n")),
        }
    }

    /// Prints why an input was turned away, for what has no error of the app's own.
    pub(crate) fn complaint(self, code: &str, words: &str) {
        match self {
            Self::Json => {
                complain(&json!({ "code": code, "message": words, "hint": null }).to_string())
            }
            Self::Sentences => complain(words),
        }
    }

    /// Prints why a command did not succeed.
    pub(crate) fn failure(self, failure: &Failure) {
        match (self, failure) {
            (_, Failure::Refused | Failure::Damaged | Failure::InputRefused) => {}
            (Self::Json, Failure::App(error)) => {
                let document =
                    json!({ "code": error.code, "message": error.message, "hint": error.hint });
                complain(&document.to_string());
            }
            (Self::Sentences, Failure::App(error)) => {
                complain(&error.message);
                if let Some(hint) = &error.hint {
                    complain(hint);
                }
            }
            (Self::Json, Failure::Usage(words)) => {
                complain(&json!({ "code": "usage", "message": words, "hint": null }).to_string());
            }
            (Self::Sentences, Failure::Usage(words)) => complain(words),
            (_, Failure::Interrupted) => complain("Stopped. Nothing was changed."),
        }
    }
}

/// Whether somebody watches, so that a progress bar makes sense.
pub(crate) fn is_watched() -> bool {
    stderr().is_terminal()
}

/// Writes to standard output; a closed pipe ends nothing half-done, so it is not an error.
pub(crate) fn say(text: &str) {
    let mut out = stdout().lock();
    drop(writeln!(out, "{text}"));
    drop(out.flush());
}

fn complain(text: &str) {
    drop(writeln!(stderr().lock(), "{text}"));
}
