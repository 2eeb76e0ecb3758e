//! The tour: the main job through the real window, with a picture of every stop. `cargo xtask run` plays it where
//! there is no display; pictures and files are left in the folder that `PLUMBLINE_TOUR` names.

#![expect(clippy::print_stdout, reason = "the tour says where it is")]

use std::path::{Path, PathBuf};
use thirtyfour::error::WebDriverError;
use window::journey::{PASSPHRASE, a_spreadsheet, chooses_a_passphrase, types_the_code_back};
use window::{Person, look};

fn main() -> Result<(), WebDriverError> {
    let folder = std::env::var_os("PLUMBLINE_TOUR")
        .map_or_else(|| PathBuf::from("target/tour"), PathBuf::from);
    drop(std::fs::create_dir_all(&folder));
    own_team(&folder)?;
    sample_team(&folder)
}

fn stop(person: &Person, folder: &Path, name: &str) {
    println!("  {name}");
    person.takes_picture(&folder.join(format!("{name}.png")));
}

/// Create, import, scorecard, release, with a spreadsheet of one's own.
fn own_team(folder: &Path) -> Result<(), WebDriverError> {
    println!("A vault of one's own:");
    let person = Person::sits_down()?;
    stop(&person, folder, "01 welcome");
    let files = person.machine.files();
    person.machine.answers_next(&files.join("North team.plumb"));
    person.press("Create");
    person.press("Choose a place…");
    stop(&person, folder, "02 place");
    person.press("Continue");
    chooses_a_passphrase(&person);
    person.sees_heading("Keep your recovery code");
    stop(&person, folder, "03 recovery code");
    types_the_code_back(&person);
    person.sees_heading("Overview");
    stop(&person, folder, "04 empty overview");
    import(&person, folder);
    person.press("See the overview");
    person.sees_heading("Overview");
    person.sees("Amara");
    stop(&person, folder, "08 overview");
    take_out(&person, folder);
    person.press("Lock");
    person.sees_heading("Unlock");
    stop(&person, folder, "13 locked");
    keep_files(&files, folder);
    Ok(())
}

fn import(person: &Person, folder: &Path) {
    let file = a_spreadsheet(person);
    person.machine.answers_next(&file);
    person.press("Import a spreadsheet…");
    person.press("Choose a file…");
    person.sees("rows");
    person.press("Go on");
    person.sees_heading("What each column means");
    stop(person, folder, "05 columns");
    person.press("Go on");
    person.sees("alias on the roster");
    window::journey::adds_whoever_is_new(person);
    person.press("Go on");
    person.sees("will not be read");
    stop(person, folder, "06 import");
    person.press("Go on");
    person.sees("rows can be read");
    stop(person, folder, "07 check");
    person.press("Import");
    person.sees("figures are in");
}

fn take_out(person: &Person, folder: &Path) {
    let files = person.machine.files();
    person.follows("Amara");
    person.sees_heading("Amara");
    stop(person, folder, "09 own scorecard");
    person.machine.answers_next(&files.join("scorecard.pdf"));
    person.press("Scorecard PDF");
    person.sees("Saved as scorecard.pdf");
    person.follows("Export");
    person.press("New summary");
    person.sees_heading("New summary");
    stop(person, folder, "10 what to release");
    person.press("Show what would go out");
    person.sees("What was tested");
    stop(person, folder, "11 own release");
    person.machine.answers_next(&files.join("summary.pdf"));
    person.press("Write the summary…");
    person.sees("Written as");
    stop(person, folder, "12 register");
}

/// The sample team: what two years of figures look like.
fn sample_team(folder: &Path) -> Result<(), WebDriverError> {
    println!("The sample team:");
    let person = Person::sits_down()?;
    window::journey::opens_the_sample(&person);
    stop(&person, folder, "overview");
    look::wears(&person, "dark");
    stop(&person, folder, "overview-dark");
    look::wears(&person, "light");
    person.follows("Grace");
    person.sees_heading("Grace");
    stop(&person, folder, "scorecard");
    person.follows("Chart");
    person.sees("How this was worked out");
    stop(&person, folder, "chart");
    person.follows("Enter data");
    person.sees_heading("Enter data");
    stop(&person, folder, "enter data");
    person.follows("Export");
    person.press("New summary");
    person.press("Show what would go out");
    person.sees("What was tested");
    stop(&person, folder, "release");
    person.follows("Data protection");
    person.sees_heading("Data protection");
    stop(&person, folder, "data protection");
    Ok(())
}

/// What the main job wrote stays with its pictures; the vault opens with the passphrase of the tour.
fn keep_files(files: &Path, folder: &Path) {
    let Ok(entries) = std::fs::read_dir(files) else {
        return;
    };
    for entry in entries.flatten() {
        drop(std::fs::copy(entry.path(), folder.join(entry.file_name())));
    }
    println!("  The passphrase of North team.plumb is “{PASSPHRASE}”.");
}
