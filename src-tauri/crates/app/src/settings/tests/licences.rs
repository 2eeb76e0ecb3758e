//! The list of licences says what is built in, and nothing else. Compared on Linux only: elsewhere the crates of
//! that platform are not at hand.

use crate::settings::about::LICENCES;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// Set to write the list anew: `PLUMBLINE_WRITE_LICENCES=1 cargo test -p app licences`.
const WRITE: &str = "PLUMBLINE_WRITE_LICENCES";

/// What is built in besides crates: name, version and licence.
const BESIDES: [[&str; 3]; 8] = [
    ["Atkinson Hyperlegible Next", "5.3.0", "OFL-1.1"],
    ["@fluent/bundle", "0.19.1", "Apache-2.0"],
    ["@lucide/svelte", "1.48.0", "ISC"],
    ["@tauri-apps/api", "2.12.5", "Apache-2.0 OR MIT"],
    ["OpenSSL", "on Windows, with openssl-sys", "Apache-2.0"],
    ["SQLCipher", "with libsqlite3-sys", "BSD-3-Clause"],
    ["SQLite", "with libsqlite3-sys", "public domain"],
    ["svelte", "5.57.3", "MIT"],
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn metadata() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--offline", "--format-version", "1"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(root())
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Crates that the two programs are built from, with their licences.
fn built_in() -> BTreeSet<(String, String, String)> {
    let metadata = metadata();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (text(&node["id"]), node))
        .collect();
    let packages = metadata["packages"].as_array().unwrap();
    let mut waiting: Vec<String> = packages
        .iter()
        .filter(|package| ["plumbline", "cli"].contains(&package["name"].as_str().unwrap()))
        .map(|package| text(&package["id"]))
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        for needed in nodes[&id]["deps"].as_array().unwrap() {
            let kinds = needed["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                waiting.push(text(&needed["pkg"]));
            }
        }
    }
    packages
        .iter()
        .filter(|package| seen.contains(&text(&package["id"])) && !package["source"].is_null())
        .map(|package| {
            let licence = text(&package["license"]).replace('/', " OR ");
            (text(&package["name"]), text(&package["version"]), licence)
        })
        .collect()
}

#[test]
fn the_list_of_licences_is_what_the_lock_file_says() {
    let mut rows = built_in();
    for [name, version, licence] in BESIDES {
        rows.insert((name.to_owned(), version.to_owned(), licence.to_owned()));
    }
    let mut list = String::new();
    for (name, version, licence) in rows {
        assert!(!licence.is_empty(), "{name} says no licence");
        writeln!(list, "{name}\t{version}\t{licence}").unwrap();
    }
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(
            root().join("src-tauri/crates/app/src/settings/licences.tsv"),
            &list,
        )
        .unwrap();
        return;
    }
    assert_eq!(LICENCES, list, "write the list anew with {WRITE}=1");
}
