//! Reads a finished file back and compares it, cell by cell, with what was released. A file that says anything
//! else is not handed over.

use crate::guard;
use crate::release::layout::{COLUMNS, LongRow};
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

/// Whether a workbook has as many value cells as released, no formula, no hidden sheet and no defined name.
pub(super) fn xlsx_matches(bytes: &[u8], rows: &[LongRow]) -> bool {
    let Some(sheet) = part(bytes, "xl/worksheets/sheet1.xml") else {
        return false;
    };
    let Some(workbook) = part(bytes, "xl/workbook.xml") else {
        return false;
    };
    let printed = sheet.matches("<row ").count();
    printed == rows.len() + 1
        && !sheet.contains("<f>")
        && !workbook.contains("state=\"hidden\"")
        && !workbook.contains("definedName")
        && rows.iter().all(|row| {
            row.value.parse::<f64>().is_err()
                || sheet.contains(&format!("<v>{}</v>", row.value.trim_end_matches(".0")))
        })
}

fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}
