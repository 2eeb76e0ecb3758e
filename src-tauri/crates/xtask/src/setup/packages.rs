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
    (
        "iproute2",
        Need::Test,
        "leaves only the loopback where the network is taken away",
    ),
    ("sqlcipher", Need::Bench, "a rival"),
    ("sqlite3", Need::Bench, "a rival"),
    ("libreoffice-calc", Need::Bench, "the workbook of today"),
    ("python3-venv", Need::Bench, "rivals that are libraries"),
    ("file", Need::Bundle, "tells the bundler what a file is"),
    ("rpm", Need::Bundle, "packs the .rpm"),
    ("librsvg2-bin", Need::Icons, "draws SVG"),
];

/// Browsers the interface tests can use, by the name of the program.
const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];

/// Where Windows and macOS keep one without naming it on the search path.
const BROWSER_FILES: [&str; 3] = [
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The first of them that is there.
pub(crate) fn find_browser() -> Option<PathBuf> {
    let named = BROWSERS.iter().find_map(|name| find(name));
    named.or_else(|| {
        BROWSER_FILES
            .iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    })
}

pub(super) fn install(needs: &[Need]) -> Result<(), TaskError> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !is_debian_like(&system) {
        tell(needs);
        return Ok(());
    }
    let browser = find_browser().is_none().then(|| browser_package(&system));
    let wanted = wanted(needs, browser);
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

/// Elsewhere nothing is installed: what Debian calls the packages is said, once, and the build is tried.
fn tell(needs: &[Need]) {
    let names = wanted(needs, None).join(" ");
    println!(
        "This is no Debian or Ubuntu, so nothing is installed. What they call these packages must be \
         there: {names}."
    );
}

fn wanted(needs: &[Need], browser: Option<&'static str>) -> Vec<&'static str> {
    let mut names: Vec<_> = PACKAGES
        .iter()
        .filter(|(_, need, _)| needs.contains(need))
        .map(|(name, ..)| *name)
        .collect();
    if needs.contains(&Need::Test) {
        names.extend(browser);
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// Ubuntu has its browser under another name.
fn browser_package(os_release: &str) -> &'static str {
    let is_ubuntu = os_release.lines().any(|line| line == "ID=ubuntu");
    if is_ubuntu {
        "chromium-browser"
    } else {
        "chromium"
    }
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
        let tests = super::super::ALL_TESTS;
        assert_eq!(wanted(&[Need::Icons], Some("chromium")), ["librsvg2-bin"]);
        assert!(
            !wanted(tests, None).contains(&"sqlcipher"),
            "no rival in tests"
        );
        assert!(
            wanted(tests, Some("chromium")).contains(&"chromium"),
            "a browser where none is"
        );
    }

    #[test]
    fn ubuntu_is_known_by_its_likeness() {
        assert!(is_debian_like(
            "NAME=Mint\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"
        ));
        assert!(is_debian_like("ID=debian\n"));
        assert_eq!(browser_package("ID=ubuntu\n"), "chromium-browser");
        assert!(!is_debian_like("ID=fedora\nHOME_URL=\"not-debian\"\n"));
    }
}
