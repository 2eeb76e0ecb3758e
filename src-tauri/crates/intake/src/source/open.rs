//! Opening only ordinary files: never a link, folder, pipe or device, and never anything swapped in meanwhile.

use crate::refusal::{FileRefusal, IntakeError};
use std::fs::{File, Metadata};
use std::path::Path;
use std::time::SystemTime;

/// Opens a file and gives its size and time as the open handle tells them.
pub(super) fn open_ordinary(path: &Path) -> Result<(File, u64, Option<SystemTime>), IntakeError> {
    let named = std::fs::symlink_metadata(path).map_err(IntakeError::Disk)?;
    if !named.is_file() {
        return Err(FileRefusal::SpecialFile.into());
    }
    let file = File::open(path).map_err(IntakeError::Disk)?;
    let opened = file.metadata().map_err(IntakeError::Disk)?;
    if !opened.is_file() || !is_same(&named, &opened) {
        return Err(FileRefusal::SpecialFile.into());
    }
    Ok((file, opened.len(), opened.modified().ok()))
}

#[cfg(unix)]
fn is_same(named: &Metadata, opened: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    named.dev() == opened.dev() && named.ino() == opened.ino()
}

#[cfg(not(unix))]
fn is_same(named: &Metadata, opened: &Metadata) -> bool {
    named.len() == opened.len()
}
