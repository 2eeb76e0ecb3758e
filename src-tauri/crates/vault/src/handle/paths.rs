//! Which paths a vault may have: a regular file with one name, reached without following
//! a link. Everything else is refused before it is opened; opening a pipe would wait for
//! ever.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::error::{VaultError, VaultRefusal};

/// The path with its folder resolved, so that links above the file do no harm.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, VaultError> {
    let no_folder = VaultError::from(VaultRefusal::NoFolder);
    let Some(name) = path.file_name() else {
        return Err(no_folder);
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = folder.canonicalize().map_err(|_| no_folder)?;
    Ok(folder.join(name))
}

/// Refuses links, pipes, devices, folders and files with a second name.
pub(super) fn check_regular(path: &Path) -> Result<(), VaultError> {
    let about = fs::symlink_metadata(path)?;
    if !about.file_type().is_file() {
        return Err(VaultRefusal::NotRegular.into());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if about.nlink() > 1 {
            return Err(VaultRefusal::HardLinked.into());
        }
    }
    Ok(())
}

/// Makes a vault its owner's alone: a copy from a stick or a share is often readable by everybody. Where that is not
/// ours to say, as on such a stick itself, it stays.
pub(super) fn keep_private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let is_open = fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o077 != 0);
        if is_open {
            drop(fs::set_permissions(path, fs::Permissions::from_mode(0o600)));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Makes an empty file that only its owner may read; refused when the name is taken.
pub(super) fn make_private(path: &Path) -> Result<(), VaultError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)?;
    Ok(())
}

/// Waits until the folder's own entries are on the disk.
pub(super) fn sync_folder(path: &Path) -> Result<(), VaultError> {
    if cfg!(unix) {
        let folder = path.parent().ok_or(VaultRefusal::NoFolder)?;
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Length of a companion file, 0 when there is none.
pub(super) fn length_of(path: &Path) -> u64 {
    fs::symlink_metadata(path).map_or(0, |about| about.len())
}
