//! Where things are: the project's folders, and the user's cache for tools that outlive a checkout.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use crate::process::TaskError;

/// The project's top folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_path_buf()
}

/// The web interface.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Where the tour leaves its pictures and files.
pub(crate) fn tour() -> PathBuf {
    root().join("target").join("tour")
}

/// Tools that are built once per user, not once per checkout.
pub(crate) fn tools() -> Result<PathBuf, TaskError> {
    let from = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = if cfg!(windows) {
        from("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        from("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        from("XDG_CACHE_HOME").or_else(|| from("HOME").map(|home| home.join(".cache")))
    };
    cache
        .map(|folder| folder.join("plumbline").join("tools"))
        .ok_or_else(|| TaskError::new("No cache folder: set HOME and run the command again."))
}

/// A file that remembers what a step was done for, so that it is done again only when that changes.
pub(crate) struct Stamp {
    file: PathBuf,
    state: String,
}

impl Stamp {
    /// The state of all files under `sources`, leaving out folders that tools write into.
    pub(crate) fn of(file: PathBuf, sources: &[PathBuf]) -> Result<Self, TaskError> {
        let mut hasher = DefaultHasher::new();
        for source in sources {
            hash(source, &mut hasher)?;
        }
        Ok(Self {
            file,
            state: format!("{:016x}", hasher.finish()),
        })
    }

    pub(crate) fn is_current(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|state| state == self.state)
    }

    pub(crate) fn keep(&self) -> Result<(), TaskError> {
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(std::fs::write(&self.file, &self.state)?)
    }
}

const WRITTEN_BY_TOOLS: [&str; 5] = [
    "node_modules",
    "dist",
    "test-results",
    "playwright-report",
    ".svelte-kit",
];

fn hash(path: &Path, hasher: &mut DefaultHasher) -> Result<(), TaskError> {
    if !path.is_dir() {
        path.hash(hasher);
        let bytes = std::fs::read(path).map_err(|error| {
            TaskError::new(format!("{} could not be read: {error}.", path.display()))
        })?;
        bytes.hash(hasher);
        return Ok(());
    }
    let mut entries = std::fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        if !WRITTEN_BY_TOOLS
            .iter()
            .any(|written| name.to_str() == Some(written))
        {
            hash(&entry.path(), hasher)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_done_again_only_when_a_source_changed() {
        let folder = std::env::temp_dir().join(format!("plumbline-stamp-{}", std::process::id()));
        let source = folder.join("source");
        std::fs::create_dir_all(source.join("node_modules")).unwrap();
        let stamp = || Stamp::of(folder.join("stamp"), std::slice::from_ref(&source)).unwrap();

        std::fs::write(source.join("page"), "one").unwrap();
        assert!(!stamp().is_current(), "nothing was done yet");
        stamp().keep().unwrap();
        std::fs::write(
            source.join("node_modules").join("tool"),
            "written by a tool",
        )
        .unwrap();
        assert!(stamp().is_current(), "what tools write is not a source");
        std::fs::write(source.join("page"), "two").unwrap();
        assert!(!stamp().is_current(), "a changed page needs the step again");

        std::fs::remove_dir_all(folder).unwrap();
    }
}
