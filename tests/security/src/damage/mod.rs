//! Damage: a copy of a vault is changed, opened and judged. What is noticed is refused with a reason of damage
//! and left as it was; what opens holds its whole content. Nothing in between.

mod body;
mod judge;
mod prefix;
mod specimen;
mod write_ahead;

pub(crate) use body::{lengths, page_spots, stale, swaps};
pub(crate) use judge::now;
pub(crate) use prefix::{header_bytes, ring_bytes};
pub(crate) use write_ahead::write_ahead;

/// Where the parts of the file lie (security.md 2.3).
const HEADER: usize = 8_192;
const RING: usize = 131_072;
const PREFIX: usize = 278_528;
const PAGE: usize = 4_096;
