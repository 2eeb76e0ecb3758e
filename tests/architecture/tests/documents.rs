//! Documents: every crate has a page of its own that is part of its documentation, every module
//! opens by saying what it is, nothing is promised without a number, and links lead somewhere.

use architecture::{SourceFile, assert_none, files, paths, rust_files};

const PAGE: usize = 60;

fn page_faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for manifest in files
        .iter()
        .filter(|file| file.path.ends_with("/Cargo.toml"))
    {
        let folder = manifest.path.trim_end_matches("Cargo.toml");
        let find = |name: &str| {
            files
                .iter()
                .find(|file| file.path == format!("{folder}{name}"))
        };
        match find("README.md").map(|page| page.text.lines().count()) {
            None => faults.push(format!("{folder} has no README.md")),
            Some(lines) if lines > PAGE && folder != "src-tauri/" => {
                faults.push(format!(
                    "{folder}README.md has {lines} lines; a page is {PAGE}"
                ));
            }
            Some(_) => {}
        }
        let start = find("src/lib.rs").or_else(|| find("src/main.rs"));
        if !start.is_some_and(|file| file.text.contains("include_str!(\"../README.md\")")) {
            faults.push(format!("{folder} does not include its README.md"));
        }
    }
    faults
}

/// The first line of a Rust file says what the concept is, in the trade.
fn module_faults(files: &[SourceFile]) -> Vec<String> {
    let opens = |file: &SourceFile| {
        let first = file
            .text
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default();
        first.starts_with("//!") || first.starts_with("#![doc")
    };
    let silent = files
        .iter()
        .filter(|file| !opens(file) && !is_excepted(&file.path));
    silent
        .map(|file| format!("{} does not say what it is", file.path))
        .collect()
}

/// A build script of one line, and tests that stand beside what they test.
fn is_excepted(path: &str) -> bool {
    path.ends_with("/build.rs")
        || path.ends_with("/tests.rs")
        || (path.contains("/src/") && path.contains("/tests/"))
}

/// Marks of work put off; with an issue's number they may stand.
fn promise_faults(files: &[SourceFile]) -> Vec<String> {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    let mut faults = Vec::new();
    for file in files {
        for (index, line) in file.text.lines().enumerate() {
            let mut words = line.split(|character: char| !character.is_alphanumeric());
            let has_mark = words.any(|word| marks.contains(&word));
            if has_mark && !line.contains("(#") {
                faults.push(format!(
                    "{}:{} promises without a number",
                    file.path,
                    index + 1
                ));
            }
        }
    }
    faults
}

/// Links from one file of the project to another.
fn link_faults(files: &[SourceFile], paths: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in file
            .text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let target = target.split('#').next().unwrap_or_default();
            let is_elsewhere = target.is_empty() || target.contains("://") || target.contains(' ');
            let path = resolve(folder, target);
            let is_folder = || {
                paths
                    .iter()
                    .any(|known| known.starts_with(&format!("{path}/")))
            };
            if !is_elsewhere && !paths.contains(&path) && !is_folder() {
                faults.push(format!(
                    "{} links to {target}, which is not there",
                    file.path
                ));
            }
        }
    }
    faults
}

fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/').filter(|part| !matches!(*part, "" | ".")) {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

fn is_code(path: &str) -> bool {
    [
        ".rs", ".ts", ".svelte", ".css", ".toml", ".ftl", ".html", ".sql", ".typ",
    ]
    .iter()
    .any(|kind| path.ends_with(kind))
}

#[test]
fn every_crate_has_a_page_in_its_documentation() {
    let files = files(|path| {
        ["Cargo.toml", "README.md", "lib.rs", "main.rs"]
            .iter()
            .any(|end| path.ends_with(end))
    });
    assert_none(
        &page_faults(&files),
        "purpose, what it must never do, one example, on one page",
    );
}

#[test]
fn every_module_says_what_it_is() {
    assert_none(
        &module_faults(&rust_files()),
        "open with `//!` and one paragraph",
    );
}

#[test]
fn nothing_is_put_off_without_a_number() {
    assert_none(&promise_faults(&files(is_code)), "name the issue: `(#12)`");
}

#[test]
fn links_lead_somewhere() {
    let pages = files(|path| path.rsplit('.').next() == Some("md"));
    assert_none(&link_faults(&pages, &paths()), "a reader would click it");
}

#[test]
fn a_missing_page_and_a_silent_module_are_seen() {
    let files = [
        SourceFile::sample("a/Cargo.toml", ""),
        SourceFile::sample("a/README.md", &"line\n".repeat(61)),
        SourceFile::sample("a/src/lib.rs", "#![doc = include_str!(\"../README.md\")]\n"),
        SourceFile::sample("b/Cargo.toml", ""),
        SourceFile::sample("b/src/main.rs", "fn main() {}\n"),
    ];
    let expected = [
        "a/README.md has 61 lines; a page is 60",
        "b/ has no README.md",
        "b/ does not include its README.md",
    ];
    assert_eq!(page_faults(&files), expected);
    assert_eq!(
        module_faults(&files[4..]),
        ["b/src/main.rs does not say what it is"]
    );
}

#[test]
fn an_open_promise_and_a_dead_link_are_seen() {
    let mark = concat!("TO", "DO");
    let text = format!("// {mark}: later\n// {mark} (#12): the organisation's slot\n");
    let file = SourceFile::sample("a.rs", &text);
    assert_eq!(
        promise_faults(&[file]),
        ["a.rs:1 promises without a number"]
    );

    let page = SourceFile::sample(
        "src-tauri/README.md",
        "[a](../LICENSE) [b](gone.md) [c](crates) [d](#here)",
    );
    let paths = ["LICENSE", "src-tauri/crates/a.rs"].map(str::to_owned);
    assert_eq!(
        link_faults(&[page], &paths),
        ["src-tauri/README.md links to gone.md, which is not there"]
    );
}
