//! Charts as a person meets them.

#![expect(
    clippy::unwrap_used,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    reason = "a failed test may panic, and counts of corners are small"
)]

mod honesty;
mod parity;
mod sentences;
mod support;
