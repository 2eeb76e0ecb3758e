//! What a chart says, for a person to proof-read: finding, sentences, labels and table of cells of every sort.

use crate::support::{Cell, SUBJECT, cell};
use charts::finding::Subject;
use charts::wording::{against_words, status_words, usual_range_words};
use charts::{Chart, chart_svg, legend, spc_chart};
use domain::figure::FigureStatus;
use domain::kpi::{Direction, Kind};
use domain::scorecard::Reading;
use std::fmt::Write;
use words::Words;

const AMARA: [i64; 15] = [6, 4, 7, 5, 3, 6, 8, 5, 4, 6, 5, 7, 4, 6, 3];
const GRACE: [i64; 54] = [
    6, 7, 5, 8, 6, 9, 7, 5, 6, 8, 7, 6, 9, 7, 8, 5, 7, 8, 6, 7, 9, 11, 10, 8, 12, 9, 10, 13, 9, 10,
    12, 8, 10, 12, 9, 11, 10, 9, 12, 10, 8, 11, 10, 9, 11, 7, 6, 7, 5, 6, 5, 5, 4, 3,
];

fn said(words: &Words, reading: &Reading, chart: &Chart) -> String {
    let mut text = format!("{}\n{}\n\n", chart.title, chart.sentence);
    let marks = [
        status_words(words, reading),
        usual_range_words(words, reading),
        against_words(words, reading.against),
    ];
    write!(
        text,
        "{}\n{}\n\n",
        marks.join(" · "),
        legend(words, reading, chart)
    )
    .unwrap();
    for label in &chart.texts {
        writeln!(text, "[{}]", label.text).unwrap();
    }
    write!(
        text,
        "\n{}\n{}\n",
        chart.table.caption,
        chart.table.columns.join(" | ")
    )
    .unwrap();
    for row in &chart.table.rows {
        writeln!(text, "{}", row.join(" | ")).unwrap();
    }
    text.replace('\u{a0}', "~")
}

fn check(name: &str, subject: Subject<'_>, cell: &Cell) {
    let words = Words::english();
    let reading = cell.read();
    let chart = spc_chart(&words, &reading, subject);
    if let Some(folder) = std::env::var_os("PLUMBLINE_KEEP") {
        let file = std::path::Path::new(&folder).join(format!("{name}.svg"));
        std::fs::write(file, chart_svg(&chart)).unwrap();
    }
    insta::assert_snapshot!(name, said(&words, &reading, &chart));
}

fn shares(met: &[i64], of: i64) -> Vec<Option<(i64, i64)>> {
    met.iter().map(|met| Some((*met, of))).collect()
}

fn amara() -> Cell {
    cell(Kind::Count, Direction::Up, "2025-09", "2026-12-03").counts(&AMARA)
}

#[test]
fn amaras_job_starts_are_usual_variation_and_the_target_is_sometimes_met() {
    check(
        "amara_job_starts",
        SUBJECT,
        &amara().baseline(12).target(6_000_000),
    );
}

#[test]
fn three_or_fewer_job_starts_come_one_month_in_five() {
    let words = Words::english();
    let reading = amara().baseline(12).target(6_000_000).read();
    let chance = charts::chance::chance_of_latest(&reading).unwrap();
    assert_eq!((chance.count, chance.one_in()), (3, 5), "story E1");
    assert!((chance.share - 0.20).abs() < 0.005);
    assert!(
        (chance.somebody(8) - 0.84).abs() < 0.01,
        "in a team of eight somebody is there"
    );
    assert!(
        (reading.expected.unwrap() - 5.7).abs() < 0.06,
        "months of 12 on target"
    );
    let chart = spc_chart(&words, &reading, SUBJECT);
    assert!(
        chart
            .sentence
            .contains("3 or fewer comes about 1 month in 5"),
        "{}",
        chart.sentence
    );
}

#[test]
fn graces_employer_conversations_fell_below_her_usual_range() {
    let subject = Subject {
        alias: "Grace",
        name: "Employer conversations",
    };
    let grace = cell(Kind::Count, Direction::Up, "2025-W49", "2026-12-10").counts(&GRACE);
    let grace = grace
        .phase("2026-W17", "employer desk opened")
        .target(8_000_000);
    check("grace_employer_conversations", subject, &grace);
}

#[test]
fn a_share_has_limits_of_its_own_in_every_month() {
    let met = [
        31, 35, 28, 33, 30, 36, 29, 34, 32, 30, 33, 35, 31, 34, 30, 33, 22,
    ];
    let of = [
        40, 44, 38, 41, 40, 45, 37, 43, 40, 39, 42, 44, 40, 43, 41, 42, 41,
    ];
    let amounts = met.into_iter().zip(of).map(Some);
    let attended = cell(Kind::Proportion, Direction::Up, "2025-07", "2026-12-03").figures(amounts);
    let subject = Subject {
        alias: "Carys",
        name: "Attendance",
    };
    check("carys_attendance", subject, &attended.target(850_000));
}

#[test]
fn few_figures_are_dots_and_a_median() {
    let few = cell(Kind::Count, Direction::Up, "2026-08", "2026-12-03").counts(&[4, 6, 5, 7]);
    check(
        "few_figures",
        Subject {
            alias: "Farid",
            name: "Job starts",
        },
        &few,
    );
}

#[test]
fn a_flat_series_says_until_when_it_was_flat() {
    let mut counts = [3; 18];
    counts[16] = 5;
    let flat = cell(Kind::Count, Direction::Up, "2025-06", "2026-12-03").counts(&counts);
    check(
        "flat",
        Subject {
            alias: "Ben",
            name: "Site visits",
        },
        &flat.baseline(14),
    );
}

#[test]
fn gaps_and_open_and_disputed_periods_are_told_apart() {
    let mut amounts: Vec<_> = AMARA
        .iter()
        .chain(&AMARA)
        .map(|count| Some((*count, 1)))
        .collect();
    for gap in [5, 11, 12] {
        amounts[gap] = None;
    }
    let mixed = cell(Kind::Count, Direction::Up, "2024-07", "2026-12-03").figures(amounts);
    let mixed = mixed
        .status(20, FigureStatus::Disputed)
        .status(26, FigureStatus::Provisional);
    check(
        "gaps_and_hollow_points",
        Subject {
            alias: "Esi",
            name: "CV checks",
        },
        &mixed,
    );
}

#[test]
fn a_missing_month_is_late() {
    let late = cell(Kind::Count, Direction::Up, "2025-09", "2027-01-03").counts(&AMARA);
    check("late", SUBJECT, &late);
}

#[test]
fn few_cases_cannot_be_called_low() {
    let met = [1, 2, 1, 3, 2, 1, 2, 2, 1, 3, 2, 1, 2, 1, 0];
    let few =
        cell(Kind::Proportion, Direction::Up, "2025-09", "2026-12-03").figures(shares(&met, 5));
    check(
        "few_cases",
        Subject {
            alias: "Dev",
            name: "In work at 13 weeks",
        },
        &few,
    );
}

#[test]
fn fewer_stalled_cases_are_better() {
    let met = [
        14, 15, 13, 16, 14, 15, 14, 13, 15, 14, 16, 14, 15, 6, 7, 5, 6, 4, 6, 5,
    ];
    let stalled = cell(Kind::Proportion, Direction::Down, "2025-04", "2026-12-03");
    let subject = Subject {
        alias: "Chloe",
        name: "Stalled cases",
    };
    check(
        "chloe_stalled_cases",
        subject,
        &stalled.figures(shares(&met, 40)).baseline(13),
    );
}

#[test]
fn a_rate_is_out_of_days_and_a_neutral_kpi_is_neither_good_nor_bad() {
    let contacts = [90, 95, 88, 99, 92, 91, 97, 90, 94, 96, 89, 93, 95, 140, 92];
    let days = [19, 20, 18, 21, 20, 19, 20, 18, 20, 21, 19, 20, 20, 19, 20];
    let amounts = contacts
        .into_iter()
        .zip(days)
        .map(|(count, days)| Some((count, days * 1000)));
    let rate = cell(Kind::Rate, Direction::Neutral, "2025-09", "2026-12-03").by_data();
    check(
        "contacts_per_day",
        Subject {
            alias: "Hugo",
            name: "Contacts per day",
        },
        &rate.figures(amounts),
    );
}

#[test]
fn a_measured_value_is_fitted_and_nothing_at_all_says_so() {
    let scores = [80, 82, 81, 79, 83, 80, 81, 84, 80, 82, 81, 80, 83, 82];
    let values = scores.into_iter().map(|score| Some((score * 12, 12)));
    let score = cell(Kind::Value, Direction::Up, "2025-10", "2026-12-03").figures(values);
    check(
        "client_experience",
        Subject {
            alias: "Ben",
            name: "Client experience",
        },
        &score,
    );
    let nothing = cell(Kind::Count, Direction::Up, "2025-10", "2026-12-03");
    check(
        "nothing_recorded",
        Subject {
            alias: "Ben",
            name: "Job starts",
        },
        &nothing,
    );
}
