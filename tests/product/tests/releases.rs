//! Summaries that go out, of the made-up Harbour team.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests, where what is missing is a failed test"
)]

use std::fmt::Write as _;

use product::Workplace;
use serde_json::Value;
use std::time::Instant;

const TABLE: &str = r#"{ "grain": "month", "from": "2026-09", "to": "2026-10", "kpis": [] }"#;

fn line<'a>(out: &'a str, profile: &'a str) -> [&'a str; 6] {
    ["--table", "table.json", "--profile", profile, "--out", out]
}

#[test]
fn a_second_summary_of_the_same_months_is_refused() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    place.write("table.json", TABLE);
    assert_eq!(place.ask("releases", &[]).as_array().unwrap().len(), 0);

    let dry = place.ask(
        "release",
        &[
            "--table",
            "table.json",
            "--profile",
            "internal",
            "--dry-run",
        ],
    );
    assert!(dry["written"].is_null());
    assert_eq!(
        place.ask("releases", &[]).as_array().unwrap().len(),
        0,
        "judging enters nothing"
    );

    let first = place.ask("release", &line("a.csv", "internal"));
    assert_eq!(first["written"], "a.csv");
    assert_eq!(first["beside"], "a.report.txt");
    assert!(first["shown"].as_u64() > Some(0), "{first}");
    assert_eq!(place.ask("releases", &[]).as_array().unwrap().len(), 1);

    let second = place.open("release", &line("b.csv", "partner")).ended(1);
    assert!(!second.err.is_empty(), "it says why");
    for name in ["b.csv", "b.report.txt"] {
        assert!(!place.names().contains(&name.to_owned()), "{name}");
    }
    assert_eq!(place.ask("releases", &[]).as_array().unwrap().len(), 1);
}

#[test]
fn a_summary_as_csv_has_its_risk_report_beside_it() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    place.write("table.json", TABLE);
    let told = place.ask("release", &line("a.csv", "internal"));
    let report = String::from_utf8(place.read("a.report.txt")).unwrap();
    for section in told["report"].as_array().unwrap() {
        for sentence in section["sentences"].as_array().unwrap() {
            let sentence = sentence.as_str().unwrap();
            assert!(report.contains(sentence), "{sentence}");
        }
    }
    assert!(report.lines().count() > 20, "{report}");
    assert!(!report.contains("Amara"), "it names nobody");
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long an opening takes says when to kill"
)]
#[test]
fn a_kill_at_any_moment_leaves_no_summary_outside_the_register() {
    const KILLS: u32 = 6;
    let place = Workplace::new();
    place.create(&["--sample"]);
    place.write("table.json", TABLE);
    let begun = Instant::now();
    place.ask("releases", &[]);
    let opened = begun.elapsed();
    for kill in 0..KILLS {
        // From the moment the vault is open, a little later each time.
        let after = opened + opened * kill / (2 * KILLS);
        place.killed("release", &line("a.json", "internal"), after);
        place.open("verify", &[]).ends(0);
        let entered = place.ask("releases", &[]).as_array().unwrap().len();
        let is_out = place.names().contains(&"a.json".to_owned());
        assert!(!is_out || entered == 1, "kill {kill}: out, not entered");
        if is_out {
            let whole: Value = serde_json::from_slice(&place.read("a.json")).unwrap();
            assert!(!whole["rows"].as_array().unwrap().is_empty());
            std::fs::remove_file(place.path("a.json")).unwrap();
        }
    }
    let again = place.ask("release", &line("b.json", "internal"));
    assert_eq!(again["written"], "b.json", "the very same may go out again");
    place.ask("release", &line("a.json", "internal"));
    assert_eq!(place.ask("releases", &[]).as_array().unwrap().len(), 1);
    assert_eq!(
        place
            .names()
            .iter()
            .filter(|name| name.contains(".part"))
            .count(),
        0,
        "nothing half-written is left"
    );
}

#[test]
fn a_summary_of_the_sample_team_says_in_every_file_that_it_is_made_up() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    place.write("table.json", TABLE);
    for name in ["a.csv", "a.json"] {
        place.ask("release", &line(name, "internal"));
        let text = String::from_utf8(place.read(name)).unwrap();
        assert!(text.contains("SAMPLE-plumbline-summary"), "{name}: {text}");
    }
    let report = String::from_utf8(place.read("a.report.txt")).unwrap();
    assert!(report.contains("SAMPLE: made-up figures"), "{report}");
}

/// Eight advisers in a team, with one KPI, both named by the test.
fn workplace(team: &str, kpi: &str) -> Workplace {
    let place = Workplace::new();
    place.create(&[]);
    let mut roster = "Adviser,Team,Started\n".to_owned();
    let mut figures = "Adviser,Month,KPI,Numerator,Denominator\n".to_owned();
    for (at, alias) in ALIASES.iter().enumerate() {
        writeln!(roster, "{alias},{team},2024-01-01").unwrap();
        writeln!(figures, "{alias},2026-09,{kpi},{},{}", 30 + at, 40 + at).unwrap();
    }
    place.write("roster.csv", roster);
    place.write("figures.csv", figures);
    place.ask(
        "import",
        &["roster.csv", "--kind", "roster", "--create-advisers"],
    );
    place.ask("import", &["figures.csv", "--create-kpis"]);
    place.write("table.json", TABLE.replace("2026-10", "2026-09"));
    place
}

const ALIASES: [&str; 8] = [
    "Amara", "Ben", "Chloe", "Dev", "Esi", "Farid", "Grace", "Hana",
];

/// The cells of a CSV, line by line, without its directives.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let lines = csv.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut cells = vec![String::new()];
            let mut is_quoted = false;
            let mut letters = line.chars().peekable();
            while let Some(letter) = letters.next() {
                match letter {
                    '"' if is_quoted && letters.peek() == Some(&'"') => {
                        letters.next();
                        cells.last_mut().unwrap().push('"');
                    }
                    '"' => is_quoted = !is_quoted,
                    ',' if !is_quoted => cells.push(String::new()),
                    other => cells.last_mut().unwrap().push(other),
                }
            }
            cells
        })
        .collect()
}

#[test]
fn a_summary_names_nobody_and_no_cell_of_it_is_a_formula() {
    let place = workplace("\"=HYPERLINK(\"\"x\"\",1) team\"", "@SUM(A1) attended");
    place.ask("release", &line("a.csv", "internal"));
    let text = String::from_utf8(place.read("a.csv")).unwrap();
    for alias in ALIASES {
        assert!(!text.contains(alias), "{alias} is in the summary");
    }
    let lines = cells(&text);
    assert_eq!(lines.len(), 4, "{text}");
    assert_eq!(lines[1][2], "'=HYPERLINK(\"x\",1) team");
    for cell in lines.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}

#[test]
fn a_team_or_a_kpi_that_names_somebody_is_renamed_before_it_goes_out() {
    for (team, kpi, what) in [
        ("Amara Smith team", "Attended", "Amara Smith team"),
        ("Harbour", "Booked by GRACE", "Booked by GRACE"),
    ] {
        let place = workplace(team, kpi);
        let refused = place.open("release", &line("a.csv", "internal")).ended(1);
        assert!(refused.err.contains(what), "{}", refused.err);
        assert!(refused.err.contains("Rename"), "{}", refused.err);
        assert!(!place.names().contains(&"a.csv".to_owned()));
    }
}

#[test]
fn a_team_too_small_for_the_public_stays_at_home() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    place.write("table.json", TABLE);
    place.open("release", &line("a.csv", "public")).ends(1);
    assert!(!place.names().contains(&"a.csv".to_owned()));
}

#[test]
fn every_format_of_the_same_summary_holds_the_same_cells_under_one_number() {
    let place = workplace("\"Harbour & Quay, team\"", "Attended");
    for name in ["a.pdf", "a.xlsx", "a.csv", "a.json"] {
        let told = place.ask("release", &line(name, "internal"));
        assert_eq!(told["written"], name);
        assert_eq!(told["beside"].is_null(), name != "a.csv", "{name}");
    }
    assert_eq!(place.ask("releases", &[]).as_array().unwrap().len(), 1);
    let csv = cells(&String::from_utf8(place.read("a.csv")).unwrap());
    assert_eq!(
        csv.iter().map(|row| row[5].as_str()).collect::<Vec<_>>(),
        ["value", "268", "348", "77"]
    );

    let json: Value = serde_json::from_slice(&place.read("a.json")).unwrap();
    let heads = json["columns"].as_array().unwrap();
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(rows.len() + 1, csv.len());
    for (row, line) in rows.iter().zip(&csv[1..]) {
        for (head, cell) in heads.iter().zip(line) {
            assert_eq!(row[head.as_str().unwrap()], *cell);
        }
    }
    assert_eq!(workbook(&place.read("a.xlsx")), csv);
    let pdf = place.read("a.pdf");
    let title = b"Team summary, September 2026";
    assert!(pdf.starts_with(b"%PDF"));
    assert!(pdf.windows(title.len()).any(|part| part == title));
}

/// The cells of a workbook's first sheet, line by line.
fn workbook(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
    let (sheet, strings) = (
        part("xl/worksheets/sheet1.xml"),
        part("xl/sharedStrings.xml"),
    );
    let between = |text: &str, from: &str, to: &str| -> Vec<String> {
        let parts = text.split(from).skip(1);
        parts
            .map(|part| part.split(to).next().unwrap().replace("&amp;", "&"))
            .collect()
    };
    let texts = between(&strings, "<t>", "</t>");
    let lines = between(&sheet, "<row ", "</row>");
    lines
        .iter()
        .map(|line| {
            between(line, "<c ", "</c>")
                .iter()
                .map(|cell| {
                    let value = between(cell, "<v>", "</v>").remove(0);
                    if cell.contains("t=\"s\"") {
                        texts[value.parse::<usize>().unwrap()].clone()
                    } else {
                        value
                    }
                })
                .collect()
        })
        .collect()
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let place = workplace("Harbour", "Attended");
    place.write("a.csv", "mine");
    place.open("release", &line("a.csv", "internal")).ends(1);
    assert_eq!(place.read("a.csv"), b"mine");
    place.write("b.report.txt", "mine too");
    place.open("release", &line("b.csv", "internal")).ends(1);
    assert_eq!(place.read("b.report.txt"), b"mine too");
    assert!(!place.names().contains(&"b.csv".to_owned()));
    assert_eq!(place.ask("releases", &[]).as_array().unwrap().len(), 0);
}

#[test]
fn a_table_that_is_none_is_wrong_usage() {
    let place = Workplace::new();
    place.create(&[]);
    place.write("table.json", "[]");
    place.open("release", &line("a.csv", "internal")).ends(2);
}
