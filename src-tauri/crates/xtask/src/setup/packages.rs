//! System packages on Debian and Ubuntu. Each row says what it is for; a package that nobody uses
//! any more is easy to see here. On other systems the same list is told, not installed.

use std::{fs, path::PathBuf, process::Command};

use super::Need;
use crate::process::{TaskError, capture, find, first_line, run};

const PACKAGES: &[(&str, Need, &str)] = &[
    ("build-essential", Need::Build, "the C compiler and linker"),
    ("pkg-config", Need::Build, "finds the libraries below"),
    (
        "libwebkit2gtk-4.1-dev",
        Need::Build,
        "the window's web view",
    ),
    ("libgtk-3-dev", Need::Build, "the window"),
    ("librsvg2-dev", Need::Build, "the window's icon"),
    ("libssl-dev", Need::Build, "the ciphers under SQLCipher"),
    (
        "fonts-dejavu-core",
        Need::Window,
        "letters on a machine without fonts",
    ),
    ("webkit2gtk-driver", Need::Window, "drives the real window"),
    ("xvfb", Need::Window, "a display that nobody sees"),
    ("poppler-utils", Need::Test, "reads the PDF files back"),
    (
        "sqlite3",
        Need::Test,
        "shows that the vault is no plain SQLite file",
    ),
    ("strace", Need::Test, "shows that nothing is sent"),
    ("sqlcipher", Need::Bench, "a rival"),
    ("sqlite3", Need::Bench, "a rival"),
    ("file", Need::Bundle, "tells the bundler what a file is"),
    ("rpm", Need::Bundle, "packs the .rpm"),
    ("librsvg2-bin", Need::Icons, "draws SVG"),
];

/// Browsers the interface tests can use, by the name of the program.
const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];

/// The first of them that is there.
pub(crate) fn find_browser() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| find(name))
}

pub(super) fn install(needs: &[Need]) -> Result<(), TaskError> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let wanted = wanted(needs, find_browser().is_some());
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !is_debian_like(&system) {
        return Ok(());
    }
    let missing = missing(&wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing system packages: {}.", missing.join(" "));
    let mut prefix = privilege(&missing)?;
    prefix.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
    run(&mut words(&prefix, &["update"]))?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&missing);
    run(&mut words(&prefix, &arguments))
}

fn wanted(needs: &[Need], has_browser: bool) -> Vec<&'static str> {
    let mut names: Vec<_> = PACKAGES
        .iter()
        .filter(|(_, need, _)| needs.contains(need))
        .map(|(name, ..)| *name)
        .collect();
    if needs.contains(&Need::Test) && !has_browser {
        names.push("chromium");
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn is_debian_like(os_release: &str) -> bool {
    os_release.lines().any(|line| {
        (line.starts_with("ID=") || line.starts_with("ID_LIKE="))
            && (line.contains("debian") || line.contains("ubuntu"))
    })
}

fn missing(wanted: &[&'static str]) -> Result<Vec<&'static str>, TaskError> {
    let mut query = Command::new("dpkg-query");
    query
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(wanted);
    let known = capture(&mut query)?.text;
    let installed = |name: &str| {
        known
            .lines()
            .any(|line| line == format!("{name} installed"))
    };
    Ok(wanted
        .iter()
        .copied()
        .filter(|name| !installed(name))
        .collect())
}

/// Nothing for root, `sudo` for others, or a sentence with the line to type.
fn privilege(missing: &[&str]) -> Result<Vec<&'static str>, TaskError> {
    if first_line("id", "-u").as_deref() == Some("0") {
        return Ok(Vec::new());
    }
    if find("sudo").is_some() {
        return Ok(vec!["sudo"]);
    }
    Err(TaskError::new(format!(
        "These packages are missing and only root may install them: run \
         `apt-get install {}` as root, then run the command again.",
        missing.join(" ")
    )))
}

fn words(prefix: &[&str], arguments: &[&str]) -> Command {
    let mut all = prefix.iter().chain(arguments);
    let mut command = Command::new(all.next().unwrap_or(&"env"));
    command.args(all);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_installs_only_what_it_uses() {
        assert_eq!(wanted(&[Need::Icons], false), ["librsvg2-bin"]);
        assert!(
            !wanted(super::super::ALL_TESTS, true).contains(&"sqlcipher"),
            "no rival in tests"
        );
        assert!(
            !wanted(super::super::ALL_TESTS, true).contains(&"chromium"),
            "one browser will do"
        );
        assert!(
            wanted(super::super::ALL_TESTS, false).contains(&"chromium"),
            "or one is installed"
        );
    }

    #[test]
    fn ubuntu_is_known_by_its_likeness() {
        assert!(is_debian_like(
            "NAME=Mint\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"
        ));
        assert!(is_debian_like("ID=debian\n"));
        assert!(!is_debian_like("ID=fedora\nHOME_URL=\"not-debian\"\n"));
    }
}
