//! The throwaway sample: a real vault under a random passphrase that nobody knows, with a day of its own, deleted
//! when it closes (rulings 47); and the sample team put into, or taken out of, a vault of one's own.

use crate::app::App;
use crate::environment::Environment;
use crate::error::{AppError, ErrorCode};
use crate::session::Phase;
use crate::settings;
use crate::team::form::parse_day;
use crate::tokens::make_token;
use crate::vault::lock::close;
use crate::vault::open::{enter, wrong_phase};
use crate::vault::state::state;
use crate::vault::view::VaultStateView;
use std::path::Path;
use store::{Action, NewStore, Store};
use vault::{Confirmed, KdfParameters, Passphrase};

const ENDINGS: [&str; 6] = ["", ".part", ".part-wal", "-wal", "-journal", ".lock"];
const BEGINNING: &str = "sample-";

/// Opens the sample team in a throwaway vault.
pub fn sample(app: &mut App) -> Result<VaultStateView, AppError> {
    match app.phase {
        Phase::Creating(_) | Phase::Open(_) => return Err(wrong_phase()),
        Phase::Closed | Phase::Locked(_) => {}
    }
    let no_place = || AppError::said(ErrorCode::FileUnreadable, "error-sample-place", &[]);
    let name = format!("{BEGINNING}{}.plumb", make_token()?);
    let path = app.environment.own_file(&name).ok_or_else(no_place)?;
    settings::computer::make_folder(&app.environment)?;
    let passphrase = Passphrase::parse_typed(&make_token()?)?;
    let file = NewStore::create(
        &path,
        &passphrase,
        KdfParameters::for_random_secret(),
        app.environment.opener(),
        app.environment.clock.for_store(),
    )?;
    let mut opened = file.finish(Confirmed::Yes)?;
    if let Err(error) = put_sample(&mut opened.store) {
        drop(opened);
        delete(&path);
        return Err(error);
    }
    enter(app, opened, path, (None, None))?;
    let session = app.session_mut()?;
    session.throwaway = true;
    state(app)
}

/// Moves the sample's day forward, so that its stories can be played; a real vault has the computer's day and no other
/// (rulings 47).
pub fn move_sample_day(app: &mut App, day: String) -> Result<VaultStateView, AppError> {
    let refused = |key: &str| AppError::said(ErrorCode::RuleRefused, key, &[]);
    if app.own_day().is_none() {
        return Err(refused("error-sample-day-own"));
    }
    let day = parse_day(&day, "day")?;
    if day <= app.today() {
        return Err(refused("error-sample-day-back").at("day"));
    }
    if day > crate::sample::last_day() {
        return Err(refused("error-sample-day-far").at("day"));
    }
    let mut write = app.store_mut()?.write(Action::SettingsChanged)?;
    crate::sample::move_day(&mut write, day)?;
    write.commit()?;
    state(app)
}

/// Fills the sample team in.
pub(super) fn put_sample(store: &mut Store) -> Result<(), AppError> {
    let mut write = store.write(Action::SampleAdded)?;
    crate::sample::fill(&mut write)?;
    Ok(write.commit()?)
}

/// Takes the sample team out of a vault; a throwaway one goes as a whole.
pub fn remove_sample(app: &mut App) -> Result<VaultStateView, AppError> {
    if app.session()?.throwaway {
        return close(app);
    }
    if !crate::sample::is_present(app.store()?.read())? {
        return Err(AppError::said(ErrorCode::NotFound, "error-no-sample", &[]));
    }
    let mut write = app.store_mut()?.write(Action::SampleRemoved)?;
    crate::sample::remove(&mut write)?;
    write.commit()?;
    state(app)
}

/// Removes what a run that was killed left behind.
pub(crate) fn remove_leftovers(environment: &Environment) {
    let folder = environment.data_folder.as_deref();
    let Some(entries) = folder.and_then(|folder| std::fs::read_dir(folder).ok()) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(BEGINNING) && name.contains(".plumb") {
            remove(&entry.path());
        }
    }
}

/// Deletes a throwaway vault with everything beside it.
pub(super) fn delete(path: &Path) {
    for ending in ENDINGS {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let path = Path::new(&name);
        if path.exists() {
            remove(path);
        }
    }
}

fn remove(path: &Path) {
    if std::fs::remove_file(path).is_err() {
        tracing::warn!(code = "sample_leftover");
    }
}
