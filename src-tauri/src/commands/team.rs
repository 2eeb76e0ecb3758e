//! The roster.

use super::kinds::{Command, Head, Needs::OpenVault, Plain, Seat::Main};
use app::team;
use app::team::view::{SaveAdviser, SaveTeam};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(Head("team_list", Main, OpenVault), |app, ()| {
        team::list(app)
    }),
    &Plain(Head("team_adviser", Main, OpenVault), |app, id: String| {
        team::adviser(app, id)
    }),
    &Plain(
        Head("team_save_adviser", Main, OpenVault),
        |app, request: SaveAdviser| team::save_adviser(app, request),
    ),
    &Plain(
        Head("team_save_team", Main, OpenVault),
        |app, request: SaveTeam| team::save_team(app, request),
    ),
];
