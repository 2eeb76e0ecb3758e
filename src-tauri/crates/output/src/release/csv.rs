//! The CSV form: header, directives, then one row a cell.

use crate::error::OutputError;
use crate::guard;
use crate::release::layout::{self, LongRow};
use disclosure::Released;

/// Writes the long layout as UTF-8 with line feeds.
pub(super) fn csv(released: &Released, rows: &[LongRow]) -> Result<Vec<u8>, OutputError> {
    let mut text = format!("{}\n", layout::COLUMNS.join(","));
    for directive in layout::directives(released) {
        text.push_str(&directive);
        text.push('\n');
    }
    let mut writer = csv::WriterBuilder::new().from_writer(text.into_bytes());
    for row in rows {
        let cells = [
            &row.release,
            &row.table,
            &row.team,
            &row.period,
            &row.measure,
            &row.value,
        ];
        writer
            .write_record(cells.map(|cell| guard::csv_text(cell)))
            .map_err(|_| OutputError::Text)?;
    }
    writer.into_inner().map_err(|_| OutputError::Text)
}
