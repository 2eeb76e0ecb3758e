//! Identifiers of people, where they may not be.

use super::{Case, Fate, bytes};
use crate::refusal::FileRefusal::Identifier;
use std::fmt::Write as _;

fn with(name: &'static str, fate: Fate, heading: &str, cells: [&str; 3]) -> Case {
    let mut text = format!("adviser,period,kpi,numerator,denominator,{heading}\n");
    for (adviser, cell) in ["Amara", "Bryn", "Ceri"].into_iter().zip(cells) {
        writeln!(text, "{adviser},2026-08,Attendance,4,9,{cell}").unwrap();
    }
    bytes(name, fate, text)
}

fn in_place(name: &'static str, fate: Fate, rows: [&str; 3]) -> Case {
    let mut text = "adviser,period,kpi,numerator,denominator\n".to_owned();
    for row in rows {
        writeln!(text, "{row},4,9").unwrap();
    }
    bytes(name, fate, text)
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
pub(super) fn cases() -> Vec<Case> {
    let whole = Fate::Read(3, 0);
    let refused = Fate::Refused(Identifier);
    vec![
        in_place(
            "e-mail addresses for advisers",
            refused,
            [
                "a@example.org,2026-08,Attendance",
                "b@example.org,2026-08,Attendance",
                "c@example.org,2026-08,Attendance",
            ],
        ),
        in_place(
            "National Insurance numbers for advisers",
            refused,
            [
                "AB 12 34 56 C,2026-08,Attendance",
                "CE 98 76 54 A,2026-08,Attendance",
                "JG 10 37 59 B,2026-08,Attendance",
            ],
        ),
        in_place(
            "NHS numbers for KPIs",
            refused,
            [
                "Amara,2026-08,943 476 5919",
                "Bryn,2026-08,943 476 5919",
                "Ceri,2026-08,943 476 5919",
            ],
        ),
        in_place(
            "a telephone number among advisers",
            refused,
            [
                "Amara,2026-08,Attendance",
                "Bryn,2026-08,Attendance",
                "07700 900123,2026-08,Attendance",
            ],
        ),
        with(
            "a column of National Insurance numbers",
            whole,
            "NI number",
            ["AB 12 34 56 C", "CE 98 76 54 A", "JG 10 37 59 B"],
        ),
        with(
            "a column of e-mail addresses",
            whole,
            "contact",
            ["a@example.org", "b@example.org", "c@example.org"],
        ),
        with(
            "a column of dates of birth",
            whole,
            "date of birth",
            ["1980-02-03", "1991-04-05", "1975-06-07"],
        ),
        with(
            "a column of client names",
            whole,
            "client name",
            ["Sam Example", "Kim Sample", "Jo Trial"],
        ),
        with(
            "a column of postcodes",
            whole,
            "postcode",
            ["LS1 4AP", "M1 1AE", "EC1A 1BB"],
        ),
        with(
            "a telephone number in one note",
            Fate::Read(2, 1),
            "note",
            ["quiet month", "ring 07700 900123", "two bank holidays"],
        ),
        with(
            "an e-mail address in one note",
            Fate::Read(2, 1),
            "note",
            ["quiet month", "see kim@example.org", "two bank holidays"],
        ),
    ]
}
