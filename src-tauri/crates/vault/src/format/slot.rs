//! A key slot: one way of opening the vault. It carries the data key wrapped under a key
//! made from a passphrase or a code, and everything needed to make that key again.

use super::SLOTS;
use crate::bytes::{array, is_zero, put, u32_at};
use crate::error::{Damage, VaultError};
use crate::keys::{DataKey, KEY, KdfParameters, NONCE, TAG, open_in_place, seal_in_place};
use crate::{locked, random};

/// Length of one slot.
pub(crate) const SLOT: usize = 256;
const BOUND: usize = 96;
const WRAPPED: usize = 108;
const END: usize = 156;
const NOT_CONFIRMED: u8 = 1;

const _: () = assert!(
    64 + SLOTS * SLOT == 2112,
    "slots end where the sealed block begins"
);

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SlotKind {
    Passphrase,
    RecoveryCode,
}

/// How a slot turns its secret into a wrapping key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Derivation {
    Argon2id(KdfParameters),
    Hkdf,
}

/// The 256 bytes of a slot, checked, with what they say.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    bytes: [u8; SLOT],
    meaning: Option<(SlotKind, Derivation)>,
}

impl Slot {
    /// Reads a slot. Unknown kinds are kept as they are and never used.
    pub(crate) fn parse(bytes: [u8; SLOT]) -> Result<Self, Damage> {
        let [kind, flags, derivation, spare, ..] = bytes;
        let kind = match kind {
            0 if is_zero(&bytes, 0, SLOT) => return Ok(Self::empty()),
            0 => return Err(Damage::Header),
            1 => SlotKind::Passphrase,
            2 => SlotKind::RecoveryCode,
            _ => {
                return Ok(Self {
                    bytes,
                    meaning: None,
                });
            }
        };
        let costs = [4, 8, 12].map(|at| u32_at(&bytes, at).unwrap_or_default());
        let derivation = match (derivation, costs) {
            (1, [m, t, p]) => Derivation::Argon2id(KdfParameters::parse(m, t, p)?),
            (2, [0, 0, 0]) => Derivation::Hkdf,
            _ => return Err(Damage::Parameters),
        };
        let zero = spare == 0
            && flags & !NOT_CONFIRMED == 0
            && is_zero(&bytes, 68, BOUND)
            && is_zero(&bytes, END, SLOT);
        if !zero {
            return Err(Damage::Header);
        }
        Ok(Self {
            bytes,
            meaning: Some((kind, derivation)),
        })
    }

    /// A free slot.
    pub(crate) fn empty() -> Self {
        Self {
            bytes: [0; SLOT],
            meaning: None,
        }
    }

    /// Wraps `data_key` under the key that `derive` makes from the new slot's salt.
    pub(crate) fn wrap(
        kind: SlotKind,
        derivation: Derivation,
        confirmed: Confirmed,
        day: u32,
        context: &[u8],
        data_key: &[u8],
        derive: impl FnOnce(&[u8; 32], &mut [u8]) -> Result<(), VaultError>,
    ) -> Result<Self, VaultError> {
        let mut bytes = [0; SLOT];
        let (id, salt) = (random::make_bytes::<16>()?, random::make_bytes::<32>()?);
        let (method, m, t, p) = match derivation {
            Derivation::Argon2id(costs) => (1, costs.memory_kib(), costs.passes(), costs.lanes()),
            Derivation::Hkdf => (2, 0, 0, 0),
        };
        let kind_byte = match kind {
            SlotKind::Passphrase => 1,
            SlotKind::RecoveryCode => 2,
        };
        let flags = match confirmed {
            Confirmed::Yes => 0,
            Confirmed::NotYet => NOT_CONFIRMED,
        };
        put(&mut bytes, 0, &[kind_byte, flags, method]);
        for (at, cost) in [(4, m), (8, t), (12, p)] {
            put(&mut bytes, at, &u32::to_le_bytes(cost));
        }
        put(&mut bytes, 16, &id);
        put(&mut bytes, 32, &salt);
        put(&mut bytes, 64, &day.to_le_bytes());
        let wrapping =
            DataKey::filled_by(|region| derive(&salt, region.get_mut(..KEY).unwrap_or_default()))?;
        let nonce = random::make_bytes::<NONCE>()?;
        put(&mut bytes, BOUND, &nonce);
        put(&mut bytes, WRAPPED, data_key);
        let bound = bound(context, &bytes);
        let place = bytes.get_mut(WRAPPED..END).unwrap_or_default();
        seal_in_place(wrapping.expose(), nonce, &bound, place)?;
        locked::scrub_stack();
        Ok(Self {
            bytes,
            meaning: Some((kind, derivation)),
        })
    }

    /// Unwraps the data key with a wrapping key; `None` when it is not the right one.
    pub(crate) fn unwrap_with(
        &self,
        context: &[u8],
        wrapping: &DataKey,
    ) -> Result<Option<DataKey>, VaultError> {
        let bound = bound(context, &self.bytes);
        let nonce = array::<NONCE>(&self.bytes, BOUND).unwrap_or_default();
        let mut opens = false;
        let key = DataKey::filled_by(|region| {
            let place = region.get_mut(..KEY + TAG).unwrap_or_default();
            place.copy_from_slice(self.bytes.get(WRAPPED..END).unwrap_or_default());
            opens = open_in_place(wrapping.expose(), nonce, &bound, place).is_some();
            region.get_mut(KEY..KEY + TAG).unwrap_or_default().fill(0);
            Ok::<_, VaultError>(())
        })?;
        locked::scrub_stack();
        Ok(opens.then_some(key))
    }

    /// The bytes as they stand in the file.
    pub(crate) fn bytes(&self) -> &[u8; SLOT] {
        &self.bytes
    }

    /// What opens this slot and how, when this version knows.
    pub(crate) fn meaning(&self) -> Option<(SlotKind, Derivation)> {
        self.meaning
    }

    /// Whether the slot is free.
    pub(crate) fn is_empty(&self) -> bool {
        is_zero(&self.bytes, 0, SLOT)
    }

    /// The salt for the wrapping key.
    pub(crate) fn salt(&self) -> [u8; 32] {
        array(&self.bytes, 32).unwrap_or_default()
    }

    /// Whether its secret was typed back by a person.
    pub(crate) fn is_confirmed(&self) -> bool {
        let [_, flags, ..] = self.bytes;
        flags & NOT_CONFIRMED == 0
    }
}

/// Whether a person has shown that they hold the secret of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// Typed back.
    Yes,
    /// Not typed back yet; the app asks at the next opening.
    NotYet,
}

fn bound(context: &[u8], slot: &[u8; SLOT]) -> Vec<u8> {
    let mut bound = context.to_vec();
    bound.extend_from_slice(slot.get(..BOUND).unwrap_or_default());
    bound
}
