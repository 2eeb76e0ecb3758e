//! One person's folder, and the program run in it.

use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// A passphrase that holds.
pub const FIRST: &str = "plain words that hold well";

/// Another one.
pub const SECOND: &str = "other plain words that hold";

/// A folder with a home and a folder for temporary files of its own.
#[derive(Debug)]
pub struct Workplace {
    folder: TempDir,
    own: TempDir,
}

/// What a run of the program came to.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The exit code; -1 when a signal ended it.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Answer {
    /// Ended as expected, and that is all that is asked.
    pub fn ends(&self, code: i32) {
        assert!(
            self.code == code,
            "ended in {} and not {code}:\n{}\n{}",
            self.code,
            self.out,
            self.err
        );
    }

    /// The same, where it ended as expected.
    #[must_use]
    pub fn ended(self, code: i32) -> Self {
        self.ends(code);
        self
    }

    /// The one JSON document on standard output.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| {
            panic!("one JSON document ({error}):\n{}\n{}", self.out, self.err)
        })
    }

    /// The one JSON document on standard error.
    pub fn error(&self) -> Value {
        serde_json::from_str(&self.err)
            .unwrap_or_else(|error| panic!("one JSON document ({error}):\n{}", self.err))
    }
}

impl Default for Workplace {
    fn default() -> Self {
        Self::new()
    }
}

impl Workplace {
    /// A folder with a passphrase in `pass`, another in `other`.
    pub fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
            own: tempfile::tempdir().unwrap(),
        };
        place.write("pass", FIRST);
        place.write("other", SECOND);
        place
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The names of all files, in order.
    pub fn names(&self) -> Vec<String> {
        names_in(self.folder.path())
    }

    /// What the program left in its home or among temporary files.
    pub fn left_behind(&self) -> Vec<String> {
        names_in(self.own.path())
    }

    /// Makes a vault and gives its recovery code in one line.
    pub fn create(&self, options: &[&str]) -> String {
        let mut line = vec![
            "create",
            "team.plumb",
            "--passphrase-file",
            "pass",
            "--json",
        ];
        line.extend(options);
        let made = self.run(&line).ended(0).json();
        let groups = made["recovery_code"].as_array().unwrap().iter();
        groups
            .map(|group| group.as_str().unwrap())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Runs the program with what opens the vault.
    pub fn open(&self, command: &str, options: &[&str]) -> Answer {
        let mut line = vec![command, "team.plumb"];
        line.extend(options);
        line.extend(["--passphrase-file", "pass"]);
        self.run(&line)
    }

    /// The same, for its JSON document.
    pub fn ask(&self, command: &str, options: &[&str]) -> Value {
        let mut line = options.to_vec();
        line.push("--json");
        self.open(command, &line).ended(0).json()
    }

    /// The digest of the vault.
    pub fn digest(&self) -> String {
        self.ask("digest", &[])["digest"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Runs the program with what opens the vault, and presses Ctrl-C from the moment it listens until it ends.
    pub fn interrupted(&self, command: &str, options: &[&str]) -> Answer {
        let mut line = vec![command, "team.plumb"];
        line.extend(options);
        line.extend(["--passphrase-file", "pass"]);
        self.pressed(&line)
    }

    /// Runs the program, and presses Ctrl-C from the moment it listens until it ends.
    pub fn pressed(&self, line: &[&str]) -> Answer {
        let mut child = self
            .command(line)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let number = child.id().to_string();
        while child.try_wait().unwrap().is_none() {
            if listens(&number) {
                drop(Command::new("kill").args(["-INT", &number]).output());
            }
        }
        answer(child.wait_with_output().unwrap())
    }

    /// Runs the program with what opens the vault, and kills it after a while without warning.
    pub fn killed(&self, command: &str, options: &[&str], after: Duration) {
        let mut line = vec![command, "team.plumb"];
        line.extend(options);
        line.extend(["--passphrase-file", "pass"]);
        let mut running = self.command(&line);
        running.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = running.spawn().unwrap();
        std::thread::sleep(after);
        // It may have ended by itself.
        child.kill().ok();
        child.wait().unwrap();
    }

    /// Runs the program.
    pub fn run(&self, line: &[&str]) -> Answer {
        answer(self.command(line).output().unwrap())
    }

    fn command(&self, line: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .args(line)
            .current_dir(self.folder.path())
            .env("HOME", self.own.path())
            .env("TMPDIR", self.own.path())
            .env("XDG_DATA_HOME", self.own.path())
            .stdin(Stdio::null());
        command
    }
}

fn answer(ended: Output) -> Answer {
    Answer {
        code: ended.status.code().unwrap_or(-1),
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

/// Whether a process handles Ctrl-C itself by now, where the system tells.
fn listens(number: &str) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{number}/status")).unwrap_or_default();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    let caught = caught.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    caught.is_some_and(|mask| mask & 0b10 != 0)
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The program: where the environment says, or beside the tests.
fn program() -> OsString {
    if let Some(named) = std::env::var_os("PLUMBLINE_CLI") {
        return named;
    }
    let own = std::env::current_exe().unwrap();
    let folder = own.ancestors().nth(2).unwrap();
    let program = folder.join(format!("plumbline-cli{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.exists(),
        "`cargo build -p cli` makes {}",
        program.display()
    );
    program.into_os_string()
}
