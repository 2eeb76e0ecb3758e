//! Workbooks: texts as strings, numbers as numbers, never a formula; no author, company or time of day.

use crate::document::{About, Block, Document, Line, NumberLook};
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
    write_text(sheet, 3, 0, &document.handling)?;
    let mut line = 3_u32;
    for point in &document.points {
        line += 1;
        write_text(sheet, line, 0, &point.mark.words)?;
        write_text(sheet, line, 1, &point.sentences.join(" "))?;
    }
    for block in &document.blocks {
        line = fill_block(sheet, line + 2, document, block)?;
    }
    for (column, width) in (0_u16..).zip([40, 20, 12, 28, 12, 12, 18, 18, 24, 24]) {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// Heads of the columns; a team report has none for the target.
fn heads<'a>(document: &'a Document, block: &'a Block) -> Vec<&'a str> {
    let heads = &document.heads;
    let mut found = vec![
        block.head.as_str(),
        "",
        &heads.now,
        &heads.period,
        &heads.counted,
        &heads.out_of,
        &heads.range,
        &heads.could_be,
        &heads.change,
    ];
    match document.about {
        About::Adviser => found.push(&heads.target),
        About::Team => {}
    }
    found
}

fn fill_block(
    sheet: &mut Worksheet,
    from: u32,
    document: &Document,
    block: &Block,
) -> Result<u32, XlsxError> {
    let bold = Format::new().set_bold();
    let mut line = from;
    for (column, text) in (0_u16..).zip(heads(document, block)) {
        sheet.write_string_with_format(line, column, workbook_text(text), &bold)?;
    }
    for row in &block.lines {
        line += 1;
        write_text(sheet, line, 0, &row.name)?;
        write_text(sheet, line, 1, &row.remark)?;
        write_value(sheet, line, 2, row)?;
        write_text(sheet, line, 3, &row.age)?;
        for (column, part) in (4_u16..).zip([row.parts.0, row.parts.1]) {
            if let Some(part) = part {
                sheet.write_number(line, column, part)?;
            }
        }
        for (column, text) in (6_u16..).zip([&row.range, &row.could_be, &row.change.words]) {
            write_text(sheet, line, column, text)?;
        }
        match document.about {
            About::Adviser => write_text(sheet, line, 9, &row.target.words)?,
            About::Team => {}
        }
    }
    Ok(line)
}

/// The value as a number, so that it can be calculated with; as text where it is none.
fn write_value(sheet: &mut Worksheet, line: u32, column: u16, row: &Line) -> Result<(), XlsxError> {
    let Some(number) = row.number else {
        return write_text(sheet, line, column, &row.now);
    };
    let look = match number.look {
        NumberLook::Share => "0%",
        NumberLook::Whole => "#,##0",
        NumberLook::Decimal => "#,##0.0",
    };
    let format = Format::new().set_num_format(look);
    sheet
        .write_number_with_format(line, column, number.value, &format)
        .map(drop)
}

/// Plain rows as one sheet, every cell a text: a roster as somebody might keep it.
pub fn xlsx_rows(
    day: (i32, u8, u8),
    name: &str,
    rows: &[Vec<String>],
) -> Result<Vec<u8>, OutputError> {
    let mut workbook = start(day)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).map_err(|_| OutputError::Workbook)?;
    for (line, row) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(row) {
            write_text(sheet, line, column, text).map_err(|_| OutputError::Workbook)?;
        }
    }
    finish(workbook)
}
