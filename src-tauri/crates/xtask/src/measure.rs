//! The benchmark and the long security runs: release builds of everything they touch.

use std::path::Path;
use std::process::Command;

use crate::{
    process::{TaskError, command, run},
    programs::Programs,
    screen::Screen,
    setup::{self, Need},
    workspace,
};

/// Workload, rivals and the table of bars, in one run.
pub(crate) fn bench(arguments: &[String]) -> Result<(), TaskError> {
    setup::prepare(&[Need::Build, Need::Window, Need::Test, Need::Bench])?;
    let python = setup::rivals_python()?;
    start("bench", arguments, &[("PLUMBLINE_PYTHON", &python)])
}

/// Kill, flip and canary tests in full length.
pub(crate) fn torture(arguments: &[String]) -> Result<(), TaskError> {
    setup::prepare(setup::ALL_TESTS)?;
    let driver = setup::driver_path()?;
    start("torture", arguments, &[("PLUMBLINE_DRIVER", &driver)])
}

fn start(
    program: &str,
    arguments: &[String],
    environment: &[(&str, &Path)],
) -> Result<(), TaskError> {
    let root = workspace::root();
    let programs = Programs::build(&root, &["--workspace", "--release"])?;
    let mut command = command(programs.get(program)?, &root);
    programs.introduce(&mut command);
    let screen = virtual_screen(&mut command)?;
    run(command.args(arguments).envs(environment.iter().copied()))?;
    drop(screen);
    Ok(())
}

/// Measurements never depend on who is sitting in front of the machine.
fn virtual_screen(command: &mut Command) -> Result<Option<Screen>, TaskError> {
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    let screen = Screen::start()?;
    screen.show(command);
    Ok(Some(screen))
}
