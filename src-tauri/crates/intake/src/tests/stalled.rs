//! Reading that stands still, by a clock moved by hand: after 30 seconds without progress it ends, whatever the kind
//! of file, and however long it takes with progress it goes on (rulings 1).

use super::forge::{Zip, ods_of, xlsx_of};
use crate::testing::Kept;
use crate::{Choices, FileRefusal, IntakeError, Limits, Progress, Run, Source, read, survey};
use std::cell::Cell;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// Reads a file by a clock that moves on by so much between two looks at it.
fn read_by(path: &Path, step: Duration) -> Result<u64, IntakeError> {
    let cancel = AtomicBool::new(false);
    let time = Cell::new(Duration::ZERO);
    let clock = || {
        time.set(time.get() + step);
        time.get()
    };
    let mut tick = |_| {};
    let mut run = Run::new(&cancel, &clock, &mut tick);
    let mut source = Source::open(path, Limits::default(), &mut run)?;
    let survey = survey(&mut source, &Choices::default(), &mut run)?;
    let tally = read(&mut source, &survey, &mut Kept::default(), &mut run)?;
    Ok(tally.accepted)
}

fn table() -> Vec<Vec<String>> {
    let head = ["adviser", "month", "Starts"].map(str::to_owned).to_vec();
    let row = |place: usize| vec![format!("A{place}"), "2026-08".to_owned(), "7".to_owned()];
    std::iter::once(head).chain((0..2_000).map(row)).collect()
}

fn zip_of(make: for<'a> fn(&'a [&'a [&'a str]]) -> Zip) -> Vec<u8> {
    let rows = table();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    make(&rows).bytes()
}

#[test]
fn a_file_that_comes_to_a_stop_is_refused_whatever_its_kind() {
    let csv: String = table().iter().map(|row| row.join(",") + "\n").collect();
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [
        ("a.csv", csv.into_bytes()),
        ("a.xlsx", zip_of(xlsx_of)),
        ("a.ods", zip_of(ods_of)),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let stopped = read_by(&path, Duration::from_secs(31)).unwrap_err();
        assert_eq!(stopped.refusal(), Some(FileRefusal::Stalled), "{name}");
        let slow = read_by(&path, Duration::from_secs(29)).unwrap();
        assert_eq!(slow, 2_000, "{name}: slow reading is no standstill");
    }
}

#[test]
fn looks_without_progress_do_not_put_the_end_off() {
    let cancel = AtomicBool::new(false);
    let seconds = Cell::new(0);
    let clock = || Duration::from_secs(seconds.get());
    let mut tick = |_| {};
    let mut run = Run::new(&cancel, &clock, &mut tick);
    let at = |rows| Progress {
        rows,
        bytes: 0,
        of: None,
    };
    for (second, rows, goes_on) in [(10, 1, true), (25, 1, true), (40, 1, true), (41, 2, false)] {
        seconds.set(second);
        assert_eq!(run.look(at(rows)).is_ok(), goes_on, "second {second}");
    }
}
