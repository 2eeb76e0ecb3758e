//! Choosing a vault and opening it, by passphrase or recovery code.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::intake;
use crate::session::{Chosen, Phase, Session, Tidy};
use crate::settings;
use crate::vault::create::names_of;
use crate::vault::notices;
use crate::vault::recent;
use crate::vault::state::{folder_of, name_of, state};
use crate::vault::view::{OpenVault, PlaceView, VaultStateView};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use store::{Action, OpenedStore, Store, StoreError};
use vault::idle::IdleTimer;
use vault::{Notice, Opener, Passphrase, RecoveryCode, Secret, VaultError};
use words::Arg;

/// The ending of a vault's file name.
const ENDING: &str = "plumb";

/// A place for a new vault, chosen in the system's dialog: its token and its risks.
pub fn choose_new(app: &mut App, path: PathBuf) -> Result<PlaceView, AppError> {
    let ours = path.extension().is_some_and(|ending| ending == ENDING);
    let path = if ours {
        path
    } else {
        let mut name = path.into_os_string();
        name.push(".");
        name.push(ENDING);
        PathBuf::from(name)
    };
    choose_named(app, path)
}

/// A place for a new vault under exactly this name.
pub fn choose_named(app: &mut App, path: PathBuf) -> Result<PlaceView, AppError> {
    if path.exists() {
        return Err(vault::VaultRefusal::Exists.into());
    }
    place_view(app, path)
}

/// An existing vault, chosen in the system's dialog or handed over by the system; it is what is unlocked next.
pub fn choose_existing(app: &mut App, path: PathBuf) -> Result<PlaceView, AppError> {
    match app.phase {
        Phase::Creating(_) | Phase::Open(_) => return Err(wrong_phase()),
        Phase::Closed | Phase::Locked(_) => {}
    }
    app.phase = Phase::Locked(Chosen {
        path: path.clone(),
        locked: None,
    });
    place_view(app, path)
}

fn place_view(app: &mut App, path: PathBuf) -> Result<PlaceView, AppError> {
    let risks = notices::risks_of(app, &path);
    Ok(PlaceView {
        name: name_of(&path),
        folder: folder_of(&path),
        risks: risks
            .into_iter()
            .map(|risk| notices::of_risk(app.words(), risk))
            .collect(),
        place: app.places.make(path)?,
    })
}

/// How a file is opened: what is looked at before anything is written to it.
type Opening = fn(&Path, Secret<'_>, Opener, store::Clock) -> Result<OpenedStore, StoreError>;

/// Opens a vault with its passphrase.
pub fn open(app: &mut App, request: OpenVault, typed: &[u8]) -> Result<VaultStateView, AppError> {
    open_by(app, &request, typed, Store::open)
}

/// The same once every page and the structure were found sound: a damaged file is left as it was.
pub fn open_checked(
    app: &mut App,
    request: OpenVault,
    typed: &[u8],
) -> Result<VaultStateView, AppError> {
    open_by(app, &request, typed, Store::open_checked)
}

fn open_by(
    app: &mut App,
    request: &OpenVault,
    typed: &[u8],
    opening: Opening,
) -> Result<VaultStateView, AppError> {
    let path = path_to_open(app, request)?;
    let written = written_at(&path);
    let passphrase = parse_typed(typed)?;
    let opened = try_secret(app, &path, Secret::Passphrase(&passphrase), opening)?;
    let typed_at = app.now().steady;
    recent::note(&app.environment, &path);
    enter(app, opened, path, (Some(typed_at), written))?;
    state(app)
}

/// Opens a vault with its recovery code and sets a new passphrase; the old one stops working.
pub fn recover(
    app: &mut App,
    request: OpenVault,
    typed_code: &[u8],
    new: &[u8],
) -> Result<VaultStateView, AppError> {
    let path = path_to_open(app, &request)?;
    let written = written_at(&path);
    let code = RecoveryCode::parse(text_of(typed_code)?)?;
    let passphrase = parse_new(new, &[&name_of(&path)])?;
    let mut opened =
        try_secret(app, &path, Secret::RecoveryCode(&code), Store::open).map_err(|error| {
            if error.code == ErrorCode::WrongPassphrase && error.field.is_some() {
                wrong_code()
            } else {
                error
            }
        })?;
    let known = names_of(&path, opened.store.read())?;
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    if let Err(refusal) = Passphrase::parse_new(text_of(new)?, &known) {
        opened.store.close()?;
        return Err(refusal.into());
    }
    let parameters = app.environment.kdf_parameters();
    opened.store.recover(&code, &passphrase, parameters)?;
    let typed_at = app.now().steady;
    recent::note(&app.environment, &path);
    enter(app, opened, path, (Some(typed_at), written))?;
    state(app)
}

/// When a file was last written; asked before it is opened, which writes to it.
fn written_at(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

fn path_to_open(app: &App, request: &OpenVault) -> Result<PathBuf, AppError> {
    let chosen = match &app.phase {
        Phase::Creating(_) | Phase::Open(_) => return Err(wrong_phase()),
        Phase::Closed => None,
        Phase::Locked(chosen) => Some(&chosen.path),
    };
    match &request.place {
        Some(token) => app.places.find(token).map(Path::to_path_buf),
        None => chosen.cloned().ok_or_else(wrong_phase),
    }
}

/// One try: waits are kept to, wrong ones are counted, and the right one journals those before it.
fn try_secret(
    app: &mut App,
    path: &Path,
    secret: Secret<'_>,
    opening: Opening,
) -> Result<OpenedStore, AppError> {
    app.tries.check(app.now())?;
    let (opener, clock) = (app.environment.opener(), app.environment.clock.for_store());
    match opening(path, secret, opener, clock) {
        Ok(mut opened) => {
            let wrong = app.tries.note_right();
            if wrong > 0 {
                let mut write = opened.store.write(Action::UnlockFailed)?;
                write.count(u64::from(wrong));
                write.commit()?;
            }
            Ok(opened)
        }
        Err(StoreError::Vault(VaultError::WrongPassphrase)) => {
            app.tries.note_wrong(app.now());
            Err(VaultError::WrongPassphrase.into())
        }
        Err(StoreError::Busy {
            since: Some(since), ..
        }) => Err(busy_since(app, since)),
        Err(other) => Err(other.into()),
    }
}

fn busy_since(app: &App, since: u64) -> AppError {
    let millis = i64::try_from(since)
        .unwrap_or_default()
        .saturating_mul(1000);
    let local = app.now().local_of(millis);
    let time = if local.date() == app.now().local().date() {
        local.format("%H:%M").to_string()
    } else {
        local.format("%Y-%m-%d %H:%M").to_string()
    };
    AppError::said(
        ErrorCode::VaultBusy,
        "error-busy-since",
        &[("time", Arg::from(time))],
    )
}

/// From an open file to an open vault: timer, notices, list of recent ones.
pub(super) fn enter(
    app: &mut App,
    opened: OpenedStore,
    path: PathBuf,
    (typed_at, written): (Option<Duration>, Option<SystemTime>),
) -> Result<(), AppError> {
    let now = app.now();
    let settings = settings::of(opened.store.read())?;
    let found = &opened.notices;
    let rolls_due = found.contains(&Notice::NotClosedCleanly);
    let recovery_confirmed = !found.contains(&Notice::RecoveryNotConfirmed);
    let notices = notices::of_opening(app, found, (&path, written), opened.store.id());
    app.phase = Phase::Open(Box::new(Session {
        store: opened.store,
        path,
        timer: IdleTimer::new(u64::from(settings.idle_minutes), now.moment()),
        idle_minutes: settings.idle_minutes,
        typed_at,
        found: opened.notices,
        notices,
        recovery_confirmed,
        recovery_known: None,
        pending: None,
        opened: now,
        tidy: Tidy::Changed(now.steady),
        rolls_due,
        throwaway: false,
    }));
    intake::close_past(app)
}

pub(super) fn wrong_code() -> AppError {
    AppError::said(ErrorCode::WrongPassphrase, "error-wrong-code", &[]).at("code")
}

pub(super) fn wrong_phase() -> AppError {
    AppError::said(ErrorCode::RuleRefused, "error-phase", &[])
}

/// Typed bytes as text.
pub(super) fn text_of(typed: &[u8]) -> Result<&str, AppError> {
    std::str::from_utf8(typed)
        .map_err(|_| AppError::said(ErrorCode::RuleRefused, "error-passphrase-text", &[]))
}

/// A passphrase typed to open something. One that no vault can have is a wrong one.
pub(super) fn parse_typed(typed: &[u8]) -> Result<Passphrase, AppError> {
    Passphrase::parse_typed(text_of(typed)?).map_err(|_| VaultError::WrongPassphrase.into())
}

/// A passphrase typed to protect something from now on.
pub(super) fn parse_new(typed: &[u8], known: &[&str]) -> Result<Passphrase, AppError> {
    Ok(Passphrase::parse_new(text_of(typed)?, known)?)
}
