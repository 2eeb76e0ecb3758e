//! `tauri-driver`, which lets WebDriver open the real window. Built once per user.

use std::path::PathBuf;

use crate::{
    process::{TaskError, cargo, run},
    workspace,
};

/// Named in full: without the version one gets a pre-release.
const DRIVER: &str = "tauri-driver@2.1.0";

/// Where the driver is once it is installed.
pub(crate) fn path() -> Result<PathBuf, TaskError> {
    let name = if cfg!(windows) {
        "tauri-driver.exe"
    } else {
        "tauri-driver"
    };
    Ok(workspace::tools()?.join("bin").join(name))
}

pub(super) fn install() -> Result<(), TaskError> {
    if path()?.is_file() {
        return Ok(());
    }
    println!("Installing {DRIVER}, once for this user.");
    let tools = workspace::tools()?;
    let mut install = cargo(&workspace::root());
    install
        .args([
            "install", "--quiet", "--locked", "--debug", DRIVER, "--root",
        ])
        .arg(tools);
    run(install.env_remove("CARGO_TARGET_DIR"))
}
