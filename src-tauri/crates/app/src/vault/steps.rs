//! Undo and redo, with what must follow when a setting was turned back.

use crate::app::App;
use crate::error::AppError;
use crate::settings;
use crate::undo as steps;
use crate::vault::view::UndoneView;

/// Takes the last step back.
pub fn undo(app: &mut App) -> Result<UndoneView, AppError> {
    let undone = steps::undo(app)?;
    settings::follow(app)?;
    Ok(undone)
}

/// Does the step last undone again.
pub fn redo(app: &mut App) -> Result<UndoneView, AppError> {
    let done = steps::redo(app)?;
    settings::follow(app)?;
    Ok(done)
}
