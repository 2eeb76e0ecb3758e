//! Starting other programs and saying plainly when one of them could not do its work.

use std::{
    ffi::OsStr,
    fmt, io,
    path::Path,
    process::{Command, Stdio},
};

/// Why a task stopped, in a sentence a developer can act on.
#[derive(Debug)]
pub(crate) struct TaskError(String);

impl TaskError {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for TaskError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<io::Error> for TaskError {
    fn from(error: io::Error) -> Self {
        Self(format!("A file or program could not be used: {error}."))
    }
}

/// What a program printed and whether it was content.
pub(crate) struct Outcome {
    pub(crate) success: bool,
    pub(crate) text: String,
}

/// A command in `folder`, free of the variables that `cargo run` gave to this program:
/// build scripts that watch them would otherwise build again for no reason.
pub(crate) fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_")
            || name.starts_with("CARGO_BIN_")
            || name.starts_with("CARGO_MANIFEST_")
        {
            command.env_remove(name.as_ref());
        }
    }
    command
}

/// `cargo` as it was called.
pub(crate) fn cargo(folder: &Path) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    command(program, folder)
}

/// `npm`, which on Windows is a script with another name.
pub(crate) fn npm(folder: &Path) -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, folder)
}

/// Runs with the terminal attached.
pub(crate) fn run(command: &mut Command) -> Result<(), TaskError> {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(TaskError::new(format!(
        "Stopped: `{}` failed ({status}).",
        shown(command)
    )))
}

/// Runs and gives back all it printed.
pub(crate) fn capture(command: &mut Command) -> Result<Outcome, TaskError> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| not_started(command, &error))?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok(Outcome {
        success: output.status.success(),
        text,
    })
}

/// The first line a program prints, or nothing when it is not there.
pub(crate) fn first_line(program: &str, argument: &str) -> Option<String> {
    let output = Command::new(program)
        .arg(argument)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    if !output.status.success() {
        return None;
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .next()
        .map(str::to_owned)
}

/// Where a program of this name is on the search path.
pub(crate) fn find(program: &str) -> Option<std::path::PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

fn not_started(command: &Command, error: &io::Error) -> TaskError {
    TaskError::new(format!(
        "`{}` could not be started: {error}.",
        shown(command)
    ))
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}
