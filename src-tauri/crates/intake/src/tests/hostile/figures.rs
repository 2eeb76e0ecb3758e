//! Cells that are no numbers, or want to be more than text.

use super::{Case, Fate, bytes, with_row};

/// Adds one row to three good ones, and says whether it is taken.
fn row(name: &'static str, is_taken: bool, row: &str) -> Case {
    let fate = if is_taken {
        Fate::Read(4, 0)
    } else {
        Fate::Read(3, 1)
    };
    bytes(name, fate, with_row(row))
}

pub(super) fn cases() -> Vec<Case> {
    [numbers(), formulas(), letters(), rows()]
        .into_iter()
        .flatten()
        .collect()
}

fn numbers() -> Vec<Case> {
    vec![
        row(
            "a number below nought",
            false,
            "Dai,2026-08,Attendance,-4,9",
        ),
        row(
            "a number in exponents",
            false,
            "Dai,2026-08,Attendance,1e999,9",
        ),
        row(
            "a number in base 16",
            false,
            "Dai,2026-08,Attendance,0x10,99",
        ),
        row(
            "digits of another script",
            false,
            "Dai,2026-08,Attendance,٤,9",
        ),
        row("wide digits", false, "Dai,2026-08,Attendance,４,9"),
        row("infinity", false, "Dai,2026-08,Attendance,inf,9"),
        row("no number", false, "Dai,2026-08,Attendance,NaN,9"),
        row(
            "a number beyond belief",
            false,
            "Dai,2026-08,Attendance,99999999999999999999,9",
        ),
        row(
            "a per cent out of nothing",
            false,
            "Dai,2026-08,Attendance,72%,",
        ),
        row("a decimal comma", false, "Dai,2026-08,Attendance,\"4,5\",9"),
        row(
            "thousands",
            true,
            "Dai,2026-08,Attendance,\"1,204\",\"2,000\"",
        ),
        row("a blank number", false, "Dai,2026-08,Attendance,,9"),
        row("a dash for a number", false, "Dai,2026-08,Attendance,-,9"),
        row("words for a number", false, "Dai,2026-08,Attendance,four,9"),
        row(
            "spreadsheet errors as text",
            false,
            "Dai,2026-08,Attendance,#DIV/0!,9",
        ),
    ]
}

fn formulas() -> Vec<Case> {
    vec![
        row(
            "a formula for a number",
            false,
            "Dai,2026-08,Attendance,=1+1,9",
        ),
        row(
            "a command for a number",
            false,
            "Dai,2026-08,Attendance,=cmd|'/c calc'!A1,9",
        ),
        row(
            "a link for a number",
            false,
            "Dai,2026-08,Attendance,\"=HYPERLINK(\"\"http://x\"\")\",9",
        ),
        row("a formula for a name", true, "=1+1,2026-08,Attendance,4,9"),
        row(
            "an at sign for a name",
            true,
            "@SUM(A1),2026-08,Attendance,4,9",
        ),
        row(
            "a plus before a number",
            true,
            "Dai,2026-08,Attendance,+4,9",
        ),
    ]
}

fn letters() -> Vec<Case> {
    vec![
        row(
            "a script for a name",
            true,
            "<script>alert(1)</script>,2026-08,Attendance,4,9",
        ),
        row(
            "a picture for a KPI",
            true,
            "Dai,2026-08,<img src=x onerror=alert(1)>,4,9",
        ),
        row(
            "a letter that turns the line round",
            false,
            "Dai\u{202e}iaD,2026-08,Attendance,4,9",
        ),
        row(
            "a letter that rings",
            false,
            "Dai\u{7},2026-08,Attendance,4,9",
        ),
        row(
            "a letter of no width",
            false,
            "Da\u{200b}i,2026-08,Attendance,4,9",
        ),
        row(
            "a name of 300 letters",
            false,
            &format!("{},2026-08,Attendance,4,9", "n".repeat(300)),
        ),
        row(
            "SQL for a name",
            true,
            "'; DROP TABLE figures; --,2026-08,Attendance,4,9",
        ),
        row(
            "a path for a name",
            true,
            "../../etc/passwd,2026-08,Attendance,4,9",
        ),
    ]
}

fn rows() -> Vec<Case> {
    vec![
        row("no adviser", false, ",2026-08,Attendance,4,9"),
        row("no KPI", false, "Dai,2026-08,,4,9"),
        row("a row without its period", false, "Dai,,Attendance,4,9"),
        row(
            "the same row twice",
            false,
            "Amara,2026-08,Attendance,46,60",
        ),
        row(
            "the same row in other letters",
            false,
            "AMARA ,2026-08,attendance,46,60",
        ),
        bytes(
            "a total below",
            Fate::Read(3, 0),
            with_row("Total,2026-08,Attendance,135,176"),
        ),
        bytes(
            "the headings again",
            Fate::Read(3, 1),
            with_row("adviser,period,kpi,numerator,denominator"),
        ),
    ]
}
