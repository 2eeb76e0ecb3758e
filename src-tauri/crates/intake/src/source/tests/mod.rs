//! Whole files read into rows of cells.

mod cells;
mod csv;
mod places;
mod sheets;

use super::*;
use crate::grid::{Cells, Nature};
use crate::testing::{open, with_run};
use std::io::Write;
use tempfile::NamedTempFile;

type Row = (u64, Vec<(String, Nature)>);

fn file_of(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn rows_of(source: &Source, sheet: Option<usize>) -> Result<(Vec<Row>, u32), IntakeError> {
    let mut reader = with_run(|run| source.rows(sheet, run))?;
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
    let source = open(file.path(), limits)?;
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
    open(file.path(), Limits::default()).unwrap().describe()
}
