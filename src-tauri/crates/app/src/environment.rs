//! What surrounds the app on this computer: clock, folder for its own few files, name of the computer, and what
//! is known about its memory and disks. Everything is handed in, so that tests have none of the real ones.

use crate::clock::Clock;
use std::path::{Path, PathBuf};
use vault::place::Surroundings;
use vault::{KdfParameters, Opener, calibrate};

/// How dear a guess at a new passphrase is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyDerivation {
    /// As dear as this computer can bear: about a second, an eighth of its memory, never below the floor.
    Calibrated {
        /// Memory of this computer.
        ram_bytes: u64,
    },
    /// As said, for tests.
    Fixed(KdfParameters),
}

/// What surrounds the app.
#[derive(Debug, Clone)]
pub struct Environment {
    /// What time it is.
    pub clock: Clock,
    /// Where the app may keep the list of recent vaults, the appearance and the throwaway sample; nowhere when
    /// nothing.
    pub data_folder: Option<PathBuf>,
    /// Name of this computer, which a second opener of a vault is told.
    pub host: String,
    /// How dear a guess is made.
    pub key_derivation: KeyDerivation,
    /// Mounts and synchronised folders, by which places are judged.
    pub surroundings: Surroundings,
    /// The commit the program was built from, or "unknown".
    pub commit: &'static str,
}

impl Environment {
    /// This computer, as it is.
    pub fn of_this_computer(data_folder: Option<PathBuf>) -> Self {
        Self {
            clock: Clock::of_this_computer(),
            data_folder,
            host: host_name(),
            key_derivation: KeyDerivation::Calibrated {
                ram_bytes: ram_bytes(),
            },
            surroundings: Surroundings::of_this_computer(),
            commit: "unknown",
        }
    }

    /// Who opens a vault, and when.
    pub(crate) fn opener(&self) -> Opener {
        Opener {
            host: self.host.clone(),
            now: self.clock.now().unix_seconds(),
        }
    }

    /// The cost of a guess at a new passphrase; takes seconds when it is calibrated.
    pub(crate) fn kdf_parameters(&self) -> KdfParameters {
        match self.key_derivation {
            KeyDerivation::Fixed(parameters) => parameters,
            KeyDerivation::Calibrated { ram_bytes } => calibrate(ram_bytes, |run| {
                let start = self.clock.now().steady;
                run();
                self.clock.now().steady.saturating_sub(start)
            }),
        }
    }

    /// A file of the app's own, if it may keep any.
    pub(crate) fn own_file(&self, name: &str) -> Option<PathBuf> {
        self.data_folder.as_deref().map(|folder| folder.join(name))
    }
}

fn host_name() -> String {
    let of_kernel = read_line(Path::new("/proc/sys/kernel/hostname"));
    let of_environment = || {
        ["COMPUTERNAME", "HOSTNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
    };
    of_kernel.or_else(of_environment).unwrap_or_default()
}

fn read_line(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let line = text.lines().next()?.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// What a computer that Plumbline runs on has at least.
const LEAST_RAM: u64 = 4 << 30;

/// Memory in bytes; the least there can be where it cannot be told.
fn ram_bytes() -> u64 {
    let text = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = text.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kib = total.and_then(|rest| rest.trim().split(' ').next()?.parse::<u64>().ok());
    kib.map_or(LEAST_RAM, |kib| kib.saturating_mul(1024))
}
