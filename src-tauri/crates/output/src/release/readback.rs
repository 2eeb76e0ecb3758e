//! Reads a finished file back and compares it, cell by cell, with what was released. A file that says anything
//! else is not handed over.

use crate::document::ReleaseWords;
use crate::guard;
use crate::pdf::{squeezed, tables};
use crate::release::layout::{COLUMNS, LongRow, PrintedRow, WIDE};
use crate::release::sheet::{self, Value};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Whether a CSV holds exactly the rows released.
pub(super) fn csv_matches(bytes: &[u8], rows: &[LongRow]) -> bool {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(bytes);
    let headed = reader.headers().is_ok_and(|head| head.iter().eq(COLUMNS));
    let mut found = reader.records();
    let matched = rows.iter().all(|row| {
        let cells = [
            &row.release,
            &row.table,
            &row.team,
            &row.period,
            &row.measure,
            &row.value,
        ];
        found.next().and_then(Result::ok).is_some_and(|record| {
            record
                .iter()
                .eq(cells.iter().map(|cell| guard::csv_text(cell)))
        })
    });
    headed && matched && found.next().is_none()
}

/// Whether a JSON document holds exactly the rows released.
pub(super) fn json_matches(bytes: &[u8], rows: &[LongRow]) -> bool {
    #[derive(serde::Deserialize)]
    struct Found {
        rows: Vec<LongRow>,
    }
    serde_json::from_slice::<Found>(bytes).is_ok_and(|found| found.rows == rows)
}

/// Whether a workbook's first sheet holds exactly the rows released, cell by cell, with no formula, no hidden sheet
/// and no defined name.
pub(super) fn xlsx_matches(bytes: &[u8], rows: &[LongRow]) -> bool {
    let (Some(sheet), Some(strings), Some(workbook)) = (
        part(bytes, "xl/worksheets/sheet1.xml"),
        part(bytes, "xl/sharedStrings.xml"),
        part(bytes, "xl/workbook.xml"),
    ) else {
        return false;
    };
    let Some(found) = sheet::cells(&sheet, &strings) else {
        return false;
    };
    !workbook.contains("state=\"hidden\"")
        && !workbook.contains("definedName")
        && found == expected(rows)
}

/// Whether the tables of a PDF hold exactly the rows printed, so many measures beside each other, under their heads.
pub(super) fn pdf_matches(bytes: &[u8], rows: &[PrintedRow], words: &ReleaseWords) -> bool {
    let measures: Vec<(&String, &String)> = words.measures.iter().zip(&words.units).collect();
    let whole = (0..).step_by(WIDE).zip(measures.chunks(WIDE));
    let expected: Vec<Vec<Vec<String>>> = whole
        .map(|(first, measures)| {
            let heads = [&words.group, &words.period, &words.contributors];
            let heads = heads.map(|head| squeezed(head)).into_iter();
            let heads = heads.chain(measures.iter().map(|(name, unit)| pair(name, unit)));
            let lines = rows.iter().map(|row| {
                let cells = row.cells.iter().skip(first).take(WIDE);
                let who = [&row.group, &row.period, &row.contributors];
                let who = who.map(|text| squeezed(text)).into_iter();
                who.chain(cells.map(|cell| pair(&cell.value, &cell.behind)))
                    .collect()
            });
            std::iter::once(heads.collect()).chain(lines).collect()
        })
        .collect();
    tables(bytes).is_some_and(|found| found == expected)
}

/// A text and what stands under it in small type.
fn pair(text: &str, under: &str) -> String {
    squeezed(&format!("{text}{under}"))
}

/// Every cell of the sheet by its place, as it should be.
fn expected(rows: &[LongRow]) -> BTreeMap<String, Value> {
    let heads = COLUMNS.map(|head| Value::Text(head.to_owned()));
    let lines = rows.iter().map(|row| {
        let value = match row.value.parse::<f64>() {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Text(guard::workbook_text(&row.value)),
        };
        let [release, table, team, period, measure] = [
            &row.release,
            &row.table,
            &row.team,
            &row.period,
            &row.measure,
        ]
        .map(|text| Value::Text(guard::workbook_text(text)));
        [release, table, team, period, measure, value]
    });
    (1..)
        .zip(std::iter::once(heads).chain(lines))
        .flat_map(|(line, cells)| {
            let named = ('A'..='F').zip(cells);
            named.map(move |(column, value)| (format!("{column}{line}"), value))
        })
        .filter(|(_, value)| *value != Value::Text(String::new()))
        .collect()
}

fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{Formula, Workbook};

    fn row(value: &str) -> LongRow {
        LongRow {
            release: "plumbline-summary-2026-10".to_owned(),
            table: "kpis".to_owned(),
            team: "<Harbour> & \"Quay\" _x0041_ team".to_owned(),
            period: "2026-10".to_owned(),
            measure: "K19".to_owned(),
            value: value.to_owned(),
        }
    }

    fn workbook(rows: &[LongRow], change: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        super::super::xlsx::fill_cells(sheet, rows).unwrap();
        change(sheet);
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_workbook_matches_only_with_every_value_in_its_own_cell() {
        let rows = [row("42"), row("17.5"), row("[c]"), row("")];
        let whole = workbook(&rows, |_| ());
        assert!(xlsx_matches(&whole, &rows));
        let swapped = [row("17.5"), row("42"), row("[c]"), row("")];
        assert!(!xlsx_matches(&whole, &swapped), "the same values elsewhere");
        assert!(!xlsx_matches(&whole, &rows[..3]), "a row more");
        let more = workbook(&rows, |sheet| {
            sheet.write_number(9, 9, 7).unwrap();
        });
        assert!(!xlsx_matches(&more, &rows), "a cell more");
        let computed = workbook(&rows, |sheet| {
            sheet
                .write_formula(1, 5, Formula::new("=40+2").set_result("42"))
                .unwrap();
        });
        assert!(
            !xlsx_matches(&computed, &rows),
            "a formula with the right result"
        );
    }
}
