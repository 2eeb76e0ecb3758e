//! What opening found and what a place risks, in words.

use crate::app::App;
use crate::vault::state::name_of;
use crate::view::NoticeView;
use chrono::Datelike;
use std::path::Path;
use std::time::SystemTime;
use vault::place::{PlaceRisk, SyncTool, list_risks, resolve};
use vault::{Notice, list_siblings};
use words::date::{self, Day};
use words::{Arg, Words};

/// Everything that is worth saying after a vault was opened.
pub(super) fn of_opening(
    app: &App,
    found: &[Notice],
    (path, written): (&Path, Option<SystemTime>),
    id: [u8; 16],
) -> Vec<NoticeView> {
    let words = app.words();
    let mut notices: Vec<NoticeView> = found
        .iter()
        .filter_map(|notice| of_notice(words, *notice))
        .collect();
    let risks = risks_of(app, path);
    notices.extend(risks.into_iter().map(|risk| of_risk(words, risk)));
    notices.extend(of_copies(app, (path, written), id));
    notices
}

/// Copies that are named one by one.
const NAMED: usize = 3;

/// Other copies of the vault beside it, with the dates of all of them, so that somebody can tell which is newer.
fn of_copies(
    app: &App,
    (path, written): (&Path, Option<SystemTime>),
    id: [u8; 16],
) -> Option<NoticeView> {
    let words = app.words();
    let siblings = list_siblings(path, id).unwrap_or_default();
    if siblings.is_empty() {
        return None;
    }
    let at = |written: Option<SystemTime>| Arg::from(written_words(app, written));
    let copies: Vec<String> = siblings
        .iter()
        .take(NAMED)
        .map(|copy| {
            let name = Arg::from(name_of(&copy.path));
            words.say("notice-copy", &[("name", name), ("at", at(copy.modified))])
        })
        .collect();
    let values = [
        ("count", Arg::from(siblings.len())),
        ("copies", Arg::from(copies.join("; "))),
        ("own", at(written)),
    ];
    Some(said(words, "notice-copies", &values))
}

/// "3 December 2026, 14:02".
fn written_words(app: &App, written: Option<SystemTime>) -> String {
    let words = app.words();
    let since = written.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    let millis = since.and_then(|since| i64::try_from(since.as_millis()).ok());
    let Some(millis) = millis else {
        return words.say("notice-copy-undated", &[]);
    };
    let local = app.now().local_of(millis);
    let day = Day {
        year: local.year(),
        month: local.month(),
        day: local.day(),
    };
    format!("{}, {}", date::full(words, day), local.format("%H:%M"))
}

fn of_notice(words: &Words, notice: Notice) -> Option<NoticeView> {
    let key = match notice {
        Notice::HeaderRepaired => "notice-header-repaired",
        Notice::HeaderRefreshed => "notice-header-refreshed",
        Notice::RingRepaired => "notice-ring-repaired",
        Notice::NotClosedCleanly => "notice-not-closed",
        Notice::WeakSlot => "notice-weak-slot",
        Notice::MemoryNotLocked => "notice-memory",
        // The state says it by itself, and the screens ask for it there.
        Notice::RecoveryNotConfirmed => return None,
    };
    Some(said(words, key, &[]))
}

/// Reasons to think twice about a place, wherever a link to it lies.
pub(super) fn risks_of(app: &App, path: &Path) -> Vec<PlaceRisk> {
    list_risks(&resolve(path), &app.environment.surroundings, Path::exists)
}

/// A reason to think twice about a place.
pub(crate) fn of_risk(words: &Words, risk: PlaceRisk) -> NoticeView {
    match risk {
        PlaceRisk::Network => said(words, "risk-network", &[]),
        PlaceRisk::Sync(tool) => {
            let values = [("tool", Arg::from(name_of_tool(tool)))];
            said(words, "risk-sync", &values)
        }
    }
}

fn name_of_tool(tool: SyncTool) -> &'static str {
    match tool {
        SyncTool::OneDrive => "OneDrive",
        SyncTool::Dropbox => "Dropbox",
        SyncTool::GoogleDrive => "Google Drive",
        SyncTool::ICloud => "iCloud",
        SyncTool::Nextcloud => "Nextcloud",
        SyncTool::Syncthing => "Syncthing",
    }
}

fn said(words: &Words, key: &str, values: &[(&str, Arg)]) -> NoticeView {
    let hint = format!("{key}-hint");
    NoticeView {
        message: words.say(key, values),
        hint: words.has(&hint).then(|| words.say(&hint, values)),
    }
}
