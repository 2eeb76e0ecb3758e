//! A vault on disk, made in a moment: the cheapest key derivation a header may ask for.

use std::path::{Path, PathBuf};

use store::{Clock, NewStore, OpenedStore, Store, StoreError};
use tempfile::TempDir;
use vault::{Confirmed, KdfParameters, Opener, Passphrase, RecoveryCode, Secret};

use crate::content::{self, Texts};

/// The passphrase of every made vault.
pub const FIRST: &str = "four plain words here";

/// A folder with one closed vault in it.
pub struct Made {
    /// The folder, removed when this is dropped.
    pub folder: TempDir,
    /// The file.
    pub path: PathBuf,
    /// Its recovery code as it was shown.
    pub code: String,
}

impl Made {
    /// A closed vault with the made-up team in it.
    pub fn closed(name: &str, texts: &Texts) -> Self {
        Self::closed_in(tempfile::tempdir().unwrap(), name, texts)
    }

    /// The same in a folder of the caller's.
    pub fn closed_in(folder: TempDir, name: &str, texts: &Texts) -> Self {
        let path = folder.path().join(format!("{name}.plumb"));
        let (mut store, code) = create(&path);
        content::fill(&mut store, texts);
        store.close().unwrap();
        Self { folder, path, code }
    }

    /// Opens it by code, which costs nothing.
    pub fn open(&self) -> Result<OpenedStore, StoreError> {
        open_by_code(&self.path, &self.code)
    }
}

fn create(path: &Path) -> (Store, String) {
    let new = NewStore::create(path, &passphrase(FIRST), costs(), opener(), clock()).unwrap();
    let code = new.recovery_code().unwrap().shown().to_string();
    (new.finish(Confirmed::Yes).unwrap().store, code)
}

fn open_by_code(path: &Path, code: &str) -> Result<OpenedStore, StoreError> {
    let code = code_of(code);
    Store::open(path, Secret::RecoveryCode(&code), opener(), clock())
}

/// The cheapest key derivation a header may ask for.
pub fn costs() -> KdfParameters {
    KdfParameters::for_tests()
}

/// A passphrase as it is typed.
pub fn passphrase(typed: &str) -> Passphrase {
    Passphrase::parse_typed(typed).unwrap()
}

/// A recovery code as it is typed.
pub fn code_of(typed: &str) -> RecoveryCode {
    RecoveryCode::parse(typed).unwrap()
}

/// Whoever opens vaults in tests.
pub fn opener() -> Opener {
    Opener {
        host: "desk".to_owned(),
        now: 1_796_256_000,
    }
}

/// 3 December 2026, a second later at every look.
pub fn clock() -> Clock {
    let next = std::cell::Cell::new(1_796_256_000_000);
    Box::new(move || next.replace(next.get() + 1000))
}
