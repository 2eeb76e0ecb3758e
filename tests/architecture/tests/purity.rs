//! What a crate may reach outside itself. The crates that think have no files, no environment, no
//! clock and no other programs; nothing in the app opens a connection.

use architecture::{SourceFile, assert_none, rust_files};

/// Crates that take values and give values.
const PURE: [&str; 5] = ["stats", "disclosure", "domain", "charts", "words"];
const OUTSIDE: [&str; 6] = [
    "std::fs",
    "std::env",
    "std::process",
    "std::io",
    "SystemTime::now",
    "Instant::now",
];
const NETWORK: [&str; 4] = ["std::net", "TcpStream", "UdpSocket", "UnixStream"];

fn faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.starts_with("src-tauri/") && !file.is_test())
    {
        let is_pure = PURE.iter().any(|name| {
            file.path
                .starts_with(&format!("src-tauri/crates/{name}/src/"))
        });
        let file = file.without_tests();
        for (number, line) in file.code() {
            let reached = NETWORK.iter().chain(OUTSIDE.iter().filter(|_| is_pure));
            for name in reached.filter(|name| line.contains(**name)) {
                faults.push(format!("{}:{number} reaches {name}", file.path));
            }
        }
    }
    faults
}

#[test]
fn nothing_reaches_further_than_it_may() {
    assert_none(
        &faults(&rust_files()),
        "thinking crates do no I/O, and nothing is sent anywhere",
    );
}

#[test]
fn a_clock_in_the_domain_and_a_socket_anywhere_are_seen() {
    let files = [
        SourceFile::sample(
            "src-tauri/crates/domain/src/plan.rs",
            "use chrono::NaiveDate;\nstd::fs::read(x);\n",
        ),
        SourceFile::sample(
            "src-tauri/crates/app/src/send.rs",
            "use std::net::TcpStream;\nstd::fs::read(x);\n",
        ),
        SourceFile::sample(
            "src-tauri/crates/stats/src/a.rs",
            "// std::fs is not for us\n#[cfg(test)]\nmod tests {\nstd::fs::read(x);\n}\n",
        ),
    ];
    let expected = [
        "src-tauri/crates/domain/src/plan.rs:2 reaches std::fs",
        "src-tauri/crates/app/src/send.rs:1 reaches std::net",
        "src-tauri/crates/app/src/send.rs:1 reaches TcpStream",
    ];
    assert_eq!(faults(&files), expected);
}
