//! The window by itself makes no connection; driven, it reaches nothing but this computer, which its driver needs
//! (rulings 15), and does the same work where there is no network at all.

#![cfg(target_os = "linux")]

use support::network::{Counted, connections, not_checked, offline, sees_hardened, was_followed};
use window::journey::{PASSPHRASE, spends_the_first_minutes};
use window::machine::app;
use window::{Machine, Person};

const FIRST_MINUTES: &str =
    "the_first_minutes_a_lock_and_an_unlock_reach_nothing_but_this_computer";

#[test]
fn the_first_minutes_a_lock_and_an_unlock_reach_nothing_but_this_computer() {
    if !sees_hardened() {
        not_checked(
            "what the window connects to, since nobody may look into a hardened process (SYS_PTRACE)",
        );
        return;
    }
    let person = Person::sits_down_at(Machine::followed()).unwrap();
    spends_the_first_minutes(&person);
    person.press("Lock");
    person.sees_heading("Unlock");
    person.types("Passphrase", &format!("{PASSPHRASE}\u{e007}"));
    person.sees_heading("Overview");
    let mut machine = person.stands_up();
    machine.ends();
    let calls = machine.calls();
    assert!(was_followed(&calls, &app()), "the app itself was followed");
    assert!(
        !connections(&calls, Counted::Strictly).is_empty(),
        "what is there is seen: the driver's own connections"
    );
    assert_eq!(
        connections(&calls, Counted::BeyondThisComputer),
        Vec::<&str>::new()
    );
}

#[test]
fn a_window_that_nobody_drives_makes_no_connection_and_no_socket_for_one() {
    if !sees_hardened() {
        not_checked("what a window by itself connects to (SYS_PTRACE)");
        return;
    }
    let mut machine = Machine::followed();
    machine.opens_app();
    machine.ends();
    let calls = machine.calls();
    assert!(was_followed(&calls, &app()), "the app itself was followed");
    assert_eq!(connections(&calls, Counted::Strictly), Vec::<&str>::new());
}

#[test]
fn the_first_minutes_are_the_same_where_there_is_no_network() {
    let Some(mut place) = offline() else {
        not_checked("the window without any network, since nobody may take it away here (unshare)");
        return;
    };
    let ended = place
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", FIRST_MINUTES])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(
        ended.status.success() && said.contains("1 passed"),
        "{said}"
    );
}
