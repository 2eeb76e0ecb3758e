//! What is refused before anything is read, and what an unfinished creation leaves.

use std::fs;

use super::support::*;
use crate::format::{MAGIC, read_pair};
use crate::*;

#[test]
fn a_second_opener_is_told_who_came_first() {
    let (case, vault) = Case::make_open();
    match case.open_quickly().err() {
        Some(VaultError::Busy { since, host }) => {
            assert_eq!(since, Some(opener().now));
            assert_eq!(host.as_deref(), Some("desk"));
        }
        other => panic!("expected busy, got {other:?}"),
    }
    let mut vault = vault;
    write_notes(&mut vault, 1);
    close(vault);
    assert!(case.open_quickly().is_ok());
}

#[test]
fn a_lock_file_left_by_a_kill_is_no_lock() {
    let case = Case::make();
    fs::write(case.beside(".lock"), "1\nelsewhere\n").unwrap();
    close(case.open_quickly().unwrap().vault);
    assert!(!case.beside(".lock").exists());
}

#[cfg(unix)]
#[test]
fn links_pipes_and_folders_are_refused() {
    let case = Case::make();
    let refused = |path: &std::path::Path| {
        let code = RecoveryCode::parse(&case.code).unwrap();
        match Vault::open(path, Secret::RecoveryCode(&code), opener(), &Tables).err() {
            Some(VaultError::Refused(refusal)) => refusal,
            other => panic!("expected a refusal, got {other:?}"),
        }
    };
    let link = case.folder.path().join("link.plumb");
    std::os::unix::fs::symlink(&case.path, &link).unwrap();
    assert_eq!(refused(&link), VaultRefusal::NotRegular);
    assert_eq!(refused(case.folder.path()), VaultRefusal::NotRegular);
    let hard = case.folder.path().join("hard.plumb");
    fs::hard_link(&case.path, &hard).unwrap();
    assert_eq!(refused(&hard), VaultRefusal::HardLinked);
    assert_eq!(refused(&case.path), VaultRefusal::HardLinked);
    assert_eq!(
        refused(&case.folder.path().join("no/such")),
        VaultRefusal::NoFolder
    );
    let socket = case.folder.path().join("socket.plumb");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    assert_eq!(refused(&socket), VaultRefusal::NotRegular);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_any_of_the_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let (case, mut vault) = Case::make_open();
    write_notes(&mut vault, 1);
    for entry in fs::read_dir(case.folder.path()).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn creating_over_a_file_is_refused_and_a_dropped_draft_leaves_nothing() {
    let case = Case::make();
    let make = |name: &str| {
        let path = case.folder.path().join(name);
        let costs = KdfParameters::for_tests();
        Draft::create(&path, &passphrase(FIRST), costs, opener())
    };
    let before = case.bytes();
    assert!(matches!(
        make("team.plumb").err(),
        Some(VaultError::Refused(VaultRefusal::Exists))
    ));
    assert_eq!(case.bytes(), before);
    fs::write(case.folder.path().join("new.plumb.part"), MAGIC).unwrap();
    drop(make("new.plumb").unwrap());
    assert_eq!(fs::read_dir(case.folder.path()).unwrap().count(), 1);
    fs::write(case.folder.path().join("new.plumb.part"), "somebody's text").unwrap();
    assert!(make("new.plumb").is_err(), "not ours to remove");
    assert!(case.folder.path().join("new.plumb.part").exists());
}

#[test]
fn a_newer_file_is_left_alone() {
    struct Older;
    impl BodyReader for Older {
        fn newest_schema(&self) -> u32 {
            0
        }
        fn facts(&self, _: &rusqlite::Connection) -> rusqlite::Result<BodyFacts> {
            unreachable!("the body of a newer file is not read")
        }
        fn journal_mac_at(
            &self,
            _: &rusqlite::Connection,
            _: u64,
        ) -> rusqlite::Result<Option<[u8; 32]>> {
            unreachable!("the body of a newer file is not read")
        }
    }
    let case = Case::make();
    let before = case.bytes();
    let code = RecoveryCode::parse(&case.code).unwrap();
    let refused = Vault::open(&case.path, Secret::RecoveryCode(&code), opener(), &Older);
    assert!(matches!(refused, Err(VaultError::TooNew)));
    for (at, value) in [(8, 2), (12, 9), (40, 2)] {
        let mut bytes = before.clone();
        for copy in [0, 8_192] {
            bytes[copy + at] = value;
            sign_again(&mut bytes[copy..copy + 8_192]);
        }
        case.put(&bytes);
        assert!(
            matches!(case.open_quickly(), Err(VaultError::TooNew)),
            "byte {at}"
        );
        assert_eq!(case.bytes(), bytes);
    }
}

/// Makes the unkeyed checksum of a changed header copy right again, as an attacker can.
fn sign_again(copy: &mut [u8]) {
    let sum = ring::digest::digest(&ring::digest::SHA256, &copy[..8_128]);
    copy[8_128..8_160].copy_from_slice(sum.as_ref());
}

fn refused_with(case: &Case, change: impl Fn(&mut [u8])) -> VaultError {
    let mut bytes = case.bytes();
    for copy in [0, 8_192] {
        change(&mut bytes[copy..copy + 8_192]);
        sign_again(&mut bytes[copy..copy + 8_192]);
    }
    let whole = case.bytes();
    case.put(&bytes);
    let error = case.open().err().expect("a hostile header must not open");
    assert_eq!(case.bytes(), bytes, "a refused file is left as it was");
    case.put(&whole);
    error
}

#[test]
fn hostile_costs_are_refused_before_they_run() {
    let case = Case::make();
    for (at, value) in [
        (4, u32::MAX),
        (4, 1),
        (8, 0),
        (8, u32::MAX),
        (12, 0),
        (12, 99),
    ] {
        let error = refused_with(&case, |copy| {
            copy[64 + at..68 + at].copy_from_slice(&value.to_le_bytes());
        });
        assert!(
            matches!(error, VaultError::Damaged(Damage::Parameters)),
            "{at} {value}"
        );
    }
    let eight_gigabyte_slots = refused_with(&case, |copy| {
        copy[68..72].copy_from_slice(&1_048_576_u32.to_le_bytes());
        let slot = copy[64..320].to_vec();
        for place in 1..8 {
            copy[64 + place * 256..320 + place * 256].copy_from_slice(&slot);
        }
    });
    assert!(matches!(
        eight_gigabyte_slots,
        VaultError::Damaged(Damage::Parameters)
    ));
}

#[test]
fn an_altered_header_with_a_right_checksum_is_still_noticed() {
    let case = Case::make();
    let changes: [(usize, &str); 6] = [
        (16, "generation"),
        (24, "vault id"),
        (42, "state"),
        (64 + 1, "flag of a slot"),
        (64 + 4, "cost of a slot"),
        (2_200, "sealed block"),
    ];
    for (at, what) in changes {
        let error = refused_with(&case, |copy| copy[at] ^= 1);
        assert!(
            matches!(error, VaultError::Damaged(_) | VaultError::WrongPassphrase),
            "{what}: {error}"
        );
    }
    let spare = refused_with(&case, |copy| copy[5_000] = 1);
    assert!(matches!(spare, VaultError::Damaged(Damage::Header)));
}

#[test]
fn unknown_slot_kinds_are_kept_and_skipped() {
    let case = Case::make();
    let mut bytes = case.bytes();
    for copy in [0, 8_192] {
        bytes[copy + 64 + 512..copy + 64 + 768].fill(0x33);
        sign_again(&mut bytes[copy..copy + 8_192]);
    }
    let parsed = read_pair(&bytes[..16_384]).unwrap();
    let (_, header) = &parsed.candidates[0];
    assert_eq!(header.slots[2].bytes(), &[0x33; 256]);
    assert!(header.slots[2].meaning().is_none());
}

#[test]
fn secrets_and_texts_are_not_in_the_bytes() {
    let (case, mut vault) = Case::make_open();
    let canary = b"canary of a name, never in clear";
    vault.add_subjects(&[4]).unwrap();
    let sealed = vault.subject_key(4).unwrap().seal(b"name", canary).unwrap();
    let insert = "INSERT INTO note(text) VALUES (?1 || hex(?2))";
    let text = String::from_utf8_lossy(canary).into_owned();
    vault.connection().execute(insert, (text, sealed)).unwrap();
    let files = [case.path.clone(), case.beside("-wal"), case.beside(".lock")];
    let everything: Vec<u8> = files
        .iter()
        .flat_map(|path| fs::read(path).unwrap())
        .collect();
    let plain_code = case.code.replace('-', "");
    let secrets: [&[u8]; 5] = [
        canary,
        FIRST.as_bytes(),
        case.code.as_bytes(),
        plain_code.as_bytes(),
        b"CREATE TABLE",
    ];
    for secret in secrets {
        let found = everything
            .windows(secret.len())
            .any(|window| window == secret);
        assert!(!found, "{}", String::from_utf8_lossy(secret));
    }
}

#[test]
fn a_resting_vault_reads_but_does_not_write_until_woken() {
    let (case, mut vault) = Case::make_open();
    let facts = Tables.facts(vault.connection()).unwrap();
    vault.rest(facts).unwrap();
    assert_eq!(count_notes(&vault), 60);
    assert!(vault.connection().execute("DELETE FROM note", []).is_err());
    assert!(vault.add_subjects(&[1]).is_err());
    drop_as_if_killed(&case, vault);
    let opened = case.open_quickly().unwrap();
    assert_eq!(
        opened.notices,
        [Notice::WeakSlot],
        "a kill at rest is a clean close"
    );
    let mut vault = opened.vault;
    vault.rest(facts).unwrap();
    vault.wake().unwrap();
    write_notes(&mut vault, 1);
    assert_eq!(count_notes(&vault), 61);
}
