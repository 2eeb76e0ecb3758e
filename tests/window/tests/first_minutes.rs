//! The first five minutes of somebody who has never seen the app (ux.md 3): from the welcome screen to a summary
//! in their hands, in twenty actions.

use window::Person;
use window::journey::{a_spreadsheet, makes_a_vault, spends_the_first_minutes};

#[test]
fn a_stranger_imports_reads_a_scorecard_and_takes_a_summary_out_in_twenty_actions() {
    let person = Person::sits_down().unwrap();
    let summary = spends_the_first_minutes(&person);
    assert!(std::fs::read(&summary).unwrap().starts_with(b"%PDF"));
    assert!(person.actions() <= 20, "{} actions", person.actions());
}

#[test]
fn refused_columns_are_listed_without_a_value_and_leave_nothing_behind() {
    let person = Person::sits_down().unwrap();
    makes_a_vault(&person, "South team");
    let file = a_spreadsheet(&person);
    person.machine.answers_next(&file);
    person.press("Import a spreadsheet…");
    person.press("Choose a file…");
    person.sees("rows");
    person.press("Go on");
    person.sees_heading("What each column means");
    assert!(
        !person.reads().contains("QQ 12"),
        "no value of a refused column is ever shown"
    );
    person.press("Go on");
    person.sees("alias on the roster");
    window::journey::adds_whoever_is_new(&person);
    person.press("Go on");
    person.sees("Two columns will not be read");
    let said = person.reads();
    assert!(said.contains("NI number") && said.contains("Client name"));
    assert!(!said.contains("QQ 12") && !said.contains("Pat Client"));
    person.press("Cancel");
    person.sees_heading("Enter data");
    let machine = person.stands_up();
    let needle = b"Pat Client";
    let mut folders = vec![machine.everything().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path != file {
                let bytes = std::fs::read(&path).unwrap_or_default();
                let found = bytes.windows(needle.len()).any(|window| window == needle);
                assert!(!found, "{} holds a client's name", path.display());
            }
        }
    }
}
