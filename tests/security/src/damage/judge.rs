//! Opening a damaged copy and judging the answer.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use store::{OpenedStore, Store, StoreError};
use support::{clock, code_of, opener};
use vault::{Notice, Secret, VaultError};

use super::specimen::Specimen;
use crate::report::{Outcome, Report};
use crate::{Kind, Share};

/// No answer may take longer, however damaged the file is.
const LIMIT: Duration = Duration::from_secs(5);

/// What may lie beside a vault while it is open.
const COMPANIONS: [&str; 4] = ["-wal", "-journal", "-shm", ".lock"];

/// One damaged copy, and what must come of it.
pub(super) struct Try<'bytes> {
    /// Which damage, for the reader of a fault.
    pub(super) what: String,
    /// The file.
    pub(super) file: Vec<u8>,
    /// Its write-ahead file.
    pub(super) write_ahead: Option<Vec<u8>>,
    /// What it must hold if it opens; nothing where the whole content was compared often enough.
    pub(super) digest: Option<&'bytes str>,
    /// What may come of it.
    pub(super) wanted: Wanted,
}

/// What may come of opening a damaged copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Refused as damaged.
    Refusal,
    /// Opened, with a notice of a repair.
    Repair,
    /// Refused when every page is checked; opened without that check, it is refused when it is read.
    RefusalWhenChecked,
}

/// Tries what `make` gives for each of this share's cases.
pub(super) fn try_all<'bytes>(
    kind: Kind,
    (share, total): (&Share, usize),
    specimen: &'bytes Specimen,
    report: &mut Report,
    make: impl Fn(usize) -> Option<Try<'bytes>>,
) {
    try_these(kind, share.cases(total).filter_map(make), specimen, report);
}

/// Tries these.
pub(super) fn try_these<'bytes>(
    kind: Kind,
    tries: impl Iterator<Item = Try<'bytes>>,
    specimen: &'bytes Specimen,
    report: &mut Report,
) {
    for one in tries {
        let begun = now();
        let judged = judge(specimen, &one);
        let took = begun.elapsed();
        match judged {
            Ok(_) if took > LIMIT => report.fault(kind, &format!("{}: took {took:?}", one.what)),
            Ok(outcome) => report.note(kind, outcome, took),
            Err(fault) => report.fault(kind, &format!("{}: {fault}", one.what)),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long an answer takes is what is measured"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}

fn judge(specimen: &Specimen, one: &Try<'_>) -> Result<Outcome, String> {
    lay_out(specimen, one);
    let path = specimen.path();
    let code = code_of(specimen.code());
    let secret = Secret::RecoveryCode(&code);
    if one.wanted == Wanted::RefusalWhenChecked {
        check_unchecked(Store::open(&path, secret, opener(), clock()), one.digest)?;
        lay_out(specimen, one);
    }
    let opened = match one.wanted {
        Wanted::Repair => Store::open(&path, secret, opener(), clock()),
        Wanted::Refusal | Wanted::RefusalWhenChecked => {
            Store::open_checked(&path, secret, opener(), clock())
        }
    };
    match opened {
        Err(error) => {
            check_reason(&error)?;
            check_untouched(&path, one)?;
            match one.wanted {
                Wanted::Repair => Err(format!("refused ({error}), though it could be repaired")),
                Wanted::Refusal | Wanted::RefusalWhenChecked => Ok(Outcome::Refused),
            }
        }
        Ok(opened) => {
            let repaired = is_repaired(&opened.notices);
            check_content(&opened, one.digest)?;
            match one.wanted {
                Wanted::Repair if repaired => {
                    check_repair(specimen, opened).map(|()| Outcome::Repaired)
                }
                Wanted::Repair => Err(format!("opened without a word: {:?}", opened.notices)),
                Wanted::Refusal | Wanted::RefusalWhenChecked => {
                    Err("opened as if nothing were wrong".to_owned())
                }
            }
        }
    }
}

/// The file, its write-ahead file, and nothing else beside it.
fn lay_out(specimen: &Specimen, one: &Try<'_>) {
    let path = specimen.path();
    for suffix in COMPANIONS {
        fs::remove_file(beside(&path, suffix)).ok();
    }
    fs::write(&path, &one.file).unwrap();
    if let Some(bytes) = &one.write_ahead {
        fs::write(beside(&path, "-wal"), bytes).unwrap();
    }
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Damage and nothing else: a wrong passphrase would send a person looking for the wrong thing.
fn check_reason(error: &StoreError) -> Result<(), String> {
    match error {
        StoreError::Damaged(_)
        | StoreError::Vault(VaultError::Damaged(_) | VaultError::NotAVault) => Ok(()),
        StoreError::TooNew
        | StoreError::Busy { .. }
        | StoreError::DiskFull
        | StoreError::NotFound
        | StoreError::Team(_)
        | StoreError::Kpi(_)
        | StoreError::Refused(_)
        | StoreError::Sql(_)
        | StoreError::Vault(
            VaultError::WrongPassphrase
            | VaultError::TooNew
            | VaultError::Busy { .. }
            | VaultError::OlderThanSeen
            | VaultError::Disk(_)
            | VaultError::Refused(_),
        ) => Err(format!("refused, but not as damaged: {error:?}")),
    }
}

/// What was repaired is whole from then on: closed and opened again, there is nothing more to say.
fn check_repair(specimen: &Specimen, repaired: OpenedStore) -> Result<(), String> {
    let code = code_of(specimen.code());
    let again = repaired.store.close().and_then(|()| {
        let secret = Secret::RecoveryCode(&code);
        Store::open(&specimen.path(), secret, opener(), clock())
    });
    match again {
        Ok(again) if !is_repaired(&again.notices) => Ok(()),
        Ok(_) => Err("repaired, and again at the next opening".to_owned()),
        Err(error) => Err(format!("repaired, then refused: {error:?}")),
    }
}

/// A refused file is left as it was, with nothing new beside it. (After a crash the write-ahead file is moved in before the pages are
/// checked, because until then torn pages are whole only there.)
fn check_untouched(path: &Path, one: &Try<'_>) -> Result<(), String> {
    if one.write_ahead.is_some() {
        return Ok(());
    }
    if fs::read(path).unwrap() != one.file {
        return Err("a refused file was changed".to_owned());
    }
    match COMPANIONS
        .iter()
        .find(|suffix| beside(path, suffix).exists())
    {
        Some(suffix) => Err(format!("a refused file got a companion {suffix}")),
        None => Ok(()),
    }
}

fn check_content(opened: &OpenedStore, digest: Option<&str>) -> Result<(), String> {
    let Some(digest) = digest else { return Ok(()) };
    let read = opened.store.read();
    match read.digest() {
        Ok(found) if found == digest => {}
        Ok(_) => return Err("opened with another content".to_owned()),
        Err(error) => return Err(format!("opened, but cannot be read: {error:?}")),
    }
    match read.journal().verify_all() {
        Ok(chain) if chain.broken.is_none() => Ok(()),
        other => Err(format!("opened with a broken journal: {other:?}")),
    }
}

/// Without the check of every page, damage shows when it is read; never as another content.
fn check_unchecked(
    opened: Result<OpenedStore, StoreError>,
    digest: Option<&str>,
) -> Result<(), String> {
    let opened = match opened {
        Err(error) => return check_reason(&error),
        Ok(opened) => opened,
    };
    match opened.store.read().digest() {
        Ok(found) if digest.is_some_and(|digest| digest != found) => {
            Err("read as another content".to_owned())
        }
        Ok(_) => Ok(()),
        Err(error) => check_reason(&error),
    }
}

fn is_repaired(notices: &[Notice]) -> bool {
    notices.iter().any(|notice| match notice {
        Notice::HeaderRepaired | Notice::HeaderRefreshed | Notice::RingRepaired => true,
        Notice::NotClosedCleanly
        | Notice::RecoveryNotConfirmed
        | Notice::WeakSlot
        | Notice::MemoryNotLocked => false,
    })
}
