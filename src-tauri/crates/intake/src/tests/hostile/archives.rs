//! Archives that lie, lead outside, hide, or never end.

use super::{ALL_GOOD, Case, Fate, GOOD, bytes, zip};
use crate::refusal::FileRefusal::{Bomb, Encrypted, NotThisType, Structure, TooLarge, UnsafePath};
use crate::tests::forge::{ODS_TYPE, Part, SHEET_HEAD, SHEET_PART, Zip, ods_of, xlsx_of};

fn good() -> Zip {
    xlsx_of(GOOD)
}

pub(super) fn cases() -> Vec<Case> {
    [names(), lies(), damage(), kinds()]
        .into_iter()
        .flatten()
        .collect()
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn names() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let names: [(&'static str, &'static str); 9] = [
        ("a part above the archive", "../../../../tmp/evil.xml"),
        ("a part from the root", "/etc/cron.d/evil"),
        ("a part on a drive", "C:evil.xml"),
        ("a part with backslashes", "..\\..\\evil.xml"),
        (
            "a part in the middle of whose path are dots",
            "xl/../../evil.xml",
        ),
        ("a part with a NUL in its name", "xl/evil\0.xml"),
        ("a part with a line end in its name", "xl/evil\n.xml"),
        ("a part without a name", ""),
        ("a part that is here", "xl/./evil.xml"),
    ];
    for (name, path) in names {
        cases.push(zip(name, Fate::Refused(UnsafePath), move || {
            good().stored(path, "x")
        }));
    }
    cases.push(zip(
        "a part whose name is no text",
        Fate::Refused(UnsafePath),
        || {
            good()
                .stored("xl/x.xml", "x")
                .lie("xl/x.xml", |part| part.name = b"xl/\xff\xfe.xml".to_vec())
        },
    ));
    cases.push(zip(
        "a part that is a link",
        Fate::Refused(UnsafePath),
        || {
            good()
                .stored("xl/link.xml", "/etc/passwd")
                .lie("xl/link.xml", |part| {
                    part.attributes = 0o120_777 << 16;
                    part.made_by = 0x0314;
                })
        },
    ));
    cases.push(zip("a part twice", Fate::Refused(Structure), || {
        good().stored("xl/x.xml", "a").stored("xl/x.xml", "b")
    }));
    cases.push(zip(
        "a part twice, in other letters",
        Fate::Refused(Structure),
        || good().stored("xl/x.xml", "a").stored("XL/X.xml", "b"),
    ));
    cases.push(zip(
        "a part called something else inside",
        Fate::Refused(Structure),
        || {
            good().lie(SHEET_PART, |part| {
                part.local_name = Some(b"xl/worksheets/sheet2.xml".to_vec());
            })
        },
    ));
    cases
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn lies() -> Vec<Case> {
    vec![
        zip("a part said to unpack to 4 GB", ALL_GOOD, || {
            good().lie(SHEET_PART, |part| part.size = u32::MAX - 1)
        }),
        zip("a part said to unpack to nothing", ALL_GOOD, || {
            good().lie(SHEET_PART, |part| part.size = 0)
        }),
        zip(
            "a part said to be longer than the archive",
            Fate::Refused(Structure),
            || good().lie(SHEET_PART, |part| part.packed_size = 0x7fff_ffff),
        ),
        zip(
            "a part said to be shorter than it is",
            Fate::Refused(Structure),
            || good().lie(SHEET_PART, |part| part.packed_size -= 9),
        ),
        zip(
            "a check sum that is wrong",
            Fate::Refused(Structure),
            || good().lie(SHEET_PART, |part| part.crc ^= 1),
        ),
        zip(
            "a stored part said to be deflated",
            Fate::Refused(Structure),
            || {
                good()
                    .set(Part::stored(SHEET_PART, b"<worksheet/>"))
                    .lie(SHEET_PART, |part| part.method = 8)
            },
        ),
        zip(
            "a deflated part said to be stored",
            Fate::Refused(Structure),
            || good().lie(SHEET_PART, |part| part.method = 0),
        ),
        zip(
            "packed in a way nobody reads",
            Fate::Refused(Structure),
            || good().lie(SHEET_PART, |part| part.method = 12),
        ),
        zip(
            "a part said to begin beyond the end",
            Fate::Refused(Structure),
            || {
                let mut part = Part::deflated("xl/far.xml", b"<a/>");
                part.offset = Some(0x7000_0000);
                good().with(part)
            },
        ),
        zip("fewer parts than it says", Fate::Refused(Structure), || {
            Zip {
                count: Some(20),
                ..good()
            }
        }),
        zip("65,535 parts, it says", Fate::Refused(Structure), || Zip {
            count: Some(u16::MAX),
            ..good()
        }),
        zip("more parts than it says", Fate::Refused(Structure), || {
            Zip {
                count: Some(2),
                ..good()
            }
        }),
        zip("a part behind a password", Fate::Refused(Encrypted), || {
            good().lie(SHEET_PART, |part| part.flags |= 1)
        }),
        zip(
            "an end within the comment",
            Fate::Refused(Structure),
            || {
                let comment = [b"PK\x05\x06".as_slice(), &[0; 30]].concat();
                Zip { comment, ..good() }
            },
        ),
    ]
}

fn damage() -> Vec<Case> {
    let cut = |keep: f64| {
        let bytes = good().bytes();
        #[expect(
            clippy::as_conversions,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of a small length"
        )]
        let length = (bytes.len() as f64 * keep) as usize;
        bytes[..length].to_vec()
    };
    let mut flipped = good().bytes();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xff;
    let trailing = [good().bytes(), vec![0x20; 80_000]].concat();
    vec![
        bytes("an archive cut in half", Fate::Refused(Structure), cut(0.5)),
        bytes(
            "an archive cut near its end",
            Fate::Refused(Structure),
            cut(0.95),
        ),
        bytes(
            "an archive of four bytes",
            Fate::Refused(Structure),
            "PK\x03\x04",
        ),
        bytes("one byte turned over", Fate::Refused(Structure), flipped),
        bytes(
            "80,000 blanks behind the archive",
            Fate::Refused(Structure),
            trailing,
        ),
        bytes(
            "a program in front of the archive",
            Fate::Refused(NotThisType),
            [b"MZ".to_vec(), good().bytes()].concat(),
        ),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn kinds() -> Vec<Case> {
    let encrypted = r#"<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    vec![
        zip("an XLSX file", ALL_GOOD, good),
        zip("an ODS file", ALL_GOOD, || ods_of(GOOD)),
        zip("an empty archive", Fate::Refused(NotThisType), Zip::new),
        zip("an archive of texts", Fate::Refused(NotThisType), || {
            Zip::new().stored("a.csv", super::GOOD_TEXT)
        }),
        zip(
            "a workbook within an archive",
            Fate::Refused(NotThisType),
            || Zip::new().stored("figures.xlsx", good().bytes()),
        ),
        zip("a letter", Fate::Refused(NotThisType), || {
            Zip::new()
                .stored("mimetype", "application/vnd.oasis.opendocument.text")
                .stored("content.xml", "<a/>")
        }),
        zip("a Word file", Fate::Refused(NotThisType), || {
            good()
                .without("_rels/.rels")
                .without("xl/workbook.xml")
                .stored("word/document.xml", "<a/>")
        }),
        zip("a binary workbook", Fate::Refused(NotThisType), || {
            good()
                .without("xl/workbook.xml")
                .without("_rels/.rels")
                .stored("xl/workbook.bin", "x")
        }),
        zip(
            "an ODS file behind a password",
            Fate::Refused(Encrypted),
            move || {
                ods_of(GOOD).set(Part::deflated(
                    "META-INF/manifest.xml",
                    encrypted.as_bytes(),
                ))
            },
        ),
        zip(
            "an ODS file packed whole behind a password",
            Fate::Refused(Encrypted),
            || {
                Zip::new()
                    .stored("mimetype", ODS_TYPE)
                    .stored("encrypted-package", "x")
            },
        ),
        zip(
            "an ODS file without content",
            Fate::Refused(Structure),
            || ods_of(GOOD).without("content.xml"),
        ),
        zip("macros beside the sheets", ALL_GOOD, || {
            good().stored("xl/vbaProject.bin", "\u{1}macro")
        }),
        zip("another workbook among the parts", ALL_GOOD, || {
            good().stored("xl/embeddings/book.xlsx", good().bytes())
        }),
        zip("200 parts", ALL_GOOD, || parts(194)),
        zip("201 parts", Fate::Refused(TooLarge), || parts(195)),
        zip("40,000 parts", Fate::Refused(TooLarge), || parts(40_000)),
    ]
}

fn parts(more: usize) -> Zip {
    (0..more).fold(good(), |zip, number| {
        zip.stored(&format!("xl/media/{number}.png"), "")
    })
}

/// Small archives that unpack to far more than they should.
#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
pub(super) fn bombs() -> Vec<Case> {
    const MEGABYTE: &[u8] = &[b' '; 1_000_000];
    let blank = |name: &'static str| {
        move || {
            good().set(Part::repeated(
                name,
                SHEET_HEAD.as_bytes(),
                MEGABYTE,
                300,
                b"",
            ))
        }
    };
    let bomb = Fate::Refused(Bomb);
    vec![
        zip("300 MB of blanks in a sheet", bomb, blank(SHEET_PART)),
        zip(
            "300 MB of blanks in the strings",
            bomb,
            blank("xl/sharedStrings.xml"),
        ),
        zip(
            "300 MB of blanks in the styles",
            bomb,
            blank("xl/styles.xml"),
        ),
        zip(
            "300 MB of blanks in the workbook",
            bomb,
            blank("xl/workbook.xml"),
        ),
        zip(
            "300 MB of blanks in a part nobody reads",
            ALL_GOOD,
            blank("docProps/core.xml"),
        ),
        zip(
            "300 MB of blanks in a picture",
            ALL_GOOD,
            blank("xl/media/image1.png"),
        ),
        zip("300 MB of blanks in an ODS file", bomb, || {
            ods_of(GOOD).set(Part::repeated(
                "content.xml",
                b"<a>",
                MEGABYTE,
                300,
                b"</a>",
            ))
        }),
        zip("300 MB of cells", bomb, || {
            let head = format!("{SHEET_HEAD}<sheetData><row>");
            let cells = b"<c><v>1</v></c>".repeat(60_000);
            good().set(Part::repeated(
                SHEET_PART,
                head.as_bytes(),
                &cells,
                330,
                b"</row></sheetData></worksheet>",
            ))
        }),
        zip("twenty parts of 30 MB", bomb, || {
            (0..20).fold(good(), |zip, number| {
                zip.with(Part::repeated(
                    &format!("xl/p{number}.xml"),
                    b"",
                    MEGABYTE,
                    30,
                    b"<a/>",
                ))
            })
        }),
        zip("one part under many names", bomb, || {
            (0..150).fold(good(), |zip, number| {
                let mut part = Part::deflated(&format!("xl/worksheets/more{number}.xml"), b"<a/>");
                part.offset = Some(0);
                zip.with(part)
            })
        }),
    ]
}
