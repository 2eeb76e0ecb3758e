//! The table of detectors: what each looks for, and samples that it must and must not match. A new detector is a new
//! row; the tests walk the table.

use super::{Detector, birth, email, nhs, nino, phone, plain::plain, postcode};
use std::ops::Range;

/// Finds the first place in a text where a pattern stands.
type Look = fn(&[u8]) -> Option<Range<usize>>;

/// One detector.
pub(super) struct Row {
    pub(super) detector: Detector,
    /// Finds the pattern in text of one byte a character; names have none.
    pub(super) find: Option<Look>,
    /// Cells it matches.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "samples are for the tests and the reader")
    )]
    pub(super) hits: &'static [&'static str],
    /// Cells it leaves alone.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "samples are for the tests and the reader")
    )]
    pub(super) misses: &'static [&'static str],
}

pub(super) const TABLE: [Row; 7] = [
    Row {
        detector: Detector::Nino,
        find: Some(nino::find),
        hits: &[
            "QQ123456C",
            "qq 12 34 56 c",
            "NI: AB-12-34-56-D.",
            "her number is JG103759A, on file",
            "ＱＱ１２３４５６Ｃ",
            "QQ.12.34.56.C",
            "QQ  12 34 56 C",
            "NINO AB123456",
            "NI no. JG 10 37 59",
            "National Insurance number is JG103759",
            "n.i.: AB 12 34 56",
            "NI JG 103 759 A",
            "jg_10_37_59_a",
        ],
        misses: &[
            "AB12345C",
            "ABC123456D",
            "AB123456E",
            "on 12 03 26 a meeting",
            "AB1234567C",
            "REF 123456",
            "AB123456",
            "JG 10 37 59",
            "NI in 12 03 26",
            "on 12.03.26 a meeting",
            "Ni ref REF123456",
            "No 123 456 A",
            "NO 123 456 A",
        ],
    },
    Row {
        detector: Detector::NhsNumber,
        find: Some(nhs::find),
        hits: &[
            "9434765919",
            "943 476 5919",
            "943-476-5919",
            "NHS9434765919",
            "number 943 476 5919, checked",
            "NHS no 943 4765919",
            "NHS number: 943476 5919",
        ],
        misses: &[
            "9434765918",
            "0000000000",
            "19434765919",
            "943 476-5919",
            "943 4765919",
            "NHS no 943 4765918",
            "3.9434765919",
            "1234567890",
        ],
    },
    Row {
        detector: Detector::Email,
        find: Some(email::find),
        hits: &[
            "a.b@example.org",
            "write to someone+x@mail.example.co.uk.",
            "<ann@example.org>",
            "zoë@example.org",
        ],
        misses: &["@ 10:30", "5 @ £3", "a@b", "met @Costa.", "a@b.1"],
    },
    Row {
        detector: Detector::Phone,
        find: Some(phone::find),
        hits: &[
            "07700 900123",
            "07700900123",
            "+44 7700 900123",
            "+44 (0)20 7946 0958",
            "(0161) 496 0000",
            "020-7946-0958",
            "0044 1632 960123",
            "ring 0300 123 4567 after five",
            "07 700 900 123",
            "7700900123",
            "447700900123",
            "07700 90 01 23",
            "tel07700900123",
            "07700900123x12",
            "07700 900123 ext 4",
            "07700/900123",
            "07700900123/07700900124",
            "0044(0)7700900123",
            "07700_900_123",
        ],
        misses: &[
            "01 02 2026 10 clients",
            "2026-07-12 10:30",
            "12 345 678 901",
            "00123456789",
            "0.0770090012",
            "04 11 2026 1200",
            "1,077,009,001",
            "ref 2026-0712-345-678",
            "hotel07700900123",
            "07/11/2026 0123",
            "012/34/56789",
            "07700900123kg",
        ],
    },
    Row {
        detector: Detector::Postcode,
        find: Some(postcode::find),
        hits: &[
            "SW1A 1AA",
            "sw1a1aa",
            "lives near M1 1AE now",
            "EC1A 1BB",
            "B33 8TH",
            "CR2 6XH",
            "DN55 1PT",
            "L2 1ST",
            "LS1-4AP",
            "LS1  4AP",
            "GIR 0AA",
        ],
        misses: &[
            "L2 1st attempt",
            "CV2 2nd draft",
            "S8 3rd review",
            "G1 4th floor",
            "CV2 1st draft",
            "M1 1st floor",
            "E1 1st time",
            "L2 1St Attempt",
            "GIR 1AA",
            "at 1-3pm",
            "K09 3AB",
            "A1 4",
            "QQ1 1AA",
            "M1 1AC",
            "SW1A",
            "Q4 2026",
            "W48 2026",
            "at 1 3pm",
        ],
    },
    Row {
        detector: Detector::BirthDate,
        find: Some(birth::find),
        hits: &[
            "DOB 12/03/1985",
            "born on 3 May 1979 in Leeds",
            "d.o.b.: 1990-01-31",
            "date of birth 1.2.81",
            "Born the 21st of June 1990",
            "DOB12/03/1985",
            "birth date: March 12, 1985",
            "born Sept 3rd 1985",
            "DOB 12031985",
            "dob: 19850312",
            "d/o/b 12/03/85",
            "D.o.B. 12/03/85",
            "12/03/1985 (DOB)",
            "12 March 1985 is her birthday",
            "birth: 12/3/85",
        ],
        misses: &[
            "born in Leeds",
            "12/03/1985",
            "born 1985",
            "dobson 12/03/2026",
            "stubborn 12/03/2026",
            "DOB 99999999",
            "DOBs 12",
            "born March 1985",
            "seen 12/03/2026, birthday card sent",
            "12/03/2026 born to lead",
        ],
    },
    Row {
        detector: Detector::NameLike,
        find: None,
        hits: &[],
        misses: &[],
    },
];

/// What was found in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) detector: Detector,
    /// Whether the cell is the identifier and little else, as in a column of identifiers.
    pub(crate) is_whole: bool,
}

/// Looks through a cell for any pattern of the table, except those that the column may hold.
pub(crate) fn find(text: &str, except: &[Detector]) -> Option<Found> {
    if !may_hold_any(text) {
        return None;
    }
    let bytes = plain(text);
    TABLE
        .iter()
        .filter(|row| !except.contains(&row.detector))
        .find_map(|row| {
            let span = row.find?(&bytes)?;
            let is_whole = span.len() * 5 >= bytes.len() * 4;
            Some(Found {
                detector: row.detector,
                is_whole,
            })
        })
}

/// The quick look that nearly every cell stops at: no `@`, and fewer than two digits. One code has only a nought.
fn may_hold_any(text: &str) -> bool {
    let is_short_number = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() < 5 || is_short_number {
        return false;
    }
    let mut digits = 0;
    let mut has_sign = false;
    for byte in text.bytes() {
        digits += usize::from(byte.is_ascii_digit());
        has_sign = has_sign || byte == b'@' || !byte.is_ascii();
    }
    let has_nought = || {
        let mut parts = text.as_bytes().windows(3);
        parts.any(|part| part.eq_ignore_ascii_case(b"0aa"))
    };
    has_sign || digits >= 2 || digits == 1 && has_nought()
}
