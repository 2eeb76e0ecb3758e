//! Where the worked examples lie.

use std::path::PathBuf;

/// The folder of worked examples that `PLUMBLINE_VECTORS` names or that lies beside the project; nothing on a
/// machine without one, where the project's own third of them remains.
pub fn vectors() -> Option<PathBuf> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named = std::env::var_os("PLUMBLINE_VECTORS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root.join("../shared/vectors"));
    folder.is_dir().then_some(folder)
}
