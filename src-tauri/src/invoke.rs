//! The one wrapper every command goes through: known, asked from the right window, within bounds, and only while
//! the vault is open unless the table says otherwise. The work is done off the window's own thread.

use crate::commands::{self, Call, Command, Needs, Seat};
use crate::desk::Desk;
use crate::dialogs::Dialogs;
use crate::payload::Payload;
use crate::state::Shared;
use crate::window;
use app::error::{AppError, ErrorCode};
use tauri::ipc::{Invoke, InvokeBody, Response};
use tauri::{Manager, Wry};

/// An answer is never larger than this.
const LARGEST_ANSWER: usize = 8 * 1024 * 1024;

/// Takes a question of a page; false for one that is not in the table.
pub(crate) fn take(invoke: Invoke<Wry>) -> bool {
    let Invoke {
        message, resolver, ..
    } = invoke;
    let Some(command) = commands::find(message.command()) else {
        return false;
    };
    let window = message.webview_ref().label().to_owned();
    let payload = match message.payload() {
        InvokeBody::Json(body) => Payload::from_json(body),
        InvokeBody::Raw(bytes) => Payload::from_bytes(bytes),
    };
    let handle = message.webview_ref().app_handle().clone();
    drop(message);
    std::thread::spawn(move || {
        let shared = handle.state::<Shared>();
        let before = shared.phase();
        let desk = Dialogs(handle.clone());
        let answer = payload.and_then(|payload| answer(command, &window, payload, &shared, &desk));
        let after = shared.phase();
        if before != after {
            window::follow(&handle, after);
        }
        match answer {
            Ok(json) => resolver.resolve(Response::new(json)),
            Err(error) => resolver.reject(error),
        }
    });
    true
}

/// Checks, then runs.
pub(crate) fn answer(
    command: &dyn Command,
    window: &str,
    payload: Payload,
    shared: &Shared,
    desk: &dyn Desk,
) -> Result<String, AppError> {
    let is_seated = match command.seat() {
        Seat::Both => [window::UNLOCK, window::MAIN].contains(&window),
        Seat::Unlock => window == window::UNLOCK,
        Seat::Main => window == window::MAIN,
    };
    let may_run = match command.needs() {
        Needs::Nothing => true,
        Needs::OpenVault => shared.is_open(),
    };
    if !is_seated {
        return Err(AppError::said(ErrorCode::VaultLocked, "error-window", &[]));
    }
    if !may_run {
        return Err(AppError::locked());
    }
    if matches!(command.name(), "vault_lock" | "vault_close") {
        // Locking never waits for a long job: the job leaves the vault as it was.
        shared.job().cancel();
    }
    let json = command.run(&mut Call {
        shared,
        desk,
        payload,
    })?;
    if json.len() > LARGEST_ANSWER {
        return Err(AppError::of_ours("answer_too_large", "error-answer-large"));
    }
    Ok(json)
}

#[cfg(test)]
mod tests;
