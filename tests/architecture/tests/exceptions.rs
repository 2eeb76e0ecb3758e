//! Exceptions from the lints: `unsafe` in two modules of the vault and nowhere else, no `allow` at
//! all, and a reason beside every exception.

use architecture::{SourceFile, assert_none, files, rust_files};

/// The virtual file under SQLite, and memory the system may not write to disk (rulings 3).
const UNSAFE: [&str; 2] = [
    "src-tauri/crates/vault/src/vfs/",
    "src-tauri/crates/vault/src/locked/",
];

/// This file, whose samples are faults on purpose.
const OURSELVES: &str = "tests/architecture/tests/exceptions.rs";

/// Ways to silence a linter of the interface; each wants ` -- ` and a reason on its line.
const SILENCED: [&str; 4] = [
    "eslint-disable",
    "svelte-ignore",
    "stylelint-disable",
    "@ts-expect-error",
];

fn rust_faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.path != OURSELVES) {
        for (number, line) in file.code() {
            let here = format!("{}:{number}", file.path);
            let may_be_unsafe = UNSAFE.iter().any(|folder| file.path.starts_with(folder));
            if is_unsafe(line) && !may_be_unsafe {
                faults.push(format!("{here} is unsafe"));
            }
            if is_attribute(line, "allow") {
                faults.push(format!("{here} allows a lint"));
            }
        }
        for (start, _) in attributes(&file.text, "expect") {
            let rest = file.text.get(start..).unwrap_or_default();
            let attribute = rest
                .split_once(")]")
                .map_or(rest, |(attribute, _)| attribute);
            if !attribute.contains("reason") {
                faults.push(format!(
                    "{}:{} gives no reason",
                    file.path,
                    line_of(&file.text, start)
                ));
            }
        }
    }
    faults
}

fn is_unsafe(line: &str) -> bool {
    let mut words = line.split(|character: char| !character.is_alphanumeric() && character != '_');
    words.any(|word| word == "unsafe") && !line.contains('"')
}

fn is_attribute(line: &str, name: &str) -> bool {
    let line = line.trim_start();
    attributes(line, name)
        .next()
        .is_some_and(|(start, _)| start == 0)
        || (line.contains("cfg_attr") && line.contains(&format!("{name}(")))
}

fn attributes<'a>(text: &'a str, name: &str) -> impl Iterator<Item = (usize, &'a str)> {
    let outer = text
        .match_indices("#[")
        .chain(text.match_indices("#!["))
        .collect::<Vec<_>>();
    let name = format!("{name}(");
    outer.into_iter().filter(move |(start, opening)| {
        text.get(start + opening.len()..)
            .is_some_and(|rest| rest.starts_with(&name))
            && starts_a_line(text, *start)
    })
}

fn starts_a_line(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .trim()
        .is_empty()
}

fn line_of(text: &str, start: usize) -> usize {
    text.get(..start).unwrap_or_default().lines().count() + 1
}

fn interface_faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with("ui/")) {
        for (index, line) in file.text.lines().enumerate() {
            let silences =
                SILENCED.iter().any(|word| line.contains(word)) && !line.contains(" -- ");
            if silences || line.contains("@ts-ignore") {
                faults.push(format!("{}:{} gives no reason", file.path, index + 1));
            }
        }
    }
    faults
}

#[test]
fn exceptions_are_few_and_have_reasons() {
    assert_none(
        &rust_faults(&rust_files()),
        "house.md section 8 and rulings 3",
    );
}

#[test]
fn the_interface_is_silenced_only_with_a_reason() {
    let code = files(|path| {
        [".ts", ".svelte", ".js", ".css"]
            .iter()
            .any(|kind| path.ends_with(kind))
    });
    assert_none(
        &interface_faults(&code),
        "write ` -- ` and the reason on the same line",
    );
}

#[test]
fn an_exception_without_a_reason_is_seen() {
    let file = SourceFile::sample(
        "src-tauri/crates/store/src/a.rs",
        "#[expect(clippy::panic)]\nfn a() {}\n\
         #[allow(dead_code)]\nfn b() { unsafe { c() } }\n\
         #![expect(\n    unsafe_code,\n    reason = \"no other way\"\n)]\n\
         // unsafe is a word here\nlet text = \"#[allow(in a text)]\";\n",
    );
    let expected = [
        "src-tauri/crates/store/src/a.rs:3 allows a lint",
        "src-tauri/crates/store/src/a.rs:4 is unsafe",
        "src-tauri/crates/store/src/a.rs:1 gives no reason",
    ];
    assert_eq!(rust_faults(&[file]), expected);

    let page = SourceFile::sample(
        "ui/src/a.ts",
        "// eslint-disable-next-line x\n// eslint-disable-next-line x -- the type is wider than it looks\n",
    );
    assert_eq!(interface_faults(&[page]), ["ui/src/a.ts:1 gives no reason"]);
}
