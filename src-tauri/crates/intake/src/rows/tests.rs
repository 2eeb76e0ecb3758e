use super::*;
use crate::columns::{Choices, Meaning};
use crate::dates::DateOrder;
use crate::testing::{Kept, file, lines, open, read_into, read_of, with_run};
use crate::{IntakeError, Limits, RejectedLine, Run, survey, write_rejects};

/// The reasons for which the rows under these headings are rejected.
fn check(headings: &str, rows: &[(&str, Option<Reason>)]) {
    let lines = lines(rows.iter().map(|(row, _)| format!("{row}\n")));
    let (_, tally, kept) = read_of(&format!("{headings}\n{lines}"), &Choices::default());
    let expected: Vec<_> = (2..)
        .zip(rows)
        .filter_map(|(line, (_, reason))| Some((line, (*reason)?)))
        .collect();
    assert_eq!(kept.reasons(), expected, "{headings}");
    assert_eq!(tally.rejected, u64::try_from(expected.len()).unwrap());
    assert_eq!(
        tally.accepted + tally.rejected,
        u64::try_from(rows.len()).unwrap()
    );
}

#[test]
fn each_fault_of_a_long_row_has_its_reason() {
    check(
        "adviser,date,kpi,numerator,denominator,exposure,note",
        &[
            ("Amara,03/08/2026,K09,46,60,,", None),
            ("Amara,29/08/2026,K09,46,60,19.5,all well", None),
            ("Amara,31/08/2026,K09,\"1,046\",\"1,060\",,", None),
            (",29/08/2026,K09,46,60,,", Some(Reason::MissingAdviser)),
            ("Amara,,K09,46,60,,", Some(Reason::MissingPeriod)),
            ("Amara,30/08/2026,,46,60,,", Some(Reason::MissingKpi)),
            ("Amara,30/08/2026,K09,,60,,", Some(Reason::MissingValue)),
            ("Amara,31/02/2026,K09,46,60,,", Some(Reason::BadDate)),
            ("Amara,2026-08,K09,46,60,,", Some(Reason::OtherGrain)),
            ("Amara,30/08/2026,K09,n/a,60,,", Some(Reason::NotANumber)),
            ("Amara,30/08/2026,K09,-1,60,,", Some(Reason::Negative)),
            (
                "Amara,30/08/2026,K09,9999999999999,60,,",
                Some(Reason::TooLargeNumber),
            ),
            ("Amara,30/08/2026,K09,77 %,,,", Some(Reason::BarePercentage)),
            ("Amara,30/08/2026,K09,46,60.5,,", Some(Reason::NotWhole)),
            (
                "Amara,30/08/2026,K09,46,60,,ring 07700 900123",
                Some(Reason::Identifier),
            ),
            ("Amara,29/08/2026,k09,12,20,,", Some(Reason::Duplicate)),
            ("Amara,30/08/2026,K09,46,60,,,x", Some(Reason::ExtraCells)),
            (
                "Amara Amara Amara Amara Amara Amara Amara A,30/08/2026,K09,46,60,,",
                Some(Reason::BadText),
            ),
        ],
    );
}

#[test]
fn a_file_may_hold_weeks_of_one_kpi_and_months_of_another_but_mixes_them_for_none() {
    check(
        "adviser,period,kpi,numerator,denominator,exposure,note",
        &[
            ("Amara,2026-W33,K13,6,,,", None),
            ("Amara,2026-08,K19,3,,,", None),
            ("Amara,2026-W34,K13,7,,,", None),
            ("Amara,2026-09,K19,4,,,", None),
            ("Amara,2026-W34,K05,1,,,", None),
            ("Amara,2026-08,K05,4,,,", Some(Reason::OtherGrain)),
            ("Amara,2026-W35,K13,7,,,", None),
            ("Amara,2026-W33,K13,6,,,", Some(Reason::Duplicate)),
            ("Amara,2026-08,,6,,,", Some(Reason::OtherGrain)),
        ],
    );
}

#[test]
fn a_wide_row_is_accepted_whole_or_rejected_whole() {
    check(
        "adviser,month,Starts,Attended num,Attended den",
        &[
            ("Amara,2026-08,3,46,60", None),
            ("Amara,2026-09,,46,60", None),
            ("Amara,2026-10,3,,", None),
            ("Amara,2026-11,3,,0", None),
            ("Bryn,2026-08,3,,60", Some(Reason::MissingValue)),
            ("Bryn,2026-08,,,", Some(Reason::MissingValue)),
            ("Bryn,2026-08,x,46,60", Some(Reason::NotANumber)),
            ("Bryn,2026-08,3,46,60", None),
            ("Bryn,2026-08,,47,60", Some(Reason::Duplicate)),
        ],
    );
    let (_, _, kept) = read_of(
        "adviser,month,Starts,Attended num,Attended den\nAmara,2026-08,3,46,60\n",
        &Choices::default(),
    );
    assert_eq!(
        kept.rows,
        [
            "2 a0 2026-08 k0 3000 - - -",
            "2 a0 2026-08 k1 46000 60000 - -"
        ]
    );
}

#[test]
fn a_roster_row_is_typed_and_checked() {
    check(
        "adviser,name,team,started,left,fte",
        &[
            ("Amara,Ann Example,Harbour,2024-04-01,,1", None),
            ("Bryn,,Harbour,2025-01-06,2026-01-06,80%", None),
            (
                "Carys,,Harbour,2025-01-06,2024-01-06,0.8",
                Some(Reason::Backwards),
            ),
            ("Dev,,Harbour,2025-13-06,,0.8", Some(Reason::BadDate)),
            ("Esi,,Harbour,2025-01-06,,1.2", Some(Reason::TooLargeNumber)),
            ("amara,,Harbour,2024-04-01,,1", Some(Reason::Duplicate)),
            (",,Harbour,2024-04-01,,1", Some(Reason::MissingAdviser)),
            (
                "Gwen,,Harbour QQ123456C,2024-04-01,,1",
                Some(Reason::Identifier),
            ),
        ],
    );
}

#[test]
fn a_dash_among_figures_is_a_missing_one_and_alone_it_is_no_number() {
    let text =
        "adviser,month,Starts,Calls\nA,2026-08,3,n/a\nB,2026-08,\u{2013},4\nC,2026-08,-,N/A\n";
    let (_, tally, kept) = read_of(text, &Choices::default());
    assert_eq!(
        kept.rows,
        ["2 a0 2026-08 k0 3000 - - -", "3 a1 2026-08 k1 4000 - - -"]
    );
    assert_eq!(kept.reasons(), [(4, Reason::MissingValue)]);
    assert_eq!(tally.accepted, 2);
    let text = "adviser,month,kpi,num\nA,2026-08,K19,n/a\n";
    let (_, _, kept) = read_of(text, &Choices::default());
    assert_eq!(kept.reasons(), [(2, Reason::NotANumber)]);
}

#[test]
fn dates_that_two_orders_fit_are_rejected_until_somebody_chooses() {
    let text = "adviser,day,Starts\nA,03/04/2026,1\nB,05/06/2026,2\nC,07/07/2026,3\n";
    let (_, tally, kept) = read_of(text, &Choices::default());
    assert_eq!((tally.accepted, tally.rejected), (1, 2));
    assert_eq!(kept.reasons()[0], (2, Reason::AmbiguousDate));
    let chosen = Choices {
        date_order: Some(DateOrder::MonthFirst),
        ..Choices::default()
    };
    let (_, tally, kept) = read_of(text, &chosen);
    assert_eq!(tally.accepted, 3);
    assert!(kept.rows[0].contains("2026-03-04"), "{:?}", kept.rows);
}

#[test]
fn a_row_the_vault_turns_away_leaves_its_place_to_the_next() {
    let text = "adviser,month,kpi,num,den\nA,2026-08,K09,74,71\nA,2026-08,K09,70,71\n";
    let refuse = |row: &FigureRow<'_>| {
        let amount = row.amounts.first()?;
        let above = amount
            .denominator
            .is_some_and(|denominator| amount.numerator > denominator);
        above.then_some(Rejection {
            column: Some(amount.column),
            reason: Reason::NumeratorAboveDenominator,
        })
    };
    let kept = Kept {
        refuse: Some(Box::new(refuse)),
        ..Kept::default()
    };
    let (_, tally, kept) = read_into(text, &Choices::default(), kept);
    assert_eq!((tally.accepted, tally.rejected), (1, 1));
    assert_eq!(
        kept.rejected[0].value.as_ref().map(Shown::reveal),
        Some("74")
    );
}

#[test]
fn a_column_left_out_on_purpose_takes_no_row_with_it() {
    let text = "adviser,month,kpi,value,remarks,more\nA,2026-08,K09,1,fine,mail a@example.org today please\nB,2026-08,K09,1,fine,fine\n";
    let (_, tally, _) = read_of(text, &Choices::default());
    assert_eq!((tally.accepted, tally.rejected), (1, 1));
    let meanings = vec![None, None, None, None, None, Some(Meaning::LeaveOut)];
    let (_, tally, _) = read_of(
        text,
        &Choices {
            meanings,
            ..Choices::default()
        },
    );
    assert_eq!((tally.accepted, tally.rejected), (2, 0));
}

#[test]
fn a_shown_value_is_masked_where_it_looks_like_an_identifier_and_never_debugged() {
    let (_, _, kept) = read_of(
        "adviser,month,Starts\nA,soon,1\nB,2026-08,QQ123456C now\nC,2026-08,4\n",
        &Choices::default(),
    );
    let shown: Vec<_> = kept
        .rejected
        .iter()
        .map(|row| row.value.as_ref().map(Shown::reveal))
        .collect();
    assert_eq!(shown, [Some("soon"), None]);
    assert!(!format!("{:?}", kept.rejected).contains("soon"));
}

/// The rejects file of a text.
fn rejects_of(text: &str) -> String {
    let (_folder, path) = file(text);
    let mut source = open(&path, Limits::default()).unwrap();
    with_run(|run| {
        let survey = survey(&mut source, &Choices::default(), run).unwrap();
        let mut kept = Kept::default();
        read(&mut source, &survey, &mut kept, run).unwrap();
        let lines: Vec<RejectedLine> = kept.rejected.iter().map(RejectedLine::from).collect();
        let mut out = Vec::new();
        let say = |row: &RejectedLine| row.reason.code().to_owned();
        write_rejects(&mut source, &survey, &lines, &say, &mut out, run).unwrap();
        String::from_utf8(out).unwrap()
    })
}

#[test]
fn the_rejects_file_keeps_the_layout_and_gives_nothing_away() {
    let written = rejects_of(
        "adviser,month,kpi,value,NI number,note\n\
        Amara,2026-08,K09,1,QQ123456C,fine\n\
        =Bryn,2026-13,K09,2,QQ123456A,\"=cmd, now\"\n\
        Carys,2026-08,K09,3,QQ123456B,ring 07700 900123\n",
    );
    insta::assert_snapshot!(written, @r#"
    adviser,month,kpi,value,NI number,note,reason
    '=Bryn,2026-13,K09,2,,"'=cmd, now",bad_date
    Carys,2026-08,K09,3,,aaaa 99999 999999,identifier
    "#);
}

#[test]
fn the_rejects_of_a_file_with_semicolons_have_them_too() {
    let written =
        rejects_of("adviser;month;kpi;value\nAmara;2026-08;K28;60,5\nBryn;2026-13;K28;61,5\n");
    insta::assert_snapshot!(written, @r"
    adviser;month;kpi;value;reason
    Bryn;2026-13;K28;61,5;bad_date
    ");
}

#[test]
fn a_reason_keeps_its_number() {
    for reason in Reason::ALL {
        assert_eq!(Reason::from_number(reason.number()), Some(reason));
    }
    assert_eq!(
        Reason::MissingAdviser.number(),
        1,
        "numbers are kept in vaults"
    );
    assert_eq!(
        Reason::Backwards.number(),
        29,
        "new reasons are added at the end"
    );
    assert_eq!(Reason::from_number(0), None);
}

#[test]
fn reading_stops_when_it_is_cancelled() {
    let rows = lines((0..5_000).map(|place| format!("A{place},2026-08,K09,1\n")));
    let (_folder, path) = file(&format!("adviser,month,kpi,value\n{rows}"));
    let mut source = open(&path, Limits::default()).unwrap();
    let survey = with_run(|run| survey(&mut source, &Choices::default(), run)).unwrap();
    let cancel = std::sync::atomic::AtomicBool::new(false);
    let mut tick = |_| cancel.store(true, std::sync::atomic::Ordering::Relaxed);
    let mut kept = Kept::default();
    let outcome = read(
        &mut source,
        &survey,
        &mut kept,
        &mut Run::new(&cancel, &|| std::time::Duration::ZERO, &mut tick),
    );
    assert!(matches!(outcome, Err(IntakeError::Cancelled)));
    assert!(kept.rows.len() < 5_000);
}

mod laws {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_row_is_counted_once_whatever_it_holds(rows in proptest::collection::vec("[ -:<-?A-~]{0,30}", 1..20)) {
            let lines = lines(rows.iter().map(|row| format!("{}\n", row.replace('"', ""))));
            let text = format!("adviser,date,kpi,value\nAmara,2026-08-03,K09,1\n{lines}");
            // A postcode among the advisers refuses the file as a whole, and then nothing is read.
            let found = crate::testing::survey_of(&text, &Choices::default()).unwrap();
            prop_assume!(found.refusal.is_none());
            let (survey, tally, kept) = read_of(&text, &Choices::default());
            prop_assert_eq!(tally.accepted + tally.rejected, survey.rows);
            prop_assert_eq!(tally.totals, survey.totals);
            prop_assert_eq!(u64::try_from(kept.rejected.len()).unwrap(), tally.rejected);
        }

        #[test]
        fn a_figure_comes_out_as_it_went_in(counts in proptest::collection::vec((0i64..1000, 0i64..1000), 1..30)) {
            let row = |(place, (num, den)): (usize, &(i64, i64))| format!("A{place},2026-08-03,K09,{num},{den}\n");
            let lines = lines(counts.iter().enumerate().map(row));
            let (_, _, kept) = read_of(&format!("adviser,day,kpi,num,den\n{lines}"), &Choices::default());
            let expected: Vec<String> = counts
                .iter()
                .enumerate()
                .map(|(place, (num, den))| format!("{} a{place} 2026-08-03 k0 {} {} - -", place + 2, num * 1000, den * 1000))
                .collect();
            prop_assert_eq!(kept.rows, expected);
        }
    }
}

#[test]
fn decimals_with_a_comma_are_read_where_the_file_separates_cells_by_semicolons() {
    let text = "adviser;month;kpi;numerator;exposure\nA;2026-08;K13;31;4,5\nA;2026-09;K29;45,25;\n\
        A;2026-10;K29;1.045,5;\nA;2026-11;K29;45.5;\n";
    let (survey, _, kept) = read_of(text, &Choices::default());
    assert!(survey.has_decimal_commas());
    assert_eq!(
        kept.rows,
        [
            "2 a0 2026-08 k0 31000 - 4500 -",
            "3 a0 2026-09 k1 45250 - - -",
            "4 a0 2026-10 k1 1045500 - - -"
        ]
    );
    assert_eq!(kept.reasons(), [(5, Reason::OtherMark)]);
    let kinds: Vec<_> = survey.kpis.iter().map(|kpi| kpi.guess).collect();
    assert_eq!(kinds, [crate::KindGuess::Count, crate::KindGuess::Value]);
}

#[test]
fn a_thousands_comma_stays_one_where_cells_are_separated_by_tabs_or_commas() {
    for separator in ['\t', ','] {
        let text = "adviser|month|kpi|numerator\nA|2026-08|K13|\"1,234\"\nA|2026-09|K13|0.5\n";
        let (survey, _, kept) = read_of(
            &text.replace('|', &separator.to_string()),
            &Choices::default(),
        );
        assert!(!survey.has_decimal_commas());
        assert_eq!(
            kept.rows,
            ["2 a0 2026-08 k0 1234000 - - -", "3 a0 2026-09 k0 500 - - -"]
        );
    }
}

#[test]
fn a_roster_and_a_wide_table_have_decimal_commas_too() {
    let (_, tally, kept) = read_of(
        "adviser;team;fte\nA;Harbour;0,8\nB;Harbour;1\n",
        &Choices::default(),
    );
    assert_eq!(tally.rejected, 0);
    assert!(
        kept.rows[0].ends_with("Some(Thousandths(800))"),
        "{:?}",
        kept.rows
    );
    let (survey, _, kept) = read_of(
        "adviser;month;Satisfaction\nA;2026-08;4,5\nB;2026-08;3,75\n",
        &Choices::default(),
    );
    assert_eq!(
        survey.kpis.len(),
        1,
        "a column of decimal commas holds numbers"
    );
    assert_eq!(kept.rows[1], "3 a1 2026-08 k0 3750 - - -");
}
