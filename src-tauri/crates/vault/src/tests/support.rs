//! A small body with a counter and notes, and a folder to keep it in.

use std::path::PathBuf;

use rusqlite::Connection;
use tempfile::TempDir;

use crate::companion::companion;
use crate::*;

pub(super) const FIRST: &str = "four plain words here";
pub(super) const SECOND: &str = "another long sentence";

/// Tables for tests: a counter, and notes.
pub(super) struct Tables;

impl BodyReader for Tables {
    fn newest_schema(&self) -> u32 {
        1
    }

    fn facts(&self, connection: &Connection) -> rusqlite::Result<BodyFacts> {
        let sequence: i64 =
            connection.query_row("SELECT sequence FROM counter", [], |row| row.get(0))?;
        Ok(BodyFacts {
            schema_version: 1,
            commit_sequence: u64::try_from(sequence).unwrap(),
            journal_sequence: u64::try_from(sequence).unwrap(),
            journal_mac: mac_of(u64::try_from(sequence).unwrap()),
        })
    }

    fn journal_mac_at(&self, _: &Connection, sequence: u64) -> rusqlite::Result<Option<[u8; 32]>> {
        Ok(Some(mac_of(sequence)))
    }
}

fn mac_of(sequence: u64) -> [u8; 32] {
    [u8::try_from(sequence % 251).unwrap(); 32]
}

pub(super) fn passphrase(text: &str) -> Passphrase {
    Passphrase::parse_typed(text).unwrap()
}

pub(super) fn opener() -> Opener {
    Opener {
        host: "desk".to_owned(),
        now: 1_796_256_000,
    }
}

/// A finished, closed vault with 60 notes, and everything needed to open it.
pub(super) struct Case {
    pub(super) folder: TempDir,
    pub(super) path: PathBuf,
    pub(super) code: String,
}

impl Case {
    pub(super) fn make() -> Self {
        let (case, vault) = Self::make_open();
        close(vault);
        case
    }

    pub(super) fn make_open() -> (Self, Vault) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("team.plumb");
        let costs = KdfParameters::for_tests();
        let draft = Draft::create(&path, &passphrase(FIRST), costs, opener()).unwrap();
        let code = draft.recovery_code().unwrap().shown().to_string();
        let tables = "CREATE TABLE counter(sequence INTEGER NOT NULL) STRICT;
            CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
            INSERT INTO counter VALUES (0);";
        draft.connection().unwrap().execute_batch(tables).unwrap();
        let opened = draft.finish(Confirmed::Yes, &Tables).unwrap();
        let mut vault = opened.vault;
        write_notes(&mut vault, 60);
        (Self { folder, path, code }, vault)
    }

    pub(super) fn open_with(&self, text: &str) -> Result<Opened, VaultError> {
        Vault::open(
            &self.path,
            Secret::Passphrase(&passphrase(text)),
            opener(),
            &Tables,
        )
    }

    pub(super) fn open(&self) -> Result<Opened, VaultError> {
        self.open_with(FIRST)
    }

    /// Opens by code: no Argon2id, so damage can be tried thousands of times.
    pub(super) fn open_quickly(&self) -> Result<Opened, VaultError> {
        let code = RecoveryCode::parse(&self.code).unwrap();
        Vault::open_checked(&self.path, Secret::RecoveryCode(&code), opener(), &Tables)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap()
    }

    pub(super) fn put(&self, bytes: &[u8]) {
        std::fs::write(&self.path, bytes).unwrap();
    }

    pub(super) fn beside(&self, suffix: &str) -> PathBuf {
        companion(&self.path, suffix)
    }
}

/// One acknowledged transaction with `count` notes.
pub(super) fn write_notes(vault: &mut Vault, count: usize) {
    let change = vault.connection_mut().transaction().unwrap();
    for _ in 0..count {
        change
            .execute("INSERT INTO note(text) VALUES (hex(randomblob(200)))", [])
            .unwrap();
    }
    change
        .execute("UPDATE counter SET sequence = sequence + 1", [])
        .unwrap();
    change.commit().unwrap();
    let facts = Tables.facts(vault.connection()).unwrap();
    vault.note_commit(facts).unwrap();
}

pub(super) fn count_notes(vault: &Vault) -> i64 {
    let all = "SELECT count(*) FROM note";
    vault
        .connection()
        .query_row(all, [], |row| row.get(0))
        .unwrap()
}

pub(super) fn close(vault: Vault) {
    let facts = Tables.facts(vault.connection()).unwrap();
    vault.close(facts).unwrap();
}

/// Leaves the files exactly as a kill would: as they are now, companions included.
pub(super) fn drop_as_if_killed(case: &Case, vault: Vault) {
    let saved = [case.path.clone(), case.beside("-wal")].map(|path| {
        let bytes = std::fs::read(&path).unwrap();
        (path, bytes)
    });
    drop(vault);
    for (path, bytes) in saved {
        std::fs::write(path, bytes).unwrap();
    }
}
