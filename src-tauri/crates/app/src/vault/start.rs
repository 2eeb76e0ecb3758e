//! Before any vault: what is asked of the system once, and a vault named when the app was started.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::session::{Chosen, Phase};
use crate::vault::open::wrong_phase;
use std::path::{Path, PathBuf};
use vault::HardeningGap;

/// Hardens the process; gives a code for each measure this system did not grant.
pub fn harden() -> Vec<&'static str> {
    let code = |gap| match gap {
        HardeningGap::CoreDumps => "core_dumps_stay_on",
        HardeningGap::Tracing => "tracing_stays_on",
        HardeningGap::NotOnThisPlatform => "not_hardened_here",
    };
    vault::harden().into_iter().map(code).collect()
}

/// Chooses the vault the app was started with: it is shut, and its passphrase is asked for next. One that is open
/// already stays open; another one is refused meanwhile.
pub fn present(app: &mut App, path: PathBuf) -> Result<(), AppError> {
    match app.phase {
        Phase::Creating(_) => Err(wrong_phase()),
        Phase::Open(ref session) if is_same(&session.path, &path) => Ok(()),
        Phase::Open(_) => Err(AppError::said(
            ErrorCode::RuleRefused,
            "error-another-open",
            &[],
        )),
        Phase::Closed | Phase::Locked(_) => {
            app.phase = Phase::Locked(Chosen { path, locked: None });
            Ok(())
        }
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        (Ok(_) | Err(_), _) => false,
    }
}
