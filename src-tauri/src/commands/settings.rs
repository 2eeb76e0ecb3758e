//! Settings and what the about screen says.

use super::kinds::{
    Command, Head,
    Needs::{Nothing, OpenVault},
    Plain,
    Seat::{Both, Main},
};
use app::settings;
use app::settings::view::SettingsView;

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(Head("settings_load", Both, Nothing), |app, ()| {
        settings::load(app)
    }),
    &Plain(Head("settings_about", Both, Nothing), |app, ()| {
        settings::about(app)
    }),
    &Plain(
        Head("settings_save", Main, OpenVault),
        |app, request: SettingsView| settings::save(app, request),
    ),
];
