//! What may lie at the top of the tree, and at the top of `tests/`: a newcomer sees all of it at once.

use architecture::{assert_none, paths};

const TOP: [&str; 14] = [
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".gitattributes",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "icons",
    "src-tauri",
    "tests",
];
const TESTS: [&str; 9] = [
    "architecture",
    "bench",
    "data",
    "product",
    "reference",
    "security",
    "support",
    "ui",
    "window",
];

fn faults(paths: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for path in paths {
        let mut parts = path.split('/');
        let first = parts.next().unwrap_or_default();
        let second = parts.next().unwrap_or_default();
        if first != "ui" && !TOP.contains(&first) {
            faults.push(format!("{first} at the top"));
        }
        if first == "tests" && !TESTS.contains(&second) {
            faults.push(format!("{second} in tests"));
        }
        if first == "icons"
            && !["svg", "png", "ico", "icns"]
                .iter()
                .any(|kind| path.ends_with(kind))
        {
            faults.push(format!("{second} in icons"));
        }
    }
    faults.dedup();
    faults
}

#[test]
fn the_top_of_the_tree_holds_only_what_it_should() {
    assert_none(&faults(&paths()), "no further entries (house.md section 1)");
}

#[test]
fn a_stray_entry_is_seen() {
    let paths = [
        "Cargo.toml",
        "docs/a.md",
        "icons/mark.svg",
        "icons/notes.txt",
        "tests/misc/a.rs",
        "ui/x",
    ];
    let paths = paths.map(str::to_owned);
    assert_eq!(
        faults(&paths),
        ["docs at the top", "notes.txt in icons", "misc in tests"]
    );
}
