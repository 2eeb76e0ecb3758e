//! A release as PDF is read back cell by cell, in every shape it comes in.

use super::layout::{PrintedCell, PrintedRow};
use super::readback::pdf_matches;
use crate::document::{ReleaseWords, Section};
use crate::pdf::set_release;

fn cell(value: &str, behind: &str) -> PrintedCell {
    PrintedCell {
        value: value.to_owned(),
        behind: behind.to_owned(),
    }
}

fn row(group: &str, period: &str, measures: usize) -> PrintedRow {
    let kinds = [
        cell("43", ""),
        cell("58\u{a0}%", "29 of 50"),
        cell("[c]", ""),
        cell("73.9", "4875.0 over 66"),
        cell("\u{2013}", ""),
    ];
    PrintedRow {
        group: group.to_owned(),
        period: period.to_owned(),
        contributors: "5\u{2013}9".to_owned(),
        cells: kinds.iter().cycle().take(measures).cloned().collect(),
    }
}

fn words(measures: usize) -> ReleaseWords {
    let said = |text: &str| text.to_owned();
    ReleaseWords {
        handling: "SAMPLE".to_owned(),
        language: said("en-GB"),
        name: said("plumbline-summary"),
        title: said("Team summary, October 2026"),
        subtitle: said("Tested for the same organisation."),
        group: said("Team"),
        period: said("Period"),
        contributors: said("Advisers"),
        of: said("of"),
        over: said("over"),
        measures: (1..=measures)
            .map(|at| format!("Offers & first shifts {at}"))
            .collect(),
        units: (1..=measures)
            .map(|at| {
                if at % 2 == 0 {
                    said("of booked")
                } else {
                    String::new()
                }
            })
            .collect(),
        periods: Vec::new(),
        legend: said("[c] hidden for privacy."),
        report_title: said("What was tested"),
        report: vec![Section {
            head: said("Reader"),
            sentences: vec![said("A colleague.")],
        }],
        made: said("Made 3 December 2026"),
        page_words: (said("Page"), said("of")),
        day: (2026, 12, 3),
    }
}

fn rows(count: usize, measures: usize) -> Vec<PrintedRow> {
    (1..=count)
        .map(|at| row("Harbour", &format!("Week {at}"), measures))
        .collect()
}

#[test]
fn a_release_reads_as_it_was_set_from_one_measure_to_many_over_many_pages() {
    for (count, measures) in [(1, 1), (3, 4), (2, 5), (2, 9), (60, 3), (40, 8)] {
        let (rows, words) = (rows(count, measures), words(measures));
        let bytes = set_release(&rows, &words).unwrap();
        assert!(
            pdf_matches(&bytes, &rows, &words),
            "{count} rows, {measures} measures"
        );
    }
}

#[test]
fn names_that_wrap_and_letters_that_join_read_as_they_were_set() {
    let names = [
        "Efficient offices, first floor: Llanfairpwllgwyngyll and Abertawe",
        "Çelik \u{201c}Zürich\u{201d} \u{2013} fjord & fluent <b> #set *x* _y_ $z$ @me \\ // 1",
    ];
    let words = words(4);
    for name in names {
        let rows = [row(name, "1 September to 30 November 2026", 4)];
        let bytes = set_release(&rows, &words).unwrap();
        assert!(pdf_matches(&bytes, &rows, &words), "{name}");
    }
}

#[test]
fn another_value_another_place_or_a_row_more_or_less_is_not_what_was_released() {
    let (rows, words) = (rows(3, 4), words(4));
    let bytes = set_release(&rows, &words).unwrap();
    let mut value = rows.clone();
    value[1].cells[1] = cell("59\u{a0}%", "29 of 50");
    let mut behind = rows.clone();
    behind[1].cells[1] = cell("58\u{a0}%", "29 of 51");
    let mut swapped = rows.clone();
    swapped[2].cells.swap(0, 3);
    let mut shown = rows.clone();
    shown[0].cells[2] = cell("4", "");
    let fewer = rows[..2].to_vec();
    let more = [rows.clone(), rows[..1].to_vec()].concat();
    for other in [value, behind, swapped, shown, fewer, more] {
        assert!(!pdf_matches(&bytes, &other, &words));
    }
    let mut heads = words.clone();
    heads.measures.swap(0, 1);
    assert!(
        !pdf_matches(&bytes, &rows, &heads),
        "heads of other columns"
    );
}

#[test]
fn what_is_no_pdf_or_has_no_tables_is_not_a_release() {
    let (rows, words) = (rows(1, 1), words(1));
    let bytes = set_release(&rows, &words).unwrap();
    assert!(!pdf_matches(b"%PDF-1.7 and nothing else", &rows, &words));
    assert!(
        !pdf_matches(&bytes[..bytes.len() / 2], &rows, &words),
        "cut"
    );
    assert!(!pdf_matches(b"", &rows, &words));
}
