//! Commits: a subject is `area: what` in at most sixty characters, so that the history reads as a
//! list. Where there is no git, as in an unpacked archive, there is nothing to read.

use std::process::Command;

use architecture::assert_none;

const SUBJECT: usize = 60;

fn faults<'a>(subjects: impl Iterator<Item = &'a str>) -> Vec<String> {
    subjects
        .filter_map(|subject| Some(format!("{}: {subject}", fault(subject)?)))
        .collect()
}

fn fault(subject: &str) -> Option<&'static str> {
    let Some((area, what)) = subject.split_once(": ") else {
        return Some("no area");
    };
    let is_area = !area.is_empty()
        && area
            .chars()
            .all(|character| character.is_ascii_lowercase() || " -,".contains(character));
    match (
        is_area,
        what.trim().is_empty(),
        subject.chars().count() > SUBJECT,
    ) {
        (false, _, _) => Some("no area"),
        (_, true, _) => Some("says nothing"),
        (_, _, true) => Some("longer than sixty characters"),
        (true, false, false) => None,
    }
}

#[test]
fn the_history_reads_as_a_list() {
    let log = Command::new("git")
        .args(["log", "--no-merges", "--format=%s"])
        .current_dir(architecture::root())
        .output();
    let Some(log) = log.ok().filter(|log| log.status.success()) else {
        return;
    };
    assert_none(
        &faults(String::from_utf8_lossy(&log.stdout).lines()),
        "`area: what`, at most sixty",
    );
}

#[test]
fn a_long_or_nameless_subject_is_seen() {
    let long = format!("vault: {}", "x".repeat(54));
    let subjects = [
        "vault: keep unknown slot kinds",
        "Fix things",
        &long,
        "Vault: no",
        "stats: ",
    ];
    let expected = [
        "no area: Fix things".to_owned(),
        format!("longer than sixty characters: {long}"),
        "no area: Vault: no".to_owned(),
        "says nothing: stats: ".to_owned(),
    ];
    assert_eq!(faults(subjects.into_iter()), expected);
}
