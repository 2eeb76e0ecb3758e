//! The system's file dialogs, opened here and never by the page.
//!
//! A window driven by WebDriver cannot touch a system dialog. When the automation variables of the toolkit are
//! set, the next line of the file named by `PLUMBLINE_DIALOGS` answers instead (rulings 15: whoever can set the
//! app's environment is the same user).

use crate::automation::is_driven;
use crate::desk::{Desk, Offer};
use app::error::AppError;
use app::wording::words;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons};

/// Answers prepared for a driven window.
static ANSWERED: Mutex<usize> = Mutex::new(0);

/// The desk of a real person.
pub(crate) struct Dialogs(pub(crate) AppHandle);

impl Desk for Dialogs {
    fn pick(&self, offer: Offer) -> Option<PathBuf> {
        if let Some(answer) = prepared_answer() {
            return Some(answer).filter(|path| !path.as_os_str().is_empty());
        }
        let dialog = self.0.dialog().file();
        let picked = match offer {
            Offer::Vault => dialog
                .add_filter("Plumbline", &["plumb"])
                .blocking_pick_file()?,
            Offer::NewVault => return self.place_of_new_vault(),
            Offer::Spreadsheet => {
                let kinds = &["csv", "tsv", "txt", "xlsx", "ods"];
                dialog
                    .add_filter("CSV, XLSX, ODS", kinds)
                    .blocking_pick_file()?
            }
        };
        picked.into_path().ok()
    }

    fn save(&self, name: &str) -> Option<PathBuf> {
        if let Some(answer) = prepared_answer() {
            return Some(answer).filter(|path| !path.as_os_str().is_empty());
        }
        let ending = name.rsplit('.').next().unwrap_or_default();
        let dialog = self.0.dialog().file().set_file_name(name);
        let asked = dialog.add_filter(ending.to_uppercase(), &[ending]);
        asked.blocking_save_file()?.into_path().ok()
    }

    fn leave(&self) {
        for window in self.0.webview_windows().values() {
            if window.close().is_err() {
                tracing::error!(code = "window_not_closed");
            }
        }
    }
}

impl Dialogs {
    /// Asks for the place of a new vault, which is the documents' own folder for vaults at first. A folder made for
    /// this goes again when it was not wanted.
    fn place_of_new_vault(&self) -> Option<PathBuf> {
        let documents = self.0.path().document_dir().ok();
        let folder = documents.map(|documents| documents.join("Plumbline"));
        let made = folder
            .as_deref()
            .is_some_and(|one| std::fs::create_dir(one).is_ok());
        let dialog = self.0.dialog().file();
        let dialog = dialog
            .set_file_name("Team.plumb")
            .add_filter("Plumbline", &["plumb"]);
        let dialog = match folder.as_ref().filter(|folder| folder.is_dir()) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        let picked = dialog.blocking_save_file();
        let place = picked.and_then(|place| place.into_path().ok());
        if let Some(folder) = folder.filter(|_| made)
            && !is_in(place.as_deref(), &folder)
            && std::fs::remove_dir(folder).is_err()
        {
            tracing::debug!(code = "vault_folder_kept");
        }
        place
    }
}

/// Whether a place lies in a folder, however either is spelled and whatever links lead there.
fn is_in(place: Option<&Path>, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    let own = place.and_then(Path::parent).and_then(real);
    own.is_some() && own == real(folder)
}

/// Asks whether a job under way is to be stopped and the app closed; `leave` runs when it is.
pub(crate) fn ask_to_leave(handle: &AppHandle, leave: impl FnOnce() + Send + 'static) {
    if let Some(answer) = prepared_answer() {
        if !answer.as_os_str().is_empty() {
            leave();
        }
        return;
    }
    let say = |key: &str| words().say(key, &[]);
    let (stop, stay) = (say("leave-stop"), say("leave-stay"));
    handle
        .dialog()
        .message(say("leave-words"))
        .title(say("leave-title"))
        .buttons(MessageDialogButtons::OkCancelCustom(stop, stay))
        .show(|is_wanted| {
            if is_wanted {
                leave();
            }
        });
}

/// Says why something was not done that no page asked for.
pub(crate) fn say(handle: &AppHandle, refusal: &AppError) {
    let hint = refusal.hint.as_deref().unwrap_or_default();
    let text = format!("{} {hint}", refusal.message);
    handle
        .dialog()
        .message(text.trim())
        .title("Plumbline")
        .show(drop);
}

/// The next prepared answer, an empty path for "cancelled"; nothing where nobody drives the window.
fn prepared_answer() -> Option<PathBuf> {
    let list = std::env::var_os("PLUMBLINE_DIALOGS").filter(|_| is_driven())?;
    let lines = std::fs::read_to_string(list).ok()?;
    let mut next = ANSWERED.lock().ok()?;
    let line = lines.lines().nth(*next).unwrap_or_default().trim();
    *next += 1;
    Some(PathBuf::from(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_folder_is_known_whatever_link_leads_there() {
        let base = tempfile::tempdir().unwrap();
        let folder = base.path().join("Plumbline");
        std::fs::create_dir(&folder).unwrap();
        let beside = base.path().join("Team.plumb");
        assert!(is_in(Some(&folder.join("Team.plumb")), &folder));
        assert!(!is_in(Some(&beside), &folder));
        assert!(!is_in(None, &folder));
        #[cfg(unix)]
        {
            let link = base.path().join("link");
            std::os::unix::fs::symlink(&folder, &link).unwrap();
            assert!(is_in(Some(&link.join("Team.plumb")), &folder));
        }
    }
}
