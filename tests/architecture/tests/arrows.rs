//! Arrows between crates run one way. The table is house.md section 1, with every crate from
//! outside written down too: a new one is a decision, and this is where it shows.

use std::process::Command;

use architecture::assert_none;
use serde_json::Value;

/// A crate and all it may use, outside its tests.
type Row = (&'static str, &'static [&'static str]);

const TABLE: &[Row] = &[
    ("stats", &["statrs"]),
    ("disclosure", &["stats", "thiserror"]),
    ("domain", &["stats", "chrono", "thiserror"]),
    (
        "vault",
        &[
            "argon2",
            "libc",
            "region",
            "ring",
            "rusqlite",
            "thiserror",
            "unicode-normalization",
            "zeroize",
            "zxcvbn",
        ],
    ),
    (
        "store",
        &[
            "domain",
            "vault",
            "chrono",
            "rusqlite",
            "thiserror",
            "tracing",
            "zeroize",
        ],
    ),
    (
        "intake",
        &[
            "domain",
            "chrono",
            "csv",
            "encoding_rs",
            "flate2",
            "foldhash",
            "quick-xml",
            "thiserror",
            "unicode-normalization",
            "zip",
        ],
    ),
    ("words", &["fluent-bundle", "unic-langid"]),
    ("charts", &["stats", "domain", "words", "chrono"]),
    (
        "output",
        &[
            "stats",
            "disclosure",
            "domain",
            "charts",
            "words",
            "chrono",
            "csv",
            "hayro-interpret",
            "kurbo",
            "quick-xml",
            "rust_xlsxwriter",
            "serde",
            "serde_json",
            "thiserror",
            "typst",
            "typst-layout",
            "typst-pdf",
            "zip",
        ],
    ),
    (
        "app",
        &[
            "stats",
            "disclosure",
            "domain",
            "vault",
            "store",
            "intake",
            "charts",
            "output",
            "words",
            "chrono",
            "csv",
            "ring",
            "serde",
            "serde_json",
            "thiserror",
            "toml",
            "tracing",
            "ts-rs",
            "zeroize",
        ],
    ),
    (
        "cli",
        &[
            "app",
            "clap",
            "ctrlc",
            "indicatif",
            "rpassword",
            "serde",
            "serde_json",
            "zeroize",
        ],
    ),
    (
        "plumbline",
        &[
            "app",
            "serde",
            "serde_json",
            "tauri",
            "tauri-build",
            "tauri-plugin-dialog",
            "tauri-plugin-single-instance",
            "tracing",
            "tracing-subscriber",
            "zeroize",
        ],
    ),
    ("xtask", &["serde_json"]),
];

/// What any crate's tests may use besides what the crate uses; never a crate above it.
const FOR_TESTS: [&str; 4] = ["insta", "proptest", "serde_json", "tempfile"];

fn faults(metadata: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for package in list(metadata, "packages") {
        let name = text(package, "name");
        if !text(package, "manifest_path")
            .replace('\\', "/")
            .contains("/src-tauri/")
        {
            continue;
        }
        let Some((_, allowed)) = TABLE.iter().find(|(row, _)| *row == name) else {
            faults.push(format!("{name} has no row in the table"));
            continue;
        };
        for dependency in list(package, "dependencies") {
            let used = text(dependency, "name");
            let for_tests = text(dependency, "kind") == "dev" && FOR_TESTS.contains(&used);
            if !allowed.contains(&used) && !for_tests {
                faults.push(format!("{name} must not use {used}"));
            }
        }
    }
    faults
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[test]
fn every_crate_uses_only_what_its_row_allows() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--offline",
            "--no-deps",
            "--format-version",
            "1",
        ])
        .current_dir(architecture::root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        list(&metadata, "packages").count() > TABLE.len(),
        "all crates and the test crates"
    );
    assert_none(
        &faults(&metadata),
        "arrows run one way (house.md section 1)",
    );
}

#[test]
fn an_arrow_against_the_current_is_seen() {
    let metadata = serde_json::json!({ "packages": [
        { "name": "domain", "manifest_path": "/p/src-tauri/crates/domain/Cargo.toml", "dependencies": [
            { "name": "chrono", "kind": null },
            { "name": "store", "kind": null },
            { "name": "proptest", "kind": "dev" },
            { "name": "serde", "kind": null },
        ]},
        { "name": "newcomer", "manifest_path": "/p/src-tauri/crates/newcomer/Cargo.toml" },
        { "name": "window", "manifest_path": "/p/tests/window/Cargo.toml" },
    ]});
    let expected = [
        "domain must not use store",
        "domain must not use serde",
        "newcomer has no row in the table",
    ];
    assert_eq!(faults(&metadata), expected);
}

#[test]
fn the_table_itself_has_no_circle() {
    let mut above: Vec<&str> = Vec::new();
    for (name, allowed) in TABLE {
        for used in *allowed {
            let is_ours = TABLE.iter().any(|(row, _)| row == used);
            assert!(
                !is_ours || above.contains(used),
                "{name} uses {used}, which stands below it"
            );
        }
        above.push(name);
    }
}
