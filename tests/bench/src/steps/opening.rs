//! T2: from a chosen file to the first adviser on the list, and what comes before: the derivation of the key, which
//! is slow on purpose, and the freshness check, which has a bar of its own.

use crate::Fault;
use crate::clock::{Spent, Stretch, repeat, wall};
use crate::desk;
use crate::steps::import::{open, opener};
use app::KeyDerivation;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;
use std::time::Duration;
use store::{Store, StoreError};
use vault::{BodyFacts, BodyReader, Passphrase, Secret, Vault, VaultError, calibrate};

/// Opens a vault so many times: what came after the freshness check, and what that check took.
pub(super) fn opening(vault: &Path, times: usize) -> Result<Value, Fault> {
    let (mut after, mut checks) = (Vec::new(), Vec::new());
    for _ in 0..times {
        let before = until_fresh(vault)?;
        let stretch = Stretch::begin();
        let store = open(vault)?;
        let first = store.read().team().public_ids()?.len();
        let whole = stretch.spent().cpu;
        store.close()?;
        if first == 0 {
            return Err(Fault::new("the vault of the benchmark has no advisers"));
        }
        after.push(whole - before.fresh.cpu);
        checks.push(before.fresh.cpu - before.keys.cpu);
    }
    Ok(json!({ "cpu_ms": after, "freshness_ms": checks }))
}

/// What an opening took up to two of its points.
pub(super) struct Before {
    /// Keys were there, and the check of the body began.
    keys: Spent,
    /// The body was found to be the latest.
    pub(super) fresh: Spent,
}

/// Opens a vault up to the end of the freshness check, and no further.
pub(super) fn until_fresh(vault: &Path) -> Result<Before, Fault> {
    let typed = std::str::from_utf8(desk::PASSPHRASE).unwrap_or_default();
    let passphrase = Passphrase::parse_typed(typed)
        .map_err(|_| Fault::new("the benchmark's passphrase cannot be typed"))?;
    let watch = Watch {
        stretch: Stretch::begin(),
        keys: Cell::new(None),
        fresh: Cell::new(None),
    };
    match Vault::open(vault, Secret::Passphrase(&passphrase), opener(), &watch) {
        Err(VaultError::Damaged(_)) => {}
        Ok(_) => return Err(Fault::new("the watched opening went on")),
        Err(other) => return Err(other.into()),
    }
    match (watch.keys.get(), watch.fresh.get()) {
        (Some(keys), Some(fresh)) => Ok(Before { keys, fresh }),
        _ => Err(Fault::new("the vault was not closed when it was opened")),
    }
}

/// Notes when an opening reaches its points, and ends it by reading nothing.
struct Watch {
    stretch: Stretch,
    keys: Cell<Option<Spent>>,
    fresh: Cell<Option<Spent>>,
}

impl BodyReader for Watch {
    fn body_is_fresh(&self) {
        self.fresh.set(Some(self.stretch.spent()));
    }

    fn newest_schema(&self) -> u32 {
        if self.keys.get().is_none() {
            self.keys.set(Some(self.stretch.spent()));
        }
        store::NEWEST_SCHEMA
    }

    fn facts(&self, _: &Connection) -> rusqlite::Result<BodyFacts> {
        Err(rusqlite::Error::QueryReturnedNoRows)
    }

    fn journal_mac_at(&self, _: &Connection, _: u64) -> rusqlite::Result<Option<[u8; 32]>> {
        Err(rusqlite::Error::QueryReturnedNoRows)
    }
}

/// B25: what a wrong passphrase costs at a vault made the way the app makes one on this computer: one derivation.
pub(super) fn derivation(vault: &Path) -> Result<Value, Fault> {
    let mut timed = |run: &mut dyn FnMut()| {
        let stretch = Stretch::begin();
        run();
        Duration::from_secs_f64(stretch.spent().wall / 1000.0)
    };
    let parameters = calibrate(memory_bytes()?, &mut timed);
    drop(desk::make_as(vault, KeyDerivation::Fixed(parameters))?);
    let wrong = Passphrase::parse_typed("never the right one")
        .map_err(|_| Fault::new("the wrong passphrase cannot be typed"))?;
    let runs = repeat(5, || {
        match Store::open(
            vault,
            Secret::Passphrase(&wrong),
            opener(),
            Box::new(desk::noon),
        ) {
            Err(StoreError::Vault(VaultError::WrongPassphrase)) => Ok(()),
            _ => Err(Fault::new("the wrong passphrase was not refused")),
        }
    })?;
    Ok(json!({
        "wall_ms": wall(&runs),
        "memory_mib": parameters.memory_kib() / 1024,
        "passes": parameters.passes(),
    }))
}

fn memory_bytes() -> Result<u64, Fault> {
    let text = std::fs::read_to_string("/proc/meminfo")?;
    let total = text.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kib = total.and_then(|rest| rest.trim().split(' ').next()?.parse::<u64>().ok());
    kib.map(|kib| kib * 1024)
        .ok_or_else(|| Fault::new("this computer does not say how much memory it has"))
}
