//! Stretches of the way through the app that several tests and the tour go: a vault is made, the sample team is
//! opened, a spreadsheet is brought in.

use crate::person::Person;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The passphrase of all vaults made here.
pub const PASSPHRASE: &str = "violet anchor teaspoon marathon";

/// Groups of the recovery code on the screen, and the numbers of those asked back.
fn code_on_screen(person: &Person) -> (Vec<String>, Vec<usize>) {
    let script = "return [...document.querySelectorAll('ol .group')].map((group) => group.textContent.trim())";
    let groups = person.asks(script, &[]);
    let texts = groups
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group.as_str().unwrap_or_default().to_owned());
    let asked = "return [...document.querySelectorAll('input[id^=group-]')].map((field) => Number(field.id.slice(6)))";
    let asked = person.asks(asked, &[]);
    let numbers = asked
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|number| usize::try_from(number.as_u64()?).ok());
    (texts.collect(), numbers.collect())
}

/// Makes a vault from the welcome screen on; gives its path. Ends on the overview.
pub fn makes_a_vault(person: &Person, name: &str) -> PathBuf {
    let path = person.machine.files().join(format!("{name}.plumb"));
    person.machine.answers_next(&path);
    person.press("Create");
    person.press("Choose a place…");
    person.sees(name);
    person.press("Continue");
    chooses_a_passphrase(person);
    types_the_code_back(person);
    person.sees_heading("Overview");
    path
}

/// Types the passphrase twice and goes on with Enter.
pub fn chooses_a_passphrase(person: &Person) {
    person.types("Passphrase", PASSPHRASE);
    person.types("Passphrase again", &format!("{PASSPHRASE}\u{e007}"));
}

/// Types the groups asked for, the last with Enter; gives all seven.
pub fn types_the_code_back(person: &Person) -> Vec<String> {
    person.sees_heading("Keep your recovery code");
    let (groups, asked) = code_on_screen(person);
    assert_eq!(
        (groups.len(), asked.len()),
        (7, 2),
        "seven groups are shown, two are asked"
    );
    for (at, number) in asked.iter().enumerate() {
        let enter = if at + 1 == asked.len() {
            "\u{e007}"
        } else {
            ""
        };
        let group = groups.get(number - 1).unwrap();
        person.types(&format!("Group {number}"), &format!("{group}{enter}"));
    }
    groups
}

/// Opens the sample team from the welcome screen. Ends on the overview.
pub fn opens_the_sample(person: &Person) {
    person.press("Try");
    person.sees("SAMPLE:");
    person.sees_heading("Overview");
}

/// A spreadsheet as a manager has it: eight people, 25 months, two columns that must not come in, a total row.
pub fn a_spreadsheet(person: &Person) -> PathBuf {
    let aliases = [
        "Amara", "Ben", "Chloe", "Dev", "Esi", "Farid", "Grace", "Hana",
    ];
    let mut text =
        "Adviser,Month,Job starts,Attended num,Attended den,NI number,Client name\n".to_owned();
    let mut spin: u32 = 7;
    let mut draw = |below: u32| {
        spin = spin.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (spin >> 16) % below
    };
    for (at, alias) in aliases.iter().enumerate() {
        for month in 0..25_u32 {
            let (year, number) = (2024 + (month + 10) / 12, (month + 10) % 12 + 1);
            let booked = 40 + draw(20);
            let attended = booked - draw(15);
            let row = format!(
                "{alias},{number:02}/{year},{},{attended},{booked},QQ 12 34 {:02} C,Pat Client{at}",
                3 + draw(5),
                10 + draw(80)
            );
            let _written = writeln!(text, "{row}");
        }
    }
    text.push_str("Total,,1000,,,,\n");
    let path = person.machine.files().join("team figures.csv");
    std::fs::write(&path, text).unwrap();
    path
}

/// From the chosen file to the end of the import, adding whoever is new.
pub fn goes_through_the_import(person: &Person) {
    looks_through_the_import(person, &mut |_| {});
}

/// The same, with a look at each step, which is named.
pub fn looks_through_the_import(person: &Person, look: &mut dyn FnMut(&str)) {
    person.sees("rows");
    look("import: the file");
    person.press("Go on");
    person.sees_heading("What each column means");
    look("import: columns");
    person.press("Go on");
    person.sees("alias on the roster");
    look("import: dates and people");
    adds_whoever_is_new(person);
    person.press("Go on");
    person.sees("will not be read");
    look("import: refused at the door");
    person.press("Go on");
    person.sees("rows can be read");
    look("import: check");
    person.press("Import");
    person.sees("figures are in");
    look("import: done");
}

/// The first minutes of a stranger: from the welcome screen to a summary in their hands, whose path it gives.
pub fn spends_the_first_minutes(person: &Person) -> PathBuf {
    makes_a_vault(person, "North team");
    let file = a_spreadsheet(person);
    person.machine.answers_next(&file);
    person.press("Import a spreadsheet…");
    person.press("Choose a file…");
    goes_through_the_import(person);
    person.press("See the overview");
    person.follows("Amara");
    person.sees_heading("Amara");
    person.sees("Not changed");
    person.follows("Export");
    let summary = person.machine.files().join("summary.pdf");
    person.machine.answers_next(&summary);
    person.press("New summary");
    person.press("Show what would go out");
    person.sees("What was tested");
    person.press("Write the summary…");
    person.sees("Written as");
    summary
}

/// Ticks whatever the import asks to add and has not ticked itself.
pub fn adds_whoever_is_new(person: &Person) {
    let open = "return [...document.querySelectorAll('main input[type=checkbox]:not(:checked)')]
        .map((box) => box.labels[0]?.textContent.trim() ?? '')";
    let open = person.asks(open, &[]);
    for label in open.as_array().unwrap() {
        person.chooses(label.as_str().unwrap_or_default());
    }
}
