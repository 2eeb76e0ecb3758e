//! The local log: codes and numbers only, five files of one megabyte, two weeks. What may be logged is decided
//! by the type of what is logged; a panic leaves its place and nothing else.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing_subscriber::fmt::MakeWriter;

const LARGEST: u64 = 1024 * 1024;
const FILES: u32 = 5;
const KEPT: Duration = Duration::from_hours(14 * 24);

#[derive(Clone)]
struct LogFile {
    folder: PathBuf,
    open: Arc<Mutex<Option<File>>>,
}

impl LogFile {
    fn path(&self, number: u32) -> PathBuf {
        self.folder.join(format!("plumbline-{number}.log"))
    }

    fn append(&self, bytes: &[u8]) -> std::io::Result<()> {
        let mut open = self
            .open
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if open.is_none() {
            *open = Some(
                OpenOptions::new()
                    .create(true)
                    .append(true)
                    .open(self.path(0))?,
            );
        }
        if let Some(file) = open.as_mut() {
            file.write_all(bytes)?;
            if file.metadata()?.len() > LARGEST {
                *open = None;
                self.rotate();
            }
        }
        Ok(())
    }

    fn rotate(&self) {
        for number in (1..FILES).rev() {
            let moved = std::fs::rename(self.path(number - 1), self.path(number));
            drop(moved);
        }
    }
}

impl Write for LogFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.append(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for LogFile {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Starts the log in a folder; without one the app runs unlogged.
pub(crate) fn start(folder: &Path) {
    if std::fs::create_dir_all(folder).is_err() {
        return;
    }
    remove_old(folder);
    let writer = LogFile {
        folder: folder.to_path_buf(),
        open: Arc::new(Mutex::new(None)),
    };
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(writer)
        .finish();
    if tracing::subscriber::set_global_default(subscriber).is_ok() {
        panic::set_hook(Box::new(|panic| {
            // Where in our own code; the message may hold what somebody typed.
            let (file, line) = panic
                .location()
                .map_or(("", 0), |place| (place.file(), place.line()));
            let file = file.rsplit(['/', '\\']).next().unwrap_or_default();
            tracing::error!(code = "panic", file, line);
        }));
    }
}

fn remove_old(folder: &Path) {
    let Ok(files) = std::fs::read_dir(folder) else {
        return;
    };
    for file in files.flatten() {
        let age = file
            .metadata()
            .and_then(|about| about.modified())
            .map(|at| at.elapsed());
        if matches!(age, Ok(Ok(age)) if age > KEPT) {
            drop(std::fs::remove_file(file.path()));
        }
    }
}
