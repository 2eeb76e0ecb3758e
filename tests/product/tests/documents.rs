//! Every JSON document fits its schema: the example beside it, and what the program really says.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on stops with its reason"
)]

use product::{FIGURES, Workplace, documents, faults};
use serde_json::Value;

fn check(name: &str, document: &Value) {
    let kinds = documents();
    let kind = kinds
        .iter()
        .find(|kind| kind.name == name)
        .expect("the document has a schema");
    let found = faults(document, &kind.schema);
    assert!(found.is_empty(), "{name}: {}", found.join("; "));
}

#[test]
fn every_example_fits_its_schema() {
    let kinds = documents();
    assert!(kinds.len() >= 16);
    for kind in kinds {
        let found = faults(&kind.example, &kind.schema);
        assert!(found.is_empty(), "{}: {}", kind.name, found.join("; "));
    }
}

#[test]
fn what_is_said_of_a_vault_fits() {
    let place = Workplace::new();
    let line = [
        "create",
        "team.plumb",
        "--passphrase-file",
        "pass",
        "--json",
    ];
    let made = place.run(&line).ended(0).json();
    check("create", &made);
    check("verify", &place.ask("verify", &[]));
    check("digest", &place.ask("digest", &[]));
    check("journal", &place.ask("journal", &["--verify"]));
    let groups: Vec<&str> = made["recovery_code"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group.as_str().unwrap())
        .collect();
    let line = [
        "passphrase",
        "team.plumb",
        "--passphrase-file",
        "pass",
        "--new-passphrase-file",
        "other",
        "--json",
    ];
    check("passphrase", &place.run(&line).ended(0).json());
    check(
        "error",
        &place.open("digest", &["--json"]).ended(10).error(),
    );
    place.write("code", groups.join(" "));
    place.write("third", "a third set of plain words");
    let line = [
        "recover",
        "team.plumb",
        "--code-file",
        "code",
        "--new-passphrase-file",
        "third",
        "--json",
    ];
    check("recover", &place.run(&line).ended(0).json());
}

#[test]
fn what_is_said_of_a_file_fits() {
    let place = Workplace::new();
    place.create(&[]);
    place.write("figures.csv", FIGURES);
    check(
        "inspect",
        &place
            .run(&["inspect", "figures.csv", "--json"])
            .ended(0)
            .json(),
    );
    check(
        "inspect",
        &place.run(&["inspect", "pass", "--json"]).ended(20).json(),
    );
    let new = ["figures.csv", "--create-advisers", "--create-kpis"];
    let done = place.ask("import", &new);
    check("import", &done);
    check(
        "undo-import",
        &place.ask("undo-import", &[&done["batch"].to_string()]),
    );
}

#[test]
fn what_goes_out_fits() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    check("scorecard", &place.ask("scorecard", &[]));
    check(
        "scorecard-file",
        &place.ask("scorecard", &["--out", "team.xlsx"]),
    );
    place.write(
        "table.json",
        r#"{ "grain": "quarter", "from": "2026-Q2", "to": "2026-Q3" }"#,
    );
    let line = [
        "--table",
        "table.json",
        "--profile",
        "internal",
        "--out",
        "a.json",
    ];
    check("release", &place.ask("release", &line));
    check("releases", &place.ask("releases", &[]));
}
