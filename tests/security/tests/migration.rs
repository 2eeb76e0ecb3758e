//! Files that earlier versions really wrote: each is opened, brought to this version and read.

use std::fs;
use std::path::{Path, PathBuf};

use domain::figure::FigureStatus;
use store::{Action, Store, StoreError};
use support::content::{ADVISERS, KPIS};
use support::{FIRST, clock, opener, passphrase};
use vault::{BodyFacts, BodyReader, Secret, Vault};

/// What the file of schema 1 held when it was made.
const SCHEMA_1: &str = "79330b7b8b72814f9db90be8a32fef5a869b9f264205d114cc7908a24e463c39";

/// What the file of schema 2 held.
const SCHEMA_2: &str = "35299aebd57c28354649888d5b832f1acea90cc2e3b2cc3223bc35663c3f9819";

/// What the file of schema 3 held: a target of everybody besides those of each adviser.
const SCHEMA_3: &str = "cc9e63d6db37b7f3dc75ce0d2bf5e2ca0f700ea03fbb0b49f7abd09c471b044c";

/// What the file of schema 4 held: the same as that of schema 3.
const SCHEMA_4: &str = SCHEMA_3;

/// What the file of schema 5 held: the same, since what it added belongs to the journal.
const SCHEMA_5: &str = SCHEMA_4;

fn fixture(schema: u32) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/vaults");
    folder.join(format!("schema-{schema}.plumb"))
}

/// A copy that may be opened and changed.
fn copy_of(schema: u32) -> std::io::Result<(tempfile::TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("old.plumb");
    fs::copy(fixture(schema), &path)?;
    Ok((folder, path))
}

fn open(path: &Path) -> Result<Store, StoreError> {
    let typed = passphrase(FIRST);
    let opened = Store::open_checked(path, Secret::Passphrase(&typed), opener(), clock())?;
    Ok(opened.store)
}

#[test]
fn there_is_a_file_of_every_schema() {
    for schema in 1..=store::NEWEST_SCHEMA {
        assert!(fixture(schema).exists(), "make it with the fixture program");
    }
}

#[test]
fn a_vault_of_the_first_schema_opens_whole() {
    let (_folder, path) = copy_of(1).unwrap();
    let store = open(&path).unwrap();
    let read = store.read();
    assert_eq!(read.digest().unwrap(), SCHEMA_1);
    assert_eq!(read.figures().count().unwrap(), 930);
    assert_eq!(read.figures().check_rolls().unwrap().wrong, 0);
    assert_eq!(read.journal().verify_all().unwrap().broken, None);
    let advisers = read.team().advisers().unwrap();
    let names: Vec<_> = advisers
        .iter()
        .map(|one| (one.id, one.alias.reveal()))
        .collect();
    let expected = ["Made-up alias 1", "Made-up alias 2", "Made-up alias 3"];
    assert_eq!(
        names,
        ADVISERS.into_iter().zip(expected).collect::<Vec<_>>()
    );
    assert_eq!(
        read.team().note(ADVISERS[2]).unwrap().unwrap().reveal(),
        "Made-up note"
    );
    let phases = read.phases().of(ADVISERS[0], KPIS[1]).unwrap();
    assert_eq!(phases.phases[0].start.reason, "Made-up phase reason");
    let baseline = &phases.baselines[0];
    assert_eq!(
        (baseline.points, baseline.from),
        (12, Some(phases.phases[0].start.from)),
        "it belongs to the phase that was the latest"
    );
    let corrected = read
        .figures()
        .series(ADVISERS[0], KPIS[1], day("2026-05-01"), day("2026-05-31"))
        .unwrap();
    assert_eq!(
        (corrected[0].amount.numerator, corrected[0].status),
        (19, FigureStatus::Corrected)
    );
    assert_eq!(
        read.undo().last_done().unwrap().unwrap().pieces[0].payload,
        b"Made-up payload"
    );
    assert_eq!(read.drafts().list().unwrap().len(), 2);
    assert_eq!(read.releases().cells(1).unwrap().len(), 1);
    assert_eq!(read.kpis().targets().unwrap().len(), 3);
    store.close().unwrap();
    let mut store = open(&path).unwrap();
    let mut write = store.write(Action::SettingsChanged).unwrap();
    write.settings().set("still", "writable").unwrap();
    write.commit().unwrap();
    store.close().unwrap();
}

#[test]
fn a_vault_of_the_second_schema_opens_with_what_it_added() {
    let (_folder, path) = copy_of(2).unwrap();
    let store = open(&path).unwrap();
    let read = store.read();
    assert_eq!(read.digest().unwrap(), SCHEMA_2);
    let adviser = read.team().adviser(ADVISERS[0]).unwrap();
    let band = adviser.assignments[0].band.as_ref().unwrap();
    assert_eq!(band.as_str(), "Made-up band");
    let totals = read.totals().all().unwrap();
    assert_eq!((totals.len(), totals[0].advisers), (1, 5));
    assert_eq!(read.totals().check().unwrap().wrong, 0);
    store.close().unwrap();
}

#[test]
fn the_source_of_an_advisers_own_target_is_sealed_from_the_third_schema_on() {
    let files = [
        (1, SCHEMA_1),
        (2, SCHEMA_2),
        (3, SCHEMA_3),
        (4, SCHEMA_4),
        (5, SCHEMA_5),
    ];
    for (schema, digest) in files {
        let (_folder, path) = copy_of(schema).unwrap();
        let store = open(&path).unwrap();
        assert_eq!(
            store.read().digest().unwrap(),
            digest,
            "schema {schema} says what it said"
        );
        store.close().unwrap();
        let typed = passphrase(FIRST);
        let opened = Vault::open(&path, Secret::Passphrase(&typed), opener(), &store::Tables);
        let vault = opened.unwrap().vault;
        let count = |sql: &str| -> i64 {
            let counted = vault.connection().query_row(sql, [], |row| row.get(0));
            counted.unwrap()
        };
        let own = "SELECT count(*) FROM target WHERE scope = 2";
        assert!(
            count(own) > 0,
            "schema {schema} has a target of one adviser"
        );
        let open = format!("{own} AND (source <> '' OR sealed_source = x'')");
        assert_eq!(count(&open), 0, "schema {schema}");
    }
}

#[test]
fn an_entry_has_its_reason_from_the_fifth_schema_on() {
    let reasons = |schema: u32| {
        let (_folder, path) = copy_of(schema).unwrap();
        let store = open(&path).unwrap();
        let found = store.read().journal().reasons(1, 1000).unwrap();
        store.close().unwrap();
        found.into_iter().map(|(_, reason)| reason).collect()
    };
    let none: Vec<String> = reasons(4);
    assert!(none.is_empty());
    let some: Vec<String> = reasons(5);
    assert_eq!(some, ["Made-up entry reason"]);
}

fn day(text: &str) -> chrono::NaiveDate {
    support::content::day(text)
}

#[test]
fn the_recovery_slot_of_an_old_file_says_that_it_was_confirmed() {
    let (_folder, path) = copy_of(1).unwrap();
    let typed = passphrase(FIRST);
    let opened = Store::open(&path, Secret::Passphrase(&typed), opener(), clock()).unwrap();
    assert!(
        !opened
            .notices
            .contains(&vault::Notice::RecoveryNotConfirmed)
    );
    assert!(!opened.notices.contains(&vault::Notice::NotClosedCleanly));
}

/// A later version of the tables, as far as a header and a body can tell.
struct Later;

impl BodyReader for Later {
    fn newest_schema(&self) -> u32 {
        store::NEWEST_SCHEMA + 1
    }

    fn facts(&self, connection: &rusqlite::Connection) -> rusqlite::Result<BodyFacts> {
        let mut facts = store::Tables.facts(connection)?;
        facts.schema_version = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        Ok(facts)
    }

    fn journal_mac_at(
        &self,
        connection: &rusqlite::Connection,
        sequence: u64,
    ) -> rusqlite::Result<Option<[u8; 32]>> {
        store::Tables.journal_mac_at(connection, sequence)
    }
}

#[test]
fn a_file_of_a_later_version_is_refused_untouched() {
    let (_folder, path) = copy_of(store::NEWEST_SCHEMA).unwrap();
    let typed = passphrase(FIRST);
    let vault = Vault::open(&path, Secret::Passphrase(&typed), opener(), &Later)
        .unwrap()
        .vault;
    let mut facts = Later.facts(vault.connection()).unwrap();
    facts.schema_version += 1;
    vault
        .connection()
        .pragma_update(None, "user_version", facts.schema_version)
        .unwrap();
    vault.close(facts).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(open(&path), Err(StoreError::TooNew)));
    assert!(fs::read(&path).unwrap() == before, "not a byte was changed");
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "and nothing lies beside it");
}
