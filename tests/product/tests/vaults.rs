//! Vaults at the terminal: made, checked, opened, recovered, damaged, held elsewhere.

use product::{FIRST, SECOND, Workplace};

#[test]
fn a_vault_is_made_checked_and_left_alone() {
    let place = Workplace::new();
    let code = place.create(&[]);
    assert_eq!(code.split(' ').map(str::len).collect::<Vec<_>>(), [4; 7]);
    let check = place.ask("verify", &[]);
    assert_eq!(check["sound"], true);
    assert_eq!(check["parts"].as_array().unwrap().len(), 6);
    assert_eq!(
        place.digest(),
        place.digest(),
        "looking changes nothing that the digest covers"
    );
    let journal = place.ask("journal", &["--verify"]);
    assert_eq!(journal["sound"], true);
    assert_eq!(
        place.names(),
        ["other", "pass", "team.plumb"],
        "nothing else is left"
    );
    assert_eq!(place.left_behind(), Vec::<String>::new());
}

#[test]
fn a_vault_that_is_there_is_not_written_over() {
    let place = Workplace::new();
    place.write("team.plumb", "something of mine");
    let line = ["create", "team.plumb", "--passphrase-file", "pass"];
    assert_ne!(place.run(&line).code, 0);
    assert_eq!(place.read("team.plumb"), b"something of mine");
}

#[test]
fn a_weak_passphrase_is_refused_before_anything_is_made() {
    let place = Workplace::new();
    place.write("weak", "password1234567");
    place
        .run(&["create", "team.plumb", "--passphrase-file", "weak"])
        .ends(1);
    assert_eq!(place.names(), ["other", "pass", "weak"]);
}

#[test]
fn a_wrong_passphrase_is_told_from_everything_else() {
    let place = Workplace::new();
    place.create(&[]);
    let line = [
        "digest",
        "team.plumb",
        "--passphrase-file",
        "other",
        "--json",
    ];
    let answer = place.run(&line).ended(10);
    assert_eq!(answer.error()["code"], "wrong_passphrase");
    assert!(answer.out.is_empty());
    let words = place.run(&line[..4]).ended(10);
    assert!(words.err.lines().count() <= 3 && !words.err.contains(FIRST));
}

#[test]
fn a_new_passphrase_opens_and_the_old_one_does_not() {
    let place = Workplace::new();
    place.create(&[]);
    let before = place.digest();
    place
        .open("passphrase", &["--new-passphrase-file", "other"])
        .ends(0);
    place.open("digest", &[]).ends(10);
    let line = [
        "digest",
        "team.plumb",
        "--passphrase-file",
        "other",
        "--json",
    ];
    assert_eq!(place.run(&line).ended(0).json()["digest"], before);
}

#[test]
fn the_recovery_code_sets_a_new_passphrase() {
    let place = Workplace::new();
    let code = place.create(&[]);
    let line = [
        "recover",
        "team.plumb",
        "--code-file",
        "code",
        "--new-passphrase-file",
        "other",
    ];
    place.write("code", "0000 0000 0000 0000 0000 0000 0000");
    assert_ne!(place.run(&line).code, 0, "any other code is refused");
    place.write("code", code.to_lowercase().replace(' ', "-"));
    place.run(&line).ends(0);
    place.open("digest", &[]).ends(10);
    place
        .run(&["digest", "team.plumb", "--passphrase-file", "other"])
        .ends(0);
}

#[test]
fn damage_is_noticed_and_the_file_is_not_touched() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    let whole = place.read("team.plumb");
    for spot in [278_528 + 100, whole.len() - 2_000] {
        let mut damaged = whole.clone();
        damaged[spot] ^= 0x40;
        place.write("team.plumb", &damaged);
        let answer = place.open("verify", &["--json"]).ended(11);
        assert!(!answer.err.contains("team.plumb"), "no path in an error");
    }
    place.write("team.plumb", &whole[..whole.len() / 3]);
    place.open("verify", &[]).ends(11);
    assert_eq!(place.read("team.plumb").len(), whole.len() / 3);
}

#[test]
fn a_check_finds_damage_inside_any_page_and_writes_nothing() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    let whole = place.read("team.plumb");
    let first_page = 278_528;
    let step = (whole.len() - first_page) / 6;
    for spot in (first_page + 40..whole.len() - 4)
        .step_by(step)
        .chain([300_000])
    {
        let mut damaged = whole.clone();
        for byte in &mut damaged[spot..spot + 4] {
            *byte = !*byte;
        }
        place.write("team.plumb", &damaged);
        let answer = place.open("verify", &["--json"]).ended(11);
        assert_eq!(answer.error()["code"], "vault_damaged", "at {spot}");
        assert!(place.read("team.plumb") == damaged, "untouched, at {spot}");
        assert_eq!(place.names(), ["other", "pass", "team.plumb"], "at {spot}");
    }
}

#[test]
fn a_newer_form_is_refused_untouched() {
    let place = Workplace::new();
    place.create(&[]);
    let mut newer = place.read("team.plumb");
    for copy in [0, 8_192] {
        newer[copy + 8] = 99;
        let sum = sha256(&newer[copy..copy + 8_128]);
        newer[copy + 8_128..copy + 8_160].copy_from_slice(&sum);
    }
    place.write("team.plumb", &newer);
    place.open("digest", &[]).ends(13);
    assert_eq!(place.read("team.plumb"), newer);
}

/// The check sum of a header copy, which needs no key.
fn sha256(bytes: &[u8]) -> Vec<u8> {
    ring::digest::digest(&ring::digest::SHA256, bytes)
        .as_ref()
        .to_vec()
}

#[cfg(unix)]
#[test]
fn a_vault_open_elsewhere_is_not_opened_twice() {
    let place = Workplace::new();
    place.create(&[]);
    let pipe = place.path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    std::thread::scope(|scope| {
        // It opens the vault, then waits for the new passphrase.
        let other = scope.spawn(|| place.open("passphrase", &["--new-passphrase-file", "pipe"]));
        let lock = place.path("team.plumb.lock");
        while !lock.exists() && !other.is_finished() {
            std::thread::yield_now();
        }
        let held = place.open("digest", &[]).code == 14;
        if !other.is_finished() {
            std::fs::write(&pipe, SECOND).unwrap();
        }
        assert!(held, "the second opener is told that it is the second");
        assert_eq!(other.join().unwrap().code, 0, "the first is not disturbed");
    });
    place.open("digest", &[]).ends(10);
}

#[test]
fn what_is_not_there_cannot_be_opened() {
    let place = Workplace::new();
    place.open("digest", &[]).ends(15);
    place.write("team.plumb", "no vault at all");
    assert_ne!(place.open("digest", &[]).code, 0);
    assert_eq!(place.read("team.plumb"), b"no vault at all");
}
