//! The app at a terminal: a vault opened with the passphrase asked for or read, closed when the command is done,
//! and long work with its bar and its Ctrl-C.

use crate::args::Secrets;
use crate::exit::Failure;
use crate::interrupt;
use crate::print::{Manner, is_watched};
use crate::secret::{self, SecretError};
use crate::words::{plain, tell};
use app::error::{AppError, ErrorCode};
use app::vault::view::{OpenVault, VaultStateView};
use app::view::{ProgressView, StageView};
use app::wording::Arg;
use app::{App, Environment, vault};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use zeroize::Zeroizing;

/// An app of this computer that keeps nothing of its own: no recent list, no appearance. Ctrl-C is heard from now on.
pub(crate) fn app() -> App {
    let app = App::new(Environment::of_this_computer(None));
    interrupt::listen(app.job());
    app
}

/// Opens a vault, does something, closes it whatever came of it.
pub(crate) fn with_vault<T>(
    path: &Path,
    secrets: &Secrets,
    manner: Manner,
    act: impl FnOnce(&mut App) -> Result<T, Failure>,
) -> Result<T, Failure> {
    with_vault_by(vault::open, path, secrets, manner, act)
}

/// The same with a vault whose pages were all found sound before anything is written to it.
pub(crate) fn with_checked_vault<T>(
    path: &Path,
    secrets: &Secrets,
    manner: Manner,
    act: impl FnOnce(&mut App) -> Result<T, Failure>,
) -> Result<T, Failure> {
    with_vault_by(vault::open_checked, path, secrets, manner, act)
}

type Opening = fn(&mut App, OpenVault, &[u8]) -> Result<VaultStateView, AppError>;

fn with_vault_by<T>(
    opening: Opening,
    path: &Path,
    secrets: &Secrets,
    manner: Manner,
    act: impl FnOnce(&mut App) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut app = app();
    let place = vault::choose_existing(&mut app, absolute(path))?.place;
    let passphrase = passphrase(secrets)?;
    let opened = opening(
        &mut app,
        OpenVault { place: Some(place) },
        passphrase.as_bytes(),
    )?;
    manner.notices(&opened.open.map(|open| open.notices).unwrap_or_default());
    let done = interrupt::check().and_then(|()| act(&mut app));
    let closed = vault::close(&mut app);
    let done = done?;
    closed?;
    Ok(done)
}

/// The passphrase of a vault that is there.
pub(crate) fn passphrase(secrets: &Secrets) -> Result<Zeroizing<String>, Failure> {
    ask(
        secrets.passphrase_file.as_deref(),
        "terminal-ask-passphrase",
        "--passphrase-file",
    )
}

/// A new passphrase: read from where it is, or typed twice.
pub(crate) fn new_passphrase(
    from: Option<&Path>,
    option: &str,
) -> Result<Zeroizing<String>, Failure> {
    let typed = ask(from, "terminal-ask-new", option)?;
    if from.is_none() && *ask(None, "terminal-ask-again", option)? != *typed {
        return Err(Failure::Usage(plain("terminal-differ")));
    }
    Ok(typed)
}

/// A secret from a file, from standard input or from the person.
pub(crate) fn ask(
    from: Option<&Path>,
    prompt: &str,
    option: &str,
) -> Result<Zeroizing<String>, Failure> {
    let prompt = format!("{} ", plain(prompt));
    let from = from.map(Path::to_path_buf);
    let read = interrupt::answer(move || secret::read(from.as_deref(), &prompt))?;
    read.map_err(|error| match error {
        SecretError::Missing => {
            Failure::Usage(tell("terminal-nobody-to-ask", &[("option", &option)]))
        }
        SecretError::Unreadable => unreadable("terminal-secret-unreadable", option),
    })
}

/// Does long work: a bar where somebody watches, and Ctrl-C that leaves the vault as it was.
pub(crate) fn long<T>(
    app: &mut App,
    work: impl FnOnce(&mut App) -> Result<T, AppError>,
) -> Result<T, Failure> {
    interrupt::check()?;
    let job = app.job();
    let done = watched(|bar| show(bar, job.progress()), || work(app));
    match done {
        Err(_) if interrupt::is_pressed() => Err(Failure::Interrupted),
        other => Ok(other?),
    }
}

/// Does work that is whole by itself and does not count its steps: its stage is shown where somebody watches.
pub(crate) fn busy<T>(stage: &str, work: impl FnOnce() -> T) -> T {
    let stage = plain(stage);
    watched(|bar| bar.set_message(stage.clone()), work)
}

fn watched<T>(show: impl Fn(&ProgressBar) + Sync, work: impl FnOnce() -> T) -> T {
    if !is_watched() {
        return work();
    }
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let bar = ProgressBar::new_spinner();
            while !over.load(Ordering::Relaxed) {
                show(&bar);
                bar.tick();
                std::thread::sleep(Duration::from_millis(100));
            }
            bar.finish_and_clear();
        });
        let done = work();
        over.store(true, Ordering::Relaxed);
        done
    })
}

fn show(bar: &ProgressBar, progress: Option<ProgressView>) {
    let Some(ProgressView { stage, done, total }) = progress else {
        return;
    };
    let stage = plain(match stage {
        StageView::Reading => "terminal-stage-reading",
        StageView::Checking => "terminal-stage-checking",
        StageView::Writing => "terminal-stage-writing",
    });
    if let Some(total) = total {
        bar.set_length(u64::from(total));
        let counts = tell(
            "terminal-bar",
            &[("done", &"{pos}"), ("total", &"{len}"), ("left", &"{eta}")],
        );
        if let Ok(style) = ProgressStyle::with_template(&format!("{{msg}} {{bar:30}} {counts}")) {
            bar.set_style(style);
        }
    }
    bar.set_message(stage);
    bar.set_position(u64::from(done));
}

/// The absolute form of a path, since the app speaks of folders.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The place for a new file. Nobody is asked in a terminal, so no file that is there is written over.
pub(crate) fn new_file(path: &Path) -> Result<PathBuf, Failure> {
    let path = in_a_folder(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(refused("terminal-out-exists", ""));
    }
    Ok(path)
}

/// The place for a file, in a folder that is there: said before a passphrase is asked for.
pub(crate) fn in_a_folder(path: &Path) -> Result<PathBuf, Failure> {
    let path = absolute(path);
    if path.parent().is_some_and(Path::is_dir) {
        Ok(path)
    } else {
        Err(unreadable("terminal-out-folder", ""))
    }
}

/// An input file that is there, under its absolute path; said before a passphrase is asked for.
pub(crate) fn input(path: &Path, name: &str) -> Result<PathBuf, Failure> {
    let path = absolute(path);
    if path.exists() {
        Ok(path)
    } else {
        Err(unreadable("terminal-input-missing", name))
    }
}

/// A file that cannot be read or written, by the part of the line that names it.
pub(crate) fn unreadable(key: &str, name: &str) -> Failure {
    let values = [("name", Arg::from(name))];
    AppError::said(ErrorCode::FileUnreadable, key, &values).into()
}

/// What a rule refuses before a vault is opened.
pub(crate) fn refused(key: &str, risks: &str) -> Failure {
    let values = [("risks", Arg::from(risks))];
    AppError::said(ErrorCode::RuleRefused, key, &values).into()
}

/// What the line names and the vault does not have, in the terminal's own words; every other failure stays.
pub(crate) fn unknown(failure: Failure, key: &str) -> Failure {
    match failure {
        Failure::App(error) if error.code == ErrorCode::NotFound => {
            AppError::said(ErrorCode::NotFound, key, &[]).into()
        }
        other @ (Failure::App(_)
        | Failure::Usage(_)
        | Failure::Refused
        | Failure::Damaged
        | Failure::InputRefused
        | Failure::Interrupted) => other,
    }
}
