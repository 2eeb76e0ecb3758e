//! Text that is empty, broken, endless, or no text at all.

use super::{ALL_GOOD, Case, Fate, GOOD_TEXT, bytes, case, with_row};
use crate::refusal::FileRefusal::{Empty, Encoding, Header, NotThisType, Structure, TooLarge};
use std::fmt::Write as _;
use std::io::Write;

fn refused(refusal: crate::refusal::FileRefusal) -> Fate {
    Fate::Refused(refusal)
}

fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

pub(super) fn cases() -> Vec<Case> {
    [
        empty(),
        encodings(),
        not_text(),
        quotes(),
        sizes(),
        shapes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn empty() -> Vec<Case> {
    vec![
        bytes("no bytes", refused(Empty), ""),
        bytes("a byte order mark alone", refused(Empty), b"\xef\xbb\xbf"),
        bytes("a wide byte order mark alone", refused(Empty), b"\xff\xfe"),
        bytes("blank lines", refused(Empty), "\n\r\n  \n,,,\n"),
        bytes(
            "headings alone",
            refused(Empty),
            "adviser,period,kpi,numerator\n",
        ),
        bytes(
            "rows without headings",
            refused(Header),
            "Amara,2026-08,Attendance,46,60\n",
        ),
        bytes(
            "other headings",
            refused(Header),
            "colour,taste\nred,sweet\n",
        ),
        bytes(
            "no period",
            refused(Header),
            "adviser,kpi,numerator\nAmara,Attendance,4\n",
        ),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn encodings() -> Vec<Case> {
    let le = wide(GOOD_TEXT, u16::to_le_bytes);
    vec![
        bytes("UTF-8", ALL_GOOD, GOOD_TEXT),
        bytes(
            "UTF-8 with a mark",
            ALL_GOOD,
            joined(&[b"\xef\xbb\xbf", GOOD_TEXT.as_bytes()]),
        ),
        bytes(
            "UTF-16, small end first",
            ALL_GOOD,
            joined(&[b"\xff\xfe", &le]),
        ),
        bytes(
            "UTF-16, large end first",
            ALL_GOOD,
            joined(&[b"\xfe\xff", &wide(GOOD_TEXT, u16::to_be_bytes)]),
        ),
        bytes("UTF-16 without a mark", refused(Encoding), le.clone()),
        bytes(
            "UTF-16 cut within a letter",
            refused(Encoding),
            joined(&[b"\xff\xfe", &le, b"a"]),
        ),
        bytes(
            "half of a UTF-16 pair",
            refused(Encoding),
            joined(&[b"\xff\xfe", &le, b"\x00\xd8a\0\n\0"]),
        ),
        bytes("UTF-32", refused(Encoding), b"\xff\xfe\0\0a\0\0\0,\0\0\0"),
        bytes(
            "Windows-1252",
            Fate::Read(4, 0),
            joined(&[GOOD_TEXT.as_bytes(), b"Zo\xeb,2026-08,Attendance,4,9\n"]),
        ),
        bytes(
            "a letter that Windows-1252 has not",
            refused(Encoding),
            joined(&[GOOD_TEXT.as_bytes(), b"Zo\x81,2026-08,Attendance,4,9\n"]),
        ),
        bytes(
            "two encodings in one file",
            refused(Encoding),
            joined(&[GOOD_TEXT.as_bytes(), b"Zo\xc3\xab,2026-08,A\xe9,4,9\n"]),
        ),
        bytes(
            "broken UTF-8 behind its mark",
            refused(Encoding),
            joined(&[
                b"\xef\xbb\xbf",
                GOOD_TEXT.as_bytes(),
                b"Zo\xeb,2026-08,Attendance,4,9\n",
            ]),
        ),
        bytes(
            "a NUL in a cell",
            refused(Encoding),
            with_row("Am\0ara,2026-08,Attendance,4,9"),
        ),
        bytes(
            "a NUL at the end",
            refused(Encoding),
            with_row("Dai,2026-08,Attendance,4,9\0"),
        ),
        bytes(
            "the mark this reader ends on",
            refused(Encoding),
            with_row("\u{1}"),
        ),
    ]
}

fn not_text() -> Vec<Case> {
    let mut cases: Vec<Case> = vec![
        bytes(
            "noise",
            refused(NotThisType),
            (0u8..=31).cycle().take(4096).collect::<Vec<u8>>(),
        ),
        bytes(
            "an old Excel file",
            refused(NotThisType),
            joined(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[0; 2048]]),
        ),
        bytes(
            "a workbook behind a password",
            refused(crate::refusal::FileRefusal::Encrypted),
            joined(&[
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                &[0; 70_000],
                &wide("EncryptedPackage", u16::to_le_bytes),
                &[0; 512],
            ]),
        ),
    ];
    let heads: [(&'static str, &'static [u8]); 9] = [
        ("a PDF", b"%PDF-1.7\n"),
        ("a picture", b"\x89PNG\r\n\x1a\n"),
        ("a program", b"\x7fELF\x02\x01\x01"),
        ("a Windows program", b"MZ\x90\0"),
        ("a gzip file", b"\x1f\x8b\x08\0"),
        ("a database", b"SQLite format 3\0"),
        ("a web page", b"<!DOCTYPE html><table>"),
        ("an XML spreadsheet", b"<?xml version=\"1.0\"?><Workbook/>"),
        ("rich text", b"{\\rtf1 adviser,period}"),
    ];
    for (name, head) in heads {
        cases.push(bytes(
            name,
            refused(NotThisType),
            joined(&[head, GOOD_TEXT.as_bytes()]),
        ));
    }
    cases
}

fn quotes() -> Vec<Case> {
    vec![
        bytes(
            "a quote that never closes",
            refused(Structure),
            with_row("\"Dai,2026-08,Attendance,4,9"),
        ),
        bytes(
            "a quote that never closes, on top",
            refused(Structure),
            format!("\"{GOOD_TEXT}"),
        ),
        bytes(
            "a quote that never closes, over 60,000 rows",
            refused(Structure),
            {
                let rows = "Dai,2026-08,Attendance,4,9\n".repeat(60_000);
                format!("{GOOD_TEXT}\"{rows}")
            },
        ),
        bytes("nothing but quotes", refused(Header), "\"".repeat(40_000)),
        bytes(
            "quotes within a cell",
            Fate::Read(4, 0),
            with_row("Da\"i,2026-08,\"Atten\"dance,4,9"),
        ),
        bytes(
            "line ends in a cell",
            Fate::Read(4, 0),
            with_row("\"Dai\",2026-08,\"Attendance\n\",\"4\",9"),
        ),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of files, one after the other"
)]
fn sizes() -> Vec<Case> {
    vec![
        bytes(
            "a cell of 40,000 letters",
            refused(TooLarge),
            with_row(&format!("Dai,2026-08,{},4,9", "x".repeat(40_000))),
        ),
        bytes(
            "a cell of 40,000 lines",
            refused(Structure),
            with_row(&format!("Dai,2026-08,\"{}\",4,9", "x\n".repeat(40_000))),
        ),
        bytes(
            "201 columns",
            refused(TooLarge),
            format!("{}\n", vec!["a"; 201].join(",")),
        ),
        bytes(
            "a row of 100,000 cells",
            refused(TooLarge),
            with_row(&vec!["1"; 100_000].join(",")),
        ),
        bytes(
            "a row with 100,000 blank cells",
            ALL_GOOD,
            with_row(&",".repeat(100_000)),
        ),
        bytes("20,001 advisers", refused(TooLarge), {
            let mut text = GOOD_TEXT.to_owned();
            for number in 0..20_001 {
                writeln!(text, "Adviser {number},2026-08,Attendance,4,9").unwrap();
            }
            text
        }),
        bytes("2,001 KPIs", refused(TooLarge), {
            let mut text = GOOD_TEXT.to_owned();
            for number in 0..2_001 {
                writeln!(text, "Dai,2026-08,Measure {number},4,9").unwrap();
            }
            text
        }),
        case("a line of 60 MB", refused(TooLarge), |folder| {
            let path = folder.join("input.csv");
            let mut file = std::fs::File::create(&path).unwrap();
            let piece = vec![b'x'; 1_000_000];
            for _ in 0..60 {
                file.write_all(&piece).unwrap();
            }
            path
        }),
        case("more bytes than are read", refused(TooLarge), |folder| {
            let path = folder.join("input.csv");
            let mut file = std::fs::File::create(&path).unwrap();
            file.write_all(GOOD_TEXT.as_bytes()).unwrap();
            file.set_len(512 * 1024 * 1024 + 1).unwrap();
            path
        }),
    ]
}

fn shapes() -> Vec<Case> {
    vec![
        bytes(
            "line ends of one kind, carriage returns",
            ALL_GOOD,
            GOOD_TEXT.replace('\n', "\r"),
        ),
        bytes(
            "line ends of two kinds",
            ALL_GOOD,
            GOOD_TEXT.replacen('\n', "\r\n", 2),
        ),
        bytes("no line end at the end", ALL_GOOD, GOOD_TEXT.trim_end()),
        bytes("semicolons", ALL_GOOD, GOOD_TEXT.replace(',', ";")),
        bytes("tabs", ALL_GOOD, GOOD_TEXT.replace(',', "\t")),
        bytes(
            "a line that names the separator",
            ALL_GOOD,
            format!("sep=;\n{}", GOOD_TEXT.replace(',', ";")),
        ),
        bytes(
            "separators mixed",
            Fate::Read(3, 1),
            with_row("Dai;2026-08;Attendance;4;9"),
        ),
        bytes(
            "more cells than headings",
            Fate::Read(3, 1),
            with_row("Dai,2026-08,Attendance,4,9,1"),
        ),
        bytes(
            "fewer cells than headings",
            Fate::Read(3, 1),
            with_row("Dai,2026-08"),
        ),
        bytes(
            "a title and blank lines on top",
            ALL_GOOD,
            format!("Figures of August\n\n{GOOD_TEXT}"),
        ),
        bytes("a workbook's name on a text", ALL_GOOD, GOOD_TEXT),
        bytes(
            "headings in capitals and with spaces",
            ALL_GOOD,
            GOOD_TEXT.replacen("adviser,period", "  ADVISER_ref ,Period", 1),
        ),
    ]
}
