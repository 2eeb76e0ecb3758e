//! What a fresh machine lacks: system packages, npm packages, the WebDriver, the built interface.
//! Says what it does before doing it, and nothing when nothing is missing.

mod driver;
mod packages;
mod prerequisites;
mod rivals;
mod web;

pub(crate) use driver::path as driver_path;
pub(crate) use packages::find_browser;
pub(crate) use rivals::python as rivals_python;

use crate::process::TaskError;

/// What a task is going to do, so that nothing is installed that it does not use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Need {
    /// Compile the app.
    Build,
    /// Drive the real window on a virtual display.
    Window,
    /// Run the interface in a browser against its fake backend, and look at files and system calls.
    Test,
    /// Run the other databases the benchmark compares with.
    Bench,
    /// Make installers.
    Bundle,
    /// Draw the icons.
    Icons,
}

/// Everything `cargo xtask test` uses.
pub(crate) const ALL_TESTS: &[Need] = &[Need::Build, Need::Window, Need::Test];

/// Makes the machine ready, up to and including the built interface that the app embeds.
pub(crate) fn prepare(needs: &[Need]) -> Result<(), TaskError> {
    prerequisites::check()?;
    packages::install(needs)?;
    web::install()?;
    if needs.contains(&Need::Window) && cfg!(target_os = "linux") {
        driver::install()?;
    }
    web::build()
}

/// Only the system packages.
pub(crate) fn packages(needs: &[Need]) -> Result<(), TaskError> {
    packages::install(needs)
}
