//! CSV in all the ways it is written.

use super::*;

#[test]
fn commas_semicolons_and_tabs_are_told_apart() {
    for (text, name) in [
        ("adviser,period\nAmara,2026-08\n", "CSV, UTF-8, comma"),
        (
            "adviser;period\nAmara, B;2026-08\n",
            "CSV, UTF-8, semicolon",
        ),
        ("adviser\tperiod\nAmara\t2026-08\n", "CSV, UTF-8, tab"),
        (
            "sep=;\nadviser;period\nAmara;2026-08\n",
            "CSV, UTF-8, semicolon",
        ),
    ] {
        assert_eq!(describe(text.as_bytes()), name);
        assert_eq!(texts(text.as_bytes()).first().unwrap().len(), 2, "{text}");
    }
}

#[test]
fn encodings_are_proved_and_not_guessed() {
    let text = "adviser,note\nZoë,café\n";
    let wide = |order: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter()
            .chain(text.encode_utf16().flat_map(order))
            .collect::<Vec<u8>>()
    };
    let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let old: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    for bytes in [
        text.as_bytes().to_vec(),
        with_mark,
        wide(u16::to_le_bytes, [0xff, 0xfe]),
        wide(u16::to_be_bytes, [0xfe, 0xff]),
        old,
    ] {
        assert_eq!(texts(&bytes), [["adviser", "note"], ["Zoë", "café"]]);
    }
}

#[test]
fn a_mixture_of_encodings_is_refused() {
    let mixed = b"adviser,note\nZo\xc3\xab,caf\xe9\n";
    assert_eq!(refusal(mixed), Some(FileRefusal::Encoding));
    assert_eq!(
        refusal(b"\xef\xbb\xbfadviser\nZo\xeb\n"),
        Some(FileRefusal::Encoding)
    );
    assert_eq!(
        refusal(b"adviser,note\nA,\x9d\n"),
        Some(FileRefusal::Encoding)
    );
    assert_eq!(refusal(b"\xff\xfea\0d\0v"), Some(FileRefusal::Encoding));
}

#[test]
fn a_nul_is_no_text() {
    assert_eq!(
        refusal(b"adviser,period\nAmara\0,2026-08\n"),
        Some(FileRefusal::Encoding)
    );
    assert_eq!(
        refusal(&[7, 2, 3, 4, 0, 0, 1, 2, 9, 14, 15]),
        Some(FileRefusal::NotThisType)
    );
}

#[test]
fn a_cell_may_hold_line_ends_and_quotes() {
    let rows = read(b"adviser,note\n\"Amara\n\",\"two\nlines, \"\"said\"\" so\"\nBryn,x\n");
    assert_eq!(rows[1].1[1].0, "two\nlines, \"said\" so");
    let lines: Vec<u64> = rows.iter().map(|row| row.0).collect();
    assert_eq!(
        lines,
        [1, 2, 5],
        "a row has the number of the line it begins on"
    );
}

#[test]
fn a_quote_that_never_closes_is_damage() {
    let refused = refusal(b"adviser,note\nAmara,\"never\nBryn,x\nCeri,y\n");
    assert_eq!(refused, Some(FileRefusal::Structure));
}

#[test]
fn rows_may_be_ragged_and_blank_ones_are_passed_over() {
    let rows = texts(b"a,b,c\n1\n\n,,\n1,2,3,4\n");
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1, 4]);
}

#[test]
fn lines_may_end_in_carriage_returns_alone() {
    let rows = read(b"adviser,period\rAmara,2026-08\rBryn,2026-08");
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn lines_that_end_in_two_characters_are_counted_once() {
    let text = "adviser,note\r\nAmara,\"two\r\nlines\"\r\n\r\nBryn,x\r\nCeri,y\n";
    let rows = read(text.as_bytes());
    assert_eq!(
        rows.iter().map(|row| row.0).collect::<Vec<_>>(),
        [1, 2, 5, 6]
    );
    assert_eq!(rows[1].1[1].0, "two\nlines");
    let long = "a,b\r\n".repeat(60_000);
    let lines: Vec<u64> = read(long.as_bytes()).iter().map(|row| row.0).collect();
    assert_eq!(lines, (1..=60_000).collect::<Vec<u64>>());
}

#[test]
fn an_empty_file_is_refused_and_blank_lines_are_no_rows() {
    assert_eq!(refusal(b""), Some(FileRefusal::Empty));
    assert_eq!(read(b"\n\n\r\n").len(), 0);
}

#[test]
fn more_than_is_read_is_refused() {
    let small = Limits {
        text_rows: 3,
        columns: 4,
        cell_characters: 10,
        ..Limits::default()
    };
    let check = |text: &str| {
        read_with(text.as_bytes(), small)
            .err()
            .and_then(|error| error.refusal())
    };
    assert_eq!(check(&"a,b\n".repeat(104)), Some(FileRefusal::TooLarge));
    assert_eq!(check("a,b,c,d,e\n"), Some(FileRefusal::TooLarge));
    assert_eq!(
        check("a,b,c,d,,,,\n"),
        None,
        "blank cells at the end do no harm"
    );
    assert_eq!(check("a,bbbbbbbbbbb\n"), Some(FileRefusal::TooLarge));
    assert_eq!(
        check("a,éééééééééé\n"),
        None,
        "characters are counted, not bytes"
    );
    let tiny = Limits {
        text_bytes: 5,
        ..Limits::default()
    };
    let refused = read_with(b"a,b\n1,2\n", tiny).unwrap_err().refusal();
    assert_eq!(refused, Some(FileRefusal::TooLarge));
}

#[test]
fn other_things_are_not_taken_for_text() {
    for head in [
        "%PDF-1.7",
        "\u{7f}ELF",
        "SQLite format 3\0",
        "<!DOCTYPE html>",
        "{\\rtf1",
    ] {
        assert_eq!(
            refusal(head.as_bytes()),
            Some(FileRefusal::NotThisType),
            "{head}"
        );
    }
}
