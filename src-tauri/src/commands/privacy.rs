//! What is held, and what was done.

use super::kinds::{Command, Head, Needs::OpenVault, Plain, Seat::Main};
use app::journal::view::LoadJournal;
use app::{journal, privacy};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(Head("privacy_inventory", Main, OpenVault), |app, ()| {
        privacy::inventory(app)
    }),
    &Plain(
        Head("journal_page", Main, OpenVault),
        |app, request: LoadJournal| journal::page(app, request),
    ),
];
