//! Files that are no files, and files that change.

use super::*;
use crate::tests::forge::xlsx_of;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

#[test]
fn folders_and_missing_files_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |path: &Path| open(path, Limits::default()).unwrap_err();
    assert_eq!(
        refused(folder.path()).refusal(),
        Some(FileRefusal::SpecialFile)
    );
    assert!(matches!(
        refused(&folder.path().join("none")),
        IntakeError::Disk(_)
    ));
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (
        folder.path().join("real.csv"),
        folder.path().join("link.csv"),
    );
    std::fs::write(&real, "adviser\nAmara\n").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let refused = open(&link, Limits::default()).unwrap_err().refusal();
    assert_eq!(refused, Some(FileRefusal::SpecialFile));
}

#[test]
fn a_file_changed_meanwhile_is_noticed() {
    let mut file = file_of(b"adviser\nAmara\n");
    let source = open(file.path(), Limits::default()).unwrap();
    file.write_all(b"Bryn\n").unwrap();
    assert!(matches!(rows_of(&source, None), Err(IntakeError::Changed)));
}

#[test]
fn a_raised_flag_stops_reading() {
    let file = file_of(&xlsx_of(&[&["adviser"], &["Amara"]]).bytes());
    let source = open(file.path(), Limits::default()).unwrap();
    let cancel = AtomicBool::new(true);
    let mut tick = |_| {};
    let mut run = Run::new(&cancel, &|| Duration::ZERO, &mut tick);
    let stopped = source.rows(None, &mut run).err();
    assert!(matches!(stopped, Some(IntakeError::Cancelled)));
}
