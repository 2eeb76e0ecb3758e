//! Sheets of workbooks: which one, merged cells, rows that are far, repeated or out of order.

use super::cells::{check, in_ods, in_xlsx};
use super::*;
use crate::tests::forge::{Part, ods, xlsx};

#[test]
fn merged_cells_share_their_text_and_are_marked() {
    let merged = Nature::Merged;
    let expected = [
        ("Amara", merged),
        ("4", Nature::Number),
        ("Amara", merged),
        ("5", Nature::Number),
    ];
    check(
        &xlsx(
            r#"<sheetData><row r="1"><c r="A1" t="str"><v>Amara</v></c><c r="B1"><v>4</v></c></row>
            <row r="2"><c r="B2"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#,
        ),
        &expected,
    );
    check(
        &ods(
            r#"<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>Amara</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="4"/></table:table-row>
            <table:table-row><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="5"/></table:table-row></table:table>"#,
        ),
        &expected,
    );
}

#[test]
fn the_first_sheet_that_is_not_hidden_is_read() {
    let book = r#"<workbook xmlns:r="r"><sheets><sheet name="Secret" state="veryHidden" r:id="rId9"/><sheet name="Figures" r:id="rId1"/></sheets></workbook>"#;
    let parts = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="x/worksheet" Target="/xl/worksheets/sheet9.xml"/></Relationships>"#;
    let zip = in_xlsx(r#"<c r="A1"><v>1</v></c>"#)
        .set(Part::deflated("xl/workbook.xml", book.as_bytes()))
        .set(Part::deflated(
            "xl/_rels/workbook.xml.rels",
            parts.as_bytes(),
        ))
        .deflated(
            "xl/worksheets/sheet9.xml",
            "<worksheet><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>",
        );
    check(&zip, &[("1", Nature::Number)]);
    let file = file_of(&zip.bytes());
    let source = open(file.path(), Limits::default()).unwrap();
    let sheets: Vec<_> = source
        .sheets()
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.hidden))
        .collect();
    assert_eq!(sheets, [("Secret", true), ("Figures", false)]);
    assert_eq!(rows_of(&source, Some(0)).unwrap().0[0].1[0].0, "9");
}

#[test]
fn hidden_sheets_of_ods_are_known_by_their_style() {
    let sheet = |name: &str, style: &str, value: &str| {
        format!(
            r#"<table:table table:name="{name}" table:style-name="{style}"><table:table-row><table:table-cell office:value-type="float" office:value="{value}"/></table:table-row></table:table>"#
        )
    };
    let inside = format!(
        "{}{}",
        sheet("Secret", "ta2", "9"),
        sheet("Figures", "ta1", "1")
    );
    let content = format!(
        r#"<office:document-content><office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{inside}</office:spreadsheet></office:body></office:document-content>"#
    );
    let zip = ods("").set(Part::deflated("content.xml", content.as_bytes()));
    check(&zip, &[("1", Nature::Number)]);
}

#[test]
fn rows_keep_their_numbers_and_blank_ones_are_passed_over() {
    let zip = xlsx(
        r#"<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="5"/><row r="1048576"><c r="A1048576"><v>2</v></c></row></sheetData>"#,
    );
    let lines: Vec<u64> = read(&zip.bytes()).iter().map(|row| row.0).collect();
    assert_eq!(lines, [2, 1_048_576]);
    let zip = ods(
        r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="2"/></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#,
    );
    let rows = read(&zip.bytes());
    assert_eq!(
        rows.iter()
            .map(|row| (row.0, row.1.len()))
            .collect::<Vec<_>>(),
        [(4, 2), (5, 2)]
    );
}

#[test]
fn far_and_repeated_cells_are_counted() {
    assert_eq!(
        refusal(&in_xlsx(r#"<c r="XFD1"><v>1</v></c>"#).bytes()),
        Some(FileRefusal::TooLarge)
    );
    assert_eq!(
        read(&in_xlsx(r#"<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>"#).bytes()).len(),
        1
    );
    let wide = r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#;
    assert_eq!(refusal(&in_ods(wide).bytes()), Some(FileRefusal::TooLarge));
    let long = r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>"#;
    assert_eq!(refusal(&ods(long).bytes()), Some(FileRefusal::TooLarge));
}

#[test]
fn rows_that_were_deleted_or_nested_are_not_read() {
    let zip = ods(
        r#"<table:tracked-changes><table:deletion><table:table><table:table-row><table:table-cell office:value-type="float" office:value="7"/></table:table-row></table:table></table:deletion></table:tracked-changes><table:table table:name="A"><table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><table:table><table:table-row><table:table-cell office:value-type="float" office:value="8"/></table:table-row></table:table><text:p>won</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>"#,
    );
    check(&zip, &[("won", Nature::Text)]);
}

#[test]
fn rows_and_cells_out_of_order_are_damage() {
    for cells in [
        r#"<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>"#,
        r#"<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>"#,
        r#"<c r="A2"><v>1</v></c>"#,
        r#"<c r="1A"><v>1</v></c>"#,
        r#"<c r="A1" t="magic"><v>1</v></c>"#,
    ] {
        assert_eq!(
            refusal(&in_xlsx(cells).bytes()),
            Some(FileRefusal::Structure),
            "{cells}"
        );
    }
}

#[test]
fn what_is_unpacked_is_counted_over_all_parts() {
    let rows = r#"<row><c t="inlineStr"><is><t>Amara</t></is></c></row>"#.repeat(3_000);
    let bytes = xlsx(&format!("<sheetData>{rows}</sheetData>")).bytes();
    let check = |limits: Limits| {
        read_with(&bytes, limits)
            .err()
            .and_then(|error| error.refusal())
    };
    assert_eq!(check(Limits::default()), None);
    let small = Limits {
        unpacked_bytes: 100_000,
        ..Limits::default()
    };
    assert_eq!(
        check(small),
        Some(FileRefusal::Bomb),
        "many times its size on disk"
    );
    let strict = Limits {
        ratio: 20,
        ratio_after: 50_000,
        ..Limits::default()
    };
    assert_eq!(check(strict), Some(FileRefusal::Bomb));
    let short = Limits {
        workbook_rows: 2_800,
        ..Limits::default()
    };
    assert_eq!(check(short), Some(FileRefusal::TooLarge));
    let tiny = Limits {
        workbook_bytes: 1_000,
        ..Limits::default()
    };
    assert_eq!(check(tiny), Some(FileRefusal::TooLarge));
}
