//! The web interface: its npm packages, and the build that the desktop program embeds.

use crate::{
    process::{TaskError, npm, run},
    workspace::{self, Stamp},
};

/// The interface's packages, exactly as the lock file says, when that file changed.
pub(super) fn install() -> Result<(), TaskError> {
    let ui = workspace::ui();
    let stamp = Stamp::of(
        ui.join("node_modules").join(".installed-for"),
        &[ui.join("package-lock.json")],
    )?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("Installing the interface's npm packages.");
    run(npm(&ui).args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]))?;
    stamp.keep()
}

/// The interface itself, when one of its files or one of its sentences changed.
pub(super) fn build() -> Result<(), TaskError> {
    let ui = workspace::ui();
    let sentences = workspace::root()
        .join("src-tauri")
        .join("crates")
        .join("words")
        .join("locales");
    let stamp = Stamp::of(ui.join("dist").join(".built-for"), &[ui.clone(), sentences])?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("Building the interface.");
    run(npm(&ui).args(["run", "--silent", "build"]))?;
    stamp.keep()
}
