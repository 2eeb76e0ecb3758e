//! Files that are no files.

use super::{Case, Fate, case};
#[cfg(unix)]
use super::{GOOD_TEXT, bytes};
use crate::refusal::FileRefusal::SpecialFile;

pub(super) fn cases() -> Vec<Case> {
    let special = Fate::Refused(SpecialFile);
    let mut cases = vec![
        case("a folder", special, |folder| {
            let path = folder.join("figures.csv");
            std::fs::create_dir(&path).unwrap();
            path
        }),
        case("nothing at all", Fate::Unreadable, |folder| {
            folder.join("none.csv")
        }),
        case("a name too long", Fate::Unreadable, |folder| {
            folder.join("n".repeat(5_000))
        }),
    ];
    cases.extend(of_unix(special));
    cases
}

#[cfg(not(unix))]
fn of_unix(_special: Fate) -> Vec<Case> {
    Vec::new()
}

#[cfg(unix)]
fn of_unix(special: Fate) -> Vec<Case> {
    use std::os::unix::fs::symlink;
    vec![
        case("a link to a good file", special, |folder| {
            let path = folder.join("link.csv");
            std::fs::write(folder.join("real.csv"), GOOD_TEXT).unwrap();
            symlink("real.csv", &path).unwrap();
            path
        }),
        case("a link to nothing", special, |folder| {
            let path = folder.join("link.csv");
            symlink("none", &path).unwrap();
            path
        }),
        case("a link to itself", special, |folder| {
            let path = folder.join("link.csv");
            symlink("link.csv", &path).unwrap();
            path
        }),
        case("a link to passwords", special, |folder| {
            let path = folder.join("link.csv");
            symlink("/etc/passwd", &path).unwrap();
            path
        }),
        case("a pipe nobody writes to", special, |folder| {
            let path = folder.join("pipe.csv");
            let made = std::process::Command::new("mkfifo")
                .arg(&path)
                .status()
                .unwrap();
            assert!(made.success());
            path
        }),
        case("a socket", special, |folder| {
            let path = folder.join("s.csv");
            drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
            path
        }),
        case("a device without end", special, |_| "/dev/zero".into()),
        case("a device without content", special, |_| "/dev/null".into()),
        bytes("an ordinary file among them", super::ALL_GOOD, GOOD_TEXT),
    ]
}
