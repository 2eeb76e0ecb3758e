#![doc = include_str!("../README.md")]

mod args;
mod commands;
mod exit;
mod interrupt;
mod print;
mod secret;
mod session;
mod words;

use app::error::{AppError, ErrorCode};
use clap::Parser;
use print::Manner;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

fn main() -> ExitCode {
    // What this computer does not offer cannot be helped here; the window's log names it.
    drop(app::vault::harden());
    let line = match args::Line::try_parse() {
        Ok(line) => line,
        Err(help_or_fault) => return print::usage(&help_or_fault),
    };
    let manner = if line.json {
        Manner::Json
    } else {
        Manner::Sentences
    };
    // A panic's own message may hold what somebody typed.
    std::panic::set_hook(Box::new(|_| {}));
    let done = catch_unwind(AssertUnwindSafe(|| commands::run(line.command, manner)));
    let done = done.unwrap_or_else(|_| {
        Err(AppError::said(ErrorCode::Unexpected, "error-panicked", &[]).into())
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            manner.failure(&failure);
            failure.exit_code()
        }
    }
}
