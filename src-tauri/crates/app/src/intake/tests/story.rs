//! Story E5, step 1: the team's workbook comes in.

use super::{Desk, creating, reasons};
use crate::intake::undo_batch;
use std::fmt::Write as _;

const KPIS: [&str; 12] = [
    "K02", "K05", "K06", "K10", "K11", "K17", "K18", "K22", "K25", "K30", "K34", "K09",
];
const ADVISERS: [&str; 8] = [
    "Amara", "Ben", "Chloe", "Dev", "Esi", "Farid", "Grace", "Hugo",
];

/// Months of the workbook, counted from November 2024 to November 2026.
fn month(place: u32) -> (u32, u32) {
    let month = 10 + place;
    (2024 + month / 12, month % 12 + 1)
}

/// The team's workbook, with everything that is wrong with it.
fn workbook() -> String {
    let mut text = "Adviser,Month,NI number,Client name".to_owned();
    for kpi in KPIS {
        write!(text, ",{kpi} num,{kpi} den").unwrap();
    }
    text.push('\n');
    for (person, adviser) in (0..).zip(ADVISERS) {
        for place in 0..25 {
            let is_there = match adviser {
                "Farid" => place >= 21,
                "Hugo" => place < 24,
                _ => true,
            };
            if is_there {
                row(&mut text, adviser, person, place);
            }
        }
    }
    // Farid joined in August 2026, so that his July is one too many.
    row(&mut text, "Farid", 5, 20);
    text.push_str("Total,,,");
    for _ in KPIS {
        text.push_str(",1200,1500");
    }
    text.push('\n');
    text
}

fn row(text: &mut String, adviser: &str, person: u32, place: u32) {
    let (year, month) = month(place);
    let date = match (adviser, place) {
        ("Ben", 3) | ("Esi", 7) => "31/02/2026".to_owned(),
        _ if place.is_multiple_of(3) => format!("28/{month}/{year}"),
        _ => format!("{:02}/{month:02}/{year}", 1 + person),
    };
    write!(
        text,
        "{adviser},{date},QQ{:06}C,Sam Example",
        person * 100 + place
    )
    .unwrap();
    for (number, _) in (0u32..).zip(KPIS) {
        let is_above = adviser == "Chloe" && place == 5 && number == 4;
        let (part, whole) = if is_above {
            (74, 71)
        } else {
            (20 + (person + place + number) % 30, 60)
        };
        write!(text, ",{part},{whole}").unwrap();
    }
    text.push('\n');
}

fn harbour() -> Desk {
    Desk::with_team(&[
        ("Amara", None, None),
        ("Ben", None, None),
        ("Chloe", None, None),
        ("Dev", None, None),
        ("Esi", None, None),
        ("Farid", Some("2026-08-03"), None),
        ("Grace", None, None),
        ("Hugo", None, Some("2026-10-30")),
    ])
}

#[test]
fn a_workbook_comes_in_with_its_faults_named_and_goes_out_whole() {
    let mut desk = harbour();
    let file = desk.choose(&workbook());
    let before = desk.digest();
    let plan = desk.plan(&file, &creating());
    assert_eq!(
        (plan.rows, plan.accepted, plan.rejected, plan.total_rows),
        (179, 175, 4, 1)
    );
    let refused: Vec<_> = plan
        .refused_columns
        .iter()
        .map(|one| (one.heading.as_str(), one.reason.as_str()))
        .collect();
    assert_eq!(
        refused,
        [("NI number", "nino"), ("Client name", "name_like")]
    );
    assert_eq!(plan.refused_columns[0].shape, "AA999999A");
    let mut found: Vec<_> = reasons(&plan)
        .into_iter()
        .map(|(_, reason)| reason)
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "bad_date",
            "bad_date",
            "before_joining",
            "numerator_above_denominator"
        ]
    );
    assert!(plan.new_advisers.is_empty() && plan.blocked.is_empty());
    assert_eq!(
        plan.dates
            .as_deref()
            .map(|words| words.starts_with("day first, proved by ")),
        Some(true)
    );
    assert_eq!(desk.digest(), before, "a dry run writes nothing");

    goes_in_and_out(&mut desk, &file, plan.figures_new);
}

fn goes_in_and_out(desk: &mut Desk, file: &str, new: u32) {
    let before = desk.digest();
    let imported = desk.run(file, &creating());
    assert_eq!((imported.accepted, imported.rejected), (175, 4));
    assert_eq!(
        (imported.figures_new, u64::from(imported.figures_new)),
        (new, desk.figures())
    );
    assert_eq!(imported.figures_new, 175 * 12);
    assert_ne!(desk.digest(), before);

    let undone = undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!((undone.removed, undone.kept.len()), (175 * 12, 0));
    assert_eq!(desk.digest(), before, "the batch is gone whole");
    assert_eq!(desk.figures(), 0);
}

#[test]
fn nothing_of_a_refused_column_is_shown_or_kept() {
    let mut desk = harbour();
    let file = desk.choose(&workbook());
    let plan = desk.plan(&file, &creating());
    let shown = serde_json::to_string(&plan).unwrap();
    assert!(
        !shown.contains("QQ0") && !shown.contains("Sam Example"),
        "{shown}"
    );
}
