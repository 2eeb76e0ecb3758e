#![doc = include_str!("../README.md")]

mod automation;
mod commands;
mod desk;
mod dialogs;
mod dropped;
mod invoke;
mod log;
mod payload;
mod state;
#[cfg(target_os = "linux")]
mod watchdog;
mod window;

use app::Environment;
use app::vault::Tick;
use state::Shared;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tauri::{App, AppHandle, DragDropEvent, Manager, RunEvent, WindowEvent};

/// How often the clock is looked at.
const TICK: Duration = Duration::from_secs(1);

/// Opens the app and stays until its last window closes.
#[expect(clippy::exit, reason = "stands in the toolkit's own macro")]
pub fn run() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            |handle, arguments, folder| {
                let given = arguments.get(1).map(|path| Path::new(&folder).join(path));
                present(handle, given);
            },
        ))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(invoke::take)
        .setup(set_up)
        .build(tauri::generate_context!());
    if let Ok(app) = built {
        app.run(react);
    } else {
        tracing::error!(code = "app_not_built");
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the toolkit asks for this form")]
fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    let handle = app.handle();
    // First of all: what is made from here on is its owner's alone.
    let gaps = app::vault::harden();
    if let Ok(folder) = handle.path().app_log_dir() {
        log::start(&folder);
    }
    for gap in gaps {
        tracing::warn!(code = gap);
    }
    window::wipe_webview_folder(handle);
    let data = handle.path().app_local_data_dir().ok();
    handle.manage(Shared::new(Environment {
        commit: env!("PLUMBLINE_COMMIT"),
        ..Environment::of_this_computer(data)
    }));
    let given = std::env::args_os().nth(1).map(PathBuf::from);
    let given = given.and_then(|path| std::path::absolute(path).ok());
    present(handle, given);
    keep_time(handle.clone());
    #[cfg(target_os = "linux")]
    watchdog::watch(handle.clone());
    Ok(())
}

/// Brings a window up, for the vault given with the start, if one was.
fn present(handle: &AppHandle, given: Option<PathBuf>) {
    let shared = handle.state::<Shared>();
    if let Some(path) =
        given.filter(|path| path.extension().is_some_and(|ending| ending == "plumb"))
    {
        let presented = shared.with(|app| app::vault::present(app, path));
        window::follow(handle, shared.phase());
        if let Err(refusal) = presented {
            dialogs::say(handle, &refusal);
        }
    } else {
        window::follow(handle, shared.phase());
    }
}

/// Settling, resting and locking by the clock, for as long as the app runs.
fn keep_time(handle: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(TICK);
            let shared = handle.state::<Shared>();
            match shared.tick() {
                Tick::Locked => window::follow(&handle, shared.phase()),
                Tick::Stay | Tick::Warn { .. } => {}
            }
        }
    });
}

/// Whether a long job is under way, which leaving would stop.
fn is_busy(handle: &AppHandle) -> bool {
    handle.state::<Shared>().job().progress().is_some()
}

fn ask_to_leave(handle: &AppHandle) {
    let leaving = handle.clone();
    dialogs::ask_to_leave(handle, move || {
        window::remember_size(&leaving);
        // The job ends first and leaves the vault as it was.
        leaving.state::<Shared>().close_vault();
        leaving.exit(0);
    });
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the toolkit has many events; these are ours"
)]
fn react(handle: &AppHandle, event: RunEvent) {
    match event {
        RunEvent::WindowEvent {
            label,
            event: WindowEvent::CloseRequested { api, .. },
            ..
        } if label == window::MAIN => {
            if is_busy(handle) {
                api.prevent_close();
                ask_to_leave(handle);
            } else if window::tells_page(handle) {
                api.prevent_close();
            } else {
                window::remember_size(handle);
                handle.state::<Shared>().close_vault();
            }
        }
        RunEvent::ExitRequested { api, .. } => {
            if is_busy(handle) {
                api.prevent_exit();
                ask_to_leave(handle);
            } else {
                window::remember_size(handle);
            }
        }
        RunEvent::WindowEvent {
            label,
            event: WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }),
            ..
        } if label == window::MAIN => {
            handle.state::<Shared>().drop_files(&paths);
        }
        RunEvent::Exit => {
            handle.state::<Shared>().close_vault();
            window::wipe_webview_folder(handle);
        }
        _ => {}
    }
}
