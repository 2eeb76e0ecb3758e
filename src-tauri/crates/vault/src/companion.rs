//! The companion lock `NAME.plumb.lock`: a file beside the vault with an operating-system
//! lock on it, so that a second opener is told who came first and since when. The lock is
//! taken before the vault itself is touched: a second handle on the vault in this process
//! would drop SQLite's own locks when it closes.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::error::VaultError;

/// Who opens the vault and when. The clock and the computer's name are the caller's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener {
    /// Name of this computer, shown to a second opener.
    pub host: String,
    /// Unix seconds.
    pub now: u64,
}

impl Opener {
    /// Days since 1970-01-01.
    pub(crate) fn day(&self) -> u32 {
        u32::try_from(self.now / 86_400).unwrap_or(u32::MAX)
    }
}

/// The held lock; released, and its file removed, when dropped.
pub(crate) struct CompanionLock {
    file: File,
    path: PathBuf,
}

const TRIES: usize = 4;
const NOTE_LIMIT: u64 = 512;

impl CompanionLock {
    /// Takes the lock beside `vault`, or says who has it.
    pub(crate) fn take(vault: &Path, opener: &Opener) -> Result<Self, VaultError> {
        let path = companion(vault, ".lock");
        for _ in 0..TRIES {
            let mut file = open_private(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(busy(&mut file)),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
            // The former holder may have removed the file between our opening and locking
            // it; then the name leads elsewhere and this lock guards nothing.
            if is_same_file(&file, &path) {
                file.set_len(0)?;
                write!(file, "{}\n{}\n", opener.now, opener.host)?;
                return Ok(Self { file, path });
            }
        }
        Err(VaultError::Busy {
            since: None,
            host: None,
        })
    }
}

impl Drop for CompanionLock {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody else's file can be hit. A file left
        // behind does no harm.
        fs::remove_file(&self.path).ok();
        self.file.unlock().ok();
    }
}

/// The path of a file beside the vault.
pub(crate) fn companion(vault: &Path, suffix: &str) -> PathBuf {
    let mut name = vault.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Opens or makes a file that only its owner may read.
fn open_private(path: &Path) -> Result<File, VaultError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600).custom_flags(libc::O_NOFOLLOW);
    }
    Ok(options.open(path)?)
}

fn busy(file: &mut File) -> VaultError {
    let mut note = String::new();
    let read = file.take(NOTE_LIMIT).read_to_string(&mut note);
    let mut lines = note.lines();
    let since = lines.next().and_then(|line| line.parse().ok());
    let host = lines.next().map(str::to_owned);
    match read {
        Ok(_) => VaultError::Busy { since, host },
        Err(_) => VaultError::Busy {
            since: None,
            host: None,
        },
    }
}

#[cfg(unix)]
fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(held), Ok(named)) => held.ino() == named.ino() && held.dev() == named.dev(),
        _ => false,
    }
}

/// Elsewhere an open file cannot be removed by another process.
#[cfg(not(unix))]
fn is_same_file(_file: &File, _path: &Path) -> bool {
    true
}
