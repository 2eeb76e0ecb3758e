//! A Python of its own with the databases people use for such figures, for the benchmark. Without it the benchmark
//! still runs and says that these rivals are missing.

use std::{path::PathBuf, process::Command};

use crate::{
    process::{TaskError, run},
    workspace,
};

const LIBRARIES: [&str; 3] = ["duckdb", "polars", "pyarrow"];

/// That Python, made on first use; the system's own where it cannot be.
pub(crate) fn python() -> Result<PathBuf, TaskError> {
    let folder = workspace::tools()?.join("rivals");
    let python = folder.join("bin").join("python3");
    let complete = folder.join("complete");
    if complete.is_file() {
        return Ok(python);
    }
    println!(
        "Installing {} for Python, once for this user.",
        LIBRARIES.join(", ")
    );
    let made = run(Command::new("python3").args(["-m", "venv"]).arg(&folder)).and_then(|()| {
        run(Command::new(&python)
            .args(["-m", "pip", "install", "--quiet"])
            .args(LIBRARIES))
    });
    if made.is_ok() && std::fs::write(&complete, "").is_ok() {
        return Ok(python);
    }
    println!("They could not be installed; the benchmark goes on without them.");
    Ok("python3".into())
}
