use super::Desk;
use crate::intake::{AskedIntake, Wanted, import, inspect, parse_mapping};

fn file(desk: &Desk, name: &str, text: &str) -> std::path::PathBuf {
    let path = desk.bench.path(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn an_inspection_says_what_any_import_would_meet() {
    let desk = Desk::new();
    let text = "adviser,month,kpi,num,den,ni number\n\
        Amara,2019-01,K09,46,60,QQ123456C\n\
        Amara,2019-02,K09,74,71,QQ123457A\n\
        Amara,2019-02-31,K09,74,71,\n\
        Total,,,120,131,\n";
    let path = file(&desk, "input.csv", text);
    let view = inspect(&path, &AskedIntake::default(), &desk.bench.app.job()).unwrap();
    let expected = serde_json::json!({
        "accepted": 1, "rejected": 2, "error": null, "kind": "figures", "totals": 1, "formulas": 0,
        "columns": [
            { "heading": "adviser", "meaning": "adviser" },
            { "heading": "month", "meaning": "period" },
            { "heading": "kpi", "meaning": "kpi" },
            { "heading": "num", "meaning": "numerator" },
            { "heading": "den", "meaning": "denominator" },
            { "heading": "ni number", "meaning": "leave_out" },
        ],
        "refused_columns": [
            { "heading": "ni number", "reason": "nino", "cells": 2, "shape": "AA999999A" },
        ],
        "rows": [
            { "line": 3, "column": "num", "reason": "numerator_above_denominator" },
            { "line": 4, "column": "month", "reason": "bad_date" },
        ],
    });
    assert_eq!(serde_json::to_value(&view).unwrap(), expected);
}

#[test]
fn a_refused_file_is_an_answer_with_its_class() {
    let desk = Desk::new();
    let check = |name: &str, text: &str, class: &str| {
        let view = inspect(
            &file(&desk, name, text),
            &AskedIntake::default(),
            &desk.bench.app.job(),
        )
        .unwrap();
        assert_eq!(
            (view.accepted, view.error.as_deref()),
            (0, Some(class)),
            "{name}"
        );
    };
    check("empty.csv", "", "empty");
    check("headings.csv", "adviser,month,kpi,value\n", "empty");
    check("unknown.csv", "foo,bar\na,b\n", "header");
    check(
        "people.csv",
        "adviser,month,kpi,value\na@example.org,2026-08,K09,1\n",
        "identifier",
    );
    check("page.csv", "<html><body>no</body></html>", "not-this-type");
}

#[test]
fn a_saved_mapping_answers_what_a_person_would_be_asked() {
    let mut desk = Desk::new();
    let path = file(
        &desk,
        "input.csv",
        "who is it,on,Shows,Booked\nAmara,03/10/2026,46,60\n",
    );
    let mapping = parse_mapping(
        r#"{"date_order":"day_first","columns":{"Who is it":"adviser","on":"period",
            "Shows":{"kpi_numerator":"K09"},"booked":{"kpi_denominator":"K09"}}}"#,
    );
    let asked = AskedIntake {
        mapping: mapping.unwrap(),
        create_advisers: true,
        create_kpis: true,
        ..AskedIntake::default()
    };
    let dry = import(&mut desk.bench.app, &path, &asked, Wanted::DryRun, None).unwrap();
    assert_eq!((dry.file.accepted, dry.batch, dry.new), (1, None, 1));
    assert_eq!(desk.figures(), 0);
    let done = import(&mut desk.bench.app, &path, &asked, Wanted::Import, None).unwrap();
    assert_eq!((done.file.accepted, done.batch, done.new), (1, Some(1), 1));
    assert_eq!(desk.figures(), 1);
    assert!(parse_mapping("{\"colums\":{}}").is_err());
}

#[test]
fn an_import_of_which_no_row_comes_in_makes_no_batch() {
    let mut desk = Desk::new();
    let path = file(
        &desk,
        "input.csv",
        "adviser,month,kpi,value\nAmara,2026-10,K36,1\n",
    );
    let rejects = desk.bench.path("rejects.csv");
    let report = import(
        &mut desk.bench.app,
        &path,
        &AskedIntake::default(),
        Wanted::Import,
        Some(&rejects),
    )
    .unwrap();
    assert_eq!(
        (report.file.accepted, report.file.rejected, report.batch),
        (0, 1, None)
    );
    assert_eq!(report.file.rows[0].reason, "unknown_adviser");
    assert!(
        std::fs::read_to_string(&rejects)
            .unwrap()
            .contains("Amara,2026-10,K36,1,")
    );
}

#[test]
fn no_kpi_of_the_library_or_of_plain_work_is_taken_for_a_person() {
    let desk = Desk::new();
    let library = crate::kpis::library().all().iter();
    let mut names: Vec<String> = library
        .flat_map(|kpi| {
            [
                kpi.definition.name.as_str().to_owned(),
                kpi.definition.code.clone(),
            ]
        })
        .collect();
    let plain = "contacts attended plans_on_time submissions employer_calls job_starts sustained_13w \
        sustained_26w satisfaction files_passed";
    names.extend(plain.split_whitespace().map(str::to_owned));
    for name in &names {
        let text = format!("adviser,month,kpi,num,den\nAmara,2026-10,\"{name}\",1,2\n");
        let path = file(&desk, "long.csv", &text);
        let view = inspect(&path, &AskedIntake::default(), &desk.bench.app.job()).unwrap();
        assert_eq!(
            (view.error, view.refused_columns.len()),
            (None, 0),
            "{name}"
        );
        assert!(
            view.rows.iter().all(|row| row.reason != "identifier"),
            "{name}"
        );
    }
}

#[test]
fn a_person_is_not_made_a_kpi() {
    let mut desk = Desk::new();
    let path = file(
        &desk,
        "input.csv",
        "adviser,month,kpi,value\nAmara,2026-10,Sarah Jones,1\nAmara,2026-10,Walk-ins,2\n",
    );
    let asked = AskedIntake {
        create_advisers: true,
        create_kpis: true,
        ..AskedIntake::default()
    };
    let rejects = desk.bench.path("rejects.csv");
    let done = import(
        &mut desk.bench.app,
        &path,
        &asked,
        Wanted::Import,
        Some(&rejects),
    )
    .unwrap();
    assert_eq!((done.file.accepted, done.file.rejected), (1, 1));
    let refused = done.file.refused_columns.first().unwrap();
    assert_eq!((refused.reason.as_str(), refused.cells), ("name_like", 1));
    let said = serde_json::to_string(&done).unwrap();
    let written = std::fs::read_to_string(&rejects).unwrap();
    assert!(
        !said.contains("Sarah") && !written.contains("Sarah"),
        "{said}\n{written}"
    );
}
