//! The bytes of a `.plumb` file, so that somebody with this page and a passphrase can read
//! one without our code. All numbers are little-endian; bytes marked 0 are zero and a
//! reader refuses others, except inside slots of a kind it does not know.
//!
//! ```text
//!        0  header copy A, 8,192         8,192  header copy B, 8,192
//!   16,384  key ring copy A, 131,072   147,456  key ring copy B, 131,072
//!  278,528  SQLCipher pages, 4,096 each (reserve 80), page 1 first
//! ```
//!
//! A header copy:
//!
//! ```text
//!   at  size  what
//!    0     8  magic 89 50 4C 4D 42 0D 0A 1A
//!    8     2  major format version (1)     10  2  minor (0)
//!   12     2  lowest app format that may open it     14  2  0
//!   16     8  generation; the higher of two valid copies counts
//!   24    16  vault id, random
//!   40     2  cipher suite: 1 = AES-256-GCM (2 reserved: ChaCha20-Poly1305)
//!   42     1  state: 0 closed cleanly, 1 open     43  21  0
//!   64  2048  8 slots of 256
//! 2112    12  nonce of the sealed block
//! 2124   272  sealed block, 256 + tag 16: AES-256-GCM under "hdr-seal",
//!             bound to bytes 0..64 of this copy
//! 2396  5732  0
//! 8128    32  SHA-256 of bytes 0..8128 (tells damage from a wrong passphrase)
//! 8160    32  HMAC-SHA-256 under "hdr-mac" of bytes 0..8160
//! ```
//!
//! Every later major version keeps the magic, the major number and the SHA-256 where they
//! are, so that "newer" and "damaged" stay apart. A slot:
//!
//! ```text
//!   at  size  what
//!    0     1  kind: 0 empty (all 256 bytes 0), 1 passphrase, 2 recovery code,
//!             3 organisation code, 4 keychain (3 and 4 reserved)
//!    1     1  flags: bit 0 = recovery code not confirmed yet
//!    2     1  derivation: 1 Argon2id v0x13, 2 HKDF-SHA-256     3  1  0
//!    4     4  m, KiB      8  4  t      12  4  p      (all 0 with HKDF)
//!   16    16  slot id, random     32  32  salt, random
//!   64     4  made on, days since 1970-01-01     68  28  0
//!   96    12  nonce
//!  108    48  data key, 32 + tag 16: AES-256-GCM, bound to header bytes
//!             0..8 (magic), 8..12 (version), 24..40 (vault id), 40..42 (suite)
//!             and this slot's bytes 0..96, in that order
//!  156   100  0
//! ```
//!
//! The wrapping key of a passphrase slot is Argon2id(NFKC passphrase, salt); that of a
//! code slot is HKDF-SHA-256(salt, the 28 symbols in capitals without dashes, info
//! `plumbline/1/recovery-code`). The sealed block:
//!
//! ```text
//!   at  size  what
//!    0     4  schema version         4   4  pages of the body when closed
//!    8     8  commit sequence       16  32  body root when closed, else 0
//!   48     8  journal sequence      56  32  MAC of that journal entry
//!   88     8  key ring generation   96  32  SHA-256 of the key ring copy
//!  128     8  generation of the last backup (0 none)
//!  136     4  day of the last retention run (0 none)     140  116  0
//! ```
//!
//! The key ring is laid out in [`crate::key_ring`], the body root in [`crate::body`].

mod header;
mod pair;
mod sealed;
mod slot;

pub use header::MAJOR as FORMAT_VERSION;
pub(crate) use header::{Header, State};
pub(crate) use pair::{Pair, read_pair};
pub(crate) use sealed::Sealed;
pub use slot::Confirmed;
pub(crate) use slot::{Derivation, Slot, SlotKind};

/// First bytes of every vault. High bit, line ends and a control byte, as in PNG, so that
/// a transfer in text mode shows.
pub(crate) const MAGIC: [u8; 8] = [0x89, 0x50, 0x4C, 0x4D, 0x42, 0x0D, 0x0A, 0x1A];
/// Length of one header copy.
pub(crate) const HEADER: usize = 8_192;
/// Length of one key ring copy.
pub(crate) const RING: usize = 131_072;
/// Where the header copies begin.
pub(crate) const HEADER_AT: [u64; 2] = [0, 8_192];
/// Where the key ring copies begin.
pub(crate) const RING_AT: [u64; 2] = [16_384, 147_456];
/// Length of everything before the body.
pub(crate) const PREFIX: u64 = 278_528;
/// Length of one page of the body.
pub(crate) const PAGE: u64 = 4_096;
/// Slots of a header.
pub(crate) const SLOTS: usize = 8;
