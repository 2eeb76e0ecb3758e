//! The data inventory has a line for every column, and counts what is there.

use std::collections::BTreeSet;

use super::support::*;
use crate::figures::Cell;
use crate::inventory::{Access, Category, LINES, Sealing, Subject};
use crate::*;

fn columns(store: &Store) -> Vec<(String, String, String)> {
    let sql = "SELECT t.name, c.name, c.type FROM pragma_table_list t, pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid";
    let mut statement = store.vault().connection().prepare(sql).unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn every_column_has_exactly_one_line_and_no_line_is_left_over() {
    let (_case, store) = Case::empty();
    let columns: BTreeSet<_> = columns(&store)
        .into_iter()
        .map(|(table, column, _)| (table, column))
        .collect();
    let lines: Vec<_> = LINES
        .iter()
        .map(|line| (line.table.to_owned(), line.column.to_owned()))
        .collect();
    let distinct: BTreeSet<_> = lines.iter().cloned().collect();
    assert_eq!(distinct.len(), lines.len(), "a column with two lines");
    assert_eq!(distinct, columns);
}

#[test]
fn a_row_about_a_person_says_which_person() {
    for line in LINES.iter().filter(|line| line.subject == Subject::Row) {
        let direct = LINES
            .iter()
            .filter(|one| one.table == line.table && one.subject == Subject::Direct);
        assert_eq!(direct.count(), 1, "{}.{}", line.table, line.column);
    }
}

#[test]
fn free_text_about_a_person_is_sealed_and_all_that_is_sealed_is_given() {
    let (_case, store) = Case::empty();
    for (table, column, kind) in columns(&store) {
        let line = LINES
            .iter()
            .find(|line| line.table == table && line.column == column)
            .unwrap();
        let about_person = line.subject == Subject::Row && line.access == Access::Given;
        let harmless = [
            "started", "left_on", "from_day", "to_day", "site", "grade", "band", "source",
        ];
        if about_person && kind == "TEXT" {
            assert!(
                harmless.contains(&column.as_str()),
                "{table}.{column} is text and not sealed"
            );
        }
        if line.sealing == Sealing::Sealed {
            assert_eq!(
                (line.subject, line.access),
                (Subject::Row, Access::Given),
                "{table}.{column}"
            );
        }
    }
}

#[test]
fn what_is_held_is_counted_by_category() {
    let (_case, mut store) = Case::filled();
    let [may, june] = ["2026-05", "2026-06"].map(|month| figure(ANA, CONTACTS, month, 4));
    put(&mut store, &[may, june]);
    let mut write = store.write(Action::NoteWritten).unwrap();
    write.team().write_note(ANA, Some(&note("x"))).unwrap();
    write
        .figures()
        .write_note(&Cell::of(&june), Some(&note("x")))
        .unwrap();
    write.commit().unwrap();
    store.save_draft("search", None, "half").unwrap();
    let held = store.read().inventory().unwrap();
    let seen: Vec<_> = held
        .iter()
        .map(|one| (one.category, one.rows, one.people))
        .collect();
    let expected = [
        (Category::Roster, 2, 2),
        (Category::Availability, 0, 0),
        (Category::Notes, 2, 1),
        (Category::Figures, 2, 1),
        (Category::Totals, 0, 0),
        (Category::Phases, 0, 0),
        (Category::Targets, 0, 0),
        (Category::Drafts, 1, 0),
        (Category::Steps, 0, 0),
        (Category::Journal, 4, 0),
        (Category::Releases, 0, 0),
        (Category::Imports, 0, 0),
        (Category::Setup, 5, 0),
    ];
    assert_eq!(seen, expected);
    let oldest = |category| {
        held.iter()
            .find(|one| one.category == category)
            .unwrap()
            .oldest
    };
    assert_eq!(oldest(Category::Roster), Some(day("2023-04-03")));
    assert_eq!(oldest(Category::Figures), Some(day("2026-05-01")));
    assert_eq!(oldest(Category::Notes), Some(day("2026-06-01")));
    assert_eq!(oldest(Category::Drafts), Some(day("2026-12-03")));
    assert_eq!(oldest(Category::Steps), None);
    let notes = held[2];
    assert_eq!(
        (notes.sealing, notes.access),
        (Sealing::Sealed, Access::Given)
    );
}
