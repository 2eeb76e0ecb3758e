use super::*;
use crate::commands::all;
use crate::desk::Offer;
use app::bindings;
use app::error::ErrorCode;
use app::{Environment, clock::Clock};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Nobody sits here: a dialog in a test that opens one is a fault.
struct Nobody;

impl Desk for Nobody {
    fn pick(&self, _: Offer) -> Option<PathBuf> {
        None
    }
    fn save(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn leave(&self) {}
}

fn shut() -> Shared {
    let environment = Environment {
        clock: Clock::of_this_computer(),
        ..Environment::of_this_computer(None)
    };
    Shared::new(environment)
}

fn empty() -> Payload {
    Payload::from_json(&json!({ "request": null })).unwrap()
}

#[test]
fn every_command_of_an_open_vault_says_locked_while_it_is_shut() {
    let shared = shut();
    let guarded: Vec<_> = all()
        .filter(|command| command.needs() == Needs::OpenVault)
        .collect();
    assert!(guarded.len() > 35, "the whole list is walked");
    for command in guarded {
        for window in [window::MAIN, window::UNLOCK] {
            #[expect(
                clippy::disallowed_methods,
                reason = "the bar is in milliseconds of the real clock"
            )]
            let start = Instant::now();
            let refused = answer(command, window, empty(), &shared, &Nobody).unwrap_err();
            assert_eq!(refused.code, ErrorCode::VaultLocked, "{}", command.name());
            assert!(
                start.elapsed() < Duration::from_millis(5),
                "{} took its time",
                command.name()
            );
        }
    }
}

#[test]
fn a_command_asked_from_another_window_is_refused() {
    let shared = shut();
    for command in all() {
        let refused = answer(command, "stranger", empty(), &shared, &Nobody).unwrap_err();
        assert_eq!(refused.code, ErrorCode::VaultLocked, "{}", command.name());
    }
    let begin = commands::find("vault_begin").unwrap();
    assert!(
        answer(begin, window::MAIN, empty(), &shared, &Nobody).is_err(),
        "no vault is made from the main window"
    );
}

#[test]
fn a_request_with_an_unknown_field_or_of_another_form_is_refused() {
    let shared = shut();
    for request in [
        json!({ "place": "x", "other": 1 }),
        json!([1, 2]),
        json!("text"),
    ] {
        let payload = Payload::from_json(&json!({ "request": request })).unwrap();
        let command = commands::find("vault_confirm_recovery").unwrap();
        let refused = answer(command, window::UNLOCK, payload, &shared, &Nobody).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Unexpected);
        assert!(
            !refused.message.contains("other"),
            "nothing that was sent is repeated"
        );
    }
}

#[test]
fn the_state_is_told_to_any_window_of_ours() {
    let shared = shut();
    let state = commands::find("vault_state").unwrap();
    let told = answer(state, window::UNLOCK, empty(), &shared, &Nobody).unwrap();
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["phase"], "closed");
}

#[test]
fn names_are_unique() {
    let names: BTreeSet<&str> = all().map(Command::name).collect();
    assert_eq!(names.len(), all().count());
}

#[test]
fn each_window_may_call_exactly_what_the_table_says() {
    for (label, other) in [(window::UNLOCK, Seat::Main), (window::MAIN, Seat::Unlock)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("capabilities/{label}.json"));
        let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let allowed: BTreeSet<String> = file["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        let expected: BTreeSet<String> = all()
            .filter(|command| command.seat() != other)
            .map(|command| format!("allow-{}", command.name().replace('_', "-")))
            .collect();
        assert_eq!(
            allowed, expected,
            "{label}: nothing more, not even of the toolkit's own"
        );
        assert_eq!(file["windows"], json!([label]));
    }
}

#[test]
fn the_pages_types_are_those_of_the_views() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/ipc/bindings.ts");
    let fresh = bindings::file(all().map(|command| (command.name(), command.shape())));
    if std::env::var_os("PLUMBLINE_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap();
    assert!(
        kept == fresh,
        "write it anew: PLUMBLINE_WRITE_BINDINGS=1 cargo test -p plumbline"
    );
}
