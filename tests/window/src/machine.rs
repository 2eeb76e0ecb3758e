//! A computer of its own for each test: home, temporary folder, prepared answers for the system's file dialogs,
//! and the driver that opens the app. All of it goes when the test ends.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use support::network;
use tempfile::TempDir;

/// What a program asks for when it wants to keep something, and where that lies here.
const PLACES: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("TMPDIR", "tmp"),
    ("XDG_RUNTIME_DIR", "run"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
];

/// How often, and after how long, it is looked whether a window has come to rest, which is so many times nothing new.
const LOOKS: u32 = 120;
const QUIET: u32 = 4;
const LOOK: Duration = Duration::from_millis(500);

/// A made-up computer with the app on it.
pub struct Machine {
    folder: TempDir,
    /// The driver, or the app itself.
    begun: Option<Child>,
    is_followed: bool,
}

impl Machine {
    /// A fresh one; nothing runs yet.
    pub fn fresh() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("plumbline-window")
            .tempdir()
            .unwrap();
        for name in PLACES.iter().map(|(_, name)| *name).chain(["files"]) {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let machine = Self {
            folder,
            begun: None,
            is_followed: false,
        };
        fs::write(machine.answers(), "").unwrap();
        machine
    }

    /// One on which every call to the network is written down, whichever program makes it.
    pub fn followed() -> Self {
        let mut machine = Self::fresh();
        machine.is_followed = true;
        machine
    }

    /// The calls written down so far.
    pub fn calls(&self) -> String {
        fs::read_to_string(self.calls_log()).unwrap()
    }

    fn calls_log(&self) -> PathBuf {
        self.folder.path().join("calls.log")
    }

    /// Where the app keeps what is this computer's and not the vault's.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Where the person keeps files.
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// Everything this computer has written.
    pub fn everything(&self) -> &Path {
        self.folder.path()
    }

    /// The answers prepared for dialogs.
    pub fn answers(&self) -> PathBuf {
        self.folder.path().join("dialogs")
    }

    /// What the next file dialog of the app will answer; an empty path cancels it.
    pub fn answers_next(&self, path: &Path) {
        let list = self.answers();
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
        let mut command = self.command(Path::new(&program));
        command
            .args(["--port", &port.to_string()])
            .args(["--native-port", &native.to_string()])
            .env("PLUMBLINE_DIALOGS", self.answers());
        self.starts(command);
        format!("http://127.0.0.1:{port}")
    }

    /// Opens the app by hand, with nobody to drive it, and waits until nothing more happens: its page was drawn.
    pub fn opens_app(&mut self) {
        let command = self.command(&app());
        self.starts(command);
        let (mut calls, mut quiet) = (0, 0);
        for _ in 0..LOOKS {
            std::thread::park_timeout(LOOK);
            let now = self.calls();
            let is_drawing = now.contains("WebKitWebProcess");
            quiet = if is_drawing && now.len() == calls {
                quiet + 1
            } else {
                0
            };
            if quiet == QUIET {
                return;
            }
            calls = now.len();
        }
        panic!("the window does not come to rest");
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = if self.is_followed {
            let mut command = network::followed(&self.calls_log());
            // The program stays our own child, and ends when we say so.
            command.arg("-D").arg(program);
            command
        } else {
            Command::new(program)
        };
        for (variable, name) in PLACES {
            command.env(variable, self.folder.path().join(name));
        }
        command
    }

    fn starts(&mut self, mut command: Command) {
        self.ends();
        let said = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.folder.path().join("said.log"))
            .unwrap();
        command
            .stdin(Stdio::null())
            .stdout(said.try_clone().unwrap())
            .stderr(said);
        self.begun = Some(command.spawn().unwrap());
    }

    /// Ends what was started here. Asked and not killed, the driver ends what it has started in its turn.
    pub fn ends(&mut self) {
        if let Some(mut begun) = self.begun.take() {
            let asked = Command::new("kill").arg(begun.id().to_string()).status();
            if !asked.is_ok_and(|asked| asked.success()) {
                drop(begun.kill());
            }
            drop(begun.wait());
        }
    }

    /// Kills the app without warning, as a power cut would.
    pub fn kills_app(&self) {
        let processes = self.app_processes();
        assert!(!processes.is_empty(), "the app runs");
        for number in processes {
            let killed = Command::new("kill")
                .args(["-9", &number.to_string()])
                .status();
            assert!(killed.unwrap().success());
        }
        while !self.app_processes().is_empty() {
            std::thread::yield_now();
        }
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
        self.ends();
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
