//! T2: from a chosen file to the first adviser on the list, and what comes before: the derivation of the key, which
//! is slow on purpose, and the freshness check, which has a bar of its own.

use crate::Fault;
use crate::clock::{Spent, Stretch, repeat, wall};
use crate::desk;
use crate::steps::import::opener;
use app::KeyDerivation;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;
use std::time::Duration;
use store::{Store, StoreError, Tables};
use vault::{BodyFacts, BodyReader, Passphrase, Secret, VaultError, calibrate};

/// Opens a vault so many times: what came after the freshness check, and what that check took.
pub(super) fn opening(vault: &Path, times: usize) -> Result<Value, Fault> {
    let (mut after, mut checks) = (Vec::new(), Vec::new());
    for _ in 0..times {
        let watched = open_watched(vault)?;
        let advisers = watched.store.read().team().public_ids()?;
        let done = watched.since_fresh();
        if advisers.is_empty() {
            return Err(Fault::new("the vault of the benchmark has no advisers"));
        }
        after.push(done);
        checks.push(watched.check.cpu);
        watched.store.close()?;
    }
    Ok(json!({ "cpu_ms": after, "freshness_ms": checks }))
}

/// An open vault that knows when its body was found to be the latest.
pub(super) struct Watched {
    pub(super) store: Store,
    /// What the freshness check took.
    check: Spent,
    fresh: Stretch,
}

impl Watched {
    /// CPU milliseconds since the freshness check ended.
    pub(super) fn since_fresh(&self) -> f64 {
        self.fresh.spent().cpu
    }
}

/// Opens a vault and watches it.
pub(super) fn open_watched(vault: &Path) -> Result<Watched, Fault> {
    let typed = std::str::from_utf8(desk::PASSPHRASE).unwrap_or_default();
    let passphrase = Passphrase::parse_typed(typed)
        .map_err(|_| Fault::new("the benchmark's passphrase cannot be typed"))?;
    let watch = Watch::default();
    let secret = Secret::Passphrase(&passphrase);
    let opened = Store::open_watched(vault, secret, opener(), Box::new(desk::noon), &watch)?;
    match (watch.keys.get(), watch.check.get(), watch.fresh.get()) {
        (Some(_), Some(check), Some(fresh)) => Ok(Watched {
            store: opened.store,
            check,
            fresh,
        }),
        _ => Err(Fault::new("the vault was not closed when it was opened")),
    }
}

/// Notes when an opening reaches its points.
#[derive(Default)]
struct Watch {
    /// Keys were there, and the check of the body began.
    keys: Cell<Option<Stretch>>,
    /// What the check took.
    check: Cell<Option<Spent>>,
    /// The body was found to be the latest.
    fresh: Cell<Option<Stretch>>,
}

impl BodyReader for Watch {
    fn body_is_fresh(&self) {
        self.check.set(self.keys.get().map(Stretch::spent));
        self.fresh.set(Some(Stretch::begin()));
    }

    fn newest_schema(&self) -> u32 {
        if self.keys.get().is_none() {
            self.keys.set(Some(Stretch::begin()));
        }
        Tables.newest_schema()
    }

    fn facts(&self, connection: &Connection) -> rusqlite::Result<BodyFacts> {
        Tables.facts(connection)
    }

    fn journal_mac_at(
        &self,
        connection: &Connection,
        sequence: u64,
    ) -> rusqlite::Result<Option<[u8; 32]>> {
        Tables.journal_mac_at(connection, sequence)
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
