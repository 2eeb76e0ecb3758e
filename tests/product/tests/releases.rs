//! Summaries that go out, of the made-up Harbour team.

use product::Workplace;

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
    assert!(!second.out.is_empty(), "it says why");
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

#[test]
fn a_summary_names_nobody() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    place.write("table.json", TABLE);
    place.ask("release", &line("a.csv", "internal"));
    let text = String::from_utf8(place.read("a.csv")).unwrap();
    for alias in [
        "Amara", "Ben", "Chloe", "Dev", "Esi", "Farid", "Grace", "Hana", "Hugo",
    ] {
        assert!(!text.contains(alias), "{alias} is in the summary");
    }
    assert!(
        !text.lines().any(|line| line.starts_with(['=', '@', '\t'])),
        "no cell is a formula"
    );
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
fn every_format_is_written_as_what_it_is() {
    let starts = [
        ("pdf", b"%PDF".as_slice()),
        ("xlsx", b"PK\x03\x04"),
        ("json", b"{"),
    ];
    let place = Workplace::new();
    place.create(&["--sample"]);
    for (month, (ending, start)) in (6..).zip(starts) {
        place.write(
            "table.json",
            TABLE
                .replace("2026-09", "2026-0M")
                .replace("2026-10", "2026-0M")
                .replace('M', &month.to_string()),
        );
        let name = format!("a.{ending}");
        let told = place.ask("release", &line(&name, "internal"));
        assert!(place.read(&name).starts_with(start), "{name}");
        assert!(told["beside"].is_null(), "{name} carries its report inside");
    }
}

#[test]
fn a_table_that_is_none_is_wrong_usage() {
    let place = Workplace::new();
    place.create(&[]);
    place.write("table.json", "[]");
    place.open("release", &line("a.csv", "internal")).ends(2);
}
