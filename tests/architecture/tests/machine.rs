//! The project is the same on every machine: no file knows a folder of the machine it was written
//! on, and only the lock files know where packages come from.

use std::path::Path;

use architecture::{SourceFile, assert_none, files, root};

/// Hosts that hand out packages.
const HOSTS: [&str; 6] = [
    concat!("registry.npm", "js.org"),
    concat!("registry.", "yarnpkg.com"),
    concat!("static.", "crates.io"),
    concat!("index.", "crates.io"),
    concat!("pypi", ".org"),
    concat!("proxy.", "golang.org"),
];

/// Folders too common to tell one machine from another.
const COMMON: [&str; 8] = ["/", "/home", "/mnt", "/opt", "/srv", "/tmp", "/usr", "/var"];

fn faults(files: &[SourceFile], folders: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        let is_lock = matches!(file.path.as_str(), "Cargo.lock" | "ui/package-lock.json");
        for (index, line) in file.text.lines().enumerate() {
            if folders.iter().any(|folder| line.contains(folder)) {
                faults.push(format!(
                    "{}:{} knows a folder of this machine",
                    file.path,
                    index + 1
                ));
            }
            if HOSTS.iter().any(|host| line.contains(host)) && !is_lock {
                faults.push(format!("{}:{} names a package host", file.path, index + 1));
            }
            let is_private = line.contains("\"resolved\": \"http") && !line.contains(HOSTS[0]);
            if is_lock && is_private {
                faults.push(format!(
                    "{}:{} names a private package host",
                    file.path,
                    index + 1
                ));
            }
        }
    }
    faults
}

/// The project's own folder, the one it lies in and the home folder, each with a `/` behind it.
fn folders() -> Vec<String> {
    let root = root();
    let home = std::env::var("HOME").unwrap_or_default();
    let candidates = [Some(root.as_path()), root.parent(), Some(Path::new(&home))];
    let names = candidates
        .into_iter()
        .flatten()
        .map(|path| path.to_string_lossy().into_owned());
    names
        .filter(|name| !name.is_empty() && !COMMON.contains(&name.as_str()))
        .map(|name| format!("{}/", name.trim_end_matches('/')))
        .collect()
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    assert_none(
        &faults(&files(|_| true), &folders()),
        "it must build and read the same anywhere",
    );
}

#[test]
fn a_path_and_a_package_host_are_seen() {
    let lock = "\"resolved\": \"https://packages.example/svelte.tgz\"\n";
    let files = [
        SourceFile::sample(
            "a.rs",
            "let a = \"/elsewhere/plumbline/a\";\nlet b = \"plumbline/a\";\n",
        ),
        SourceFile::sample("b.yml", &format!("registry: https://{}\n", HOSTS[0])),
        SourceFile::sample("ui/package-lock.json", lock),
    ];
    let expected = [
        "a.rs:1 knows a folder of this machine",
        "b.yml:1 names a package host",
        "ui/package-lock.json:1 names a private package host",
    ];
    assert_eq!(faults(&files, &["/elsewhere/".to_owned()]), expected);
}
