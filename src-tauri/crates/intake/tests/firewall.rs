//! The firewall on notes as people write them: patterned identifiers are found, ordinary notes are left alone
//! (security.md B4: recall at least 0.98, false holds at most 2 %). People and numbers are invented: numbers come
//! from ranges set aside for practice and drama.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on stops with its reason"
)]

use intake::{
    Choices, FigureRow, Limits, Reason, RejectedRow, Rejection, RosterRow, Run, Sink, Source, read,
    survey,
};
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

const NOTES: &str = include_str!("data/labelled-notes.tsv");

#[derive(Default)]
struct Held(BTreeSet<u64>);

impl Sink for Held {
    fn figures(&mut self, _: &FigureRow<'_>) -> Result<(), Rejection> {
        Ok(())
    }

    fn adviser(&mut self, _: &RosterRow<'_>) -> Result<(), Rejection> {
        Ok(())
    }

    fn rejected(&mut self, row: RejectedRow) {
        assert_eq!(row.reason, Reason::Identifier, "line {}", row.line);
        self.0.insert(row.line);
    }
}

/// Lines of the notes that the firewall holds.
fn held() -> BTreeSet<u64> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.csv");
    let rows = NOTES.lines().enumerate().map(|(place, line)| {
        let (_, note) = line.split_once('\t').unwrap();
        format!("A{place},2026-08,K09,1,\"{note}\"\n")
    });
    std::fs::write(
        &path,
        format!("adviser,month,kpi,value,note\n{}", rows.collect::<String>()),
    )
    .unwrap();
    let cancel = AtomicBool::new(false);
    let mut tick = |_| {};
    let mut run = Run::new(&cancel, &|| Duration::ZERO, &mut tick);
    let mut source = Source::open(&path, Limits::default(), &mut run).unwrap();
    let survey = survey(&mut source, &Choices::default(), &mut run).unwrap();
    assert!(survey.refused.is_empty(), "notes are judged one by one");
    let mut held = Held::default();
    read(&mut source, &survey, &mut held, &mut run).unwrap();
    held.0
}

#[test]
fn identifiers_in_notes_are_held_and_ordinary_notes_are_not() {
    let held = held();
    let (mut found, mut missed, mut false_holds, mut clean) = (0.0, Vec::new(), Vec::new(), 0.0);
    for (line, (label, note)) in (2..).zip(NOTES.lines().map(|line| line.split_once('\t').unwrap()))
    {
        match (label == "clean", held.contains(&line)) {
            (false, true) => found += 1.0,
            (false, false) => missed.push(note),
            (true, true) => false_holds.push(note),
            (true, false) => clean += 1.0,
        }
    }
    let share =
        |part: &[&str], rest: f64| f64::from(u32::try_from(part.len()).unwrap()) / (rest + 1.0);
    assert!(
        found > 200.0 && clean > 200.0,
        "the set is large enough to say something"
    );
    assert!(share(&missed, found) <= 0.02, "missed: {missed:#?}");
    assert!(
        share(&false_holds, clean) <= 0.02,
        "held for nothing: {false_holds:#?}"
    );
}
