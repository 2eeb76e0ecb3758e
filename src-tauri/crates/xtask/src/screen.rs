//! A display nobody sees, for machines without one. It ends with the value that holds it.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use crate::process::TaskError;

/// A running virtual display.
pub(crate) struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// Starts one on a number that the server itself finds free.
    pub(crate) fn start() -> Result<Self, TaskError> {
        let mut server = Command::new("Xvfb")
            // Without `-noreset` the display starts over whenever its last window closes, and a program
            // that opens in that moment is refused.
            .args([
                "-noreset",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x900x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| TaskError::new(format!("Xvfb could not be started: {error}.")))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let screen = Self {
            server,
            name: format!(":{}", number.trim()),
        };
        if screen.name == ":" {
            return Err(TaskError::new("Xvfb found no free display."));
        }
        Ok(screen)
    }

    /// Makes a command draw here and nowhere else.
    pub(crate) fn show(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11");
    }

    /// Whether a person has a display in front of them.
    pub(crate) fn is_there_already() -> bool {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if self.server.kill().is_ok() {
            drop(self.server.wait());
        }
    }
}
