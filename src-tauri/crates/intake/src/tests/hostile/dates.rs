//! Periods that are none, or that can be read in two ways.

use super::{Case, Fate, bytes};
use std::fmt::Write;

/// Two rows with real months and one with this period.
fn period(name: &'static str, is_taken: bool, text: &str) -> Case {
    let fate = if is_taken {
        Fate::Read(3, 0)
    } else {
        Fate::Read(2, 1)
    };
    bytes(name, fate, rows(&["2026-07", "2026-08", text]))
}

fn rows(periods: &[&str]) -> String {
    let mut text = "adviser,period,kpi,numerator,denominator\n".to_owned();
    for (number, period) in periods.iter().enumerate() {
        writeln!(text, "Amara {number},{period},Attendance,4,9").unwrap();
    }
    text
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        period("month 13", false, "2026-13"),
        period("month 0", false, "2026-00"),
        period("a period in words", true, "August 2026"),
        period("a period that is a name", false, "Amara"),
        period("a period that is a number", false, "12345678901"),
        period("a year alone", false, "2026"),
        period("a quarter among months", false, "2026-Q3"),
        period("a week among months", false, "2026-W33"),
        period("a period of 10,000 letters", false, &"2".repeat(10_000)),
        bytes(
            "31 February",
            Fate::Read(2, 1),
            rows(&["28/02/2026", "13/02/2026", "31/02/2026"]),
        ),
        bytes(
            "29 February of no leap year",
            Fate::Read(2, 1),
            rows(&["2026-02-27", "2026-02-28", "2026-02-29"]),
        ),
        bytes(
            "dates both orders fit",
            Fate::Read(0, 3),
            rows(&["03/04/2026", "04/05/2026", "05/06/2026"]),
        ),
        bytes(
            "dates of both orders",
            Fate::Read(2, 1),
            rows(&["13/04/2026", "04/13/2026", "05/06/2026"]),
        ),
        bytes(
            "one date proves the order",
            Fate::Read(3, 0),
            rows(&["13/04/2026", "04/05/2026", "05/06/2026"]),
        ),
        bytes(
            "years of two digits",
            Fate::Read(3, 0),
            rows(&["13/04/26", "14/05/26", "15/06/26"]),
        ),
    ]
}
