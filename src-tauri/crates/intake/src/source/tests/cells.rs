//! Cells of workbooks: types, styles and values.

use super::*;
use crate::tests::forge::{Part, Zip, ods, ods_of, xlsx, xlsx_of};

fn natures(zip: &Zip) -> Vec<(String, Nature)> {
    read(&zip.bytes())
        .into_iter()
        .flat_map(|row| row.1)
        .collect()
}

pub(super) fn check(zip: &Zip, expected: &[(&str, Nature)]) {
    let found = natures(zip);
    let found: Vec<_> = found
        .iter()
        .map(|(text, nature)| (text.as_str(), *nature))
        .collect();
    assert_eq!(found, expected);
}

pub(super) fn in_xlsx(cells: &str) -> Zip {
    xlsx(&format!(
        r#"<sheetData><row r="1">{cells}</row></sheetData>"#
    ))
}

pub(super) fn in_ods(cells: &str) -> Zip {
    ods(&format!(
        r#"<table:table table:name="A"><table:table-row>{cells}</table:table-row></table:table>"#
    ))
}

#[test]
fn the_same_rows_come_out_of_all_three_kinds() {
    let grid: &[&[&str]] = &[
        &["adviser", "period", "won"],
        &["Amara & Co", "2026-08", "4"],
    ];
    assert_eq!(texts(&xlsx_of(grid).bytes()), grid);
    assert_eq!(texts(&ods_of(grid).bytes()), grid);
    assert_eq!(describe(&xlsx_of(grid).bytes()), "XLSX");
    assert_eq!(describe(&ods_of(grid).bytes()), "ODS");
}

#[test]
fn types_and_styles_of_xlsx_cells() {
    let cells = r#"<c r="A1" s="1"><v>46235</v></c><c r="B1" s="3"><v>46235.5</v></c>
        <c r="C1" s="2"><v>0.72</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#DIV/0!</v></c>
        <c r="F1" t="str"><f>A1</f><v>said</v></c><c r="G1" t="d"><v>2026-08-01T10:00:00</v></c>
        <c r="H1"><v>4.1999999999999997</v></c><c r="J1"><v>1E3</v></c>"#;
    check(
        &in_xlsx(cells),
        &[
            ("2026-08-01", Nature::Date),
            ("2026-08-01", Nature::Date),
            ("0.72", Nature::Percent),
            ("TRUE", Nature::Text),
            ("#DIV/0!", Nature::Error),
            ("said", Nature::Text),
            ("2026-08-01", Nature::Date),
            ("4.1999999999999997", Nature::Number),
            ("", Nature::Text),
            ("1E3", Nature::Number),
        ],
    );
}

#[test]
fn values_of_ods_cells() {
    let cells = r#"<table:table-cell office:value-type="date" office:date-value="2026-08-01T00:00:00"><text:p>1 Aug</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.72"><text:p>72 %</text:p></table:table-cell>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>one<text:s text:c="2"/>two<text:tab/><text:span>three</text:span></text:p><text:p>four</text:p></table:table-cell>
        <table:table-cell office:value-type="currency" office:value="12.5"><text:p>£12.50</text:p></table:table-cell>"#;
    check(
        &in_ods(cells),
        &[
            ("2026-08-01", Nature::Date),
            ("0.72", Nature::Percent),
            ("TRUE", Nature::Text),
            ("#DIV/0!", Nature::Error),
            ("one  two\tthree\nfour", Nature::Text),
            ("12.5", Nature::Number),
        ],
    );
}

#[test]
fn formulas_are_counted_and_their_stored_value_is_read() {
    let cells = r#"<c r="A1"><f>1+1</f><v>3</v></c><c r="B1"><f>CMD()</f></c>"#;
    let zips = [
        in_xlsx(cells),
        in_ods(
            r#"<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="3" table:number-columns-repeated="2"><text:p>3</text:p></table:table-cell>"#,
        ),
    ];
    for zip in zips {
        let file = file_of(&zip.bytes());
        let source = open(file.path(), Limits::default()).unwrap();
        let (rows, formulas) = rows_of(&source, None).unwrap();
        assert_eq!((rows[0].1[0].0.as_str(), formulas), ("3", 2));
    }
}

#[test]
fn shared_strings_are_looked_up_without_their_reading_aids() {
    let strings = r#"<sst xmlns="x"><si><t>Amara</t></si><si><r><t>Br</t></r><r><t xml:space="preserve">yn &amp; Co</t></r><rPh><t>no</t></rPh></si></sst>"#;
    let zip = in_xlsx(r#"<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>"#)
        .deflated("xl/sharedStrings.xml", strings);
    check(
        &zip,
        &[("Bryn & Co", Nature::Text), ("Amara", Nature::Text)],
    );
    let missing = in_xlsx(r#"<c r="A1" t="s"><v>7</v></c>"#);
    assert_eq!(refusal(&missing.bytes()), Some(FileRefusal::Structure));
}

#[test]
fn the_later_calendar_is_read_as_such() {
    let book = r#"<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>"#;
    let zip = in_xlsx(r#"<c r="A1" s="1"><v>44773</v></c>"#)
        .set(Part::deflated("xl/workbook.xml", book.as_bytes()));
    check(&zip, &[("2026-08-01", Nature::Date)]);
}
