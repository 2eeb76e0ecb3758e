//! Registers the commands of the table with the toolkit, so that each window's capability file decides which of
//! them it may call.

use std::fs;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=src/commands");
    println!("cargo::rustc-env=PLUMBLINE_COMMIT={}", commit());
    // A build script ends soon after; what it leaks, it leaks for a moment.
    let names: Vec<&str> = names().into_iter().map(|name| &*name.leak()).collect();
    let manifest = tauri_build::AppManifest::new().commands(names.leak());
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}

/// What the program is built from, for About; nothing is known of a source without its history.
fn commit() -> String {
    const MOVES: &str = "../.git/logs/HEAD";
    if fs::exists(MOVES).unwrap_or_default() {
        println!("cargo::rerun-if-changed={MOVES}");
    }
    let asked = Command::new("git")
        .args(["rev-parse", "--short=12", "HEAD"])
        .output();
    let told = asked.ok().filter(|told| told.status.success());
    told.and_then(|told| String::from_utf8(told.stdout).ok())
        .map_or_else(|| "unknown".to_owned(), |told| told.trim().to_owned())
}

/// The names in the table, as they stand there: `Head("vault_state", …`.
fn names() -> Vec<String> {
    let files = fs::read_dir("src/commands").into_iter().flatten().flatten();
    let mut names: Vec<String> = files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .flat_map(|text| {
            text.split("Head(\"")
                .skip(1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .collect();
    names.sort();
    names
}
