//! Every screen in the real window: nothing that axe finds wrong in light and dark, and every control within reach
//! of the Tab key.

use thirtyfour::Key;
use window::{Person, journey, look};

/// Looks at the screen that is there now.
fn look_at(person: &Person, name: &str, faults: &mut Vec<String>) {
    for theme in ["light", "dark"] {
        look::wears(person, theme);
        faults.extend(
            look::violations(person)
                .into_iter()
                .map(|fault| format!("{name}, {theme}: {fault}")),
        );
    }
    look::wears(person, "light");
    let (missed, all) = look::unreached(person);
    assert!(all > 0, "{name} has controls");
    faults.extend(
        missed
            .into_iter()
            .map(|control| format!("{name}: Tab does not reach {control}")),
    );
}

#[test]
fn every_screen_before_a_vault_is_open_can_be_seen_and_reached() {
    let person = Person::sits_down().unwrap();
    let mut faults = Vec::new();
    person.sees_heading("Plumbline");
    look_at(&person, "welcome", &mut faults);
    let path = person.machine.files().join("West team.plumb");
    person.machine.answers_next(&path);
    person.press("Create");
    person.sees("Where should the vault lie?");
    look_at(&person, "place", &mut faults);
    person.press("Choose a place…");
    person.press("Continue");
    person.sees("Choose a passphrase");
    look_at(&person, "passphrase", &mut faults);
    journey::chooses_a_passphrase(&person);
    person.sees_heading("Keep your recovery code");
    look_at(&person, "recovery code", &mut faults);
    // Walking into the fields has covered the groups they ask for.
    person.press("Show all again");
    journey::types_the_code_back(&person);
    person.sees_heading("Overview");
    look_at(&person, "empty overview", &mut faults);
    person.press("Lock");
    person.sees_heading("Unlock");
    look_at(&person, "unlock", &mut faults);
    person.follows("Use recovery code");
    person.sees_heading("Use your recovery code");
    look_at(&person, "recover", &mut faults);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_screen_of_an_open_vault_can_be_seen_and_reached() {
    let person = Person::sits_down().unwrap();
    let mut faults = Vec::new();
    journey::opens_the_sample(&person);
    look_at(&person, "overview", &mut faults);
    let places = [
        ("#/advisers", "Advisers"),
        ("#/advisers/new", "Add adviser"),
        ("#/teams", "Teams"),
        ("#/figures", "Enter data"),
        ("#/intake", "Import a spreadsheet"),
        ("#/intake/batches", "Past imports"),
        ("#/releases", "Export"),
        ("#/releases/new", "New summary"),
        ("#/privacy", "Data protection"),
        ("#/privacy/journal", "Activity journal"),
        ("#/kpis", "KPIs"),
        ("#/kpis?amend=new", "New local KPI"),
        ("#/settings", "Settings"),
        ("#/help", "Help"),
        ("#/about", "About Plumbline"),
    ];
    for (address, heading) in places {
        let go = "location.hash = arguments[0]; return true";
        person.asks(go, &[serde_json::json!(address)]);
        person.sees_heading(heading);
        look_at(&person, heading, &mut faults);
    }
    person.asks("location.hash = '#/overview'; return true", &[]);
    person.follows("Grace");
    person.sees_heading("Grace");
    look_at(&person, "scorecard", &mut faults);
    person.follows("Chart");
    person.sees("How this was worked out");
    look_at(&person, "chart", &mut faults);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_step_of_an_import_and_a_summary_can_be_seen_and_reached() {
    let person = Person::sits_down().unwrap();
    let mut faults = Vec::new();
    journey::makes_a_vault(&person, "East team");
    let file = journey::a_spreadsheet(&person);
    person.machine.answers_next(&file);
    person.press("Import a spreadsheet…");
    person.press("Choose a file…");
    journey::looks_through_the_import(&person, &mut |step| look_at(&person, step, &mut faults));
    person.press("See the overview");
    person.sees_heading("Overview");
    person.keys(Key::Control + "k");
    person.sees("Go to");
    look_at(&person, "palette", &mut faults);
    person.keys(Key::Escape);
    person.follows("Amara");
    person.sees_heading("Amara");
    person.follows("Details");
    person.sees_heading("Details of Amara");
    look_at(&person, "details of an adviser", &mut faults);
    person.goes_to("#/teams");
    person.press("Add a team");
    person.sees("Programme");
    look_at(&person, "a dialog", &mut faults);
    person.keys(Key::Escape);
    person.goes_to("#/releases/new");
    person.press("Show what would go out");
    person.sees("What was tested");
    look_at(&person, "preview of a summary", &mut faults);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
