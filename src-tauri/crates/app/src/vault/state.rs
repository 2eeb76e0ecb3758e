//! Where the app stands, as every screen sees it.

use crate::app::App;
use crate::error::AppError;
use crate::sample;
use crate::session::{Locked, Phase, Session};
use crate::vault::recent;
use crate::vault::view::{
    LockedView, OpenVaultView, RecentVaultView, VaultPhaseView, VaultStateView,
};
use std::path::Path;
use store::Action;

/// The phase alone, at no cost.
pub fn phase(app: &App) -> VaultPhaseView {
    match app.phase {
        Phase::Closed => VaultPhaseView::Closed,
        Phase::Creating(_) => VaultPhaseView::Creating,
        Phase::Locked(_) => VaultPhaseView::Locked,
        Phase::Open(_) => VaultPhaseView::Open,
    }
}

/// Where the app stands: which vault, open or not, what was opened lately.
pub fn state(app: &mut App) -> Result<VaultStateView, AppError> {
    let recent = recent_views(app)?;
    let wait_seconds = app.tries.wait_seconds(app.now());
    let (open, chosen, locked) = match &app.phase {
        Phase::Closed | Phase::Creating(_) => (None, None, None),
        Phase::Locked(chosen) => (
            None,
            Some(name_of(&chosen.path)),
            chosen.locked.as_ref().map(locked_view),
        ),
        Phase::Open(session) => (Some(open_view(app, session)?), None, None),
    };
    Ok(VaultStateView {
        phase: phase(app),
        open,
        chosen,
        recent,
        locked,
        wait_seconds,
    })
}

fn recent_views(app: &mut App) -> Result<Vec<RecentVaultView>, AppError> {
    let mut paths = recent::list(&app.environment);
    if let Phase::Locked(chosen) = &app.phase {
        paths.retain(|path| *path != chosen.path);
    }
    let mut views = Vec::with_capacity(paths.len());
    for path in paths {
        views.push(RecentVaultView {
            name: name_of(&path),
            folder: folder_of(&path),
            place: app.places.make(path)?,
        });
    }
    Ok(views)
}

fn locked_view(locked: &Locked) -> LockedView {
    LockedView {
        reason: locked.reason,
        at: locked.at.local().format("%H:%M").to_string(),
        idle_minutes: locked.idle_minutes,
        draft_kept: locked.draft_kept,
    }
}

fn open_view(app: &App, session: &Session) -> Result<OpenVaultView, AppError> {
    let read = session.store.read();
    let name = if session.throwaway {
        app.words().say("vault-sample-name", &[])
    } else {
        name_of(&session.path)
    };
    let (undo, redo) = crate::undo::next_words(app)?;
    Ok(OpenVaultView {
        name,
        sample: session.throwaway,
        has_sample: session.throwaway || sample::is_present(read)?,
        today: app.today().to_string(),
        own_day: app.own_day().is_some(),
        recovery_confirmed: session.throwaway || session.recovery_confirmed,
        advisers: read.team().count()?,
        has_figures: read.figures().any()?,
        saved_at: saved_at(app)?,
        idle_minutes: session.idle_minutes,
        notices: session.notices.clone(),
        undo,
        redo,
    })
}

/// Local time of the last change since the vault was opened.
pub(crate) fn saved_at(app: &App) -> Result<Option<String>, AppError> {
    const LOOKED_AT: u64 = 20;
    let session = app.session()?;
    let entries = session.store.read().journal().entries(0, LOOKED_AT)?;
    let last = entries
        .into_iter()
        .take_while(|entry| entry.at >= session.opened.utc_millis)
        .find(|entry| changes_something(entry.action));
    Ok(last.map(|entry| {
        let local = app.now().local_of(entry.at);
        local.format("%H:%M:%S").to_string()
    }))
}

/// Whether an entry stands for something a person changed, not for coming and going.
fn changes_something(action: Action) -> bool {
    !matches!(
        action,
        Action::VaultMade
            | Action::Unlocked
            | Action::Locked
            | Action::Closed
            | Action::UnlockFailed
            | Action::Migrated
            | Action::Checked
            | Action::DamageFound
            | Action::RollsRebuilt
            | Action::JournalPruned
    )
}

/// The file's name without its ending: what the vault is called.
pub(crate) fn name_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// The folder's last part.
pub(crate) fn folder_of(path: &Path) -> String {
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    folder.to_string_lossy().into_owned()
}
