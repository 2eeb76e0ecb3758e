//! Damage: every part of the file changed, cut, swapped or put back to an older state is
//! noticed, and a refused file is left as it was.

use std::fs;

use super::support::*;
use crate::format::read_pair;
use crate::*;

const PAGE: usize = 4_096;
const PREFIX: usize = 278_528;

/// Opens by code and closes; gives the notices or the error, and that a refusal left the
/// file alone.
fn judge(case: &Case) -> Result<Vec<Notice>, VaultError> {
    let before = case.bytes();
    match case.open_quickly() {
        Ok(opened) => {
            assert_eq!(
                count_notes(&opened.vault),
                60,
                "content must be what was saved"
            );
            close(opened.vault);
            Ok(opened.notices)
        }
        Err(error) => {
            assert!(case.bytes() == before, "a refused file is left as it was");
            Err(error)
        }
    }
}

fn damaged(case: &Case) -> Damage {
    match judge(case) {
        Err(VaultError::Damaged(damage)) => damage,
        other => panic!("expected damage, got {other:?}"),
    }
}

#[test]
fn every_byte_of_a_header_copy_is_watched() {
    let case = Case::make();
    let whole = case.bytes();
    for at in 0..16_384 {
        for mask in [1, 0xFF] {
            let mut bytes = whole[..16_384].to_vec();
            bytes[at] ^= mask;
            let pair = read_pair(&bytes).unwrap();
            let inside_mac = at % 8_192 >= 8_160;
            assert!(
                pair.one_damaged || (inside_mac && pair.differ),
                "byte {at} changed unseen"
            );
            let best = &pair.candidates[0];
            assert!(inside_mac || best.0 == 1 - at / 8_192, "byte {at}");
        }
    }
}

#[test]
fn one_damaged_header_copy_is_repaired_with_a_notice() {
    let case = Case::make();
    let whole = case.bytes();
    for at in (0..16_384)
        .step_by(509)
        .chain([8_128, 8_160, 8_191, 16_320, 16_383])
    {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        case.put(&bytes);
        let notices = judge(&case).unwrap_or_else(|error| panic!("byte {at}: {error}"));
        // The MAC of the copy that is not read first differs without being used.
        let seen = [Notice::HeaderRepaired, Notice::HeaderRefreshed];
        assert!(
            notices.iter().any(|one| seen.contains(one)),
            "byte {at}: {notices:?}"
        );
        assert_eq!(
            judge(&case).unwrap(),
            [Notice::WeakSlot],
            "repaired for good"
        );
    }
}

#[test]
fn two_damaged_header_copies_are_damage() {
    let case = Case::make();
    let mut bytes = case.bytes();
    bytes[100] ^= 1;
    bytes[8_192 + 300] ^= 1;
    case.put(&bytes);
    assert_eq!(damaged(&case), Damage::Header);
}

#[test]
fn rings_are_watched_and_repaired() {
    let case = Case::make();
    let whole = case.bytes();
    for at in (16_384..PREFIX).step_by(20_011) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        case.put(&bytes);
        assert!(
            judge(&case).unwrap().contains(&Notice::RingRepaired),
            "byte {at}"
        );
        assert_eq!(judge(&case).unwrap(), [Notice::WeakSlot]);
    }
    let mut bytes = whole.clone();
    bytes[20_000] ^= 1;
    bytes[150_000] ^= 1;
    case.put(&bytes);
    assert_eq!(damaged(&case), Damage::Ring);
}

#[test]
fn an_older_ring_is_refused() {
    let case = Case::make();
    let older = case.bytes()[16_384..PREFIX].to_vec();
    let mut vault = case.open_quickly().unwrap().vault;
    vault.add_subjects(&[1, 2]).unwrap();
    vault.remove_subjects(&[2]).unwrap();
    close(vault);
    let mut bytes = case.bytes();
    let newest = bytes.clone();
    bytes[16_384..PREFIX].copy_from_slice(&older);
    case.put(&bytes);
    assert_eq!(damaged(&case), Damage::RingStale);
    let mut bytes = newest;
    bytes[16_384..147_456].copy_from_slice(&older[..131_072]);
    case.put(&bytes);
    assert!(
        judge(&case).unwrap().contains(&Notice::RingRepaired),
        "one copy only"
    );
}

#[test]
fn three_spots_of_every_page_are_watched() {
    let case = Case::make();
    let whole = case.bytes();
    for page in (PREFIX..whole.len()).step_by(PAGE) {
        for spot in [0, 1_999, PAGE - 1] {
            let mut bytes = whole.clone();
            bytes[page + spot] ^= 1;
            case.put(&bytes);
            let found = damaged(&case);
            assert!(
                matches!(found, Damage::Body | Damage::Structure),
                "{page} {spot}"
            );
        }
    }
}

#[test]
fn pages_are_watched_after_a_crash_too() {
    let (case, mut vault) = Case::make_open();
    let facts = Tables.facts(vault.connection()).unwrap();
    vault.checkpoint(facts).unwrap();
    drop_as_if_killed(&case, vault);
    let whole = case.bytes();
    for page in (PREFIX..whole.len()).step_by(PAGE) {
        for spot in [3, 1_999, PAGE - 1] {
            let mut bytes = whole.clone();
            bytes[page + spot] ^= 1;
            case.put(&bytes);
            let found = damaged(&case);
            assert!(
                matches!(found, Damage::Body | Damage::Structure),
                "{page} {spot}"
            );
        }
    }
}

#[test]
fn cut_and_grown_files_are_noticed() {
    let case = Case::make();
    let whole = case.bytes();
    let cuts = (PREFIX..whole.len())
        .step_by(PAGE)
        .chain([PREFIX + 1, whole.len() - 1]);
    for length in cuts {
        case.put(&whole[..length]);
        assert!(
            matches!(damaged(&case), Damage::Length | Damage::Body),
            "{length}"
        );
    }
    for length in [8, 8_192, 16_384, 200_000, PREFIX - 1] {
        case.put(&whole[..length]);
        assert_eq!(damaged(&case), Damage::Length, "{length}");
    }
    for length in [0, 1, 7] {
        case.put(&whole[..length]);
        assert!(
            matches!(judge(&case), Err(VaultError::NotAVault)),
            "{length}"
        );
    }
    case.put(&[whole.clone(), whole[whole.len() - PAGE..].to_vec()].concat());
    assert_eq!(damaged(&case), Damage::Body);
}

#[test]
fn swapped_and_stale_pages_are_noticed() {
    let case = Case::make();
    let older = case.bytes();
    let pages = (older.len() - PREFIX) / PAGE;
    for first in 0..pages - 1 {
        let mut bytes = older.clone();
        let at = PREFIX + first * PAGE;
        let (left, right) = bytes.split_at_mut(at + PAGE);
        left[at..].swap_with_slice(&mut right[..PAGE]);
        case.put(&bytes);
        assert_eq!(damaged(&case), Damage::Body, "swap at {first}");
    }
    case.put(&older);
    let mut vault = case.open_quickly().unwrap().vault;
    let change = "UPDATE note SET text = 'x' || substr(text, 2)";
    vault.connection_mut().execute(change, []).unwrap();
    close(vault);
    let newer = case.bytes();
    let mut stale = 0;
    for page in (PREFIX..older.len()).step_by(PAGE) {
        if older[page..page + PAGE] != newer[page..page + PAGE] {
            let mut bytes = newer.clone();
            bytes[page..page + PAGE].copy_from_slice(&older[page..page + PAGE]);
            case.put(&bytes);
            assert_eq!(damaged(&case), Damage::Body, "stale page at {page}");
            stale += 1;
        }
    }
    assert!(stale > 3, "the change must have touched pages");
    case.put(&[&newer[..PREFIX], &older[PREFIX..]].concat());
    assert_eq!(damaged(&case), Damage::Body, "older body");
}

#[test]
fn an_older_header_copy_is_refreshed_and_two_are_refused() {
    let case = Case::make();
    let older = case.bytes();
    let mut vault = case.open_quickly().unwrap().vault;
    write_notes(&mut vault, 0);
    close(vault);
    let newer = case.bytes();
    for place in [0, 8_192] {
        let mut bytes = newer.clone();
        bytes[place..place + 8_192].copy_from_slice(&older[place..place + 8_192]);
        case.put(&bytes);
        assert!(
            judge(&case).unwrap().contains(&Notice::HeaderRefreshed),
            "{place}"
        );
    }
    case.put(&[&older[..16_384], &newer[16_384..]].concat());
    assert_eq!(
        damaged(&case),
        Damage::Body,
        "older header over a newer body"
    );
}

#[test]
fn a_removed_or_cut_write_ahead_file_is_noticed() {
    let (case, mut vault) = Case::make_open();
    let facts = Tables.facts(vault.connection()).unwrap();
    vault.checkpoint(facts).unwrap();
    for _ in 0..3 {
        write_notes(&mut vault, 2);
    }
    drop_as_if_killed(&case, vault);
    let (file, wal) = (case.bytes(), fs::read(case.beside("-wal")).unwrap());
    let refused = |wal: Option<&[u8]>| {
        case.put(&file);
        fs::remove_file(case.beside("-wal")).ok();
        if let Some(bytes) = wal {
            fs::write(case.beside("-wal"), bytes).unwrap();
        }
        let found = damaged(&case);
        assert_eq!(found, Damage::CommitsLost);
    };
    refused(None);
    refused(Some(&[]));
    for part in 1..10 {
        refused(Some(&wal[..wal.len() * part / 10]));
    }
    for at in (0..wal.len()).step_by(997) {
        let mut flipped = wal.clone();
        flipped[at] ^= 1;
        refused(Some(&flipped));
    }
}

#[test]
fn a_planted_companion_is_refused() {
    let (case, mut vault) = Case::make_open();
    write_notes(&mut vault, 2);
    let foreign = fs::read(case.beside("-wal")).unwrap();
    assert!(!foreign.is_empty());
    let stranger = Case::make();
    for suffix in ["-wal", "-journal"] {
        fs::write(stranger.beside(suffix), &foreign).unwrap();
        assert_eq!(damaged(&stranger), Damage::ForeignCompanion, "{suffix}");
        fs::remove_file(stranger.beside(suffix)).unwrap();
    }
    assert_eq!(judge(&stranger).unwrap(), [Notice::WeakSlot]);
    close(vault);
}
