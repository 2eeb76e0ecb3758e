//! Habits of tests: a name is a sentence, every test runs, and none waits for the clock.

use architecture::{SourceFile, assert_none, files};

/// Words that take a test out of the run, with the files they mean something in.
const NOT_RUN: [(&str, &str); 8] = [
    ("rs", "#[ignore"),
    ("rs", "#[should_panic"),
    ("rs", "fn test_"),
    ("ts", "it.skip("),
    ("ts", "test.skip("),
    ("ts", "it.todo("),
    ("ts", "test.fixme("),
    ("ts", ".only("),
];

fn faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files
        .iter()
        .filter(|file| !file.path.ends_with("architecture/tests/habits.rs"))
    {
        for (number, line) in file.code() {
            for (_, word) in NOT_RUN
                .iter()
                .filter(|(kind, word)| file.is_kind(kind) && line.contains(word))
            {
                faults.push(format!("{}:{number} {word}", file.path));
            }
        }
    }
    faults
}

#[test]
fn every_test_runs_and_is_named_by_a_sentence() {
    assert_none(
        &faults(&files(|_| true)),
        "a test that does not run proves nothing",
    );
}

#[test]
fn a_test_that_does_not_run_is_seen() {
    let files = [
        SourceFile::sample("a.rs", "#[test]\n#[ignore = \"slow\"]\nfn test_it() {}\n"),
        SourceFile::sample("b.test.ts", "test.skip('a', () => {})\n// it.todo('b')\n"),
    ];
    assert_eq!(
        faults(&files),
        [
            "a.rs:2 #[ignore",
            "a.rs:3 fn test_",
            "b.test.ts:1 test.skip("
        ]
    );
}
