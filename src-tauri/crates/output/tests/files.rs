//! Files out: nothing cut, nothing that runs, nobody's name or hour in them, the same bytes twice.

#![expect(clippy::unwrap_used, reason = "a failed test may panic")]

use disclosure::{
    Contribution, Measure, MeasureKind, Policy, Profile, Released, Row, Span, Table, release,
};
use output::document::{
    About, Block, Document, Figure, Heads, Line, Mark, Number, NumberLook, Point, ReleaseWords,
    Section, Shape,
};
use output::release::{Format, write};
use output::{pdf_scorecard, xlsx_scorecard};
use std::io::Read;

fn mark(shape: Shape, words: &str, strong: bool) -> Mark {
    Mark {
        shape,
        words: words.to_owned(),
        strong,
    }
}

fn line(name: &str) -> Line {
    Line {
        name: name.to_owned(),
        remark: "of booked".to_owned(),
        now: "58\u{a0}%".to_owned(),
        number: Some(Number { value: 0.58, look: NumberLook::Share }),
        out_of: "29 of 50".to_owned(),
        parts: (Some(29.0), Some(50.0)),
        range: "63 to 84\u{a0}%".to_owned(),
        could_be: "44 to 71\u{a0}%".to_owned(),
        change: mark(Shape::Diamond, "Worse, 3 months", true),
        age: String::new(),
        target: mark(Shape::BoxHalf, "Sometimes met", false),
        spark: "<svg xmlns='http://www.w3.org/2000/svg' width='140' height='24' viewBox='0 0 140 24'><circle cx='70' cy='12' r='3'/></svg>".to_owned(),
    }
}

fn document() -> Document {
    let shapes = [
        Shape::Square,
        Shape::Circle,
        Shape::Ring,
        Shape::Hatch,
        Shape::BoxFull,
        Shape::BoxBarred,
        Shape::None,
    ];
    let mut lines: Vec<Line> = (0..40)
        .map(|number| line(&format!("A KPI with quite a long name, number {number}")))
        .collect();
    lines.push(line(&"Unbroken".repeat(7)));
    lines.extend(shapes.map(|shape| Line {
        change: mark(shape, "A status", false),
        ..line("=HYPERLINK(\"x\")")
    }));
    Document {
        about: About::Adviser,
        language: "en-GB".to_owned(),
        title: "Amara: scorecard for November 2026".to_owned(),
        running: "Adviser scorecard · Amara".to_owned(),
        subtitle: "Harbour team · 1.0 full-time".to_owned(),
        handling: "OFFICIAL-SENSITIVE".to_owned(),
        made: "Made 3 December 2026 · vault 4QK7-M2VD".to_owned(),
        motto: "A signal means look and ask.".to_owned(),
        page_words: ("Page".to_owned(), "of".to_owned()),
        day: (2026, 12, 3),
        points: vec![Point {
            mark: mark(Shape::Diamond, "Changed", true),
            sentences: vec!["Attendance has been below the usual range since September.".to_owned()],
        }],
        heads: heads(),
        blocks: vec![Block { head: "Leading".to_owned(), lines }],
        figures: vec![Figure {
            title: "Attendance fell below the usual range".to_owned(),
            sentence: "Attendance was 58 % in November 2026.".to_owned(),
            svg: "<svg xmlns='http://www.w3.org/2000/svg' width='684' height='200' viewBox='0 0 684 200'><rect width='684' height='100' fill='#eceef2'/><text x='10' y='50' font-family='Atkinson Hyperlegible Next' font-size='12'>12 upper limit</text></svg>".to_owned(),
        }],
        own_words: "What Amara says about this".to_owned(),
    }
}

fn heads() -> Heads {
    Heads {
        name: "KPI".to_owned(),
        now: "Now".to_owned(),
        counted: "Counted".to_owned(),
        out_of: "Out of".to_owned(),
        period: "Period".to_owned(),
        range: "Usual range".to_owned(),
        could_be: "could be".to_owned(),
        change: "Change".to_owned(),
        target: "Against target".to_owned(),
        spark: "24 periods".to_owned(),
    }
}

fn release_words() -> ReleaseWords {
    ReleaseWords {
        handling: "SAMPLE: made-up figures".to_owned(),
        language: "en-GB".to_owned(),
        name: "plumbline-summary-2026-09-2026-10".to_owned(),
        title: "Team summary, September to October 2026".to_owned(),
        subtitle: "Tested for the same organisation.".to_owned(),
        group: "Team".to_owned(),
        period: "Period".to_owned(),
        contributors: "Advisers".to_owned(),
        of: "of".to_owned(),
        over: "over".to_owned(),
        units: ["", "of booked", "per day", "points"]
            .map(str::to_owned)
            .to_vec(),
        measures: vec![
            "Job starts".to_owned(),
            "Attendance".to_owned(),
            "Contacts per day".to_owned(),
            "Client experience".to_owned(),
        ],
        periods: vec!["September 2026".to_owned(), "October 2026".to_owned()],
        legend: "[c] hidden for privacy. Empty: no figure.".to_owned(),
        report_title: "What was tested".to_owned(),
        report: vec![Section {
            head: "Who it is for".to_owned(),
            sentences: vec!["The same organisation.".to_owned()],
        }],
        made: "Made 3 December 2026".to_owned(),
        page_words: ("Page".to_owned(), "of".to_owned()),
        day: (2026, 12, 3),
    }
}

fn parts(numbers: [i64; 6], whole: Option<i64>) -> Vec<Contribution> {
    (0_u64..)
        .zip(numbers)
        .map(|(member, numerator)| Contribution {
            member,
            numerator,
            denominator: whole,
        })
        .collect()
}

fn released() -> (Released, ReleaseWords) {
    let measure = |code: &str, kind| Measure {
        code: code.to_owned(),
        name: code.to_owned(),
        kind,
    };
    let row = |period: &str, first, cells| Row {
        group: "=Harbour, team".to_owned(),
        period: period.to_owned(),
        span: Span {
            first,
            last: first + 27,
        },
        cells,
    };
    let table = Table::new(
        vec![
            measure("K19", MeasureKind::Count),
            measure("K09", MeasureKind::Share),
            measure("K08", MeasureKind::Rate),
            measure("K29", MeasureKind::Mean),
        ],
        vec![
            row(
                "2026-09",
                0,
                vec![
                    parts([7; 6], None),
                    parts([9; 6], Some(12)),
                    parts([90; 6], Some(18_500)),
                    parts([812_500; 6], Some(11)),
                ],
            ),
            row(
                "2026-10",
                28,
                vec![
                    parts([0; 6], None),
                    parts([12; 6], Some(12)),
                    Vec::new(),
                    parts([81_000; 6], Some(1)),
                ],
            ),
        ],
    )
    .unwrap();
    (
        release(&table, &Policy::of(Profile::Internal), &[], -1).unwrap(),
        release_words(),
    )
}

fn unzip(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn a_scorecard_is_tagged_dated_to_the_day_and_the_same_twice() {
    let once = pdf_scorecard(&document()).unwrap();
    assert_eq!(
        once,
        pdf_scorecard(&document()).unwrap(),
        "the same document gives the same bytes"
    );
    let text = String::from_utf8_lossy(&once);
    assert!(text.contains("pdfuaid:part"), "the file claims PDF/UA-1");
    assert!(
        text.contains("D:20261203000000"),
        "the file is dated a day at midnight"
    );
    assert!(
        !text.contains("/Author"),
        "nobody's name is in the metadata"
    );
    if let Some(folder) = std::env::var_os("PLUMBLINE_KEEP") {
        std::fs::write(std::path::Path::new(&folder).join("scorecard.pdf"), &once).unwrap();
    }
}

#[test]
fn a_release_reads_the_same_in_csv_as_was_released() {
    let (released, words) = released();
    let bytes = write(&released, &words, Format::Csv).unwrap();
    insta::assert_snapshot!(String::from_utf8(bytes).unwrap());
}

#[test]
fn every_format_of_a_release_is_the_same_twice_and_passes_its_own_reading_back() {
    let (released, words) = released();
    for format in [Format::Csv, Format::Xlsx, Format::Pdf, Format::Json] {
        let once = write(&released, &words, format).unwrap();
        assert_eq!(
            once,
            write(&released, &words, format).unwrap(),
            "{format:?} is the same twice"
        );
        if let (Format::Pdf, Some(folder)) = (format, std::env::var_os("PLUMBLINE_KEEP")) {
            std::fs::write(std::path::Path::new(&folder).join("release.pdf"), &once).unwrap();
        }
    }
}

#[test]
fn how_a_file_is_to_be_handled_stands_in_it() {
    let (released, words) = released();
    let bytes = write(&released, &words, Format::Xlsx).unwrap();
    assert!(unzip(&bytes, "xl/sharedStrings.xml").contains("SAMPLE: made-up figures"));
    let bytes = xlsx_scorecard(&document()).unwrap();
    assert!(unzip(&bytes, "xl/sharedStrings.xml").contains(&document().handling));
    let bare = ReleaseWords {
        handling: String::new(),
        ..release_words()
    };
    assert_ne!(
        write(&released, &words, Format::Pdf).unwrap(),
        write(&released, &bare, Format::Pdf).unwrap(),
        "the page's head says it"
    );
}

#[test]
fn no_workbook_holds_a_formula_an_author_or_an_hour() {
    let (released, words) = released();
    for bytes in [
        xlsx_scorecard(&document()).unwrap(),
        write(&released, &words, Format::Xlsx).unwrap(),
    ] {
        let sheet = unzip(&bytes, "xl/worksheets/sheet1.xml");
        let core = unzip(&bytes, "docProps/core.xml");
        assert!(
            !sheet.contains("<f>"),
            "a cell that begins with = stays a text"
        );
        assert!(
            core.contains("<dc:creator></dc:creator>"),
            "no author: {core}"
        );
        assert!(
            core.contains("2026-12-03T00:00:00Z"),
            "the day only: {core}"
        );
        let archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        assert!(archive.file_names().count() > 5, "the workbook is whole");
    }
}
