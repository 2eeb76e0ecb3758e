//! A computer of its own for each test: home, temporary folder, prepared answers for the system's file dialogs,
//! and the driver that opens the app. All of it goes when the test ends.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A made-up computer with the app on it.
pub struct Machine {
    folder: TempDir,
    driver: Option<Child>,
    port: u16,
}

impl Machine {
    /// A fresh one; nothing runs yet.
    pub fn fresh() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("plumbline-window")
            .tempdir()
            .unwrap();
        for name in ["home", "tmp", "files", "run"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("dialogs"), "").unwrap();
        Self {
            folder,
            driver: None,
            port: 0,
        }
    }

    /// Where the person keeps files.
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// Everything this computer has written.
    pub fn everything(&self) -> &Path {
        self.folder.path()
    }

    /// What the next file dialog of the app will answer; an empty path cancels it.
    pub fn answers_next(&self, path: &Path) {
        let list = self.folder.path().join("dialogs");
        let mut lines = fs::read_to_string(&list).unwrap();
        lines.push_str(&path.to_string_lossy());
        lines.push('\n');
        fs::write(list, lines).unwrap();
    }

    /// Starts the driver and gives the address it listens at.
    pub fn starts_driver(&mut self) -> String {
        let (port, native) = (free_port(), free_port());
        let program =
            std::env::var_os("PLUMBLINE_DRIVER").expect("PLUMBLINE_DRIVER names the driver");
        let mut command = Command::new(program);
        command
            .args([
                "--port",
                &port.to_string(),
                "--native-port",
                &native.to_string(),
            ])
            .env("HOME", self.folder.path().join("home"))
            .env("TMPDIR", self.folder.path().join("tmp"))
            .env("XDG_RUNTIME_DIR", self.folder.path().join("run"))
            .env("PLUMBLINE_DIALOGS", self.folder.path().join("dialogs"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for name in [
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
        ] {
            command.env_remove(name);
        }
        self.driver = Some(command.spawn().unwrap());
        self.port = port;
        format!("http://127.0.0.1:{port}")
    }

    /// Processes of the app on this computer, by their numbers.
    pub fn app_processes(&self) -> Vec<u32> {
        let home = format!("HOME={}", self.folder.path().join("home").display());
        let entries = fs::read_dir("/proc").unwrap().flatten();
        let mut found: Vec<u32> = entries
            .filter_map(|entry| {
                let number: u32 = entry.file_name().to_str()?.parse().ok()?;
                let program = fs::read_link(entry.path().join("exe")).ok()?;
                let environment = fs::read(entry.path().join("environ")).ok()?;
                let is_here = environment
                    .split(|byte| *byte == 0)
                    .any(|pair| pair == home.as_bytes());
                let is_app = app().file_name() == program.file_name();
                (is_here && is_app).then_some(number)
            })
            .collect();
        found.sort_unstable();
        found
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        if let Some(mut driver) = self.driver.take() {
            drop(driver.kill());
            drop(driver.wait());
        }
    }
}

/// The program under test.
pub fn app() -> PathBuf {
    PathBuf::from(
        std::env::var_os("PLUMBLINE_APP").expect("PLUMBLINE_APP names the program under test"),
    )
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Whether a program is there that a test needs beside the app.
pub fn has_program(name: &str) -> bool {
    let output = Command::new("which")
        .arg(name)
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = output else { return false };
    let mut line = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout).read_line(&mut line).unwrap();
    }
    child.wait().is_ok_and(|status| status.success()) && !line.is_empty()
}
