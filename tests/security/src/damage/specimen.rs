//! The vault that is damaged, in the states it can be found in.

use std::fs;
use std::path::PathBuf;

use store::Action;
use support::Made;
use support::content::{ADVISERS, KPIS, Texts, figures};
use tempfile::TempDir;

use super::{PAGE, PREFIX};
use crate::work::import;

/// Bytes of one vault at several moments.
pub(super) struct Specimen {
    made: Made,
    /// Closed cleanly, earlier.
    pub(super) older: Vec<u8>,
    /// Closed cleanly.
    pub(super) newer: Vec<u8>,
    /// Killed while open, with everything in the body.
    pub(super) killed: Vec<u8>,
    /// Killed while open, with changes in the write-ahead file.
    pub(super) behind: Vec<u8>,
    /// That write-ahead file.
    pub(super) write_ahead: Vec<u8>,
    /// Digest of the content in [`Self::newer`].
    pub(super) digest: String,
    /// Digest of the content in [`Self::killed`].
    pub(super) killed_digest: String,
    /// Digest of the content in [`Self::behind`] with its write-ahead file.
    pub(super) behind_digest: String,
}

impl Specimen {
    pub(super) fn make() -> Self {
        let made = Made::closed_in(quick_folder(), "specimen", &Texts::plain());
        let mut store = made.open().unwrap().store;
        import::take_in(&mut store, import::DAYS).unwrap();
        store.close().unwrap();
        let read = |suffix: &str| {
            let mut path = made.path.clone().into_os_string();
            path.push(suffix);
            fs::read(path).unwrap()
        };
        let older = read("");
        let mut store = made.open().unwrap().store;
        // The same rows under another number: nearly every page with rows in it is written anew.
        import::take_out(&mut store).unwrap();
        import::take_in(&mut store, import::DAYS).unwrap();
        change(&mut store, 18);
        let digest = store.read().digest().unwrap();
        store.close().unwrap();
        let newer = read("");
        let mut store = made.open().unwrap().store;
        change(&mut store, 19);
        store.settle().unwrap();
        let killed_digest = store.read().digest().unwrap();
        let killed = read("");
        for value in 20..24 {
            change(&mut store, value);
        }
        let behind_digest = store.read().digest().unwrap();
        let (behind, write_ahead) = (read(""), read("-wal"));
        drop(store);
        Self {
            made,
            older,
            newer,
            killed,
            behind,
            write_ahead,
            digest,
            killed_digest,
            behind_digest,
        }
    }

    /// The newer file after one adviser was erased, closed cleanly, and its digest.
    pub(super) fn without_one_adviser(&self) -> (Vec<u8>, String) {
        fs::write(self.path(), &self.newer).unwrap();
        let mut store = self.made.open().unwrap().store;
        let mut write = store.write(Action::AdviserErased).unwrap();
        write.team().erase_adviser(ADVISERS[1]).unwrap();
        write.commit().unwrap();
        let digest = store.read().digest().unwrap();
        store.close().unwrap();
        (fs::read(self.path()).unwrap(), digest)
    }

    /// Where a damaged copy is put to be opened.
    pub(super) fn path(&self) -> PathBuf {
        self.made.path.clone()
    }

    pub(super) fn code(&self) -> &str {
        &self.made.code
    }

    /// The file as it is found after a clean close and after a kill, with the digest of each.
    pub(super) fn states(&self) -> [State<'_>; 2] {
        let state = |name, file, digest| State { name, file, digest };
        [
            state("closed", &self.newer, &self.digest),
            state("killed", &self.killed, &self.killed_digest),
        ]
    }
}

/// The file in one of the states it can be found in.
#[derive(Clone, Copy)]
pub(super) struct State<'bytes> {
    pub(super) name: &'static str,
    pub(super) file: &'bytes [u8],
    pub(super) digest: &'bytes str,
}

impl State<'_> {
    /// Where each of its pages begins.
    pub(super) fn pages(&self) -> Vec<usize> {
        (PREFIX..self.file.len()).step_by(PAGE).collect()
    }
}

/// A change in many pages: every month and note, and a tenth of the days.
fn change(store: &mut store::Store, value: i64) {
    let mut write = store.write(Action::FiguresWritten).unwrap();
    for figure in figures(value)
        .iter()
        .filter(|one| one.kpi == KPIS[1] || one.period.key() % 40 == 0)
    {
        write.figures().put(figure).unwrap();
    }
    let note = domain::text::Note::parse(&format!("Note {value}")).unwrap();
    write.team().write_note(ADVISERS[0], Some(&note)).unwrap();
    write.commit().unwrap();
}

/// A folder in memory where there is one: damage is about bytes, not about disks.
fn quick_folder() -> TempDir {
    let memory = std::path::Path::new("/dev/shm");
    let made = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    made.or_else(|_| tempfile::tempdir()).unwrap()
}
