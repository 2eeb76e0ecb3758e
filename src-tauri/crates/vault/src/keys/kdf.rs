//! From a passphrase to a key: Argon2id (RFC 9106), version 0x13, t = 3, p = 1, with the
//! memory cost calibrated on the machine that writes the slot. The costs stand in the
//! header, so a reader checks them against bounds *before* running anything: a hostile
//! file must not be able to ask for a terabyte.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::{Damage, VaultError, VaultRefusal};

/// Memory costs tried by [`calibrate`], in MiB, smallest (the floor) first.
pub const CALIBRATION_STEPS: [u32; 6] = [64, 128, 192, 256, 384, 512];
const KIB_PER_MIB: u32 = 1024;
const MEMORY_BOUNDS: std::ops::RangeInclusive<u32> = 19_456..=1_048_576;
const PASSES_BOUNDS: std::ops::RangeInclusive<u32> = 1..=16;
const LANES_BOUNDS: std::ops::RangeInclusive<u32> = 1..=8;
const PASSES: u32 = 3;
const RUNS: usize = 3;
const TARGET: Duration = Duration::from_secs(1);

/// Cost of one guess at a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParameters {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfParameters {
    /// The one of two that makes a guess dearer.
    pub(crate) fn dearer(self, other: Self) -> Self {
        let cost = |one: Self| u64::from(one.memory_kib) * u64::from(one.passes);
        if cost(other) > cost(self) {
            other
        } else {
            self
        }
    }

    /// The floor a real vault never goes below: 64 MiB, three passes, one lane.
    pub const fn floor() -> Self {
        Self {
            memory_kib: 64 * KIB_PER_MIB,
            passes: PASSES,
            lanes: 1,
        }
    }

    /// The cheapest setting a header may carry (19 MiB, one pass), for tests that open a
    /// vault thousands of times. Never for a vault that people use.
    pub const fn for_tests() -> Self {
        Self {
            memory_kib: 19_456,
            passes: 1,
            lanes: 1,
        }
    }

    /// The same for a passphrase of 128 random bits that nobody types: there is nothing to stretch.
    pub const fn for_random_secret() -> Self {
        Self::for_tests()
    }

    /// Parameters as a header states them, refused outside the bounds.
    pub(crate) fn parse(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, Damage> {
        let allowed = MEMORY_BOUNDS.contains(&memory_kib)
            && PASSES_BOUNDS.contains(&passes)
            && LANES_BOUNDS.contains(&lanes);
        if !allowed {
            return Err(Damage::Parameters);
        }
        Ok(Self {
            memory_kib,
            passes,
            lanes,
        })
    }

    /// Memory of one guess, in KiB.
    pub const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over that memory.
    pub const fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes; always 1 in what we write.
    pub const fn lanes(self) -> u32 {
        self.lanes
    }

    /// Whether a guess is cheaper than the floor for real vaults.
    pub const fn is_weak(self) -> bool {
        self.memory_kib < Self::floor().memory_kib || self.passes < PASSES
    }

    const fn of_mib(mib: u32) -> Self {
        Self {
            memory_kib: mib * KIB_PER_MIB,
            passes: PASSES,
            lanes: 1,
        }
    }

    /// Derives a key-encryption key from a secret and its slot's salt.
    pub(crate) fn derive(
        self,
        secret: &[u8],
        salt: &[u8; 32],
        out: &mut [u8],
    ) -> Result<(), VaultError> {
        let refused = |_| VaultError::from(VaultRefusal::Machine);
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(out.len()))
            .map_err(|_| VaultError::from(Damage::Parameters))?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret, salt, out)
            .map_err(refused)
    }
}

/// Picks the largest memory cost whose median of three runs takes at most one second and
/// which is at most an eighth of `ram_bytes`; never below 64 MiB, whatever the time.
///
/// `time` runs what it is given and says how long that took: the clock is the caller's.
pub fn calibrate(
    ram_bytes: u64,
    mut time: impl FnMut(&mut dyn FnMut()) -> Duration,
) -> KdfParameters {
    let mut chosen = KdfParameters::floor();
    for mib in CALIBRATION_STEPS {
        let candidate = KdfParameters::of_mib(mib);
        let fits = u64::from(candidate.memory_kib) * 1024 <= ram_bytes / 8;
        if mib > 64 && !fits {
            break;
        }
        let mut runs = [Duration::ZERO; RUNS];
        for run in &mut runs {
            let mut key = [0; 32];
            *run = time(&mut || {
                let done = candidate.derive(b"calibration", &[0; 32], &mut key);
                std::hint::black_box(done.is_ok());
            });
        }
        runs.sort_unstable();
        if runs.get(RUNS / 2).is_none_or(|median| *median > TARGET) {
            break;
        }
        chosen = candidate;
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 9106 has its vectors with a secret and associated data; this one is from the
    /// reference implementation's `test.c`, Argon2id v0x13, t = 2, m = 65536, p = 1.
    #[test]
    fn the_reference_vector_holds() {
        let params = Params::new(65_536, 2, 1, Some(32)).unwrap();
        let mut out = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"password", b"somesalt", &mut out)
            .unwrap();
        let start = [0x09, 0x31, 0x61, 0x15, 0xd5, 0xcf, 0x24, 0xed];
        let end = [0x02, 0xb6, 0x56, 0x6f, 0x61, 0x91, 0x3c, 0xf7];
        assert!(out.starts_with(&start) && out.ends_with(&end), "{out:02x?}");
    }

    #[test]
    fn parameters_outside_the_bounds_are_refused() {
        let refused = [
            (19_455, 1, 1),
            (1_048_577, 1, 1),
            (u32::MAX, 3, 1),
            (65_536, 0, 1),
            (65_536, 17, 1),
            (65_536, 3, 0),
            (65_536, 3, 9),
        ];
        for (memory, passes, lanes) in refused {
            assert_eq!(
                KdfParameters::parse(memory, passes, lanes),
                Err(Damage::Parameters),
                "{memory} {passes} {lanes}"
            );
        }
        assert!(KdfParameters::parse(1_048_576, 16, 8).is_ok());
    }

    fn picked(ram_gib: u64, milliseconds: [u64; 6]) -> u32 {
        let mut call = 0;
        let chosen = calibrate(ram_gib << 30, |_| {
            call += 1;
            Duration::from_millis(milliseconds[(call - 1) / 3])
        });
        chosen.memory_kib() / 1024
    }

    #[test]
    fn calibration_takes_the_largest_step_within_a_second_and_an_eighth_of_memory() {
        assert_eq!(picked(64, [200, 400, 700, 1001, 1, 1]), 192);
        assert_eq!(picked(64, [1, 1, 1, 1, 1, 1]), 512);
        assert_eq!(picked(2, [1, 1, 1, 1, 1, 1]), 256);
        assert_eq!(picked(64, [9000, 1, 1, 1, 1, 1]), 64, "the floor holds");
        assert_eq!(picked(0, [1, 1, 1, 1, 1, 1]), 64, "the floor holds");
    }
}
