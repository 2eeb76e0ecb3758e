//! Workbooks as they are surveyed: which sheet is taken, and how its periods are read.

use super::*;
use crate::limits::Limits;
use crate::testing::{Kept, open, with_run};
use crate::tests::forge::{Grid, ods, table_rows};
use std::io::Write;

const COVER: Grid<'_> = &[&["Monthly return"], &["Made by", "North Harbour"]];
const TABLE: Grid<'_> = &[&["Adviser", "Month", "Starts"], &["Amara", "2026-08", "3"]];
const OTHER: Grid<'_> = &[&["Adviser", "Month", "Contacts"], &["Bryn", "2026-08", "4"]];

/// Surveys and reads a workbook of these sheets.
fn read_book(sheets: &[(&str, Grid<'_>)], choices: &Choices) -> (Survey, Kept) {
    let table = |(name, grid): &(&str, Grid<'_>)| {
        let rows = table_rows(grid);
        format!(r#"<table:table table:name="{name}">{rows}</table:table>"#)
    };
    let tables: String = sheets.iter().map(table).collect();
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&ods(&tables).bytes()).unwrap();
    let mut source = open(file.path(), Limits::default()).unwrap();
    with_run(|run| {
        let survey = survey(&mut source, choices, run).unwrap();
        let mut kept = Kept::default();
        if survey.missing.is_empty() && survey.refusal.is_none() {
            crate::rows::read(&mut source, &survey, &mut kept, run).unwrap();
        }
        (survey, kept)
    })
}

#[test]
fn a_cover_on_top_does_not_hide_the_table_behind_it() {
    let sheet = |sheets: &[(&str, Grid<'_>)], choices: &Choices| read_book(sheets, choices).0.sheet;
    let book = [("Cover", COVER), ("August", TABLE), ("More", OTHER)];
    let none = Choices::default();
    assert_eq!(sheet(&book, &none), Some(1));
    assert_eq!(read_book(&book, &none).1.rows.len(), 1);
    assert_eq!(sheet(&[("August", TABLE), ("More", OTHER)], &none), Some(0));
    assert_eq!(sheet(&[("Cover", COVER), ("Also", COVER)], &none), Some(0));
    let chosen = |name: &str| Choices {
        sheet: Some(name.to_owned()),
        ..Choices::default()
    };
    assert_eq!(sheet(&book, &chosen("Cover")), Some(0));
    assert_eq!(sheet(&book, &chosen("More")), Some(2));
}

#[test]
fn periods_in_bare_numbers_are_read_where_the_whole_column_is_so() {
    let read = |first: &str, second: &str| {
        let rows: [&[&str]; 3] = [
            &["Adviser", "Period", "Starts"],
            &["Amara", first, "3"],
            &["Amara", second, "4"],
        ];
        let (survey, kept) = read_book(&[("Figures", &rows)], &Choices::default());
        let periods = kept.rows.iter().filter_map(|row| row.split(' ').nth(2));
        (survey.grain, periods.map(str::to_owned).collect::<Vec<_>>())
    };
    let months = (
        Grain::Month,
        vec!["2026-08".to_owned(), "2026-09".to_owned()],
    );
    assert_eq!(read("202608", "202609"), months);
    assert_eq!(read("46235", "46266"), months);
    for (first, second) in [("46235", "2026-09"), ("202608", "2026-09")] {
        assert_eq!(read(first, second).1, ["2026-09"], "{first}");
    }
    assert_eq!(read("46235", "99999").1, [""; 0]);
}

#[test]
fn a_csv_file_may_hold_months_in_six_digits_and_no_counted_days() {
    let read = |period: &str| {
        let text = format!("adviser,period,Starts\nAmara,{period},3\n");
        crate::testing::read_of(&text, &Choices::default())
            .2
            .rows
            .len()
    };
    assert_eq!(read("202608"), 1);
    assert_eq!(read("46235"), 0);
}
