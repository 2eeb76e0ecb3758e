//! XML that declares, nests, repeats or breaks.

use super::{ALL_GOOD, Case, Fate, GOOD, each, zip};
use crate::refusal::FileRefusal::{self, Bomb, Encoding, Structure, TooLarge, XmlEntity};
use crate::tests::forge::{
    CONTENT_HEAD, Part, SHEET_HEAD, SHEET_PART, Zip, ods_of, sheet_data, table_rows, xlsx_of,
};

const LAUGHS: &str = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>"#;
const OUTSIDE: &str = r#"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>"#;
const REMOTE: &str = r#"<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>"#;

fn part(name: &'static str, xml: impl AsRef<[u8]>) -> Zip {
    xlsx_of(GOOD).set(Part::deflated(name, xml.as_ref()))
}

/// The good sheet, changed.
fn sheet(change: impl Fn(String) -> String) -> Zip {
    let xml = format!("{SHEET_HEAD}{}</worksheet>", sheet_data(GOOD));
    part(SHEET_PART, change(xml))
}

/// Letters that hardly pack.
fn noise(length: usize) -> String {
    let mut state = 7_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from(state >> 28).expect("below 16"))
    };
    (0..length).map(|_| letter()).collect()
}

fn refused(refusal: FileRefusal) -> Fate {
    Fate::Refused(refusal)
}

pub(super) fn cases() -> Vec<Case> {
    [declared(), nested(), broken(), harmless()]
        .into_iter()
        .flatten()
        .collect()
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn declared() -> Vec<Case> {
    let mut cases = vec![
        zip(
            "a document type that multiplies",
            refused(XmlEntity),
            || sheet(|xml| xml.replacen("<worksheet", &format!("{LAUGHS}<worksheet"), 1)),
        ),
        zip(
            "a document type that reads a file",
            refused(XmlEntity),
            || sheet(|xml| xml.replacen("<worksheet", &format!("{OUTSIDE}<worksheet"), 1)),
        ),
        zip(
            "a document type that asks the network",
            refused(XmlEntity),
            || sheet(|xml| xml.replacen("<worksheet", &format!("{REMOTE}<worksheet"), 1)),
        ),
        zip("an empty document type", refused(XmlEntity), || {
            sheet(|xml| xml.replacen("<worksheet", "<!doctype x><worksheet", 1))
        }),
        zip(
            "a document type that never ends",
            refused(XmlEntity),
            || part(SHEET_PART, "<!DOCTYPE x [<!ENTITY a \"b\">"),
        ),
        zip("an entity nobody declared", refused(XmlEntity), || {
            sheet(|xml| xml.replacen("Amara", "&who;", 1))
        }),
        zip("an entity in an attribute", refused(XmlEntity), || {
            sheet(|xml| xml.replacen("r=\"1\"", "r=\"&one;\"", 1))
        }),
        zip("an entity of web pages", refused(XmlEntity), || {
            sheet(|xml| xml.replacen("Amara", "Amara&nbsp;", 1))
        }),
        zip("a document type in an ODS file", refused(XmlEntity), || {
            let rows = table_rows(GOOD);
            let xml =
                CONTENT_HEAD.replacen("<office:document", &format!("{LAUGHS}<office:document"), 1);
            ods_of(GOOD).set(Part::deflated(
                "content.xml",
                format!("{xml}{rows}").as_bytes(),
            ))
        }),
    ];
    let parts: [(&'static str, &'static str); 7] = [
        ("a document type among the types", "[Content_Types].xml"),
        ("a document type among the relations", "_rels/.rels"),
        ("a document type in the workbook", "xl/workbook.xml"),
        ("a document type in the styles", "xl/styles.xml"),
        ("a document type in the strings", "xl/sharedStrings.xml"),
        ("a document type in the properties", "docProps/core.xml"),
        ("a document type in a drawing", "xl/drawings/drawing1.xml"),
    ];
    for (name, path) in parts {
        cases.push(zip(name, refused(XmlEntity), move || {
            part(path, format!("<?xml version=\"1.0\"?>{OUTSIDE}<x>&e;</x>"))
        }));
    }
    cases
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn nested() -> Vec<Case> {
    let deep = |depth: usize| {
        sheet(move |xml| {
            let inside = format!("{}{}", "<x>".repeat(depth), "</x>".repeat(depth));
            xml.replacen("<sheetData>", &format!("{inside}<sheetData>"), 1)
        })
    };
    let wide = |count: usize| {
        sheet(move |xml| {
            let many = each(0..count, |number| format!(" a{number}=\"\""));
            xml.replacen("<sheetData>", &format!("<x{many}/><sheetData>"), 1)
        })
    };
    let long = |length: usize| sheet(move |xml| xml.replacen("Amara", &"x".repeat(length), 1));
    vec![
        zip("elements 60 deep", ALL_GOOD, move || deep(60)),
        zip("elements 65 deep", refused(Structure), move || deep(65)),
        zip("elements 200,000 deep", refused(Structure), move || {
            deep(200_000)
        }),
        zip("60 attributes", ALL_GOOD, move || wide(60)),
        zip("65 attributes", refused(Structure), move || wide(65)),
        zip("20,000 attributes", refused(Structure), move || {
            wide(20_000)
        }),
        zip("100,000 attributes", refused(Structure), move || {
            wide(100_000)
        }),
        zip("an attribute of 1 MB", refused(Bomb), || {
            sheet(|xml| {
                xml.replacen(
                    "<sheetData>",
                    &format!("<x a=\"{}\"/><sheetData>", "x".repeat(1_000_000)),
                    1,
                )
            })
        }),
        zip("a name of 1 MB", refused(Bomb), || {
            sheet(|xml| {
                xml.replacen(
                    "<sheetData>",
                    &format!("<{}/><sheetData>", "x".repeat(1_000_000)),
                    1,
                )
            })
        }),
        zip("a comment of 1 MB", refused(Bomb), || {
            sheet(|xml| {
                xml.replacen(
                    "<sheetData>",
                    &format!("<!--{}--><sheetData>", "x".repeat(1_000_000)),
                    1,
                )
            })
        }),
        zip("an attribute of 3 MB of noise", refused(TooLarge), || {
            sheet(|xml| {
                xml.replacen(
                    "<sheetData>",
                    &format!("<x a=\"{}\"/><sheetData>", noise(3_000_000)),
                    1,
                )
            })
        }),
        zip("a text of 1 MB", refused(Bomb), move || long(1_000_000)),
        zip("a text of 40,000 letters", refused(TooLarge), move || {
            long(40_000)
        }),
        zip(
            "a text of 40,000 letters by their numbers",
            refused(TooLarge),
            || sheet(|xml| xml.replacen("Amara", &"&#65;".repeat(40_000), 1)),
        ),
    ]
}

fn broken() -> Vec<Case> {
    vec![
        zip("an element that never ends", refused(Structure), || {
            sheet(|xml| xml.replace("</worksheet>", ""))
        }),
        zip("ends in the wrong order", refused(Structure), || {
            sheet(|xml| xml.replacen("</v></c>", "</c></v>", 1))
        }),
        zip("an attribute without quotes", refused(Structure), || {
            sheet(|xml| xml.replacen("r=\"1\"", "r=1", 1))
        }),
        zip("an attribute twice", refused(Structure), || {
            sheet(|xml| xml.replacen("<row r=\"1\"", "<row r=\"1\" r=\"2\"", 1))
        }),
        zip("a bare ampersand", refused(Structure), || {
            sheet(|xml| xml.replacen("Amara", "A & B", 1))
        }),
        zip("a letter that is none", refused(Structure), || {
            sheet(|xml| xml.replacen("Amara", "&#x110000;", 1))
        }),
        zip("no XML at all", refused(Structure), || {
            part(SHEET_PART, "adviser,period")
        }),
        zip("nothing at all in the sheet", refused(Structure), || {
            part(SHEET_PART, "")
        }),
        zip("letters that are no UTF-8", refused(Encoding), || {
            part(
                SHEET_PART,
                [SHEET_HEAD.as_bytes(), b"<a>\xff\xfe</a></worksheet>"].concat(),
            )
        }),
        zip("another encoding declared", refused(Encoding), || {
            sheet(|xml| xml.replacen("UTF-8", "ISO-8859-1", 1))
        }),
        zip("a sheet in UTF-16", refused(Encoding), || {
            let xml = format!("<worksheet>{}</worksheet>", sheet_data(GOOD));
            let wide: Vec<u8> = [0xff, 0xfe]
                .into_iter()
                .chain(xml.encode_utf16().flat_map(u16::to_le_bytes))
                .collect();
            part(SHEET_PART, wide)
        }),
    ]
}

fn harmless() -> Vec<Case> {
    vec![
        zip("an instruction to load a style sheet", ALL_GOOD, || {
            sheet(|xml| {
                xml.replacen(
                    "<worksheet",
                    "<?xml-stylesheet href=\"http://127.0.0.1:9/x\"?><worksheet",
                    1,
                )
            })
        }),
        zip("text in CDATA", ALL_GOOD, || {
            sheet(|xml| xml.replacen("Amara", "<![CDATA[Am & ara]]>", 1))
        }),
        zip("other prefixes", ALL_GOOD, || {
            let xml = sheet_data(GOOD);
            let xml = xml
                .replace("</", "</s:")
                .replace('<', "<s:")
                .replace("<s:/s:", "</s:");
            part(
                SHEET_PART,
                format!(
                    "<s:worksheet xmlns:s=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{xml}</s:worksheet>"
                ),
            )
        }),
        zip("markup as text", ALL_GOOD, || {
            sheet(|xml| xml.replacen("Amara", "&lt;script&gt;alert(1)&lt;/script&gt;", 1))
        }),
        zip("comments between cells", ALL_GOOD, || {
            sheet(|xml| xml.replace("</c>", "</c><!-- x -->"))
        }),
    ]
}
