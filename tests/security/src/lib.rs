#![doc = include_str!("../README.md")]
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops with its reason"
)]

mod canaries;
mod chance;
mod damage;
mod hostile;
mod kills;
mod report;
mod share;
mod work;

pub use chance::Chance;
pub use report::{Outcome, Report};
pub use share::{SEED, Share};
pub use work::{Work, work};

use std::path::{Path, PathBuf};

/// One way of trying to break a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Killed while figures, notes, keys and drafts are written.
    KillEdits,
    /// Killed while an import goes in or is taken out.
    KillImport,
    /// Killed while the passphrase changes.
    KillPassphrase,
    /// Every byte of both header copies, one copy at a time and both at once.
    HeaderBytes,
    /// Both key rings, one copy at a time and both at once.
    RingBytes,
    /// Spots in every page, closed cleanly and after a crash.
    PageSpots,
    /// Cut and grown files.
    Lengths,
    /// Pages that changed places.
    Swaps,
    /// Parts put back to what they were earlier.
    Stale,
    /// The write-ahead file removed, cut, changed or foreign.
    WriteAhead,
    /// Headers made to cost time and memory.
    Hostile,
    /// Texts left in files.
    Canaries,
}

impl Kind {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 12] = [
        Self::KillEdits,
        Self::KillImport,
        Self::KillPassphrase,
        Self::HeaderBytes,
        Self::RingBytes,
        Self::PageSpots,
        Self::Lengths,
        Self::Swaps,
        Self::Stale,
        Self::WriteAhead,
        Self::Hostile,
        Self::Canaries,
    ];

    /// Its name in the terminal.
    pub fn name(self) -> &'static str {
        match self {
            Self::KillEdits => "kill-edits",
            Self::KillImport => "kill-import",
            Self::KillPassphrase => "kill-passphrase",
            Self::HeaderBytes => "header-bytes",
            Self::RingBytes => "ring-bytes",
            Self::PageSpots => "page-spots",
            Self::Lengths => "lengths",
            Self::Swaps => "swaps",
            Self::Stale => "stale",
            Self::WriteAhead => "write-ahead",
            Self::Hostile => "hostile-headers",
            Self::Canaries => "canaries",
        }
    }

    /// The kind with a name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Tries one kind and notes what came of it. `torture` is the program that can be killed.
pub fn run(kind: Kind, share: &Share, torture: &Path, report: &mut Report) {
    match kind {
        Kind::KillEdits => kills::run(kind, Work::Edits, share, torture, report),
        Kind::KillImport => kills::run(kind, Work::Import, share, torture, report),
        Kind::KillPassphrase => kills::run(kind, Work::Passphrase, share, torture, report),
        Kind::HeaderBytes => damage::header_bytes(share, report),
        Kind::RingBytes => damage::ring_bytes(share, report),
        Kind::PageSpots => damage::page_spots(share, report),
        Kind::Lengths => damage::lengths(share, report),
        Kind::Swaps => damage::swaps(share, report),
        Kind::Stale => damage::stale(share, report),
        Kind::WriteAhead => damage::write_ahead(share, report),
        Kind::Hostile => hostile::run(share, report),
        Kind::Canaries => canaries::run(share, torture, report),
    }
}

/// The real program for the terminal: where the environment says, or beside one of ours.
///
/// # Panics
/// When it was not built.
pub fn terminal_program(torture: &Path) -> PathBuf {
    let beside = torture
        .with_file_name("plumbline-cli")
        .with_extension(std::env::consts::EXE_EXTENSION);
    let program = std::env::var_os("PLUMBLINE_CLI").map_or(beside, PathBuf::from);
    assert!(
        program.exists(),
        "`cargo build -p cli` makes {}",
        program.display()
    );
    program
}
