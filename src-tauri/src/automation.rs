//! Whether a WebDriver drives this window. The toolkit's own variable says so, in release builds too: whoever
//! can set the app's environment is the same user (rulings 15).

/// Whether the toolkit lets a WebDriver in.
pub(crate) fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}
