//! Manifests: every crate is under the same lints and edition, and every version is written once,
//! at the top, where a new dependency is grouped under what it is for.

use architecture::{SourceFile, assert_none, files};
use toml::{Table, Value};

/// What a crate takes from the workspace.
const INHERITED: [&str; 5] = ["version", "edition", "rust-version", "license", "publish"];

fn faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.ends_with("/Cargo.toml"))
    {
        let manifest: Table = file.text.parse().unwrap_or_default();
        let mut fault = |what: String| faults.push(format!("{} {what}", file.path));
        if !inherits(manifest.get("lints")) {
            fault("leaves the workspace's lints".to_owned());
        }
        let package = manifest.get("package");
        for key in INHERITED
            .iter()
            .filter(|key| !inherits(package.and_then(|table| table.get(key))))
        {
            fault(format!("has its own {key}"));
        }
        for name in own_versions(&manifest) {
            fault(format!("gives {name} a version of its own"));
        }
    }
    faults
}

fn inherits(value: Option<&Value>) -> bool {
    value.and_then(|value| value.get("workspace")) == Some(&Value::Boolean(true))
}

/// Dependencies that do not take their version from the top, on any system.
fn own_versions(manifest: &Table) -> Vec<String> {
    let mut tables = vec![manifest];
    let targets = manifest.get("target").and_then(Value::as_table);
    tables.extend(
        targets
            .into_iter()
            .flat_map(Table::values)
            .filter_map(Value::as_table),
    );
    let mut found = Vec::new();
    for table in tables {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let dependencies = table.get(kind).and_then(Value::as_table);
            for (name, value) in dependencies.into_iter().flatten() {
                if !inherits(Some(value)) {
                    found.push(name.clone());
                }
            }
        }
    }
    found
}

#[test]
fn every_crate_takes_its_lints_and_versions_from_the_top() {
    let manifests = files(|path| path.ends_with("Cargo.toml"));
    assert!(manifests.len() > 15, "all manifests are seen");
    assert_none(
        &faults(&manifests),
        "write `NAME.workspace = true` and the version in Cargo.toml",
    );
}

#[test]
fn a_crate_with_its_own_rules_is_seen() {
    let text = "[package]\nname = \"a\"\nversion.workspace = true\nedition = \"2021\"\n\
                rust-version.workspace = true\nlicense.workspace = true\npublish.workspace = true\n\
                [dependencies]\nring.workspace = true\nserde = \"1\"\n\
                [target.'cfg(windows)'.dependencies]\nwin = { version = \"1\" }\n";
    let expected = [
        "a/Cargo.toml leaves the workspace's lints",
        "a/Cargo.toml has its own edition",
        "a/Cargo.toml gives serde a version of its own",
        "a/Cargo.toml gives win a version of its own",
    ];
    assert_eq!(
        faults(&[SourceFile::sample("a/Cargo.toml", text)]),
        expected
    );
}
