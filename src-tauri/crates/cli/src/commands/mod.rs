//! One function for each command: read what it needs, make one call of the app, print what comes back.

mod demo;
mod intake;
mod releases;
mod scorecard;
mod stats;
mod vault;

use self::vault::{Depth, Wishes};
use crate::args::Command;
use crate::exit::Failure;
use crate::print::Manner;
use crate::session::{input, unreadable};
use std::path::Path;

/// Runs a command.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each command, nothing else"
)]
pub(crate) fn run(command: Command, manner: Manner) -> Result<(), Failure> {
    match command {
        Command::Create {
            vault,
            sample,
            accept_risks,
            secrets,
        } => vault::create(
            &vault,
            &Wishes {
                sample,
                accept_risks,
            },
            &secrets,
            manner,
        ),
        Command::Verify { vault, secrets } => vault::verify(&vault, &secrets, manner),
        Command::Digest { vault, secrets } => vault::digest(&vault, &secrets, manner),
        Command::Passphrase { vault, secrets } => vault::passphrase(&vault, &secrets, manner),
        Command::Recover { vault, secrets } => vault::recover(&vault, &secrets, manner),
        Command::Journal {
            vault,
            verify,
            secrets,
        } => {
            let depth = if verify { Depth::Chain } else { Depth::Entries };
            vault::journal(&vault, depth, &secrets, manner)
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
    let path = input(path, option)?;
    std::fs::read_to_string(path).map_err(|_| unreadable("terminal-text-unreadable", option))
}
