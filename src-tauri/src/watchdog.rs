//! A window that stays blank. On some Linux machines the web view's way of handing frames to the screen (DMA-BUF)
//! shows nothing (ux.md 1, row 22). If the first page has not said within five seconds that it is drawn, the
//! program starts itself anew, once, with that way switched off.

use crate::automation::is_driven;
use crate::state::Shared;
use app::vault::view::VaultPhaseView;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How long a first page may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// Switches DMA-BUF off. Being set, by us or by the person, it also says that there is nothing left to try.
const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// What is known when the time is up.
#[derive(Debug, Clone, Copy)]
struct Start {
    /// The page has been drawn, or somebody has typed into it all the same.
    was_shown: bool,
    /// What became of the vault meanwhile.
    phase: VaultPhaseView,
    /// The variable is set.
    is_second: bool,
    /// A WebDriver waits for this very process.
    is_driven: bool,
}

/// Whether to start anew: only a first try of which nobody has seen or touched anything.
fn is_blank(start: Start) -> bool {
    let is_untouched = match start.phase {
        VaultPhaseView::Closed | VaultPhaseView::Locked => true,
        VaultPhaseView::Creating | VaultPhaseView::Open => false,
    };
    is_untouched && !start.was_shown && !start.is_second && !start.is_driven
}

/// Looks once, when the time is up.
pub(crate) fn watch(handle: AppHandle) {
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        let shared = handle.state::<Shared>();
        let start = Start {
            was_shown: shared.was_shown(),
            phase: shared.phase(),
            is_second: std::env::var_os(VARIABLE).is_some(),
            is_driven: is_driven(),
        };
        if is_blank(start) {
            tracing::warn!(code = "window_blank");
            start_anew();
        }
    });
}

/// Becomes the same program with the same arguments. Nothing but this process is replaced, so that the new start
/// is not taken for a second one beside it.
fn start_anew() {
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let arguments = std::env::args_os().skip(1);
    let failed = Command::new(program)
        .args(arguments)
        .env(VARIABLE, "1")
        .exec();
    drop(failed);
    tracing::error!(code = "not_started_anew");
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLANK: Start = Start {
        was_shown: false,
        phase: VaultPhaseView::Closed,
        is_second: false,
        is_driven: false,
    };

    #[test]
    fn a_page_that_nobody_saw_is_started_anew() {
        assert!(is_blank(BLANK));
        let given = Start {
            phase: VaultPhaseView::Locked,
            ..BLANK
        };
        assert!(
            is_blank(given),
            "a vault given with the start is only chosen"
        );
    }

    #[test]
    fn it_is_tried_once() {
        assert!(!is_blank(Start {
            is_second: true,
            ..BLANK
        }));
    }

    #[test]
    fn nothing_that_was_seen_typed_or_opened_is_lost() {
        assert!(!is_blank(Start {
            was_shown: true,
            ..BLANK
        }));
        for phase in [VaultPhaseView::Creating, VaultPhaseView::Open] {
            assert!(!is_blank(Start { phase, ..BLANK }));
        }
    }

    #[test]
    fn a_driver_keeps_its_window() {
        assert!(!is_blank(Start {
            is_driven: true,
            ..BLANK
        }));
    }
}
