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
    let not_written = || AppError::said(ErrorCode::FileUnreadable, "error-not-written", &[]);
    let name = path.file_name().ok_or_else(not_written)?;
    if path.extension().is_some_and(|ending| ending == "plumb") {
        return Err(AppError::said(ErrorCode::RuleRefused, "error-exists", &[]));
    }
    let mut part = name.to_owned();
    part.push(format!(".{}.part", make_short_id()));
    let part = path.with_file_name(part);
    let written = write_part(&part, fill).and_then(|()| Ok(fs::rename(&part, path)?));
    if let Err(error) = written {
        fs::remove_file(&part).ok();
        return Err(error);
    }
    Ok(FileWrittenView {
        name: Some(name.to_string_lossy().into_owned()),
    })
}

fn write_part(
    part: &PathBuf,
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
