//! The workbook form: the same columns on one sheet, the risk report on a second.

use crate::document::ReleaseWords;
use crate::error::OutputError;
use crate::guard::workbook_text;
use crate::release::layout::{self, LongRow};
use crate::workbook::{finish, start, write_text};
use disclosure::Released;
use rust_xlsxwriter::{Format, Worksheet};

/// Writes the long layout as a workbook whose numbers are numbers and whose texts are texts.
pub(super) fn xlsx(
    released: &Released,
    words: &ReleaseWords,
    rows: &[LongRow],
) -> Result<Vec<u8>, OutputError> {
    let mut workbook = start(words.day)?;
    fill_cells(workbook.add_worksheet(), rows).map_err(|_| OutputError::Workbook)?;
    fill_report(workbook.add_worksheet(), released, words).map_err(|_| OutputError::Workbook)?;
    finish(workbook)
}

pub(super) fn fill_cells(
    sheet: &mut Worksheet,
    rows: &[LongRow],
) -> Result<(), rust_xlsxwriter::XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name("Summary")?;
    for (column, head) in (0_u16..).zip(layout::COLUMNS) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    for (line, row) in (1_u32..).zip(rows) {
        let texts = [
            &row.release,
            &row.table,
            &row.team,
            &row.period,
            &row.measure,
        ];
        for (column, text) in (0_u16..).zip(texts) {
            write_text(sheet, line, column, text)?;
        }
        match row.value.parse::<f64>() {
            _ if row.value.is_empty() => continue,
            Ok(number) => sheet.write_number(line, 5, number)?,
            Err(_) => sheet.write_string(line, 5, workbook_text(&row.value))?,
        };
    }
    sheet.autofit();
    Ok(())
}

fn fill_report(
    sheet: &mut Worksheet,
    released: &Released,
    words: &ReleaseWords,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name("About")?;
    sheet.set_column_width(0, 110)?;
    let mut line = 0_u32;
    sheet.write_string_with_format(line, 0, workbook_text(&words.title), &bold)?;
    for text in [&words.subtitle, &words.legend, &words.handling] {
        line += 1;
        write_text(sheet, line, 0, text)?;
    }
    for directive in layout::directives(released) {
        line += 1;
        write_text(sheet, line, 0, &directive)?;
    }
    for section in &words.report {
        line += 2;
        sheet.write_string_with_format(line, 0, workbook_text(&section.head), &bold)?;
        for sentence in &section.sentences {
            line += 1;
            write_text(sheet, line, 0, sentence)?;
        }
    }
    Ok(())
}
