//! What the process does that is killed: it opens a vault, says that it is ready, changes something over and over,
//! and says so once a change is committed. What it has said must never be lost.

pub(crate) mod edits;
pub(crate) mod import;
pub(crate) mod passphrases;

use std::error::Error;
use std::io::{BufRead as _, Write as _};
use std::path::Path;

use store::Store;
use support::content::{self, Texts};
use support::{clock, opener, passphrase};
use vault::Secret;

/// One kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Figures, notes, keys of persons and drafts.
    Edits,
    /// Imports in and out.
    Import,
    /// New passphrases.
    Passphrase,
    /// Something in every text field, then waiting.
    Canaries,
}

impl Work {
    const ALL: [Self; 4] = [Self::Edits, Self::Import, Self::Passphrase, Self::Canaries];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Edits => "edits",
            Self::Import => "import",
            Self::Passphrase => "passphrase",
            Self::Canaries => "canaries",
        }
    }

    /// The work with a name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|work| work.name() == name)
    }
}

/// The word before the number of a change that is on the disk.
pub(crate) const DONE: &str = "done ";
/// The line that says that the vault is open.
pub(crate) const READY: &str = "ready";

/// Works until it is killed. The first line of standard input is the passphrase, the second what else this work
/// needs.
pub fn work(work: Work, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut lines = std::io::stdin().lock().lines();
    let mut line = || lines.next().unwrap_or_else(|| Ok(String::new()));
    let (typed, more) = (line()?, line()?);
    let secret = passphrase(&typed);
    let mut store = Store::open(path, Secret::Passphrase(&secret), opener(), clock())?.store;
    say(READY)?;
    match work {
        Work::Edits => edits::go_on(&mut store),
        Work::Import => import::go_on(&mut store, more.parse()?),
        Work::Passphrase => passphrases::go_on(&mut store, more.parse()?),
        Work::Canaries => {
            content::fill(&mut store, &Texts::marked(&more));
            done(1)?;
            line().map(drop)?;
            content::touch(&mut store, &Texts::marked(&more));
            done(2)?;
            line().map(drop)?;
            Ok(store.close()?)
        }
    }
}

/// Says that a change is on the disk.
fn done(number: u64) -> Result<(), Box<dyn Error>> {
    say(&format!("{DONE}{number}"))
}

fn say(line: &str) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
