//! Budgets: a file over its lines or a function over fifty hides a concept that wants a name.

use architecture::{SourceFile, assert_none, files};

/// What a file may hold, by the end of its name.
const BUDGETS: [(&str, usize); 3] = [("rs", 400), ("svelte", 200), ("ts", 200)];

fn faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| !is_excepted(&file.path)) {
        for (_, budget) in BUDGETS.iter().filter(|(kind, _)| file.is_kind(kind)) {
            let lines = file.text.lines().count();
            if lines > *budget {
                faults.push(format!(
                    "{} has {lines} lines; the budget is {budget}",
                    file.path
                ));
            }
        }
    }
    faults
}

/// Tests of the interface read better in one piece, and the bindings are written by a program.
fn is_excepted(path: &str) -> bool {
    path.ends_with(".test.ts") || path.ends_with("/bindings.ts") || path.starts_with("tests/ui/")
}

#[test]
fn no_file_is_over_its_budget() {
    assert_none(&faults(&files(|_| true)), "a concept is hiding: name it");
}

#[test]
fn functions_are_held_to_fifty_lines_by_clippy() {
    let settings = std::fs::read_to_string(architecture::root().join(".clippy.toml")).unwrap();
    let settings: toml::Table = settings.parse().unwrap();
    assert_eq!(settings["too-many-lines-threshold"].as_integer(), Some(50));
}

#[test]
fn a_long_file_is_seen() {
    let lines = |count: usize| "x\n".repeat(count);
    let long = |path: &str, count| SourceFile::sample(path, &lines(count));
    let files = [
        long("a.rs", 400),
        long("b.rs", 401),
        long("c.svelte", 201),
        long("d.test.ts", 900),
        long("ui/src/lib/ipc/bindings.ts", 900),
        long("e.md", 900),
    ];
    assert_eq!(
        faults(&files),
        [
            "b.rs has 401 lines; the budget is 400",
            "c.svelte has 201 lines; the budget is 200"
        ]
    );
}
