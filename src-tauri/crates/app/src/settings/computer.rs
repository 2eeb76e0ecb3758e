//! Settings of this computer: how things look, which keys do what, and which vaults were opened lately. One small file in the
//! app's own folder, in the clear, and nothing in it but that (rulings 13).

use crate::environment::Environment;
use crate::error::AppError;
use crate::files;
use crate::settings::view::{DensityView, KeyView, MotionView, ThemeView};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

const FILE: &str = "computer.json";

/// What stays on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ComputerSettings {
    pub(crate) theme: ThemeView,
    pub(crate) density: DensityView,
    pub(crate) text_size: u32,
    pub(crate) motion: MotionView,
    pub(crate) keys: Vec<KeyView>,
    pub(crate) remember_recent: bool,
    pub(crate) recent: Vec<PathBuf>,
    pub(crate) window: Option<WindowSize>,
}

/// How large somebody left the window of an open vault, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Whether it filled the screen; width and height are then those it goes back to.
    pub maximised: bool,
}

impl Default for ComputerSettings {
    fn default() -> Self {
        Self {
            theme: ThemeView::System,
            density: DensityView::Standard,
            text_size: 100,
            motion: MotionView::System,
            keys: Vec::new(),
            remember_recent: true,
            recent: Vec::new(),
            window: None,
        }
    }
}

/// What is kept, or the defaults when there is nothing readable.
pub(crate) fn load(environment: &Environment) -> ComputerSettings {
    environment
        .own_file(FILE)
        .and_then(|path| std::fs::read(path).ok())
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Keeps them, if the app may keep anything.
pub(crate) fn save(environment: &Environment, kept: &ComputerSettings) -> Result<(), AppError> {
    let Some(path) = environment.own_file(FILE) else {
        return Ok(());
    };
    make_folder(environment)?;
    let bytes = serde_json::to_vec_pretty(kept).unwrap_or_default();
    files::write(&path, &bytes).map(drop)
}

/// The app's own folder, readable by its owner only.
pub(crate) fn make_folder(environment: &Environment) -> Result<(), AppError> {
    let Some(folder) = &environment.data_folder else {
        return Ok(());
    };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    Ok(builder.create(folder)?)
}
