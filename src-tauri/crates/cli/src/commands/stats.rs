//! `stats`: any method on a plain file.

use super::read_text;
use crate::exit::Failure;
use crate::print::{Manner, say};
use crate::session::{input, unreadable};
use crate::words::{plain, tell};
use app::methods::{MethodRefusal, names, run_method};
use serde_json::Value;
use std::path::Path;

/// Runs a method and prints its answer, which is JSON for people too.
pub(super) fn stats(
    method: &str,
    file: &Path,
    options: Option<&Path>,
    manner: Manner,
) -> Result<(), Failure> {
    let options = match options {
        None => Value::Null,
        Some(path) => serde_json::from_str(&read_text(path, "--options")?)
            .map_err(|_| Failure::Usage(plain("terminal-options-form")))?,
    };
    let figures = std::fs::read(input(file, "FILE")?)
        .map_err(|_| unreadable("terminal-file-unreadable", "FILE"))?;
    match run_method(method, &figures, &options) {
        Ok(answer) => {
            say(&serde_json::to_string_pretty(&answer).unwrap_or_default());
            Ok(())
        }
        Err(refusal @ MethodRefusal::UnknownMethod) => {
            let known: Vec<&str> = names().collect();
            Err(Failure::Usage(tell(
                "terminal-methods",
                &[("refusal", &refusal), ("names", &known.join(", "))],
            )))
        }
        Err(refusal @ MethodRefusal::BadOption(_)) => Err(Failure::Usage(refusal.to_string())),
        Err(
            refusal @ (MethodRefusal::NotCsv
            | MethodRefusal::MissingColumn(_)
            | MethodRefusal::BadCell { .. }),
        ) => {
            manner.complaint("intake_refused", &refusal.to_string());
            Err(Failure::InputRefused)
        }
    }
}
