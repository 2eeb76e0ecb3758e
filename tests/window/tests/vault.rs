//! The vault through the real window: made, locked with a half-typed text, opened again, and what a wrong
//! passphrase says.

use thirtyfour::Key;
use window::Person;
use window::journey::{PASSPHRASE, makes_a_vault};

#[test]
fn a_wrong_passphrase_is_said_plainly_and_the_right_one_opens() {
    let person = Person::sits_down().unwrap();
    let path = makes_a_vault(&person, "North team");
    person.press("Lock");
    person.sees_heading("Unlock");
    person.sees("because you asked");
    person.types("Passphrase", "not the right words at all\u{e007}");
    person.sees("does not open");
    let said = person.reads();
    assert!(
        !said.contains("not the right words"),
        "what was typed is never repeated"
    );
    assert!(path.exists());
    person.retypes("Passphrase", &format!("{PASSPHRASE}\u{e007}"));
    person.sees_heading("Overview");
}

#[test]
fn a_lock_keeps_what_was_half_typed_and_gives_it_back_in_its_place() {
    let person = Person::sits_down().unwrap();
    makes_a_vault(&person, "South team");
    leaves_a_cell_half_typed(&person);
    person.keys(Key::Control + "l");
    person.sees_heading("Unlock");
    person.sees("What you were typing is kept.");
    person.types("Passphrase", &format!("{PASSPHRASE}\u{e007}"));
    finds_the_cell_half_typed(&person);
}

#[test]
fn leaving_right_after_the_last_key_keeps_it_too() {
    let person = Person::sits_down().unwrap();
    let path = makes_a_vault(&person, "West team");
    leaves_a_cell_half_typed(&person);
    person.keys(Key::Control + "q");
    let closed = (0..400).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(25));
        person.machine.app_processes().is_empty()
    });
    assert!(closed, "the app has not closed after ten seconds");
    let person = Person::sits_down_at(person.stands_up()).unwrap();
    person.machine.answers_next(&path);
    person.press("Open…");
    person.types("Passphrase", &format!("{PASSPHRASE}\u{e007}"));
    finds_the_cell_half_typed(&person);
}

fn leaves_a_cell_half_typed(person: &Person) {
    person.press("Import a spreadsheet…");
    let file = window::journey::a_spreadsheet(person);
    brings_in(person, &file);
    person.follows("Enter data");
    person.sees_heading("Enter data");
    person.asks(
        "document.querySelector('[role=grid] [tabindex=\"0\"]').focus(); return true",
        &[],
    );
    person.keys("4");
    person.keys("2");
}

fn finds_the_cell_half_typed(person: &Person) {
    person.sees_heading("Enter data");
    let kept = person.waits_for(
        "const done = arguments[arguments.length - 1]
         const until = performance.now() + 4000
         const look = () => {
           const found = [...document.querySelectorAll('[role=grid] input')].some((field) => field.value.includes('42'))
           if (found || performance.now() > until) done(found)
           else setTimeout(look, 25)
         }
         look()",
        &[],
    );
    assert!(
        kept.is_some(),
        "the half-typed 42 stands in its cell again; the page says: {}",
        person.reads()
    );
}

fn brings_in(person: &Person, file: &std::path::Path) {
    person.machine.answers_next(file);
    person.press("Choose a file…");
    window::journey::goes_through_the_import(person);
}
