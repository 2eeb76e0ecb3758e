//! Conflict copies: another file beside the vault that carries the same vault id. Sync
//! tools make them when two computers changed one file; the manager is shown both.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::companion::companion;
use crate::error::VaultError;
use crate::format::MAGIC;

/// A file that was once the same vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sibling {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was last written, where the system says so.
    pub modified: Option<SystemTime>,
}

const HEAD: usize = 40;

/// Other files in the vault's folder with the same id, in order of name. Vaults that are
/// open are left alone: closing a second handle on one would drop its locks.
pub fn list_siblings(vault: &Path, id: [u8; 16]) -> Result<Vec<Sibling>, VaultError> {
    let folder = match vault.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut siblings = Vec::new();
    // What cannot be looked at, such as a file that is gone again, must not hide the others.
    for entry in fs::read_dir(folder)?.filter_map(Result::ok) {
        let path = entry.path();
        let Ok(about) = entry.metadata() else {
            continue;
        };
        let is_vault = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().to_lowercase().contains(".plumb"));
        let itself = path.file_name() == vault.file_name();
        let open = is_locked(&path);
        if is_vault && !itself && !open && about.is_file() && has_id(&path, id) {
            siblings.push(Sibling {
                path,
                modified: about.modified().ok(),
            });
        }
    }
    siblings.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(siblings)
}

/// Whether a program has it open; a lock file that a kill or a synchronising program left says nothing by itself.
fn is_locked(path: &Path) -> bool {
    match File::open(companion(path, ".lock")).map(|lock| lock.try_lock()) {
        Ok(Ok(())) | Err(_) => false,
        Ok(Err(_)) => true,
    }
}

fn has_id(path: &Path, id: [u8; 16]) -> bool {
    let mut head = [0; HEAD];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head.starts_with(&MAGIC) && head.ends_with(&id)
}
