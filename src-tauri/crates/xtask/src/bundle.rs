//! `cargo xtask bundle`: installers for the kind of machine it runs on, from the `dist` profile.

use crate::{
    process::{TaskError, command, run},
    setup::{self, Need},
    workspace,
};

const KINDS: &str = if cfg!(windows) {
    "msi,nsis"
} else if cfg!(target_os = "macos") {
    "dmg"
} else {
    "deb,rpm"
};

/// Builds the installers and says where they are.
pub(crate) fn bundle() -> Result<(), TaskError> {
    setup::prepare(&[Need::Build, Need::Bundle])?;
    let root = workspace::root();
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let tauri = workspace::ui().join("node_modules").join(".bin").join(name);
    println!("Building installers ({KINDS}); link-time optimisation takes its time.");
    run(command(tauri, &root).args(["build", "--bundles", KINDS, "--", "--profile", "dist"]))
}
