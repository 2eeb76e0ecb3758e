//! Two files as a manager has them, for showing the main job: a roster as a workbook and 25 months of figures as
//! CSV, with what such files bring along: a column that identifies clients, a date that does not exist, a total.
//! Made up by a fixed rule; the same day gives the same bytes.

use crate::app::App;
use crate::error::AppError;
use crate::files;
use chrono::{Datelike, Months, NaiveDate};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const MONTHS: u32 = 25;
const PEOPLE: [(&str, &str, &str); 8] = [
    ("Amara", "North", "2023-04-03"),
    ("Ben", "North", "2022-09-05"),
    ("Chloe", "South", "2021-01-11"),
    ("Dev", "North", "2023-06-19"),
    ("Esi", "South", "2022-02-28"),
    ("Farid", "South", "2020-11-02"),
    ("Grace", "North", "2019-08-12"),
    ("Hana", "South", "2023-01-09"),
];

/// Where the two files lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// The roster, a workbook.
    pub roster: PathBuf,
    /// The figures, CSV.
    pub figures: PathBuf,
}

/// Writes both files into a folder.
pub fn write_inputs(app: &App, folder: &Path) -> Result<Inputs, AppError> {
    let today = app.today();
    let inputs = Inputs {
        roster: folder.join("roster.xlsx"),
        figures: folder.join("figures.csv"),
    };
    let day = crate::releases::report::day_parts(today);
    files::write(
        &inputs.roster,
        &output::xlsx_rows(day, "Roster", &roster())?,
    )?;
    files::write(&inputs.figures, figures(today).as_bytes())?;
    Ok(inputs)
}

fn roster() -> Vec<Vec<String>> {
    let head = ["Adviser", "Site", "Started", "FTE"]
        .map(str::to_owned)
        .to_vec();
    let people = PEOPLE.iter().map(|(alias, site, started)| {
        let fte = if *alias == "Farid" { "0.8" } else { "1.0" };
        [alias, site, started, fte].map(str::to_owned).to_vec()
    });
    std::iter::once(head).chain(people).collect()
}

fn figures(today: NaiveDate) -> String {
    let mut draw = Draw(20_261_203);
    let mut text = "Adviser,Month,Job starts,Attended num,Attended den,NI number\n".to_owned();
    let first = today.with_day(1).unwrap_or(today);
    for (alias, _, _) in PEOPLE {
        for back in (1..=MONTHS).rev() {
            let Some(month) = first.checked_sub_months(Months::new(back)) else {
                continue;
            };
            let booked = 40 + draw.below(20);
            let attended = booked - draw.below(16);
            let starts = 2 + draw.below(5) + draw.below(3);
            let number = 100_000 + draw.below(800_000);
            let _written = writeln!(
                text,
                "{alias},{},{starts},{attended},{booked},QQ{number}C",
                month.format("%Y-%m")
            );
        }
    }
    text.push_str("Amara,31/02/2026,4,50,52,QQ123456C\nTotal,,1000,9000,10000,\n");
    text
}

/// Draws by a fixed rule (Numerical Recipes' linear congruence): a demonstration needs no chance.
struct Draw(u32);

impl Draw {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_the_same_on_the_same_day_and_hold_what_must_be_turned_away() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 3).unwrap();
        let text = figures(day);
        assert_eq!(text, figures(day));
        assert_eq!(text.lines().count(), 1 + 8 * 25 + 2);
        assert!(text.contains("Amara,2024-11,") && text.contains("Hana,2026-11,"));
        assert!(text.contains("31/02/2026") && text.contains("QQ") && text.contains("Total"));
    }
}
