//! What one build made: the programs by name, and the test programs of every package. All builds
//! ask for the whole workspace, since asking for one package would choose other features for
//! shared dependencies and compile them a second time.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::process::{TaskError, cargo};

/// One test program, to be run in its package's folder.
#[derive(Debug, PartialEq)]
pub(crate) struct TestProgram {
    pub(crate) package: String,
    pub(crate) folder: PathBuf,
    pub(crate) path: PathBuf,
}

/// All a build made.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Programs {
    plain: BTreeMap<String, PathBuf>,
    pub(crate) tests: Vec<TestProgram>,
}

impl Programs {
    /// Builds with these arguments after `cargo build`.
    pub(crate) fn build(root: &Path, arguments: &[&str]) -> Result<Self, TaskError> {
        let mut build = cargo(root);
        build
            .args(["build", "--message-format=json-render-diagnostics"])
            .args(arguments);
        let mut child = build.stdout(Stdio::piped()).spawn()?;
        let mut programs = Self::default();
        if let Some(messages) = child.stdout.take() {
            for line in BufReader::new(messages).lines() {
                programs.read(&line?);
            }
        }
        if child.wait()?.success() {
            return Ok(programs);
        }
        Err(TaskError::new("Stopped: the build failed, as said above."))
    }

    /// A program by its name.
    pub(crate) fn get(&self, name: &str) -> Result<&Path, TaskError> {
        self.plain
            .get(name)
            .map(PathBuf::as_path)
            .ok_or_else(|| TaskError::new(format!("The build made no program called {name}.")))
    }

    /// Tells a command where the programs are.
    pub(crate) fn introduce(&self, command: &mut Command) {
        for (variable, name) in [
            ("PLUMBLINE_APP", "plumbline"),
            ("PLUMBLINE_CLI", "plumbline-cli"),
        ] {
            if let Some(path) = self.plain.get(name) {
                command.env(variable, path);
            }
        }
    }

    fn read(&mut self, line: &str) {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            return;
        };
        let text = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
        let (Some(path), Some(manifest), Some(name)) = (
            text("/executable"),
            text("/manifest_path"),
            text("/target/name"),
        ) else {
            return;
        };
        let folder = Path::new(manifest)
            .parent()
            .unwrap_or(Path::new("."))
            .to_path_buf();
        if message.pointer("/profile/test") == Some(&Value::Bool(true)) {
            let package = folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            self.tests.push(TestProgram {
                package,
                folder,
                path: path.into(),
            });
        } else {
            self.plain.insert(name.to_owned(), path.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_and_test_programs_are_told_apart() {
        let mut programs = Programs::default();
        for (target, test) in [("plumbline", false), ("arrows", true)] {
            programs.read(&format!(
                r#"{{"reason":"compiler-artifact","manifest_path":"/p/tests/window/Cargo.toml",
                    "target":{{"name":"{target}"}},"profile":{{"test":{test}}},"executable":"/t/{target}"}}"#
            ));
        }
        programs.read(r#"{"reason":"build-finished","success":true}"#);
        programs.read("not a message");
        assert_eq!(
            programs.get("plumbline").unwrap(),
            Path::new("/t/plumbline")
        );
        assert_eq!(programs.tests.len(), 1);
        assert_eq!(programs.tests[0].package, "window");
    }
}
