//! What is left in this process after a vault was closed: its own memory is read and
//! searched for the secrets, which the test itself holds only inverted.
#![cfg(target_os = "linux")]

use std::fs::File;
use std::os::unix::fs::FileExt as _;

use super::support::*;
use crate::*;

fn invert(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| !byte).collect()
}

/// How often the bytes whose inverse is `inverted` stand in this part of memory.
fn count_in(bytes: &[u8], inverted: &[u8]) -> usize {
    let first = !inverted[0];
    let mut rest = bytes;
    let mut found = 0;
    while let Some(place) = rest.iter().position(|byte| *byte == first) {
        let here = rest[place..].iter().take(inverted.len());
        found += usize::from(here.map(|byte| !byte).eq(inverted.iter().copied()));
        rest = &rest[place + 1..];
    }
    found
}

/// The same over all writable memory of this process, for several secrets.
fn count_in_memory<const N: usize>(inverted: [&[u8]; N]) -> [usize; N] {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let memory = File::open("/proc/self/mem").unwrap();
    let mut found = [0; N];
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (start, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let [start, end] = [start, end].map(|text| u64::from_str_radix(text, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(end - start).unwrap()];
        if memory.read_exact_at(&mut bytes, start).is_err() {
            continue;
        }
        for (count, secret) in found.iter_mut().zip(inverted) {
            *count += count_in(&bytes, secret);
        }
        // The copy just searched must not be found by the next region's search.
        bytes.fill(0);
        std::hint::black_box(&bytes);
    }
    found
}

/// Half a key is enough: the cipher's first round keys are the key itself.
fn half(bytes: &[u8]) -> Vec<u8> {
    invert(&bytes[..16])
}

#[test]
fn keys_and_secrets_are_gone_after_closing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("canary.plumb");
    let inverted_passphrase: Vec<u8> = (0..24)
        .map(|place| !(b'a' + (place * 7 + 3) % 26))
        .collect();
    let typed = || {
        let text = zeroize::Zeroizing::new(invert(&inverted_passphrase));
        Passphrase::parse_typed(std::str::from_utf8(&text).unwrap()).unwrap()
    };
    let draft = Draft::create(&path, &typed(), KdfParameters::for_tests(), opener()).unwrap();
    let code = invert(draft.recovery_code().unwrap().to_key_material().as_slice());
    let tables = "CREATE TABLE counter(sequence INTEGER NOT NULL) STRICT;
        CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
        INSERT INTO counter VALUES (0);";
    draft.connection().unwrap().execute_batch(tables).unwrap();
    close(draft.finish(Confirmed::Yes, &Tables).unwrap().vault);

    let passphrase = typed();
    let secret = Secret::Passphrase(&passphrase);
    let mut vault = Vault::open(&path, secret, opener(), &Tables).unwrap().vault;
    drop(passphrase);
    vault.add_subjects(&[1]).unwrap();
    let keys = vault.keys_for_tests().map(half);
    let [present] = count_in_memory([&keys[0]]);
    assert!(present > 0, "the search must find a key that is there");
    let sealed = vault.subject_key(1).unwrap().seal(b"x", b"text").unwrap();
    vault
        .connection()
        .execute("INSERT INTO note(text) VALUES (hex(?1))", [sealed])
        .unwrap();
    close(vault);

    let secrets = [&keys[0], &keys[1], &inverted_passphrase, &code].map(Vec::as_slice);
    let left = count_in_memory(secrets);
    assert_eq!(
        left, [0; 4],
        "data key, database key, passphrase, recovery code"
    );
}
