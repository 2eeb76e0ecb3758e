//! Sheets that claim, repeat, merge or point outside.

use super::{ALL_GOOD, Case, Fate, GOOD, each, zip};
use crate::refusal::FileRefusal::{self, Empty, Structure, TooLarge, UnsafePath};
use crate::tests::forge::{Part, SHEET_PART, Zip, ods, sheet_data, table_rows, xlsx, xlsx_of};

fn refused(refusal: FileRefusal) -> Fate {
    Fate::Refused(refusal)
}

/// The good rows, with more rows behind them.
fn more_rows(rows: &str) -> Zip {
    xlsx(&sheet_data(GOOD).replace("</sheetData>", &format!("{rows}</sheetData>")))
}

/// One row behind three good ones, of which the numerator is this cell.
fn numerator(cell: &str) -> Zip {
    let text = |place: &str, text: &str| format!(r#"<c r="{place}" t="str"><v>{text}</v></c>"#);
    let (who, when, what) = (
        text("A5", "Dai"),
        text("B5", "2026-08"),
        text("C5", "Attendance"),
    );
    more_rows(&format!(
        r#"<row r="5">{who}{when}{what}{cell}<c r="E5"><v>9</v></c></row>"#
    ))
}

/// The good rows as ODS, with more rows behind them.
fn more_ods(rows: &str) -> Zip {
    ods(&format!(
        r#"<table:table table:name="A">{}{rows}</table:table>"#,
        table_rows(GOOD)
    ))
}

fn workbook(xml: &'static str) -> Zip {
    xlsx_of(GOOD).set(Part::deflated("xl/workbook.xml", xml.as_bytes()))
}

fn relations(xml: &'static str) -> Zip {
    xlsx_of(GOOD).set(Part::deflated("xl/_rels/workbook.xml.rels", xml.as_bytes()))
}

pub(super) fn cases() -> Vec<Case> {
    [claims(), repeats(), merges(), cells(), books()]
        .into_iter()
        .flatten()
        .collect()
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn claims() -> Vec<Case> {
    vec![
        zip("a sheet said to reach the last cell", ALL_GOOD, || {
            xlsx(&format!(
                r#"<dimension ref="A1:XFD1048576"/>{}"#,
                sheet_data(GOOD)
            ))
        }),
        zip("a cell in the last row", Fate::Read(3, 1), || {
            more_rows(r#"<row r="1048576"><c r="A1048576"><v>1</v></c></row>"#)
        }),
        zip("a cell in the last column", refused(TooLarge), || {
            more_rows(r#"<row r="5"><c r="XFD5"><v>1</v></c></row>"#)
        }),
        zip("a blank cell in the last corner", ALL_GOOD, || {
            more_rows(r#"<row r="1048576"><c r="XFD1048576" s="1"/></row>"#)
        }),
        zip("a row beyond the last", refused(Structure), || {
            more_rows(r#"<row r="1048577"><c><v>1</v></c></row>"#)
        }),
        zip("a row called nought", refused(Structure), || {
            more_rows(r#"<row r="0"><c><v>1</v></c></row>"#)
        }),
        zip("a row called minus one", refused(Structure), || {
            more_rows(r#"<row r="-1"><c><v>1</v></c></row>"#)
        }),
        zip("a row that comes twice", refused(Structure), || {
            more_rows(r#"<row r="4"><c><v>1</v></c></row>"#)
        }),
        zip("a cell in another row", refused(Structure), || {
            more_rows(r#"<row r="5"><c r="A6"><v>1</v></c></row>"#)
        }),
        zip("a cell that comes twice", refused(Structure), || {
            more_rows(r#"<row r="5"><c r="A5"><v>1</v></c><c r="A5"><v>2</v></c></row>"#)
        }),
        zip("a cell nowhere", refused(Structure), || {
            more_rows(r#"<row r="5"><c r="?"><v>1</v></c></row>"#)
        }),
        zip("100,000 blank rows", ALL_GOOD, || {
            let rows = each(5..100_001, |row| format!(r#"<row r="{row}"/>"#));
            more_rows(&rows)
        }),
        zip("201 columns in a sheet", refused(TooLarge), || {
            let cells = "<c><v>1</v></c>".repeat(201);
            more_rows(&format!(r#"<row r="5">{cells}</row>"#))
        }),
        zip("200,101 rows", refused(TooLarge), || {
            let rows: String = (5..=200_105)
                .map(|_| "<row><c><v>1</v></c></row>")
                .collect();
            more_rows(&rows)
        }),
    ]
}

fn repeats() -> Vec<Case> {
    vec![
        zip("a row repeated a million times", refused(TooLarge), || {
            more_ods(
                r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#,
            )
        }),
        zip("a row repeated beyond counting", refused(TooLarge), || {
            more_ods(
                r#"<table:table-row table:number-rows-repeated="18446744073709551615"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#,
            )
        }),
        zip(
            "a cell repeated over all columns",
            refused(TooLarge),
            || {
                more_ods(
                    r#"<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#,
                )
            },
        ),
        zip("a cell repeated beyond counting", refused(TooLarge), || {
            more_ods(
                r#"<table:table-row><table:table-cell table:number-columns-repeated="18446744073709551615" office:value-type="float" office:value="1"/></table:table-row>"#,
            )
        }),
        zip("a repeat that is no number", refused(Structure), || {
            more_ods(
                r#"<table:table-row table:number-rows-repeated="many"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#,
            )
        }),
        zip("blank rows to the end", ALL_GOOD, || {
            more_ods(
                r#"<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
            )
        }),
        zip("a row repeated three times", Fate::Read(3, 3), || {
            more_ods(
                r#"<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="string"><text:p>Dai</text:p></table:table-cell></table:table-row>"#,
            )
        }),
        zip("blanks repeated beyond counting", refused(TooLarge), || {
            more_ods(
                r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="18446744073709551615"/></text:p></table:table-cell></table:table-row>"#,
            )
        }),
    ]
}

fn merges() -> Vec<Case> {
    let merged = |areas: &str| {
        xlsx(&format!(
            "{}<mergeCells>{areas}</mergeCells>",
            sheet_data(GOOD)
        ))
    };
    let many = each(0..70_000, |number| {
        format!(r#"<mergeCell ref="A{0}:B{0}"/>"#, number + 10)
    });
    let over: String = r#"<mergeCell ref="A1:E4"/>"#.repeat(500);
    vec![
        zip(
            "everything merged into one",
            refused(FileRefusal::Header),
            move || merged(r#"<mergeCell ref="A1:XFD1048576"/>"#),
        ),
        zip("numbers merged over rows", Fate::Read(1, 2), move || {
            merged(r#"<mergeCell ref="D2:D3"/>"#)
        }),
        zip("an area upside down", refused(Structure), move || {
            merged(r#"<mergeCell ref="B4:A1"/>"#)
        }),
        zip("an area nowhere", refused(Structure), move || {
            merged(r#"<mergeCell ref="here"/>"#)
        }),
        zip("70,000 areas", refused(Structure), move || merged(&many)),
        zip("500 areas over each other", refused(Structure), move || {
            merged(&over)
        }),
        zip("an ODS cell over all rows", Fate::Read(3, 1), || {
            more_ods(
                r#"<table:table-row><table:table-cell table:number-rows-spanned="1048576" office:value-type="string"><text:p>Dai</text:p></table:table-cell></table:table-row>"#,
            )
        }),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn cells() -> Vec<Case> {
    let row = |is_taken: bool| {
        if is_taken {
            Fate::Read(4, 0)
        } else {
            Fate::Read(3, 1)
        }
    };
    vec![
        zip("a formula with its value", row(true), || {
            numerator(r#"<c r="D5"><f>1+3</f><v>4</v></c>"#)
        }),
        zip("a formula without its value", row(false), || {
            numerator(r#"<c r="D5"><f>1+3</f></c>"#)
        }),
        zip("a formula that calls the network", row(true), || {
            numerator(r#"<c r="D5"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>4</v></c>"#)
        }),
        zip("a formula that runs a command", row(true), || {
            numerator(r#"<c r="D5"><f>cmd|'/c calc'!A1</f><v>4</v></c>"#)
        }),
        zip("a formula that failed", row(false), || {
            numerator(r#"<c r="D5" t="e"><f>1/0</f><v>#DIV/0!</v></c>"#)
        }),
        zip("a formula as text", row(false), || {
            numerator(r#"<c r="D5" t="str"><v>=1+3</v></c>"#)
        }),
        zip("a truth for a number", row(false), || {
            numerator(r#"<c r="D5" t="b"><v>1</v></c>"#)
        }),
        zip("a date for a number", row(false), || {
            numerator(r#"<c r="D5" s="1"><v>46235</v></c>"#)
        }),
        zip("a number without end", row(false), || {
            numerator(r#"<c r="D5"><v>1E308</v></c>"#)
        }),
        zip("no number in a number's cell", row(false), || {
            numerator(r#"<c r="D5"><v>NaN</v></c>"#)
        }),
        zip("a string that is not there", refused(Structure), || {
            numerator(r#"<c r="D5" t="s"><v>99</v></c>"#)
        }),
        zip("a string before the first", refused(Structure), || {
            numerator(r#"<c r="D5" t="s"><v>-1</v></c>"#)
        }),
        zip("a type nobody knows", refused(Structure), || {
            numerator(r#"<c r="D5" t="magic"><v>4</v></c>"#)
        }),
        zip("a style that is not there", row(true), || {
            numerator(r#"<c r="D5" s="4000000000"><v>4</v></c>"#)
        }),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn books() -> Vec<Case> {
    const OTHER: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>"#;
    const ABOVE: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>"#;
    const GONE: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet7.xml"/></Relationships>"#;
    const LINKED: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="x/externalLink" Target="http://127.0.0.1:9/book.xlsx" TargetMode="External"/></Relationships>"#;
    vec![
        zip("a sheet outside the archive", refused(Structure), || {
            relations(OTHER)
        }),
        zip("a sheet above the archive", refused(UnsafePath), || {
            relations(ABOVE)
        }),
        zip("a sheet that is gone", refused(Structure), || {
            relations(GONE)
        }),
        zip("a link to another workbook", ALL_GOOD, || relations(LINKED)),
        zip("no sheet", refused(Empty), || {
            workbook("<workbook><sheets/></workbook>")
        }),
        zip("a sheet without a part", refused(Structure), || {
            workbook(
                r#"<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId99"/></sheets></workbook>"#,
            )
        }),
        zip("20,000 sheets", refused(TooLarge), || {
            let sheets = r#"<sheet name="A" r:id="rId1"/>"#.repeat(20_000);
            xlsx_of(GOOD).set(Part::deflated(
                "xl/workbook.xml",
                format!(r#"<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>"#).as_bytes(),
            ))
        }),
        zip("a sheet without rows", refused(Empty), || {
            xlsx("<sheetData/>")
        }),
        zip("a sheet without a table", refused(Empty), || xlsx("")),
        zip("an ODS file without a sheet", refused(Empty), || ods("")),
        zip(
            "another document for a workbook",
            refused(FileRefusal::NotThisType),
            || workbook("<html><body/></html>"),
        ),
        zip("a sheet that is a hidden one", ALL_GOOD, || {
            workbook(
                r#"<workbook xmlns:r="r"><sheets><sheet name="A" state="hidden" r:id="rId1"/></sheets></workbook>"#,
            )
        }),
        zip("10,000 strings nobody uses", ALL_GOOD, || {
            let strings = "<si><t>x</t></si>".repeat(10_000);
            xlsx_of(GOOD).set(Part::deflated(
                "xl/sharedStrings.xml",
                format!("<sst>{strings}</sst>").as_bytes(),
            ))
        }),
        zip("70,000 styles", refused(TooLarge), || {
            let styles = "<xf numFmtId=\"14\"/>".repeat(70_000);
            xlsx_of(GOOD).set(Part::deflated(
                "xl/styles.xml",
                format!("<styleSheet><cellXfs>{styles}</cellXfs></styleSheet>").as_bytes(),
            ))
        }),
        zip("a sheet that is stored and not packed", ALL_GOOD, || {
            let xml = format!("<worksheet>{}</worksheet>", sheet_data(GOOD));
            xlsx_of(GOOD).set(Part::stored(SHEET_PART, xml.as_bytes()))
        }),
    ]
}
