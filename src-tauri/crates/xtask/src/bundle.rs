//! `cargo xtask bundle`: installers for the kind of machine it runs on, from the `dist` profile.

use crate::{
    process::{TaskError, cargo, command, run},
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
    if cfg!(target_os = "linux") {
        println!("Building the terminal program, which the packages carry too.");
        let terminal = ["build", "--package", "cli", "--profile", "dist", "--locked"];
        run(cargo(&root).args(terminal))?;
    }
    println!("Building installers ({KINDS}); link-time optimisation takes its time.");
    run(command(tauri, &root).args(["build", "--bundles", KINDS, "--", "--profile", "dist"]))
}
