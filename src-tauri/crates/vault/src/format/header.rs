//! One header copy: the outer checks that need no key (magic, version, checksum, bounds),
//! and the inner ones that do (MAC, sealed block).

use ring::{digest, hmac};

use super::sealed::SEALED;
use super::slot::SLOT;
use super::{Derivation, HEADER, MAGIC, SLOTS, Sealed, Slot};
use crate::bytes::{array, is_zero, put, u16_at, u64_at};
use crate::error::{Damage, VaultError};
use crate::keys::{KeyTable, NONCE, Purpose, TAG, open_in_place, seal_in_place};
use crate::random;

/// Major version this code writes and reads.
/// Major version of the file format that is written.
pub const MAJOR: u16 = 1;
const MINOR: u16 = 0;
/// App format of this code; a header may ask for at least so much.
const APP_FORMAT: u16 = 1;
const SUITE: u16 = 1;
const SLOTS_AT: usize = 64;
const NONCE_AT: usize = 2_112;
const SEALED_AT: usize = 2_124;
const SPARE_AT: usize = 2_396;
const DIGEST_AT: usize = 8_128;
const MAC_AT: usize = 8_160;

/// Memory that all passphrase slots together may ask for, one after the other, in KiB:
/// four at our own ceiling. Eight slots within the bounds of one would be eight guesses.
const COST_LIMIT: u32 = 2_097_152;

fn check_cost(slots: &[Slot; SLOTS]) -> Result<(), Damage> {
    let asked: u32 = slots
        .iter()
        .map(|slot| match slot.meaning() {
            Some((_, Derivation::Argon2id(costs))) => costs.memory_kib(),
            Some((_, Derivation::Hkdf)) | None => 0,
        })
        .sum();
    if asked > COST_LIMIT {
        return Err(Damage::Parameters);
    }
    Ok(())
}

/// Whether the vault was closed properly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Closed,
    Open,
}

/// A header whose outer checks hold.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) generation: u64,
    pub(crate) vault_id: [u8; 16],
    pub(crate) state: State,
    pub(crate) slots: [Slot; SLOTS],
    minor: u16,
    min_app: u16,
    raw: Option<Box<[u8; HEADER]>>,
}

impl Header {
    /// A header for a new vault, with empty slots.
    pub(crate) fn make() -> Result<Self, VaultError> {
        Ok(Self {
            generation: 1,
            vault_id: random::make_bytes()?,
            state: State::Open,
            slots: std::array::from_fn(|_| Slot::empty()),
            minor: MINOR,
            min_app: APP_FORMAT,
            raw: None,
        })
    }

    /// Checks a copy without any key. Runs nothing that the bytes could make expensive.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        let raw: &[u8; HEADER] = bytes.try_into().map_err(|_| Damage::Length)?;
        if !raw.starts_with(&MAGIC) {
            return Err(VaultError::NotAVault);
        }
        let sum = digest::digest(&digest::SHA256, raw.get(..DIGEST_AT).unwrap_or_default());
        if raw.get(DIGEST_AT..MAC_AT) != Some(sum.as_ref()) {
            return Err(Damage::Header.into());
        }
        let number = |at| u16_at(raw, at).unwrap_or_default();
        let (minor, min_app) = (number(10), number(12));
        if number(8) > MAJOR || min_app > APP_FORMAT || number(40) > SUITE {
            return Err(VaultError::TooNew);
        }
        let [state] = array::<1>(raw, 42).unwrap_or_default();
        let state = match state {
            0 => State::Closed,
            1 => State::Open,
            _ => return Err(Damage::Header.into()),
        };
        let spare = is_zero(raw, 14, 16) && is_zero(raw, 43, SLOTS_AT);
        if number(8) != MAJOR || number(40) != SUITE || !spare || !is_zero(raw, SPARE_AT, DIGEST_AT)
        {
            return Err(Damage::Header.into());
        }
        let mut slots = std::array::from_fn(|_| Slot::empty());
        for (place, slot) in slots.iter_mut().enumerate() {
            let bytes = array::<SLOT>(raw, SLOTS_AT + place * SLOT).ok_or(Damage::Header)?;
            *slot = Slot::parse(bytes)?;
        }
        check_cost(&slots)?;
        Ok(Self {
            generation: u64_at(raw, 16).unwrap_or_default(),
            vault_id: array(raw, 24).unwrap_or_default(),
            state,
            slots,
            minor,
            min_app,
            raw: Some(Box::new(*raw)),
        })
    }

    /// What a wrapped data key is bound to beside its own slot.
    pub(crate) fn slot_context(&self) -> Vec<u8> {
        let start = self.start();
        [0..8, 8..12, 24..40, 40..42]
            .into_iter()
            .flat_map(|range| start.get(range).unwrap_or_default().to_vec())
            .collect()
    }

    /// Checks the keyed MAC and opens the sealed block of a header that was read.
    pub(crate) fn open_sealed(&self, keys: &KeyTable) -> Result<Sealed, VaultError> {
        let altered = VaultError::from(Damage::HeaderAltered);
        let Some(raw) = &self.raw else {
            return Err(altered);
        };
        let (body, mac) = raw.split_at(MAC_AT);
        if hmac::verify(&keys.mac(Purpose::HeaderMac), body, mac).is_err() {
            return Err(altered);
        }
        let nonce = array::<NONCE>(&**raw, NONCE_AT).unwrap_or_default();
        let mut block = array::<{ SEALED + TAG }>(&**raw, SEALED_AT).unwrap_or([0; SEALED + TAG]);
        let bound = raw.get(..SLOTS_AT).unwrap_or_default();
        let key = keys.expose(Purpose::HeaderSeal);
        let Some(text) = open_in_place(key, nonce, bound, &mut block) else {
            return Err(altered);
        };
        Ok(Sealed::parse(text)?)
    }

    /// The bytes of a copy, sealed and signed.
    pub(crate) fn to_bytes(&self, keys: &KeyTable, sealed: Sealed) -> Result<Vec<u8>, VaultError> {
        let mut raw = vec![0; HEADER];
        put(&mut raw, 0, &self.start());
        for (place, slot) in self.slots.iter().enumerate() {
            put(&mut raw, SLOTS_AT + place * SLOT, slot.bytes());
        }
        let nonce = random::make_bytes::<NONCE>()?;
        let mut block = [0; SEALED + TAG];
        put(&mut block, 0, &sealed.to_bytes());
        let key = keys.expose(Purpose::HeaderSeal);
        seal_in_place(key, nonce, &self.start(), &mut block)?;
        put(&mut raw, NONCE_AT, &nonce);
        put(&mut raw, SEALED_AT, &block);
        let sum = digest::digest(&digest::SHA256, raw.get(..DIGEST_AT).unwrap_or_default());
        put(&mut raw, DIGEST_AT, sum.as_ref());
        let mac = hmac::sign(
            &keys.mac(Purpose::HeaderMac),
            raw.get(..MAC_AT).unwrap_or_default(),
        );
        put(&mut raw, MAC_AT, mac.as_ref());
        Ok(raw)
    }

    fn start(&self) -> [u8; SLOTS_AT] {
        let mut start = [0; SLOTS_AT];
        put(&mut start, 0, &MAGIC);
        put(&mut start, 8, &MAJOR.to_le_bytes());
        put(&mut start, 10, &self.minor.to_le_bytes());
        put(&mut start, 12, &self.min_app.to_le_bytes());
        put(&mut start, 16, &self.generation.to_le_bytes());
        put(&mut start, 24, &self.vault_id);
        put(&mut start, 40, &SUITE.to_le_bytes());
        let state = match self.state {
            State::Closed => 0,
            State::Open => 1,
        };
        put(&mut start, 42, &[state]);
        start
    }
}
