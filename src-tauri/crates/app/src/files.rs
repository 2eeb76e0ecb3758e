//! Files a person asked for: written beside their name first, then renamed over it, readable by their owner
//! only. Nothing else of ours is ever written in the clear.

use crate::error::{AppError, ErrorCode};
use crate::releases::view::FileWrittenView;
use crate::tokens::{is_short_id, make_short_id};
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

/// Writes a file, and the one beside it if there is one, once they have been entered where such files are entered:
/// first the files lie whole on the disk, then `enter` commits, then they get their names. A kill in between leaves
/// an entry without a file, never a file without an entry; if `enter` fails, what was there before stays.
///
/// Nobody was asked about the second file's name, so it never takes the place of another file.
pub(crate) fn write_entered(
    main: (&Path, &[u8]),
    beside: Option<(&Path, &[u8])>,
    enter: impl FnOnce() -> Result<(), AppError>,
) -> Result<FileWrittenView, AppError> {
    if beside.is_some_and(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(AppError::said(
            ErrorCode::RuleRefused,
            "error-beside-exists",
            &[],
        ));
    }
    let staged = |(path, bytes): (&Path, &[u8])| stage(path, |file| Ok(file.write_all(bytes)?));
    let main = staged(main)?;
    let beside = beside.map(staged).transpose()?;
    enter()?;
    publish(main, beside)
}

fn publish(main: Staged, beside: Option<Staged>) -> Result<FileWrittenView, AppError> {
    let Some(beside) = beside else {
        return main.publish();
    };
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
    if path.is_dir() {
        return Err(not_written());
    }
    remove_left(path);
    let mut part = name.to_owned();
    part.push(format!(".{}.part", make_short_id()));
    let staged = Staged {
        part: path.with_file_name(part),
        path: path.to_owned(),
    };
    write_part(&staged.part, fill)?;
    Ok(staged)
}

/// Takes away what a kill left of an earlier writing under this name.
fn remove_left(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return;
    };
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let name = name.to_string_lossy();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let found = entry.file_name();
        let found = found.to_string_lossy();
        let middle = found
            .strip_prefix(&*name)
            .and_then(|rest| rest.strip_prefix('.')?.strip_suffix(".part"));
        if middle.is_some_and(is_short_id) {
            fs::remove_file(entry.path()).ok();
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_a_kill_left_of_a_file_goes_when_it_is_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let main = folder.path().join("a.csv");
        let left = format!("a.csv.{}.part", make_short_id());
        for name in [left.as_str(), "a.csv.notes.part", "b.csv.abcdef.part"] {
            fs::write(folder.path().join(name), "left").unwrap();
        }
        write(&main, b"new").unwrap();
        let kept = ["a.csv", "a.csv.notes.part", "b.csv.abcdef.part"];
        assert_eq!(names(folder.path()), kept, "only what is certainly ours");
    }

    #[test]
    fn an_entry_that_fails_leaves_what_was_there_before() {
        let folder = tempfile::tempdir().unwrap();
        let (main, beside) = (folder.path().join("a.csv"), folder.path().join("a.txt"));
        fs::write(&main, "before").unwrap();
        let refuse = || {
            assert_eq!(
                names(folder.path()).len(),
                3,
                "both lie ready beside what was there"
            );
            assert_eq!(fs::read(&main).unwrap(), b"before");
            Err(AppError::not_found())
        };
        write_entered((&main, b"new"), Some((&beside, b"report")), refuse).unwrap_err();
        assert_eq!(fs::read(&main).unwrap(), b"before");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn files_get_their_names_only_after_the_entry() {
        let folder = tempfile::tempdir().unwrap();
        let (main, beside) = (folder.path().join("a.csv"), folder.path().join("a.txt"));
        let enter = || {
            assert!(!main.exists() && !beside.exists());
            Ok(())
        };
        let written = write_entered((&main, b"new"), Some((&beside, b"report")), enter).unwrap();
        assert_eq!(written.name.as_deref(), Some("a.csv"));
        assert_eq!(written.beside.as_deref(), Some("a.txt"));
        assert_eq!(names(folder.path()), ["a.csv", "a.txt"]);
    }

    #[test]
    fn a_name_that_cannot_be_given_after_the_entry_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let (main, beside) = (folder.path().join("a.csv"), folder.path().join("a.txt"));
        let enter = || {
            fs::create_dir(&main).unwrap();
            Ok(())
        };
        write_entered((&main, b"new"), Some((&beside, b"report")), enter).unwrap_err();
        assert!(main.is_dir());
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn a_second_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let (main, beside) = (folder.path().join("a.csv"), folder.path().join("a.txt"));
        fs::write(&beside, "somebody's").unwrap();
        let never = || -> Result<(), AppError> { panic!("nothing is entered") };
        write_entered((&main, b"new"), Some((&beside, b"report")), never).unwrap_err();
        assert_eq!(fs::read(&beside).unwrap(), b"somebody's");
        assert_eq!(names(folder.path()), ["a.txt"]);
    }
}
