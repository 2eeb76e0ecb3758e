//! Whole files read into rows of cells.

mod cells;
mod csv;
mod places;
mod sheets;

use super::*;
use crate::grid::{Cells, Nature};
use std::io::Write;
use std::sync::atomic::AtomicBool;
use tempfile::NamedTempFile;

type Row = (u64, Vec<(String, Nature)>);

fn file_of(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn rows_of(source: &Source, sheet: Option<usize>) -> Result<(Vec<Row>, u32), IntakeError> {
    let cancel = AtomicBool::new(false);
    let mut tick = |_| {};
    let mut run = Run::new(&cancel, &mut tick);
    let mut reader = source.rows(sheet, &mut run)?;
    let (mut rows, mut formulas) = (Vec::new(), 0);
    let mut cells = Cells::default();
    while reader.next_row(&mut cells)? {
        let row = cells
            .iter()
            .map(|cell| (cell.text.to_owned(), cell.nature))
            .collect();
        rows.push((cells.line, row));
        formulas += cells.formulas;
    }
    Ok((rows, formulas))
}

fn read_with(bytes: &[u8], limits: Limits) -> Result<Vec<Row>, IntakeError> {
    let file = file_of(bytes);
    let source = Source::open(file.path(), limits)?;
    Ok(rows_of(&source, None)?.0)
}

fn read(bytes: &[u8]) -> Vec<Row> {
    read_with(bytes, Limits::default()).unwrap()
}

fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
    let without_natures = |row: Row| row.1.into_iter().map(|cell| cell.0).collect();
    read(bytes).into_iter().map(without_natures).collect()
}

fn refusal(bytes: &[u8]) -> Option<FileRefusal> {
    read_with(bytes, Limits::default())
        .err()
        .and_then(|error| error.refusal())
}

fn describe(bytes: &[u8]) -> String {
    let file = file_of(bytes);
    Source::open(file.path(), Limits::default())
        .unwrap()
        .describe()
}
