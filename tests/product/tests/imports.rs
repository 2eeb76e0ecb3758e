//! Spreadsheets at the terminal: looked at, brought in, taken out.

use product::{FIGURES, Workplace};

/// Everybody and everything in the file is new.
const NEW: [&str; 3] = ["figures.csv", "--create-advisers", "--create-kpis"];

fn with(options: &[&'static str]) -> Vec<&'static str> {
    NEW.into_iter().chain(options.iter().copied()).collect()
}

#[test]
fn an_import_goes_in_whole_and_comes_out_whole() {
    let place = Workplace::new();
    place.create(&[]);
    place.write("figures.csv", FIGURES);
    let before = place.digest();

    let dry = place.ask("import", &with(&["--dry-run"]));
    assert_eq!((&dry["accepted"], &dry["rejected"]), (&6.into(), &1.into()));
    assert!(dry["batch"].is_null());
    assert_eq!(place.digest(), before, "a dry run writes nothing");

    let done = place.ask("import", &with(&["--rejects", "rejects.csv"]));
    for field in [
        "accepted",
        "rejected",
        "totals",
        "rows",
        "refused_columns",
        "new",
    ] {
        assert_eq!(
            done[field], dry[field],
            "an import does what its dry run said: {field}"
        );
    }
    assert_eq!(done["refused_columns"][0]["reason"], "nino");
    assert_eq!(done["rows"][0]["reason"], "bad_date");
    assert_ne!(place.digest(), before);

    let rejects = String::from_utf8(place.read("rejects.csv")).unwrap();
    assert_eq!(rejects.lines().count(), 2);
    assert!(
        !rejects.contains("QQ123461C"),
        "refused columns are blank: {rejects}"
    );

    let batch = done["batch"].to_string();
    let undone = place.ask("undo-import", &[&batch]);
    assert_eq!(undone["removed"], done["new"]);
    assert_eq!(place.digest(), before, "nothing of the batch stays");
    assert_eq!(place.left_behind(), Vec::<String>::new());
}

#[test]
fn totals_of_rows_too_old_to_keep_are_kept_when_asked() {
    let place = Workplace::new();
    place.create(&[]);
    let rows =
        ["Amara", "Bryn", "Ceri", "Dev", "Esi"].map(|one| format!("{one},2023-05,K09,40,52\n"));
    place.write(
        "figures.csv",
        format!("Adviser,Month,KPI,Num,Den\n{}", rows.concat()),
    );
    let before = place.digest();
    let dry = place.ask("import", &with(&["--dry-run"]));
    assert_eq!(
        (&dry["rejected"], &dry["team_totals"]),
        (&5.into(), &1.into())
    );
    assert_eq!(dry["rows"][0]["reason"], "expired");
    place.open("import", &with(&[])).ends(1);
    assert_eq!(place.digest(), before, "none is kept unasked");
    let done = place.ask("import", &with(&["--keep-totals"]));
    assert_eq!(
        (&done["accepted"], &done["team_totals"]),
        (&0.into(), &1.into())
    );
    assert_ne!(place.digest(), before);
    place.open("verify", &[]).ends(0);
    place.ask("undo-import", &[&done["batch"].to_string()]);
    assert_eq!(place.digest(), before);
}

#[test]
fn the_same_file_again_changes_nothing() {
    let place = Workplace::new();
    place.create(&[]);
    place.write("figures.csv", FIGURES);
    place.ask("import", &NEW);
    let before = place.digest();
    let again = place.ask("import", &with(&["--dry-run"]));
    assert_eq!((&again["new"], &again["changed"]), (&0.into(), &0.into()));
    assert_eq!(again["same"], 6);
    assert_eq!(place.digest(), before);
}

#[test]
fn people_and_kpis_are_not_made_unasked() {
    let place = Workplace::new();
    place.create(&[]);
    place.write("figures.csv", FIGURES);
    let before = place.digest();
    let answer = place.open("import", &["figures.csv", "--json"]).ended(1);
    assert_eq!(answer.json()["accepted"], 0);
    assert_eq!(place.digest(), before);
}

#[test]
fn a_file_that_is_refused_leaves_the_vault_as_it_was() {
    let place = Workplace::new();
    place.create(&[]);
    place.write(
        "figures.csv",
        "Adviser,Month,KPI,Num\na@example.org,2026-08,K09,4\nb@example.org,2026-08,K09,4\n",
    );
    let before = place.digest();
    let answer = place.open("import", &with(&["--json"])).ended(20);
    assert_eq!(answer.json()["error"], "identifier");
    assert!(
        !answer.out.contains("example.org"),
        "what is refused is not repeated"
    );
    assert_eq!(place.digest(), before);
}

#[test]
fn a_saved_mapping_says_what_headings_mean() {
    let place = Workplace::new();
    place.create(&[]);
    place.write(
        "figures.csv",
        "Who,Quand,Quoi,Oui,Tout\nAmara,03/08/2026,Besuche,4,9\n",
    );
    place.write(
        "mapping.json",
        r#"{ "kind": "figures", "date_order": "day_first", "columns": {
            "Who": "adviser", "Quand": "period", "Quoi": "kpi", "Oui": "numerator", "Tout": "denominator" } }"#,
    );
    place.open("import", &with(&["--dry-run"])).ends(20);
    let read = place.ask("import", &with(&["--dry-run", "--mapping", "mapping.json"]));
    assert_eq!(read["accepted"], 1);
}

#[test]
fn a_file_is_looked_at_without_a_vault() {
    let place = Workplace::new();
    place.write("figures.csv", FIGURES);
    let view = place
        .run(&["inspect", "figures.csv", "--json"])
        .ended(0)
        .json();
    assert_eq!(
        (&view["accepted"], &view["rejected"]),
        (&6.into(), &1.into())
    );
    assert_eq!(view["totals"], 1);
    assert!(view["error"].is_null());
    let words = place.run(&["inspect", "figures.csv"]).ended(0).out;
    assert!(
        !words.contains("31/02/2026") && !words.contains("QQ1"),
        "no cell is shown: {words}"
    );
}

#[test]
fn what_is_refused_has_its_class_and_its_exit_code() {
    let place = Workplace::new();
    std::fs::create_dir(place.path("folder.csv")).unwrap();
    place.write("empty.csv", "");
    place.write("cut.xlsx", b"PK\x03\x04rest");
    place.write("other.csv", "%PDF-1.7");
    place.write("bare.csv", "colour,taste\nred,sweet\n");
    place.write("wide.csv", vec!["a"; 300].join(","));
    for (name, class) in [
        ("folder.csv", "special-file"),
        ("empty.csv", "empty"),
        ("cut.xlsx", "structure"),
        ("other.csv", "not-this-type"),
        ("bare.csv", "header"),
        ("wide.csv", "too-large"),
    ] {
        let answer = place.run(&["inspect", name, "--json"]).ended(20);
        assert_eq!(answer.json()["error"], class, "{name}");
    }
    let words = place.run(&["inspect", "bare.csv"]).ended(20);
    assert!(
        words.out.is_empty() && words.err.contains("header"),
        "what is refused is said where errors are: {words:?}"
    );
    assert_ne!(place.run(&["inspect", "none.csv", "--json"]).code, 0);
    assert_eq!(place.left_behind(), Vec::<String>::new());
}
