//! One function for each command: read what it needs, make one call of the app, print what comes back.

mod demo;
mod intake;
mod releases;
mod scorecard;
mod stats;
mod vault;

use crate::args::Command;
use crate::exit::Failure;
use crate::print::Manner;
use std::path::Path;

/// Runs a command.
pub(crate) fn run(command: Command, manner: Manner) -> Result<(), Failure> {
    match command {
        Command::Create {
            vault,
            sample,
            accept_risks,
            secrets,
        } => self::vault::create(
            &vault,
            self::vault::Wishes {
                sample,
                accept_risks,
            },
            &secrets,
            manner,
        ),
        Command::Verify { vault, secrets } => self::vault::verify(&vault, &secrets, manner),
        Command::Digest { vault, secrets } => self::vault::digest(&vault, &secrets, manner),
        Command::Passphrase { vault, secrets } => self::vault::passphrase(&vault, &secrets, manner),
        Command::Recover { vault, secrets } => self::vault::recover(&vault, &secrets, manner),
        Command::Journal {
            vault,
            verify,
            secrets,
        } => {
            let depth = if verify {
                self::vault::Depth::Chain
            } else {
                self::vault::Depth::Entries
            };
            self::vault::journal(&vault, depth, &secrets, manner)
        }
        Command::Inspect {
            file,
            kind,
            mapping,
        } => intake::inspect(&file, kind, mapping.as_deref(), manner),
        Command::Import(import) => intake::import(&import, manner),
        Command::UndoImport {
            vault,
            batch,
            secrets,
        } => intake::undo(&vault, batch, &secrets, manner),
        Command::Scorecard {
            vault,
            adviser,
            from,
            to,
            out,
            secrets,
        } => {
            let asked = scorecard::Asked {
                adviser,
                from,
                to,
                out,
            };
            scorecard::scorecard(&vault, asked, &secrets, manner)
        }
        Command::Stats {
            method,
            file,
            options,
        } => stats::stats(&method, &file, options.as_deref(), manner),
        Command::Release {
            vault,
            table,
            profile,
            out,
            format,
            dry_run,
            secrets,
        } => {
            let out = out.filter(|_| !dry_run);
            let asked = releases::Asked {
                table,
                profile,
                out,
                format,
            };
            releases::release(&vault, &asked, &secrets, manner)
        }
        Command::Releases { vault, secrets } => releases::register(&vault, &secrets, manner),
        Command::Demo { folder } => demo::demo(&folder, manner),
    }
}

/// The text of a small file the command line names.
fn read_text(path: &Path, option: &str) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|_| {
        Failure::Usage(format!(
            "The file named by {option} could not be read as text."
        ))
    })
}
