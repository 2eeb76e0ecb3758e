//! Workbooks: texts as strings, numbers as numbers, never a formula; no author, company or time of day.

use crate::document::{Block, Document};
use crate::error::OutputError;
use crate::guard::workbook_text;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// A workbook dated a day at midnight, with nobody's name in it.
pub(crate) fn start(day: (i32, u8, u8)) -> Result<Workbook, OutputError> {
    let year = u16::try_from(day.0).map_err(|_| OutputError::Workbook)?;
    let midnight =
        ExcelDateTime::from_ymd(year, day.1, day.2).map_err(|_| OutputError::Workbook)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&midnight));
    Ok(workbook)
}

/// The workbook's bytes.
pub(crate) fn finish(mut workbook: Workbook) -> Result<Vec<u8>, OutputError> {
    workbook.save_to_buffer().map_err(|_| OutputError::Workbook)
}

/// Writes a text as a string, whatever it begins with.
pub(crate) fn write_text(
    sheet: &mut Worksheet,
    line: u32,
    column: u16,
    text: &str,
) -> Result<(), XlsxError> {
    sheet
        .write_string(line, column, workbook_text(text))
        .map(|_| ())
}

/// A scorecard or team report as one sheet: summary lines first, then one table for each block.
pub fn xlsx_scorecard(document: &Document) -> Result<Vec<u8>, OutputError> {
    let mut workbook = start(document.day)?;
    fill(workbook.add_worksheet(), document).map_err(|_| OutputError::Workbook)?;
    finish(workbook)
}

fn fill(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name("Scorecard")?;
    sheet.write_string_with_format(0, 0, workbook_text(&document.title), &bold)?;
    write_text(sheet, 1, 0, &document.subtitle)?;
    write_text(sheet, 2, 0, &document.made)?;
    let mut line = 3_u32;
    for point in &document.points {
        line += 1;
        write_text(sheet, line, 0, &point.mark.words)?;
        write_text(sheet, line, 1, &point.sentences.join(" "))?;
    }
    for block in &document.blocks {
        line = fill_block(sheet, line + 2, document, block)?;
    }
    for (column, width) in [(0_u16, 40), (1, 14), (2, 14), (3, 20), (4, 24), (5, 24)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

fn fill_block(
    sheet: &mut Worksheet,
    from: u32,
    document: &Document,
    block: &Block,
) -> Result<u32, XlsxError> {
    let bold = Format::new().set_bold();
    let heads = &document.heads;
    let mut line = from;
    let head = [
        &block.head,
        &heads.now,
        &heads.out_of,
        &heads.range,
        &heads.change,
        &heads.target,
    ];
    for (column, text) in (0_u16..).zip(head) {
        sheet.write_string_with_format(line, column, workbook_text(text), &bold)?;
    }
    for row in &block.lines {
        line += 1;
        let name = if row.remark.is_empty() {
            row.name.clone()
        } else {
            format!("{} ({})", row.name, row.remark)
        };
        let cells = [
            &name,
            &row.now,
            &row.out_of,
            &row.range,
            &row.change.words,
            &row.target.words,
        ];
        for (column, text) in (0_u16..).zip(cells) {
            write_text(sheet, line, column, text)?;
        }
    }
    Ok(line)
}
