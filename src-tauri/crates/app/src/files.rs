//! Files a person asked for: written beside their name first, then renamed over it, readable by their owner
//! only. Nothing else of ours is ever written in the clear.

use crate::error::{AppError, ErrorCode};
use crate::releases::view::FileWrittenView;
use crate::tokens::make_short_id;
use std::fs::{self, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes a file whole, or leaves what was there. A vault is never written over.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<FileWrittenView, AppError> {
    write_with(path, |file| Ok(file.write_all(bytes)?))
}

/// Writes a file piece by piece, for those that need not fit in memory, with the same promise.
pub(crate) fn write_with(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), AppError>,
) -> Result<FileWrittenView, AppError> {
    stage(path, fill)?.publish()
}

/// Writes a file and the one beside it: both, or neither.
pub(crate) fn write_both(
    main: (&Path, &[u8]),
    beside: (&Path, &[u8]),
) -> Result<FileWrittenView, AppError> {
    let [main, beside] =
        [main, beside].map(|(path, bytes)| stage(path, |file| Ok(file.write_all(bytes)?)));
    let (main, beside) = (main?, beside?);
    let second = beside.path.clone();
    let beside = beside.publish()?.name;
    let written = main.publish();
    if written.is_err() {
        fs::remove_file(second).ok();
    }
    Ok(FileWrittenView { beside, ..written? })
}

/// A file that is whole on the disk, but not yet under its name. Let go, it is gone.
struct Staged {
    part: PathBuf,
    path: PathBuf,
}

impl Drop for Staged {
    fn drop(&mut self) {
        fs::remove_file(&self.part).ok();
    }
}

impl Staged {
    fn publish(self) -> Result<FileWrittenView, AppError> {
        fs::rename(&self.part, &self.path)?;
        let name = self.path.file_name();
        Ok(FileWrittenView {
            name: name.map(|name| name.to_string_lossy().into_owned()),
            beside: None,
        })
    }
}

fn stage(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), AppError>,
) -> Result<Staged, AppError> {
    let not_written = || AppError::said(ErrorCode::FileUnreadable, "error-not-written", &[]);
    let name = path.file_name().ok_or_else(not_written)?;
    if path.extension().is_some_and(|ending| ending == "plumb") {
        return Err(AppError::said(ErrorCode::RuleRefused, "error-exists", &[]));
    }
    let mut part = name.to_owned();
    part.push(format!(".{}.part", make_short_id()));
    let staged = Staged {
        part: path.with_file_name(part),
        path: path.to_owned(),
    };
    write_part(&staged.part, fill)?;
    Ok(staged)
}

fn write_part(
    part: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = BufWriter::new(options.open(part)?);
    fill(&mut file)?;
    let file = file
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error)?;
    Ok(file.sync_all()?)
}
