#![doc = include_str!("../README.md")]

mod args;
mod commands;
mod exit;
mod interrupt;
mod print;
mod secret;
mod session;
mod words;

use clap::Parser;
use print::Manner;
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
    match commands::run(line.command, manner) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            manner.failure(&failure);
            failure.exit_code()
        }
    }
}
