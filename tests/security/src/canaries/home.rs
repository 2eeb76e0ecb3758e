//! A home of its own for one process, so that all it writes can be searched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use support::search::{Wanted, missed_in, search};
use tempfile::TempDir;

use super::PASSPHRASE;

/// What a program asks for when it wants to write something, and where that lies here.
const PLACES: [(&str, &str); 9] = [
    ("TMPDIR", "tmp"),
    ("SQLITE_TMPDIR", "tmp"),
    ("TMP", "tmp"),
    ("TEMP", "tmp"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "run"),
];

pub(super) struct Home {
    folder: TempDir,
    wanted: Vec<Wanted>,
}

impl Home {
    pub(super) fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["vault", "tmp", "data", "config", "cache", "state", "run"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let mut wanted = Vec::from(Wanted::mark());
        wanted.push(Wanted::new("passphrase", PASSPHRASE));
        Self { folder, wanted }
    }

    /// From here on the recovery code must not be found either.
    pub(super) fn want_code(&mut self, shown: &str) {
        let bare: String = shown.chars().filter(|one| one.is_alphanumeric()).collect();
        self.wanted.push(Wanted::new("code", shown));
        self.wanted.push(Wanted::new("code without dashes", &bare));
    }

    pub(super) fn vault(&self) -> PathBuf {
        self.folder.path().join("vault/team.plumb")
    }

    /// A program that can write nowhere else without being told; what it complains about is kept and searched.
    pub(super) fn command(&self, program: &Path) -> Command {
        let home = self.folder.path();
        let mut command = Command::new(program);
        command.current_dir(home).env("HOME", home);
        for (name, folder) in PLACES {
            command.env(name, home.join(folder));
        }
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(home.join("state/said.log"));
        command.stderr(log.map_or_else(|_| Stdio::inherit(), Stdio::from));
        command
    }

    /// How many files hold nothing of what is wanted; or what was found.
    pub(super) fn find(&self) -> Result<u64, Vec<String>> {
        let (found, files) = search(&[self.folder.path()], &self.wanted);
        if found.is_empty() {
            Ok(u64::try_from(files).unwrap())
        } else {
            Err(found.iter().map(ToString::to_string).collect())
        }
    }

    /// The search itself finds what is there: the mark in every form and every folder, and the passphrase.
    pub(super) fn check_search(&self) -> Result<(), Vec<String>> {
        let home = self.folder.path();
        let mut missed = Vec::new();
        for folder in ["vault"]
            .into_iter()
            .chain(PLACES.map(|(_, folder)| folder))
        {
            let forms = missed_in(&home.join(folder), &[home], &self.wanted);
            missed.extend(forms.iter().map(|form| format!("{form} in {folder}")));
        }
        let control = home.join("control.txt");
        fs::write(&control, PASSPHRASE).unwrap();
        if self.find().is_ok() {
            missed.push("the passphrase".to_owned());
        }
        fs::remove_file(control).unwrap();
        if missed.is_empty() {
            Ok(())
        } else {
            Err(vec![format!("the search does not find: {missed:?}")])
        }
    }
}
