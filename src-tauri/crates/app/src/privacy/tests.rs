//! What is held, in words: every category and every column is spoken for.

use crate::privacy::{inventory, key_of};
use crate::testing::Bench;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use store::inventory::{Category, LINES};

#[test]
fn clients_come_first_and_nothing_of_them_is_held() {
    let bench = Bench::open();
    let view = inventory(&bench.app).unwrap();
    assert_eq!(view.rows[0].category, "Clients");
    assert_eq!((view.rows[0].people, view.rows[0].rows), (0, 0));
    assert_eq!(view.rows.len(), Category::ALL.len() + 1);
    assert_eq!(view.due, Vec::<String>::new());
    let text = serde_json::to_string(&view).unwrap();
    assert!(!text.contains('⟨'), "a sentence is missing: {text}");
}

/// A new column changes this list: then the words of its category must still be true.
#[test]
fn the_words_of_each_category_cover_its_columns() {
    let mut columns: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in LINES {
        let name = format!("{}.{}", line.table, line.column);
        columns.entry(key_of(line.category)).or_default().push(name);
    }
    let words = crate::wording::words();
    let mut table = String::new();
    for (key, names) in columns {
        let fields = words.say(&format!("{key}-fields"), &[]);
        writeln!(table, "{key}: {fields}\n  {}", names.join(" ")).unwrap();
    }
    insta::assert_snapshot!(table);
}
