//! The vault, from the first window to the last.

use super::kinds::{
    Command, Head,
    Needs::{Nothing, OpenVault},
    Noted, Picked, Plain, Saved,
    Seat::{Both, Main, Unlock},
    Secret,
};
use crate::desk::Offer;
use app::vault;
use app::vault::view::{BeginCreation, ConfirmRecovery, DraftView, LockReasonView};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(Head("vault_state", Both, Nothing), |app, ()| {
        vault::state(app)
    }),
    &Picked(
        Head("vault_choose_new", Unlock, Nothing),
        Offer::NewVault,
        vault::choose_new,
    ),
    &Picked(
        Head("vault_choose_existing", Unlock, Nothing),
        Offer::Vault,
        vault::choose_existing,
    ),
    &Plain(
        Head("vault_suggest_passphrase", Both, Nothing),
        |app, ()| vault::suggest_passphrase(app),
    ),
    &Secret(
        Head("vault_judge_passphrase", Both, Nothing),
        &["passphrase"],
        |app, place: Option<String>, secrets| vault::judge_passphrase(app, place, secrets.get(0)),
    ),
    &Secret(
        Head("vault_begin", Unlock, Nothing),
        &["passphrase"],
        |app, request: BeginCreation, secrets| vault::begin(app, request, secrets.get(0)),
    ),
    &Plain(
        Head("vault_confirm_recovery", Both, Nothing),
        |app, request: ConfirmRecovery| vault::confirm_recovery(app, request),
    ),
    &Saved(
        Head("vault_save_sheet", Both, Nothing),
        |app, (): &()| Ok(app.words().say("vault-sheet-file", &[])),
        |app, (), path| vault::save_sheet(app, path),
    ),
    &Plain(Head("vault_abandon", Both, Nothing), |app, ()| {
        vault::abandon(app)
    }),
    &Secret(
        Head("vault_open", Unlock, Nothing),
        &["passphrase"],
        |app, request: vault::view::OpenVault, secrets| vault::open(app, request, secrets.get(0)),
    ),
    &Secret(
        Head("vault_recover", Unlock, Nothing),
        &["code", "passphrase"],
        |app, request: vault::view::OpenVault, secrets| {
            vault::recover(app, request, secrets.get(0), secrets.get(1))
        },
    ),
    &Plain(Head("vault_sample", Unlock, Nothing), |app, ()| {
        vault::sample(app)
    }),
    &Plain(Head("vault_close", Both, Nothing), |app, ()| {
        vault::close(app)
    }),
    &Noted(Head("vault_quit", Both, Nothing), |_, desk| desk.leave()),
    &Plain(Head("vault_lock", Main, OpenVault), |app, ()| {
        vault::lock(app, LockReasonView::Asked)
    }),
    &Plain(Head("vault_touch", Main, OpenVault), |app, ()| {
        vault::touch(app)
    }),
    &Plain(
        Head("vault_keep_drafts", Main, OpenVault),
        |app, request: Vec<DraftView>| vault::keep_drafts(app, request),
    ),
    &Plain(
        Head("vault_take_drafts", Main, OpenVault),
        |app, field: String| vault::take_drafts(app, field),
    ),
    &Secret(
        Head("vault_change_passphrase", Main, OpenVault),
        &["old", "new"],
        |app, (), secrets| vault::change_passphrase(app, secrets.get(0), secrets.get(1)),
    ),
    &Secret(
        Head("vault_new_recovery_code", Main, OpenVault),
        &["passphrase"],
        |app, (), secrets| vault::new_recovery_code(app, secrets.get(0)),
    ),
    &Secret(
        Head("vault_check_recovery_code", Main, OpenVault),
        &["code"],
        |app, (), secrets| vault::check_recovery_code(app, secrets.get(0)),
    ),
    &Secret(
        Head("vault_confirm_passphrase", Main, OpenVault),
        &["passphrase"],
        |app, (), secrets| vault::confirm_passphrase(app, secrets.get(0)),
    ),
    &Plain(Head("vault_undo", Main, OpenVault), |app, ()| {
        vault::undo(app)
    }),
    &Plain(Head("vault_redo", Main, OpenVault), |app, ()| {
        vault::redo(app)
    }),
    &Plain(
        Head("vault_move_sample_day", Main, OpenVault),
        |app, day: String| vault::move_sample_day(app, day),
    ),
    &Plain(Head("vault_remove_sample", Main, OpenVault), |app, ()| {
        vault::remove_sample(app)
    }),
];
