//! No file makes a method fail: it answers or refuses, and a refusal never repeats a cell.

#![cfg(test)]

use app::methods::{MethodRefusal, names, run_method};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Every column that any method reads.
const COLUMNS: [&str; 27] = [
    "period", "y", "phase", "n", "x", "adviser", "stratum", "pr", "expected", "kind", "median_n",
    "centre", "sigma_z", "points", "a", "m", "b", "observed", "p", "cell", "status", "x1", "n1",
    "x2", "n2", "p0", "mu",
];

const CELLS: [&str; 16] = [
    "",
    "0",
    "1",
    "2",
    "5",
    "12",
    "40",
    "0.5",
    "-3",
    "1e9",
    "1e308",
    "-1e308",
    "1e-300",
    "NaN",
    "ok",
    "Jo Bloggs",
];

fn cell() -> impl Strategy<Value = String> {
    prop::sample::select(CELLS.to_vec()).prop_map(str::to_owned)
}

fn small() -> impl Strategy<Value = String> {
    (0_u32..30).prop_map(|count| count.to_string())
}

fn file(cells: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::collection::vec(cells, COLUMNS.len()), 0..30).prop_map(|rows| {
        let lines = rows.into_iter().map(|row| row.join(","));
        std::iter::once(COLUMNS.join(","))
            .chain(lines)
            .collect::<Vec<_>>()
            .join("\n")
    })
}

fn options() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        Value::Null,
        json!({}),
        json!({ "options": { "freeze": 0, "fix": 0, "fix_after_n_points": 0, "part": [1, 1, 900], "exclude": 3 } }),
        json!({ "options": { "freeze": -1, "rebase": 4, "target": "high", "multiply": 1e308 } }),
        json!({ "options": { "direction": "neutral", "target": 3, "rebase": ["0", "zzz"] }, "alpha": 0.4 }),
        json!({ "alpha": 0, "q": 2, "options": [] }),
    ])
}

fn check(csv: &str, options: &Value) {
    for method in names() {
        if let Err(refusal) = run_method(method, csv.as_bytes(), options) {
            assert!(
                !refusal.to_string().contains("Bloggs"),
                "{method}: a refusal must not repeat a cell"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_cells_are_answered_or_refused(csv in file(cell()), options in options()) {
        check(&csv, &options);
    }

    #[test]
    fn small_counts_are_answered_or_refused(csv in file(small()), options in options()) {
        check(&csv, &options);
    }
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    let run =
        |method: &str, csv: &str| run_method(method, csv.as_bytes(), &Value::Null).unwrap_err();
    assert_eq!(run("league_table", "x\n1"), MethodRefusal::UnknownMethod);
    assert_eq!(run("i", ""), MethodRefusal::NotCsv);
    assert_eq!(run("p", "x,y\n1,2"), MethodRefusal::MissingColumn("n"));
    assert_eq!(
        run("p_chart_midp", "n,x\n5,2\n5,9"),
        MethodRefusal::BadCell {
            row: 2,
            column: "x"
        }
    );
    assert_eq!(
        run("i", "x,y\n1,Jo"),
        MethodRefusal::BadCell {
            row: 1,
            column: "y"
        }
    );
}

#[test]
fn a_mark_and_windows_line_ends_do_no_harm() {
    let plain = run_method("poisson_binomial", b"pr\n0.2\n0.5\n", &Value::Null);
    let windows = run_method(
        "poisson_binomial",
        b"\xef\xbb\xbfpr\r\n0.2\r\n0.5\r\n",
        &Value::Null,
    );
    assert!(plain.is_ok());
    assert_eq!(plain, windows);
}
