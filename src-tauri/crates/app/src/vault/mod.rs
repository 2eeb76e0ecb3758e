//! The vault as a person meets it: made, opened, recovered, locked, closed. Secrets arrive as bytes beside the
//! request and are wiped by whoever passes them in.

mod create;
mod drafts;
mod lock;
pub(crate) mod notices;
mod open;
mod recent;
pub(crate) mod sample;
mod secrets;
mod start;
mod state;
mod steps;
pub(crate) mod tries;
mod verify;
pub mod view;

pub use ::vault::idle::Busy;
pub use create::{
    abandon, begin, confirm_recovery, finish_unconfirmed, judge_passphrase, save_sheet,
    suggest_passphrase,
};
pub use drafts::{keep_drafts, take_drafts};
pub use lock::{Tick, close, lock, note_busy, tick, touch};
pub use open::{choose_existing, choose_named, choose_new, open, open_checked, recover};
pub use sample::{move_sample_day, remove_sample, sample};
pub(crate) use secrets::recovery_doubted;
pub use secrets::{change_passphrase, check_recovery_code, confirm_passphrase, new_recovery_code};
pub use start::{harden, present};
pub(crate) use state::saved_at;
pub use state::{phase, state};
pub use steps::{redo, undo};
pub use verify::{digest, verify};

#[cfg(test)]
mod tests;
