//! The two windows: a small one for everything before a vault is open, and the main one. Each is destroyed,
//! web view and all, when the vault opens or locks, because what a web view holds cannot be wiped.

use crate::automation::is_driven;
use crate::state::Shared;
use app::settings::{self, WindowSize, keep_window};
use app::vault::view::VaultPhaseView;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// Label of the window before a vault is open.
pub(crate) const UNLOCK: &str = "unlock";
/// Label of the window of an open vault.
pub(crate) const MAIN: &str = "main";

/// How long the page may take to hand over what is half-typed when its window closes.
const PATIENCE: Duration = Duration::from_secs(1);
/// Tells the page so; it answers with `vault_quit`. The page can listen to no event of the toolkit.
const LEAVING: &str = "window.dispatchEvent(new Event('plumbline-leaving'))";

/// Whether the page was told that its window is about to close.
static TOLD: AtomicBool = AtomicBool::new(false);

/// Web views built so far.
static BUILT: AtomicUsize = AtomicUsize::new(0);

/// Shows the window that fits the phase and destroys the other.
pub(crate) fn follow(handle: &AppHandle, phase: VaultPhaseView) {
    let (wanted, other) = match phase {
        VaultPhaseView::Open => (MAIN, UNLOCK),
        VaultPhaseView::Closed | VaultPhaseView::Creating | VaultPhaseView::Locked => {
            (UNLOCK, MAIN)
        }
    };
    match handle.get_webview_window(wanted) {
        Some(window) => drop(window.set_focus()),
        None => {
            if build(handle, wanted).is_err() {
                tracing::error!(code = "window_not_built");
                return;
            }
        }
    }
    if other == MAIN {
        remember_size(handle);
    }
    if let Some(window) = handle.get_webview_window(other)
        && window.destroy().is_err()
    {
        tracing::error!(code = "window_not_closed");
    }
}

/// Tells the page that its window is about to close, so that the last letters are kept too; nothing when it was told
/// before. It closes a moment later, whether the page answers or not.
pub(crate) fn tells_page(handle: &AppHandle) -> bool {
    let Some(window) = handle.get_webview_window(MAIN) else {
        return false;
    };
    if TOLD.swap(true, Ordering::Relaxed) || window.eval(LEAVING).is_err() {
        TOLD.store(false, Ordering::Relaxed);
        return false;
    }
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if TOLD.load(Ordering::Relaxed) && window.close().is_err() {
            tracing::error!(code = "window_not_closed");
        }
    });
    true
}

/// Keeps how large the main window is, for the next time.
pub(crate) fn remember_size(handle: &AppHandle) {
    let Some(window) = handle.get_webview_window(MAIN) else {
        return;
    };
    // Of one that is put away or fills the screen for once, nothing is to be learnt.
    if window.is_minimized().unwrap_or(true) || window.is_fullscreen().unwrap_or(true) {
        return;
    }
    let (Ok(size), Ok(scale), Ok(maximised)) = (
        window.inner_size(),
        window.scale_factor(),
        window.is_maximized(),
    ) else {
        return;
    };
    let size = size.to_logical::<u32>(scale);
    let size = WindowSize {
        width: size.width,
        height: size.height,
        maximised,
    };
    if keep_window(handle.state::<Shared>().environment(), size).is_err() {
        tracing::warn!(code = "window_size_not_kept");
    }
}

/// How large a window opens: the main one as it was left.
fn size_of(handle: &AppHandle, label: &str) -> WindowSize {
    if label == MAIN {
        settings::window(handle.state::<Shared>().environment())
    } else {
        WindowSize {
            width: 1040,
            height: 800,
            maximised: false,
        }
    }
}

fn build(handle: &AppHandle, label: &str) -> tauri::Result<WebviewWindow> {
    let size = size_of(handle, label);
    let window = WebviewWindowBuilder::new(handle, label, WebviewUrl::App("index.html".into()))
        .title("Plumbline")
        .inner_size(f64::from(size.width), f64::from(size.height))
        .prevent_overflow()
        .maximized(size.maximised)
        .min_inner_size(360.0, 480.0)
        // A private web view belongs to no WebDriver session; its folder is wiped either way.
        .incognito(!is_driven())
        .data_directory(own_folder(webview_folder(handle), is_driven()))
        .general_autofill_enabled(false)
        .devtools(false)
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    if label == MAIN {
        // Dropped files come to Rust as the window's own event. The page may listen to no event of the toolkit
        // (its capability file has none), so it never sees their paths.
        return window.build();
    }
    window.disable_drag_drop_handler().build()
}

/// The folder of one web view. The toolkit registers our pages' address once for each folder, while a private web
/// view shares nothing with the one before it: with one folder for all, only the first window finds its page. A
/// driver knows one web view after the other by their shared folder.
fn own_folder(folder: PathBuf, is_driven: bool) -> PathBuf {
    if is_driven {
        return folder;
    }
    folder.join(BUILT.fetch_add(1, Ordering::Relaxed).to_string())
}

/// Where web views may write; emptied at start and at exit.
fn webview_folder(handle: &AppHandle) -> PathBuf {
    handle
        .path()
        .app_cache_dir()
        .unwrap_or_else(|_| std::env::temp_dir())
        .join("webview")
}

/// Empties the web view's folder.
pub(crate) fn wipe_webview_folder(handle: &AppHandle) {
    let folder = webview_folder(handle);
    if folder.exists() && std::fs::remove_dir_all(&folder).is_err() {
        tracing::warn!(code = "webview_folder_not_wiped");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_private_web_view_shares_its_folder_with_the_one_before_it() {
        let folder = || PathBuf::from("webview");
        let (first, second) = (own_folder(folder(), false), own_folder(folder(), false));
        assert_ne!(
            first, second,
            "only the first one of a folder finds its page"
        );
        assert!(first.starts_with(folder()) && second.starts_with(folder()));
        assert_eq!(
            own_folder(folder(), true),
            folder(),
            "a driver's views share"
        );
    }
}
