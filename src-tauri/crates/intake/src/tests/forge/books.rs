//! Workbooks of one sheet, as small as programs read them.

use super::zip::Zip;
use std::fmt::Write as _;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;

const TOP: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Figures" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// Style 1 is a date, 2 a per cent, 3 a date of its own format.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]dd\ mmmm\ yyyy;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

pub(crate) const SHEET_HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;

pub(crate) const SHEET_PART: &str = "xl/worksheets/sheet1.xml";

/// A workbook whose only sheet holds this between `<worksheet>` and `</worksheet>`.
pub(crate) fn xlsx(inside: &str) -> Zip {
    Zip::new()
        .deflated("[Content_Types].xml", TYPES)
        .deflated("_rels/.rels", TOP)
        .deflated("xl/workbook.xml", BOOK)
        .deflated("xl/_rels/workbook.xml.rels", PARTS)
        .deflated("xl/styles.xml", STYLES)
        .deflated(SHEET_PART, format!("{SHEET_HEAD}{inside}</worksheet>"))
}

pub(crate) const ODS_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

pub(crate) const CONTENT_HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">"#;

pub(crate) const CONTENT_TAIL: &str = "</office:document-content>";

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;

/// A spreadsheet whose body holds this between `<office:spreadsheet>` and its end.
pub(crate) fn ods(inside: &str) -> Zip {
    let content = format!(
        "{CONTENT_HEAD}<office:body><office:spreadsheet>{inside}</office:spreadsheet></office:body>{CONTENT_TAIL}"
    );
    Zip::new()
        .stored("mimetype", ODS_TYPE)
        .deflated("META-INF/manifest.xml", MANIFEST)
        .deflated("content.xml", content)
}

/// Rows of texts, of which those that are whole numbers become numbers.
pub(crate) type Grid<'a> = &'a [&'a [&'a str]];

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// `A`, `B` … `Z`, `AA`.
pub(crate) fn letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).expect("below 26"));
    if column < 26 {
        last.to_string()
    } else {
        format!("{}{last}", letters(column / 26 - 1))
    }
}

/// The rows of an XLSX sheet.
pub(crate) fn sheet_data(grid: Grid<'_>) -> String {
    let mut xml = String::from("<sheetData>");
    for (row, cells) in grid.iter().enumerate() {
        write!(xml, r#"<row r="{}">"#, row + 1).unwrap();
        for (column, text) in cells.iter().enumerate() {
            let place = format!("{}{}", letters(column), row + 1);
            if is_number(text) {
                write!(xml, r#"<c r="{place}"><v>{text}</v></c>"#).unwrap();
            } else if !text.is_empty() {
                let text = escaped(text);
                write!(
                    xml,
                    r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#
                )
                .unwrap();
            }
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData>");
    xml
}

/// A workbook of these rows.
pub(crate) fn xlsx_of(grid: Grid<'_>) -> Zip {
    xlsx(&sheet_data(grid))
}

/// The rows of an ODS sheet.
pub(crate) fn table_rows(grid: Grid<'_>) -> String {
    let mut xml = String::new();
    for cells in grid {
        xml.push_str("<table:table-row>");
        for text in *cells {
            if is_number(text) {
                write!(xml,
                    r#"<table:table-cell office:value-type="float" office:value="{text}"><text:p>{text}</text:p></table:table-cell>"#
                ).unwrap();
            } else if text.is_empty() {
                xml.push_str("<table:table-cell/>");
            } else {
                let text = escaped(text);
                write!(xml,
                    r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
                ).unwrap();
            }
        }
        xml.push_str("</table:table-row>");
    }
    xml
}

/// A spreadsheet of these rows.
pub(crate) fn ods_of(grid: Grid<'_>) -> Zip {
    let rows = table_rows(grid);
    ods(&format!(
        r#"<table:table table:name="Figures">{rows}</table:table>"#
    ))
}
