//! Anonymised summaries.

use super::kinds::{Command, Head, Needs::OpenVault, Plain, Saved, Seat::Main};
use app::releases;
use app::releases::view::{ReleaseSpec, WriteRelease};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(Head("releases_choices", Main, OpenVault), |app, ()| {
        releases::choices(app)
    }),
    &Plain(
        Head("releases_preview", Main, OpenVault),
        |app, request: ReleaseSpec| releases::preview(app, request),
    ),
    &Saved(
        Head("releases_write", Main, OpenVault),
        |_, request: &WriteRelease| Ok(releases::suggested_name(request)),
        releases::write,
    ),
];
