//! Settings and what the about screen says.

use super::kinds::{
    Command, Head,
    Needs::{Nothing, OpenVault},
    Noted, Plain,
    Seat::{Both, Main},
};
use app::settings;
use app::settings::view::{ResizeText, SettingsView};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Noted(Head("settings_shown", Both, Nothing), |shared, _| {
        shared.note_shown();
    }),
    &Plain(Head("settings_load", Both, Nothing), |app, ()| {
        settings::load(app)
    }),
    &Plain(Head("settings_about", Both, Nothing), |app, ()| {
        settings::about(app)
    }),
    &Plain(
        Head("settings_resize", Both, Nothing),
        |app, request: ResizeText| settings::resize(app, request),
    ),
    &Plain(
        Head("settings_save", Main, OpenVault),
        |app, request: SettingsView| settings::save(app, request),
    ),
];
