use super::*;
use crate::columns::Meaning;
use crate::testing::{lines, read_of, survey_of};

fn refused(text: &str) -> Vec<(String, Detector, u64, u64, String)> {
    let survey = survey_of(text, &Choices::default()).unwrap();
    let row = |refused: RefusedColumn| {
        (
            refused.heading,
            refused.detector,
            refused.cells,
            refused.of,
            refused.shape,
        )
    };
    survey.refused.into_iter().map(row).collect()
}

/// A long table with one further column.
fn with_column(heading: &str, cells: &[&str]) -> String {
    let rows = cells
        .iter()
        .enumerate()
        .map(|(place, cell)| format!("Amara,2026-{:02},K13,{place},{cell}\n", place % 12 + 1));
    format!("adviser,month,kpi,value,{heading}\n{}", lines(rows))
}

fn check(heading: &str, cells: &[&str], expected: Option<Detector>) {
    let found = refused(&with_column(heading, cells))
        .first()
        .map(|column| column.1);
    assert_eq!(found, expected, "{heading}: {cells:?}");
}

#[test]
fn a_column_is_turned_away_by_its_heading() {
    check("NI number", &["", "x"], Some(Detector::Nino));
    check("client name", &["Zed", "Yak"], Some(Detector::NameLike));
    check("Date of birth", &["12/03/1985"], Some(Detector::BirthDate));
    check("Client e-mail", &["none"], Some(Detector::Email));
    check("site", &["North"], None);
    check("Emails", &["12", "9"], None);
}

#[test]
fn a_heading_of_a_reference_is_turned_away_even_over_small_numbers() {
    for heading in [
        "Client Ref No",
        "PRN",
        "Case",
        "NINO / ref",
        "Participant ID",
    ] {
        let text =
            format!("adviser,month,Starts,{heading}\nAmara,2026-01,1,1042\nBryn,2026-01,2,7\n");
        let survey = survey_of(&text, &Choices::default()).unwrap();
        assert_eq!(
            (survey.refused.len(), survey.kpis.len()),
            (1, 1),
            "{heading}"
        );
    }
    let serials = "adviser,month,Starts,Client DOB (dd/mm/yyyy)\nAmara,2026-01,1,31118\n";
    assert_eq!(
        refused(serials).first().map(|column| column.1),
        Some(Detector::BirthDate)
    );
    for heading in [
        "Postcode checks done",
        "Clients seen",
        "Phone calls made",
        "Cases closed",
        "Case mix",
    ] {
        let text = format!("adviser,month,Starts,{heading}\nAmara,2026-01,1,12\n");
        assert!(refused(&text).is_empty(), "{heading}");
    }
}

#[test]
fn a_column_is_turned_away_by_what_most_of_its_cells_hold() {
    check("ref", &["QQ123456C", "QQ123457A", ""], Some(Detector::Nino));
    check(
        "ref",
        &["9434765919", "943 476 5919"],
        Some(Detector::NhsNumber),
    );
    check(
        "where",
        &["LS1 4AP", "M1 1AE", "CF10 1BH", "n/a"],
        Some(Detector::Postcode),
    );
    check("note", &["LS1 4AP", "fine"], None);
    check(
        "note",
        &["a@example.org", "b@example.org"],
        Some(Detector::Email),
    );
    check(
        "extra",
        &["Sarah Jones", "Tomasz Nowak", "Priya Patel", "Owen Price"],
        Some(Detector::NameLike),
    );
    check(
        "extra",
        &["sarah jones", "tomasz nowak", "Priya Patel", "owusu price"],
        Some(Detector::NameLike),
    );
    check(
        "extra",
        &[
            "milton keynes",
            "will call back",
            "sarah called",
            "no answer",
        ],
        None,
    );
    check(
        "extra",
        &["12/03/1985", "01/01/1990", "30/06/1971"],
        Some(Detector::BirthDate),
    );
    check(
        "extra",
        &["North Harbour", "South Harbour", "Milton Keynes"],
        None,
    );
    check("extra", &["12/03/2025", "01/01/2026"], None);
    check("note", &["fine", "QQ123456C", "fine", "fine"], None);
}

#[test]
fn a_note_that_holds_nothing_but_names_is_turned_away_and_remarks_are_not() {
    check(
        "note",
        &["Sarah Jones", "Tomasz Nowak", "Priya Patel", "Owen Price"],
        Some(Detector::NameLike),
    );
    check(
        "note",
        &[
            "Two part-time starts",
            "Holiday week",
            "Milton Keynes office",
            "",
        ],
        None,
    );
}

#[test]
fn an_identifier_among_advisers_or_kpis_refuses_the_file() {
    let refusal = |text: &str| survey_of(text, &Choices::default()).unwrap().refusal;
    for name in [
        "LS1 4AP",
        "QQ123456C",
        "born 12/03/1985",
        "12/03/1985 J Smith",
        "Smith, J 12/03/1985",
    ] {
        let adviser = format!("adviser,month,kpi,value\n\"{name}\",2026-01,K13,1\n");
        assert_eq!(refusal(&adviser), Some(FileRefusal::Identifier), "{name}");
        let kpi = format!("adviser,month,kpi,value\nAmara,2026-01,\"{name}\",1\n");
        assert_eq!(refusal(&kpi), Some(FileRefusal::Identifier), "{name}");
    }
    let people =
        "adviser,month,kpi,value\nAmara Okafor,2026-01,K13,1\n\"Smith, J\",2026-01,K13,1\n";
    assert_eq!(refusal(people), None, "advisers have names");
}

#[test]
fn a_person_where_a_kpi_belongs_is_turned_away_until_somebody_says_otherwise() {
    let text = "adviser,month,kpi,value\nAmara,2026-01,Contacts,1\nAmara,2026-01,Sarah Jones,1\n";
    let (survey, tally, kept) = read_of(text, &Choices::default());
    let refused = survey.refused.first().unwrap();
    assert_eq!(
        (refused.index, refused.detector, refused.cells, refused.of),
        (2, Detector::NameLike, 1, 2)
    );
    assert_eq!(refused.shape, "Aaaaa Aaaaa");
    assert_eq!((tally.accepted, tally.rejected), (1, 1));
    assert_eq!(kept.reasons(), [(3, crate::Reason::Identifier)]);
    assert!(!format!("{survey:?}").contains("Sarah"), "{survey:?}");
    let wanted = Choices {
        overrides: vec![2],
        ..Choices::default()
    };
    assert_eq!(read_of(text, &wanted).1.accepted, 2);
    let known = Choices {
        known_kpis: vec!["sarah jones".to_owned()],
        ..Choices::default()
    };
    assert_eq!(read_of(text, &known).1.accepted, 2);
}

#[test]
fn a_heading_that_is_a_person_is_turned_away_as_a_pattern() {
    for (heading, detector, shape) in [
        (
            "12/03/1985 J Smith",
            Detector::BirthDate,
            "99/99/9999 A Aaaaa",
        ),
        ("Sarah Jones (num)", Detector::NameLike, "Aaaaa Aaaaa (aaa)"),
    ] {
        let text = format!("adviser,month,contacts,{heading}\nAmara,2026-01,1,2\n");
        let survey = survey_of(&text, &Choices::default()).unwrap();
        let refused = survey.refused.first().unwrap();
        assert_eq!(
            (refused.detector, refused.heading.as_str()),
            (detector, shape)
        );
        assert_eq!(survey.kpis.len(), 1, "{heading}");
        let wanted = Choices {
            overrides: vec![3],
            ..Choices::default()
        };
        assert_eq!(
            survey_of(&text, &wanted).unwrap().kpis.len(),
            2,
            "{heading}"
        );
    }
    let plain = "adviser,month,Job Starts,Sustained 13 weeks,Contacts w/c 12/03/2026\nAmara,2026-01,1,2,3\n";
    assert!(refused(plain).is_empty());
}

#[test]
fn a_refused_column_shows_its_pattern_and_no_value() {
    let text = with_column("ref", &["QQ 12 34 56 C", "QQ 65 43 21 A"]);
    let expected = (
        "ref".to_owned(),
        Detector::Nino,
        2,
        2,
        "AA 99 99 99 A".to_owned(),
    );
    assert_eq!(refused(&text), [expected]);
    let survey = survey_of(&text, &Choices::default()).unwrap();
    let column = survey.columns.last().unwrap();
    assert_eq!(
        (&column.meaning, column.samples.len()),
        (&Meaning::LeaveOut, 0)
    );
    assert!(
        !format!("{survey:?}").contains("QQ"),
        "nothing of a refused column is kept"
    );
}

#[test]
fn the_first_four_detectors_never_yield_and_the_others_do() {
    for (heading, cell, yields) in [
        ("ref", "QQ123456C", false),
        ("ref", "9434765919", false),
        ("ref", "a@example.org", false),
        ("ref", "07700 900123", false),
        ("note", "LS1 4AP", true),
        ("client name", "Zed", true),
        ("born", "12/03/1985", true),
    ] {
        let text = with_column(heading, &[cell, cell]);
        let choices = Choices {
            overrides: vec![4],
            ..Choices::default()
        };
        let survey = survey_of(&text, &choices).unwrap();
        assert_eq!(survey.refused.is_empty(), yields, "{heading}: {cell}");
        let (_, tally, _) = read_of(&text, &choices);
        assert_eq!(tally.accepted, 2, "{heading}: {cell}");
    }
}

#[test]
fn a_file_with_identifiers_for_advisers_or_kpis_is_refused_whole() {
    let refusal = |text: &str| survey_of(text, &Choices::default()).unwrap().refusal;
    assert_eq!(
        refusal("adviser,month,kpi,value\nQQ123456C,2026-08,K09,1\n"),
        Some(FileRefusal::Identifier)
    );
    assert_eq!(
        refusal("adviser,month,kpi,value\nAmara,2026-08,ann@example.org,1\n"),
        Some(FileRefusal::Identifier)
    );
    assert_eq!(
        refusal("adviser,month,kpi,value,note\nAmara,2026-08,K09,1,QQ123456C\n"),
        None
    );
}

#[test]
fn total_rows_are_known_and_left_out() {
    let text = "adviser,month,kpi,value\nAmara,2026-08,Total referrals,3\nAmara,Total,K09,3\nTotal,2026-08,K09,3\n\
        ,,Grand total,9\nNorth total:,2026-08,K09,9\nWhole team,2026-08,K09,9\nTEAM,2026-08,K09,9\nAmara,2026-09,Total referrals,4\n";
    let survey = survey_of(text, &Choices::default()).unwrap();
    assert_eq!(
        (survey.rows, survey.totals, survey.total_lines),
        (2, 6, vec![3, 4, 5, 6, 7, 8])
    );
}

#[test]
fn an_accent_typed_as_a_letter_of_its_own_makes_no_other_name() {
    let text = "adviser,month,kpi,num\nZo\u{eb},2026-08,Café,1\nZoe\u{308},2026-09,Cafe\u{301},1\n";
    let survey = survey_of(text, &Choices::default()).unwrap();
    assert_eq!((survey.advisers.len(), survey.kpis.len()), (1, 1));
}

#[test]
fn names_that_differ_only_in_capitals_and_spaces_are_one() {
    let text = "adviser,month,kpi,value\nAmara K,2026-08,K09 Attendance,3\n amara  k,2026-09,k09_attendance,4\n";
    let survey = survey_of(text, &Choices::default()).unwrap();
    assert_eq!(survey.advisers, ["Amara K"]);
    assert_eq!(survey.kpis.len(), 1);
}

#[test]
fn kinds_are_guessed_from_numbers() {
    let guess = |kpi: &str, rows: &[(&str, &str)]| {
        let rows = rows
            .iter()
            .enumerate()
            .map(|(place, (num, den))| format!("A,2026-{:02},{kpi},{num},{den}\n", place + 1));
        let text = format!("adviser,month,kpi,num,den\n{}", lines(rows));
        survey_of(&text, &Choices::default()).unwrap().kpis[0].guess
    };
    assert_eq!(guess("Starts", &[("3", ""), ("4", "")]), KindGuess::Count);
    assert_eq!(
        guess("Attended", &[("3", "4"), ("4", "4")]),
        KindGuess::Proportion
    );
    assert_eq!(
        guess("Contacts", &[("3", "4"), ("9", "4")]),
        KindGuess::Rate
    );
    assert_eq!(
        guess("Plan score", &[("3", "4"), ("9", "4")]),
        KindGuess::Value
    );
    assert_eq!(guess("Days", &[("3.5", "")]), KindGuess::Value);
}

#[test]
fn samples_show_three_different_cells() {
    let text =
        "adviser,month,Starts\nA,2026-08,3\nA,2026-09,3\nB,2026-08,4\nC,2026-08,5\nD,2026-08,6\n";
    let survey = survey_of(text, &Choices::default()).unwrap();
    let samples: Vec<_> = survey
        .columns
        .iter()
        .map(|column| column.samples.join(" "))
        .collect();
    assert_eq!(samples, ["A B C", "2026-08 2026-09", "3 4 5"]);
}

#[test]
fn a_column_of_ten_digits_that_are_no_nhs_numbers_does_not_take_rows_with_it() {
    let numbers: Vec<String> = (0..60)
        .map(|place| (1_300_000_000u64 + place * 7).to_string())
        .collect();
    let cells: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let row = |(place, cell): (usize, &&str)| format!("A{place},2026-08,K13,1,{cell}\n");
    let rows = lines(cells.iter().enumerate().map(row));
    let text = format!("adviser,month,kpi,value,receipt\n{rows}");
    let (survey, tally, _) = read_of(&text, &Choices::default());
    assert_eq!(
        (survey.refused.len(), tally.accepted, tally.rejected),
        (0, 60, 0)
    );
}

#[test]
fn beside_ten_digits_of_another_kind_a_written_nhs_number_still_takes_its_row() {
    let numbers = (0..60u64).map(|place| (1_300_000_000 + place * 7).to_string());
    let cells: Vec<String> = numbers
        .chain(["NHS 943 476 5919 seen".to_owned()])
        .collect();
    let row = |(place, cell): (usize, &String)| format!("A{place},2026-08,K13,1,{cell}\n");
    let rows = lines(cells.iter().enumerate().map(row));
    let text = format!("adviser,month,kpi,value,note\n{rows}");
    let (_, tally, _) = read_of(&text, &Choices::default());
    assert_eq!((tally.accepted, tally.rejected), (60, 1));
}

#[test]
fn a_column_of_nothing_but_per_cents_is_left_out_and_leaves_the_others_alone() {
    let text = "staff,qtr,Placements,13wk %\nAmara,2026-Q1,3,55%\nBryn,2026-Q1,4,60 %\n";
    let survey = survey_of(text, &Choices::default()).unwrap();
    let meanings: Vec<&Meaning> = survey.columns.iter().map(|one| &one.meaning).collect();
    let placements = Meaning::KpiNumerator("Placements".to_owned());
    let expected = [
        &Meaning::Adviser,
        &Meaning::Period,
        &placements,
        &Meaning::LeaveOut,
    ];
    assert_eq!(meanings, expected);
}
