//! What happens outside the page: the system's file dialogs, and leaving. A path stays on this side; the page gets
//! a token.

use std::path::PathBuf;

/// What a dialog offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offer {
    /// Vaults that are there.
    Vault,
    /// A place for a new vault.
    NewVault,
    /// Spreadsheets.
    Spreadsheet,
}

/// Somebody who answers dialogs: the system, or a test.
pub(crate) trait Desk: Sync {
    /// A file to read or a place to use; nothing when cancelled.
    fn pick(&self, offer: Offer) -> Option<PathBuf>;
    /// Where to write a file suggested under this name; nothing when cancelled.
    fn save(&self, name: &str) -> Option<PathBuf>;
    /// Closes the window, as its own button does.
    fn leave(&self);
}
