//! What opening found and what a place risks, in words.

use crate::app::App;
use crate::view::NoticeView;
use std::path::Path;
use vault::place::{PlaceRisk, SyncTool, list_risks};
use vault::{Notice, list_siblings};
use words::{Arg, Words};

/// Everything that is worth saying after a vault was opened.
pub(super) fn of_opening(
    app: &App,
    found: &[Notice],
    path: &Path,
    id: [u8; 16],
) -> Vec<NoticeView> {
    let words = app.words();
    let mut notices: Vec<NoticeView> = found
        .iter()
        .filter_map(|notice| of_notice(words, *notice))
        .collect();
    let risks = list_risks(path, &app.environment.surroundings, Path::exists);
    notices.extend(risks.into_iter().map(|risk| of_risk(words, risk)));
    let copies = list_siblings(path, id).map_or(0, |siblings| siblings.len());
    if copies > 0 {
        let values = [("count", Arg::from(copies))];
        notices.push(said(words, "notice-copies", &values));
    }
    notices
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
