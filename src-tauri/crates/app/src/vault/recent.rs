//! Vaults opened lately, at most five: a list of this computer, unencrypted, which can be switched off
//! (rulings 13).

use crate::environment::Environment;
use crate::settings::computer;
use std::path::{Path, PathBuf};

const MOST: usize = 5;

/// The list, newest first, without files that are gone.
pub(crate) fn list(environment: &Environment) -> Vec<PathBuf> {
    let kept = computer::load(environment);
    if !kept.remember_recent {
        return Vec::new();
    }
    let there = |path: &PathBuf| path.is_file();
    kept.recent.into_iter().filter(there).take(MOST).collect()
}

/// Puts a vault first.
pub(crate) fn note(environment: &Environment, path: &Path) {
    let mut kept = computer::load(environment);
    if !kept.remember_recent {
        return;
    }
    kept.recent.retain(|known| known != path);
    kept.recent.insert(0, path.to_path_buf());
    kept.recent.truncate(MOST);
    if computer::save(environment, &kept).is_err() {
        tracing::warn!(code = "recent_not_kept");
    }
}
