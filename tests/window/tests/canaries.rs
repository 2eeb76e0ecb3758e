//! Nothing that is typed into the window is left in any file but the sealed vault: not while it is used, not after
//! a lock, not after a kill and not after the end. The vault's own name, which the list of recent vaults holds, is
//! the named exception (rulings 13).

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on stops with its reason"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use support::search::{MARK, Wanted, missed_in, search};
use tempfile::TempDir;
use thirtyfour::Key;
use window::journey::{goes_through_the_import, types_the_code_back};
use window::{Machine, Person};

/// What opens the vault, one after the other, and what does not.
const PASSPHRASES: [&str; 3] = [
    "Wx4 a sentence nobody says",
    "Lm8 another that nobody says",
    "Rt2 a third one nobody says",
];
const WRONG: &str = "Kp6 it opens nothing at all";

/// What the vault's file is called.
const VAULT: &str = "Vt5Nordkapschrank";

/// A mark that says which field it was typed into.
fn mark(field: &str) -> String {
    format!("{MARK} {field}")
}

/// What must not be found, and where it is looked for.
struct Watch {
    wanted: Vec<Wanted>,
    /// Files that the person keeps elsewhere: what is imported, what is asked for.
    papers: TempDir,
}

impl Watch {
    fn begin() -> Self {
        let mut wanted = Vec::from(Wanted::mark());
        wanted.push(Wanted::new("a wrong passphrase", WRONG));
        wanted.extend(PASSPHRASES.map(|one| Wanted::new("a passphrase", one)));
        Self {
            wanted,
            papers: tempfile::tempdir().unwrap(),
        }
    }

    fn wants_code(&mut self, groups: &[String]) {
        for between in ["", " ", "-"] {
            let code = groups.join(between);
            self.wanted.push(Wanted::new("the code", &code));
            self.wanted.push(Wanted::new(
                "the code in small letters",
                &code.to_lowercase(),
            ));
        }
    }

    fn paper(&self, name: &str) -> PathBuf {
        self.papers.path().join(name)
    }

    /// Looks into everything this computer has written. The vault's own name may stand on the vault and its
    /// companions, in the list of recent vaults, and in the answers we prepared for the dialogs.
    fn looks(&self, machine: &Machine, when: &str) {
        let (found, files) = search(&[machine.everything()], &self.wanted);
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{when}:\n{}", found.join("\n"));
        assert!(files > 3, "{when} there are files to look into");
        let (found, _) = search(&[machine.everything()], &[Wanted::new("its name", VAULT)]);
        for one in found {
            let is_list =
                one.path.starts_with(machine.data()) && one.path.ends_with("computer.json");
            let is_ours = one.path == machine.answers() || one.path.starts_with(machine.files());
            assert!(
                is_list || is_ours,
                "{when} the vault's name stands where {one}"
            );
        }
    }

    /// The search finds what is there, in every form and every place a program writes to.
    fn finds_what_is_there(&self, machine: &Machine) {
        for folder in std::fs::read_dir(machine.everything()).unwrap().flatten() {
            if folder.path().is_dir() {
                let missed = missed_in(&folder.path(), &[machine.everything()], &self.wanted);
                assert_eq!(missed, Vec::<&str>::new(), "{}", folder.path().display());
            }
        }
    }
}

/// Makes the vault; gives the groups of its recovery code.
fn makes_the_vault(person: &Person, path: &Path) -> Vec<String> {
    person.machine.answers_next(path);
    person.press("Create");
    person.press("Choose a place…");
    person.sees(VAULT);
    person.press("Continue");
    person.types("Passphrase", PASSPHRASES[0]);
    person.types("Passphrase again", &format!("{}\u{e007}", PASSPHRASES[0]));
    let groups = types_the_code_back(person);
    person.sees_heading("Overview");
    groups
}

/// Texts that the vault takes in: a team, a person, a KPI with its target, words for files.
fn writes_what_is_kept(person: &Person) {
    person.goes_to("#/teams");
    person.press("Add a team");
    for field in ["Name", "Site", "Programme"] {
        person.types(field, &mark(field));
    }
    person.keys(Key::Enter);
    person.sees(&mark("Programme"));
    person.goes_to("#/advisers/new");
    for field in ["Alias", "Name", "Site", "Grade"] {
        person.types(field, &mark(field));
    }
    person.keys(Key::Enter);
    person.sees(&mark("Alias"));
    person.goes_to("#/kpis?amend=new");
    person.selects("Kind", "Share");
    for field in [
        "Name",
        "Words beside it",
        "Why it is kept",
        "Less intrusive way",
        "What is counted",
        "Out of",
    ] {
        person.types(field, &mark(field));
    }
    person.press("Take it into use");
    person.sees(&mark("Less intrusive way"));
    person.press("Definition and targets");
    person.press("Add a target…");
    person.types("Value", "85 %");
    person.retypes("From", "1/6/2026");
    person.types("Where it comes from", &mark("source"));
    person.press("Set the target");
    person.sees(&mark("source"));
    person.goes_to("#/settings");
    person.types("Handling text", &mark("handling"));
    person.retypes("Keep figures for", "30");
    person.types("Why longer", &format!("{}\u{e007}", mark("reason")));
}

/// A spreadsheet with a mark in every cell that is no number.
fn brings_a_spreadsheet_in(person: &Person, watch: &Watch) {
    let mut text = format!("Adviser,Month,{MARK} starts,Note,Client name\n");
    for alias in ["Ben", "Chloe"] {
        for month in 0..22_u32 {
            let (year, number) = (2025 + month / 12, month % 12 + 1);
            writeln!(
                text,
                "{MARK} {alias},{number:02}/{year},{},{MARK} note,{MARK} Pat",
                3 + month % 4
            )
            .unwrap();
        }
    }
    let file = watch.paper("team figures.csv");
    std::fs::write(&file, text).unwrap();
    person.goes_to("#/intake");
    person.machine.answers_next(&file);
    person.press("Choose a file…");
    goes_through_the_import(person);
}

/// Reasons of what is set by hand, and a named file that is asked for.
fn explains_a_chart(person: &Person, watch: &Watch) {
    person.goes_to("#/overview");
    person.follows(&mark("Ben"));
    person.sees_heading(&mark("Ben"));
    let named = watch.paper("scorecard.json");
    person.machine.answers_next(&named);
    person.press("Other files");
    person.chooses("JSON");
    person.sees("Saved as scorecard.json");
    assert!(
        std::fs::read_to_string(named).unwrap().contains(MARK),
        "the texts went in"
    );
    person.follows(&format!("Chart, {}", mark("starts")));
    person.press("Fix the baseline…");
    person.retypes("Points", "12");
    person.types("Reason", &mark("baseline"));
    person.press("Fix it");
    person.sees("first 12 points");
    person.press("New phase…");
    for check in [
        "The cause is known",
        "It is expected to last",
        "It is not a return",
    ] {
        person.chooses(check);
    }
    person.types("Reason", &mark("phase"));
    person.press("Start the phase");
    person.sees("New phase from");
}

/// Where a dialog takes text, what stands there once all is loaded, and how it is opened.
const DIALOGS: [(&str, &str, &[&str]); 7] = [
    ("#/teams", "Bank holidays", &["Add a team"]),
    (
        "#/kpis",
        "Stop using",
        &["Definition and targets", "Add a target…"],
    ),
    ("#/kpis", "Stop using", &["Definition and targets", "End…"]),
    ("#/figures", "cells empty", &["Paste from a spreadsheet"]),
    ("#/settings", "Handling text", &["Change passphrase"]),
    ("#/settings", "Handling text", &["Check your code"]),
    ("#/settings", "Handling text", &["Make a new code"]),
];

/// Places that take text by themselves, and what stands there once all is loaded. Where the last is left, a lock
/// finds it half-typed.
const PLACES: [(&str, &str); 6] = [
    ("#/advisers", "sorted by alias"),
    ("#/kpis", "Stop using"),
    ("#/kpis?amend=new", "Less intrusive way"),
    ("#/settings", "Handling text"),
    ("#/figures", "cells empty"),
    ("#/advisers/new", "Working time"),
];

/// Types into every field of every place and leaves without a word.
fn leaves_everything_half_typed(person: &Person) {
    for (place, loaded, presses) in DIALOGS {
        comes_fresh_to(person, place, loaded);
        for press in presses {
            person.press(press);
        }
        person.types_everywhere(&mark("left"));
        person.keys(Key::Escape);
    }
    person.keys(Key::Control + "k");
    person.types_everywhere(&mark("sought"));
    person.keys(Key::Escape);
    for (place, loaded) in PLACES {
        comes_fresh_to(person, place, loaded);
        if place == "#/figures" {
            types_into_a_cell(person);
        } else {
            person.types_everywhere(&mark("left"));
        }
    }
}

fn comes_fresh_to(person: &Person, place: &str, loaded: &str) {
    person.goes_to("#/help");
    person.sees_heading("Help");
    person.goes_to(place);
    person.sees(loaded);
}

fn types_into_a_cell(person: &Person) {
    person.asks(
        "document.querySelector('[role=grid] [tabindex=\"0\"]').focus(); return true",
        &[],
    );
    person.keys("4");
    person.keys(mark("cell").as_str());
}

/// Changes the passphrase, so that the first one is old.
fn changes_the_passphrase(person: &Person) {
    person.goes_to("#/settings");
    person.press("Change passphrase");
    person.types("Passphrase now", PASSPHRASES[0]);
    person.types("Passphrase", PASSPHRASES[1]);
    person.types("Passphrase again", &format!("{}\u{e007}", PASSPHRASES[1]));
    person.sees("Passphrase changed.");
}

fn unlocks(person: &Person, passphrase: &str) {
    person.retypes("Passphrase", &format!("{passphrase}\u{e007}"));
}

#[test]
fn what_is_typed_is_nowhere_while_working_after_a_lock_and_after_a_kill() {
    let mut watch = Watch::begin();
    let person = Person::sits_down().unwrap();
    watch.finds_what_is_there(&person.machine);
    let path = person.machine.files().join(format!("{VAULT}.plumb"));
    let code = makes_the_vault(&person, &path);
    watch.wants_code(&code);
    watch.looks(&person.machine, "after a vault was made");
    writes_what_is_kept(&person);
    brings_a_spreadsheet_in(&person, &watch);
    explains_a_chart(&person, &watch);
    watch.looks(&person.machine, "while it is used");
    changes_the_passphrase(&person);
    leaves_everything_half_typed(&person);
    watch.looks(&person.machine, "while much is half-typed");
    person.keys(Key::Control + "l");
    person.sees_heading("Unlock");
    person.sees("What you were typing is kept.");
    watch.looks(&person.machine, "after a lock");
    unlocks(&person, WRONG);
    person.sees("does not open");
    unlocks(&person, PASSPHRASES[1]);
    person.sees_heading("Add adviser");
    assert!(
        person.value_of("Alias").contains(&mark("left")),
        "it is kept"
    );
    person.types("Alias", "more");
    drop(person.waits_for(window::script::DRAWN, &[]));
    person.machine.kills_app();
    watch.looks(&person.machine, "after a kill");
    comes_back_by_the_code(person.stands_up(), &watch, &path, &code);
}

/// After the kill the code opens the vault, and all of it is there, also what was half-typed.
fn comes_back_by_the_code(machine: Machine, watch: &Watch, path: &Path, code: &[String]) {
    let person = Person::sits_down_at(machine).unwrap();
    person.machine.answers_next(path);
    person.press("Open…");
    person.follows("Use recovery code");
    person.types("Recovery code", &code.join(" "));
    person.types("Passphrase", PASSPHRASES[2]);
    person.types("Passphrase again", &format!("{}\u{e007}", PASSPHRASES[2]));
    person.sees_heading("Add adviser");
    let alias = person.value_of("Alias");
    assert!(
        alias.contains(&mark("left")),
        "what was half-typed is there"
    );
    person.goes_to("#/overview");
    person.sees(&mark("Ben"));
    watch.looks(&person.machine, "after it was opened again");
    let machine = person.stands_up();
    watch.looks(&machine, "after the end");
}
