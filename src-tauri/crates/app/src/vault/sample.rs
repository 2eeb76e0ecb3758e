//! The throwaway sample: a real vault under a random passphrase that nobody knows, with a day of its own, deleted
//! when it closes (rulings 47).

use crate::environment::Environment;

const ENDINGS: [&str; 5] = [
    ".plumb",
    ".plumb.part",
    ".plumb-wal",
    ".plumb.lock",
    ".plumb-journal",
];
const BEGINNING: &str = "sample-";

/// Removes what a run that was killed left behind.
pub(crate) fn remove_leftovers(environment: &Environment) {
    let Some(entries) = environment
        .data_folder
        .as_deref()
        .and_then(|folder| std::fs::read_dir(folder).ok())
    else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let ours =
            name.starts_with(BEGINNING) && ENDINGS.iter().any(|ending| name.ends_with(ending));
        if ours && std::fs::remove_file(entry.path()).is_err() {
            tracing::warn!(code = "sample_leftover");
        }
    }
}
