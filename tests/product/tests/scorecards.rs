//! Scorecards at the terminal, of the made-up Harbour team.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on stops with its reason"
)]

use product::Workplace;
use serde_json::Value;

fn kpi<'a>(report: &'a Value, adviser: &str, code: &str) -> &'a Value {
    let find = |list: &'a Value, field: &str, wanted: &str| {
        list.as_array()
            .unwrap()
            .iter()
            .find(|one| one[field] == wanted)
            .unwrap()
    };
    find(
        &find(&report["advisers"], "alias", adviser)["kpis"],
        "kpi",
        code,
    )
}

#[test]
fn the_team_and_one_adviser_are_told_alike() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    let team = place.ask("scorecard", &[]);
    assert_eq!(team["sample"], true);
    let aliases: Vec<&str> = team["advisers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["alias"].as_str().unwrap())
        .collect();
    let mut sorted = aliases.clone();
    sorted.sort_unstable();
    assert_eq!(aliases, sorted, "by alias, never by a result");
    assert!(aliases.len() >= 8, "the Harbour team: {aliases:?}");
    let one = place.ask("scorecard", &["--adviser", "grace"]);
    assert_eq!(one["advisers"].as_array().unwrap().len(), 1);
    let (here, there) = (kpi(&one, "Grace", "K13"), kpi(&team, "Grace", "K13"));
    assert_eq!(here, there, "one reading, however it is asked for");
    assert_eq!(here["status"], "worse", "story E1: {here}");
}

#[test]
fn months_bound_what_is_listed() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    let line = ["--adviser", "Amara", "--from", "2026-06", "--to", "2026-09"];
    let report = place.ask("scorecard", &line);
    assert_eq!(report["month"], "2026-09");
    let monthly = report["advisers"][0]["kpis"].as_array().unwrap().iter();
    for kpi in monthly.filter(|kpi| kpi["grain"] == "month") {
        let points = kpi["points"].as_array().unwrap();
        assert!(points.len() <= 4, "{}", kpi["kpi"]);
    }
}

#[test]
fn a_scorecard_is_written_as_its_ending_says() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    for (name, start) in [
        ("a.pdf", b"%PDF".as_slice()),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.json", b"{"),
    ] {
        let told = place.ask("scorecard", &["--adviser", "Amara", "--out", name]);
        assert_eq!(told["name"], name);
        assert!(place.read(name).starts_with(start), "{name}");
    }
    let from_file: Value = serde_json::from_slice(&place.read("a.json")).unwrap();
    assert_eq!(from_file["advisers"][0]["alias"], "Amara");
    place.ask("scorecard", &["--from", "2026-10", "--out", "b.json"]);
    let later: Value = serde_json::from_slice(&place.read("b.json")).unwrap();
    let points = |whole: &Value| {
        whole["advisers"][0]["kpis"][0]["points"]
            .as_array()
            .unwrap()
            .len()
    };
    assert!(
        points(&later) < points(&from_file),
        "the points begin with --from"
    );
    let backwards = ["--from", "2026-10", "--to", "2026-09"];
    place.open("scorecard", &backwards).ends(1);
    for (name, from) in [
        ("c.pdf", "2026-03"),
        ("d.pdf", "2026-11"),
        ("c.xlsx", "2026-03"),
    ] {
        place.ask(
            "scorecard",
            &["--adviser", "Grace", "--from", from, "--out", name],
        );
    }
    let backwards = ["--from", "2026-12", "--out", "e.pdf"];
    place.open("scorecard", &backwards).ends(1);
    place.open("scorecard", &["--out", "a.docx"]).ends(2);
    place.open("scorecard", &["--adviser", "Nobody"]).ends(1);
    assert_eq!(place.left_behind(), Vec::<String>::new());
}

#[test]
fn an_empty_vault_has_no_figures_and_says_so() {
    let place = Workplace::new();
    place.create(&[]);
    let answer = place.open("scorecard", &[]);
    assert!(answer.code <= 1, "{}", answer.err);
}
