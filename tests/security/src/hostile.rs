//! Headers that an attacker has changed and whose checksum, which needs no key, was made right again. They must
//! be refused before anything they ask for is run.

use std::fs;
use std::time::Duration;

use ring::digest::{SHA256, digest};
use store::{Store, StoreError};
use support::content::Texts;
use support::{FIRST, Made, clock, opener, passphrase};
use vault::{Secret, VaultError};

use crate::damage::now;
use crate::{Chance, Kind, Outcome, Report, Share};

/// How long a refusal may take (security.md, V4); builds for tests are slower.
const LIMIT: Duration = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 });
/// Memory a refusal may take, in KiB.
const MEMORY: u64 = 50 * 1024;
/// Headers changed by chance.
const BY_CHANCE: usize = 2_000;
/// What every header asks of the derivation beside its own hostility: KiB and passes within the bounds, but far
/// beyond the limits above, so that a derivation that is run shows.
const COSTS: [(usize, u32); 2] = [(4, 262_144), (8, 8)];

const HEADER: usize = 8_192;
const SLOT: usize = 64;
const SLOT_LENGTH: usize = 256;

type Change = Box<dyn Fn(&mut [u8])>;

pub(crate) fn run(share: &Share, report: &mut Report) {
    let made = Made::closed("hostile", &Texts::plain());
    let costly = in_both_copies(&fs::read(&made.path).unwrap(), |copy| {
        for (at, value) in COSTS {
            slot_number(0, at, value)(copy);
        }
    });
    let before = peak();
    for (what, change) in share
        .all(changes().len())
        .filter_map(|at| changes().into_iter().nth(at))
    {
        try_one(&made, (what, &in_both_copies(&costly, change)), report);
    }
    let mut chance = share.chance(Kind::Hostile);
    for _ in share.cases(BY_CHANCE) {
        let bytes = in_both_copies(&costly, |copy| by_chance(copy, &mut chance.clone()));
        try_one(&made, ("bytes by chance", &bytes), report);
        chance.draw();
    }
    if peak() > before + MEMORY {
        let fault = "a header took more memory than a refusal needs";
        report.fault(Kind::Hostile, fault);
    }
    let (answer, took) = open(&made, &costly);
    if took <= LIMIT || answer.is_ok() {
        let fault = "a derivation that is run does not show in the time it takes";
        report.fault(Kind::Hostile, fault);
    }
}

/// The file with both header copies changed, and their checksums right again.
fn in_both_copies(file: &[u8], change: impl Fn(&mut [u8])) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for copy in [0, HEADER] {
        let copy = &mut bytes[copy..copy + HEADER];
        change(copy);
        sign_again(copy);
    }
    bytes
}

fn open(made: &Made, bytes: &[u8]) -> (Result<(), StoreError>, Duration) {
    fs::write(&made.path, bytes).unwrap();
    let begun = now();
    let typed = passphrase(FIRST);
    let answer = Store::open(&made.path, Secret::Passphrase(&typed), opener(), clock());
    (answer.map(drop), begun.elapsed())
}

fn try_one(made: &Made, (what, bytes): (&str, &[u8]), report: &mut Report) {
    let (answer, took) = open(made, bytes);
    match judge(answer.err(), took) {
        Ok(()) if fs::read(&made.path).unwrap() == bytes => {
            report.note(Kind::Hostile, Outcome::Refused, took);
        }
        Ok(()) => report.fault(Kind::Hostile, &format!("{what}: the file was changed")),
        Err(fault) => report.fault(Kind::Hostile, &format!("{what}: {fault}")),
    }
}

fn judge(error: Option<StoreError>, took: Duration) -> Result<(), String> {
    match error {
        None => Err("opened".to_owned()),
        Some(
            StoreError::TooNew | StoreError::Vault(VaultError::Damaged(_) | VaultError::NotAVault),
        ) if took <= LIMIT => Ok(()),
        Some(error) => Err(format!("{error:?} after {took:?}")),
    }
}

/// Makes the checksum of a header copy right again.
fn sign_again(copy: &mut [u8]) {
    let sum = digest(&SHA256, &copy[..8_128]);
    copy[8_128..8_160].copy_from_slice(sum.as_ref());
}

fn slot_number(slot: usize, at: usize, value: u32) -> Change {
    Box::new(move |copy: &mut [u8]| {
        let place = SLOT + slot * SLOT_LENGTH + at;
        copy[place..place + 4].copy_from_slice(&value.to_le_bytes());
    })
}

fn byte(at: usize, value: u8) -> Change {
    Box::new(move |copy: &mut [u8]| copy[at] = value)
}

/// Slot 0 is the passphrase's, slot 1 the recovery code's; the others are free.
fn changes() -> Vec<(&'static str, Change)> {
    let all_slots_huge = |copy: &mut [u8]| {
        let mut slot = copy[SLOT..SLOT + SLOT_LENGTH].to_vec();
        slot[4..8].copy_from_slice(&1_048_576_u32.to_le_bytes());
        slot[8..12].copy_from_slice(&16_u32.to_le_bytes());
        for place in 0..8 {
            let at = SLOT + place * SLOT_LENGTH;
            copy[at..at + SLOT_LENGTH].copy_from_slice(&slot);
        }
    };
    vec![
        ("memory of four tebibytes", slot_number(0, 4, u32::MAX)),
        ("memory just above the bound", slot_number(0, 4, 1_048_577)),
        ("memory below the bound", slot_number(0, 4, 19_455)),
        ("no memory", slot_number(0, 4, 0)),
        ("passes without end", slot_number(0, 8, u32::MAX)),
        ("one pass too many", slot_number(0, 8, 17)),
        ("no pass", slot_number(0, 8, 0)),
        ("lanes without end", slot_number(0, 12, u32::MAX)),
        ("no lane", slot_number(0, 12, 0)),
        ("eight slots of a gibibyte", Box::new(all_slots_huge)),
        ("an unknown derivation", byte(SLOT + 2, 9)),
        ("a code slot with costs", slot_number(1, 4, 65_536)),
        ("flags nobody knows", byte(SLOT + 1, 0x80)),
        (
            "a free slot that is not empty",
            byte(SLOT + 3 * SLOT_LENGTH + 40, 1),
        ),
        ("spare bytes of a slot", byte(SLOT + 200, 1)),
        ("spare bytes of the header", byte(5_000, 1)),
        ("spare bytes after the state", byte(50, 1)),
        ("a state nobody knows", byte(42, 7)),
        ("a later major version", byte(8, 2)),
        ("major version nought", byte(8, 0)),
        ("a floor above this version", byte(12, 200)),
        ("the reserved cipher suite", byte(40, 2)),
        ("cipher suite nought", byte(40, 0)),
        ("no magic", byte(0, 0)),
        (
            "nothing but noughts",
            Box::new(|copy: &mut [u8]| copy[8..8_128].fill(0)),
        ),
        (
            "nothing but ones",
            Box::new(|copy: &mut [u8]| copy[8..8_128].fill(0xFF)),
        ),
    ]
}

/// Bytes by chance all over the slots; a free slot is filled, so that it never happens to be a sound header.
fn by_chance(copy: &mut [u8], chance: &mut Chance) {
    for _ in 0..=chance.below(64) {
        let at = SLOT + chance.below(8 * SLOT_LENGTH);
        copy[at] = chance.draw().to_le_bytes()[0];
    }
    let known = 1 + u8::try_from(chance.below(2)).unwrap();
    let free = SLOT + (2 + chance.below(6)) * SLOT_LENGTH;
    (copy[free], copy[free + 2]) = (known, known);
    copy[free + 4 + chance.below(12)] = 0xFF;
}

/// The most memory this process ever had, in KiB; nothing where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or_default()
}
