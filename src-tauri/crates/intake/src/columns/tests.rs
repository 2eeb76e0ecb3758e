mod wide;

use super::*;
use crate::refusal::FileRefusal;
use crate::survey::MissingColumn;
use crate::testing::{lines, survey_of};

fn meanings(text: &str, choices: &Choices) -> (Layout, Vec<Meaning>) {
    let survey = survey_of(text, choices).unwrap();
    (
        survey.layout,
        survey
            .columns
            .into_iter()
            .map(|column| column.meaning)
            .collect(),
    )
}

fn check(headings: &str, row: &str, layout: Layout, expected: &[Meaning]) {
    let text = format!("{headings}\n{row}\n");
    assert_eq!(
        meanings(&text, &Choices::default()),
        (layout, expected.to_vec()),
        "{headings}"
    );
}

fn counted(name: &str) -> Meaning {
    Meaning::KpiNumerator(name.to_owned())
}

fn out_of(name: &str) -> Meaning {
    Meaning::KpiDenominator(name.to_owned())
}

#[test]
fn headings_of_a_long_table_are_known_by_many_names() {
    use Meaning::{Adviser, Denominator, Exposure, Kpi, LeaveOut, Note, Numerator, Period};
    let long = Layout::FiguresLong;
    check(
        "adviser,period,kpi,numerator,denominator",
        "A,2026-08,K09,1,2",
        long,
        &[Adviser, Period, Kpi, Numerator, Denominator],
    );
    check(
        "adviser_ref,kpi,date,num,den",
        "A,K09,2026-08-03,1,2",
        long,
        &[Adviser, Kpi, Period, Numerator, Denominator],
    );
    check(
        "Advisor,Month,Measure,Value,Out of",
        "A,2026-08,K09,1,2",
        long,
        &[Adviser, Period, Kpi, Numerator, Denominator],
    );
    check(
        "ALIAS,Week,INDICATOR,Count,base,Notes",
        "A,2026-W31,K09,1,2,ok",
        long,
        &[Adviser, Period, Kpi, Numerator, Denominator, Note],
    );
    check(
        "Alias,Period Start,K-P-I,Actual,Exposure",
        "A,2026-08,K09,1,2",
        long,
        &[Adviser, Period, Kpi, Numerator, Exposure],
    );
    check(
        "alias,period,kpi,actual,site",
        "A,2026-08,K09,1,North",
        long,
        &[Adviser, Period, Kpi, Numerator, LeaveOut],
    );
}

#[test]
fn words_and_parts_of_words_are_no_halves_of_a_kpi() {
    use Meaning::{Adviser, LeaveOut, Period};
    let wide = Layout::FiguresWide;
    check(
        "adviser,month,Starts,Region",
        "A,2026-08,3,North",
        wide,
        &[Adviser, Period, counted("Starts"), LeaveOut],
    );
    check(
        "adviser,month,Sample,Broaden",
        "A,2026-08,3,4",
        wide,
        &[Adviser, Period, counted("Sample"), counted("Broaden")],
    );
}

#[test]
fn a_roster_is_told_from_figures() {
    use Meaning::{Adviser, Band, FullTimeShare, Grade, Left, Name, Site, Started, Team};
    check(
        "adviser,name,site,grade,band,team,started,left,fte",
        "A,Ann,North,Adviser,1,Harbour,2024-04-01,,1",
        Layout::Roster,
        &[
            Adviser,
            Name,
            Site,
            Grade,
            Band,
            Team,
            Started,
            Left,
            FullTimeShare,
        ],
    );
    check(
        "adviser_ref,name,team,band,started,left",
        "A,B,C,1,2024-04-01,",
        Layout::Roster,
        &[Adviser, Name, Team, Band, Started, Left],
    );
}

#[test]
fn titles_above_the_headings_are_stepped_over() {
    let text = "Monthly return,,\n,,\nTeam: Harbour,,\nAdviser,Month,Starts\nAmara,2026-08,3\n";
    let survey = survey_of(text, &Choices::default()).unwrap();
    assert_eq!((survey.heading_line, survey.rows), (4, 1));
}

#[test]
fn two_columns_of_one_name_are_not_chosen_between() {
    let survey = survey_of(
        "adviser,adviser,period,Starts\nA,B,2026-08,1\n",
        &Choices::default(),
    )
    .unwrap();
    assert_eq!(survey.missing, [MissingColumn::Adviser]);
    let twice = survey_of(
        "adviser,period,Starts,starts\nA,2026-08,1,2\n",
        &Choices::default(),
    )
    .unwrap();
    assert_eq!(twice.missing, [MissingColumn::Kpi]);
}

#[test]
fn what_is_missing_is_named() {
    let missing = |text: &str| survey_of(text, &Choices::default()).unwrap().missing;
    assert_eq!(
        missing("foo,bar\na,b\n"),
        [
            MissingColumn::Adviser,
            MissingColumn::Period,
            MissingColumn::Kpi
        ]
    );
    assert_eq!(
        missing("adviser,kpi,value\nA,K09,1\n"),
        [MissingColumn::Period]
    );
    assert_eq!(
        missing("adviser,period,kpi\nA,2026-08,K09\n"),
        [MissingColumn::Kpi]
    );
    assert_eq!(
        missing("adviser,period,value\nA,2026-08,1\n"),
        [MissingColumn::Kpi]
    );
    let empty = survey_of("adviser,period,kpi,value\n", &Choices::default()).unwrap_err();
    assert_eq!(empty.refusal(), Some(FileRefusal::Empty));
}

#[test]
fn the_person_has_the_last_word_on_meaning() {
    let text = "who is it,when was it,Starts,Extra\nA,2026-08,3,9\n";
    let meanings_chosen = vec![
        Some(Meaning::Adviser),
        Some(Meaning::Period),
        None,
        Some(Meaning::LeaveOut),
    ];
    let choices = Choices {
        meanings: meanings_chosen,
        ..Choices::default()
    };
    let (_, found) = meanings(text, &choices);
    assert_eq!(
        found,
        [
            Meaning::Adviser,
            Meaning::Period,
            counted("Starts"),
            Meaning::LeaveOut
        ]
    );
    let synonyms = vec![
        ("Who is it".to_owned(), Meaning::Adviser),
        ("WHEN_WAS_IT".to_owned(), Meaning::Period),
    ];
    let (_, found) = meanings(
        text,
        &Choices {
            synonyms,
            ..Choices::default()
        },
    );
    assert_eq!(
        found,
        [
            Meaning::Adviser,
            Meaning::Period,
            counted("Starts"),
            counted("Extra")
        ]
    );
}

#[test]
fn a_mapping_is_remembered_by_the_shape_of_the_headings() {
    let text = "who is it,when was it,Starts,Extra\nA,03/04/2026,3,9\n";
    let meanings_chosen = vec![
        Some(Meaning::Adviser),
        Some(Meaning::Period),
        None,
        Some(Meaning::LeaveOut),
    ];
    let choices = Choices {
        meanings: meanings_chosen,
        date_order: Some(DateOrder::MonthFirst),
        ..Choices::default()
    };
    let mapping = survey_of(text, &choices).unwrap().mapping();
    assert_eq!(mapping.shape, "whoisit|whenwasit|starts|extra");
    let later = "WHO IS IT,When-was-it,Starts,Extra\nB,05/06/2026,4,8\n";
    let again = survey_of(
        later,
        &Choices {
            remembered: vec![mapping.clone()],
            ..Choices::default()
        },
    )
    .unwrap();
    assert!(again.remembered);
    assert_eq!(again.mapping(), mapping);
    let other = survey_of(
        "adviser,period,Starts\nB,2026-08,4\n",
        &Choices {
            remembered: vec![mapping],
            ..Choices::default()
        },
    );
    assert!(!other.unwrap().remembered);
}

/// A wide table whose last column holds these cells.
fn wide_with(heading: &str, cell: impl Fn(usize) -> String) -> String {
    let rows = (0..12).map(|place| format!("A{place},2026-08,{place},{}\n", cell(place)));
    format!("adviser,month,Starts,{heading}\n{}", lines(rows))
}

#[test]
fn nearly_unique_numbers_of_many_digits_are_no_kpi_unasked() {
    let last = |text: &str, choices: &Choices| meanings(text, choices).1.pop().unwrap();
    let guess = |text: &str| last(text, &Choices::default());
    let references = |place: usize| (40_417 + place * 37).to_string();
    let text = wide_with("Journey", references);
    assert_eq!(guess(&text), Meaning::LeaveOut);
    assert_eq!(
        guess(&wide_with("Journey num", references)),
        Meaning::LeaveOut
    );
    let twice = |place: usize| references(place.max(1));
    assert_eq!(guess(&wide_with("Journey", twice)), Meaning::LeaveOut);
    for (why, text) in [
        (
            "few digits",
            wide_with("Journey", |place| (1042 + place).to_string()),
        ),
        (
            "the same again",
            wide_with("Journey", |place| (40_417 + place % 4).to_string()),
        ),
        (
            "an amount",
            wide_with("Journey", |place| format!("\"40,{}\"", 100 + place)),
        ),
    ] {
        assert_eq!(guess(&text), counted("Journey"), "{why}");
    }
    let asked = Choices {
        meanings: vec![None, None, None, Some(counted("Journey"))],
        ..Choices::default()
    };
    assert_eq!(last(&text, &asked), counted("Journey"));
    let known = Choices {
        known_kpis: vec!["journey".to_owned()],
        ..Choices::default()
    };
    assert_eq!(last(&text, &known), counted("Journey"));
}

#[test]
fn full_names_are_the_advisers_in_a_roster_and_somebodys_among_figures() {
    use Meaning::{Adviser, FullTimeShare, LeaveOut, Name, Period, Site};
    check(
        "alias,full name,site,fte",
        "A,Ann Example,North,1",
        Layout::Roster,
        &[Adviser, Name, Site, FullTimeShare],
    );
    check(
        "alias,full name,month,Starts",
        "A,Ann Example,2026-08,1",
        Layout::FiguresWide,
        &[Adviser, LeaveOut, Period, counted("Starts")],
    );
    check(
        "alias,client name,site,fte",
        "A,Ann Example,North,1",
        Layout::Roster,
        &[Adviser, LeaveOut, Site, FullTimeShare],
    );
}
