//! The program for the terminal makes no connection in its whole main job, and does all of it where there is no
//! network at all. Linux tells; what is proved there is the same code everywhere.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on stops with its reason"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::network::{Counted, connections, ended_well, followed, not_checked, offline};
use tempfile::TempDir;

/// A made-up passphrase.
const PASSPHRASE: &str = "plain words that hold well";

/// The main job: the demo, which does all of it by itself, then every step on a vault of one's own.
const MAIN_JOB: [&str; 9] = [
    "demo out",
    "create own.plumb",
    "import own.plumb roster.csv --kind roster --create-advisers",
    "import own.plumb figures.csv --create-advisers --create-kpis",
    "scorecard own.plumb --out team.pdf",
    "release own.plumb --table table.json --profile internal --out out.csv",
    "verify own.plumb",
    "journal own.plumb --verify",
    "digest own.plumb",
];

/// A folder with everything the main job reads.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let roster: String = PEOPLE.map(|alias| format!("{alias},Harbour\n")).concat();
        let rows = PEOPLE.iter().flat_map(|alias| {
            (1..=8).map(move |month| format!("{alias},2026-0{month},K09,{},60\n", 30 + month))
        });
        let figures: String = rows.collect();
        for (name, content) in [
            ("pass", PASSPHRASE.to_owned()),
            ("roster.csv", format!("adviser,team\n{roster}")),
            (
                "figures.csv",
                format!("adviser,month,kpi,num,den\n{figures}"),
            ),
            ("table.json", TABLE.to_owned()),
        ] {
            fs::write(folder.path().join(name), content).unwrap();
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Does one step behind what `before` puts in front of the program.
    fn does(&self, mut before: Command, step: &str) {
        before
            .arg(program())
            .args(step.split(' '))
            .current_dir(self.folder.path());
        if !step.starts_with("demo") {
            before.args(["--passphrase-file", "pass"]);
        }
        for variable in ["HOME", "TMPDIR", "XDG_DATA_HOME"] {
            before.env(variable, self.folder.path());
        }
        let ended = before.output().unwrap();
        assert!(
            ended.status.success(),
            "{step}: {}{}",
            String::from_utf8_lossy(&ended.stdout),
            String::from_utf8_lossy(&ended.stderr)
        );
    }
}

const PEOPLE: [&str; 8] = [
    "Amara", "Bryn", "Ceri", "Dewi", "Elin", "Ffion", "Gwen", "Huw",
];

const TABLE: &str = r#"{ "grain": "month", "from": "2026-06", "to": "2026-07", "kpis": [] }"#;

fn program() -> PathBuf {
    security::terminal_program(Path::new(env!("CARGO_BIN_EXE_torture")))
}

#[test]
fn the_whole_main_job_makes_no_connection_and_no_socket_for_one() {
    let desk = Desk::make();
    let log = desk.path("calls.log");
    for step in MAIN_JOB {
        desk.does(followed(&log), step);
        assert!(ended_well(&log), "{step} was followed to its end");
        let calls = fs::read_to_string(&log).unwrap();
        assert_eq!(
            connections(&calls, Counted::Strictly),
            Vec::<&str>::new(),
            "{step}"
        );
    }
}

#[test]
fn a_program_that_connects_is_caught_by_the_same_watch() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("calls.log");
    let connects = "exec 3<>/dev/tcp/127.0.0.1/9 || exec 3<>/dev/udp/127.0.0.1/9";
    let ended = followed(&log).args(["bash", "-c", connects]).output();
    assert!(
        ended.is_ok(),
        "bash tries to connect to this computer itself"
    );
    let calls = fs::read_to_string(&log).unwrap();
    let counted = |how| connections(&calls, how).len();
    assert!(
        counted(Counted::Strictly) >= 2,
        "a socket and a connection:\n{calls}"
    );
    assert_eq!(counted(Counted::BeyondThisComputer), 0, "{calls}");
}

#[test]
fn the_whole_main_job_is_done_where_there_is_no_network() {
    let desk = Desk::make();
    if offline().is_none() {
        not_checked(
            "the main job without any network, since nobody may take it away here (unshare)",
        );
        return;
    }
    for step in MAIN_JOB {
        desk.does(offline().unwrap(), step);
    }
    assert!(
        fs::read(desk.path("team.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );
}

#[test]
fn another_computer_is_out_of_reach_there_and_reaching_for_it_is_caught() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("calls.log");
    let Some(mut outside) = offline() else {
        not_checked(
            "a connection that leaves this computer, since there is no place to try one safely (unshare)",
        );
        return;
    };
    let follow = followed(&log);
    // An address that belongs to nobody (RFC 5737); nothing leaves, since there is no network to leave by.
    let connects = "exec 3<>/dev/tcp/192.0.2.1/9";
    outside.arg(follow.get_program()).args(follow.get_args());
    let ended = outside.args(["bash", "-c", connects]).output().unwrap();
    assert!(!ended.status.success(), "nothing is reached");
    let calls = fs::read_to_string(&log).unwrap();
    assert_eq!(
        connections(&calls, Counted::BeyondThisComputer).len(),
        1,
        "the attempt alone is caught:\n{calls}"
    );
}
