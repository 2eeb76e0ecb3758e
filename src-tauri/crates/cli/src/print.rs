//! What reaches the terminal: sentences for people, or exactly one JSON document.

use crate::exit::Failure;
use crate::words::plain;
use app::view::NoticeView;
use clap::error::ErrorKind;
use serde::Serialize;
use serde_json::json;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;

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

    /// Prints an answer that says no: sentences go where errors go. A document stays the one document on standard
    /// output, and standard error says why in the form of every error.
    pub(crate) fn refusal<T: Serialize>(
        self,
        code: &str,
        answer: &T,
        lines: impl FnOnce(&T) -> Vec<String>,
    ) {
        let words = lines(answer).join("\n");
        match self {
            Self::Json => {
                self.answer(answer, |_| Vec::new());
                self.complaint(code, words.trim());
            }
            Self::Sentences => complain(&words),
        }
    }

    /// Prints why an input was turned away, for what has no error of the app's own.
    pub(crate) fn complaint(self, code: &str, words: &str) {
        match self {
            Self::Json => {
                let document = json!({ "code": code, "message": words, "hint": null });
                complain(&document.to_string());
            }
            Self::Sentences => complain(words),
        }
    }

    /// Says what opening a vault found, beside the answer; a JSON document has its place for it.
    pub(crate) fn notices(self, notices: &[NoticeView]) {
        if self == Self::Sentences {
            for notice in notices {
                complain(&notice.message);
                notice.hint.iter().for_each(|hint| complain(hint));
            }
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
            (_, Failure::Usage(words)) => self.complaint("usage", words),
            (_, Failure::Interrupted) => {
                self.complaint("interrupted", &plain("terminal-stopped"));
            }
        }
    }
}

/// Help and version as asked for; a line that does not fit as one document where one is expected.
pub(crate) fn usage(help_or_fault: &clap::Error) -> ExitCode {
    let is_asked_for = matches!(
        help_or_fault.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    );
    if !is_asked_for && std::env::args_os().any(|word| word == "--json") {
        let words = help_or_fault.to_string();
        // What is wrong and its list of arguments stand before the usage.
        let wrong = words.split("\n\n").next().unwrap_or_default();
        let wrong: Vec<&str> = wrong.lines().map(str::trim).collect();
        let message = wrong.join(" ");
        let message = message.strip_prefix("error: ").unwrap_or(&message);
        let hint = plain("terminal-usage-hint");
        complain(&json!({ "code": "usage", "message": message, "hint": hint }).to_string());
    } else {
        drop(help_or_fault.print());
    }
    ExitCode::from(u8::try_from(help_or_fault.exit_code()).unwrap_or(2))
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
