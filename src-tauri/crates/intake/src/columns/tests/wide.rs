//! Tables with a column for each KPI.

use super::*;

#[test]
fn columns_of_a_wide_table_are_kpis_by_themselves_or_in_pairs() {
    use Meaning::{Adviser, LeaveOut, Period};
    let wide = Layout::FiguresWide;
    check(
        "adviser,period,Starts",
        "A,2026-08,3",
        wide,
        &[Adviser, Period, counted("Starts")],
    );
    check(
        "adviser_ref,date,attended_num,attended_den,contacts_num,contacts_den",
        "A,2026-08-03,3,4,5,",
        wide,
        &[
            Adviser,
            Period,
            counted("attended"),
            out_of("attended"),
            counted("contacts"),
            out_of("contacts"),
        ],
    );
    check(
        "Name,Month,K09 Attendance (num),K09 Attendance (den),Comments",
        "A,2026-08,3,4,fine",
        wide,
        &[
            Adviser,
            Period,
            counted("K09 Attendance"),
            out_of("K09 Attendance"),
            LeaveOut,
        ],
    );
    check(
        "adviser,month,Attended,Attended out of",
        "A,2026-08,3,4",
        wide,
        &[Adviser, Period, counted("Attended"), out_of("Attended")],
    );
}

#[test]
fn a_per_cent_beside_the_pair_it_comes_from_is_left_out() {
    use Meaning::{Adviser, LeaveOut, Period};
    for quotient in ["Seen %", "% seen", "Seen (pct)", "Seen rate", "Seen"] {
        check(
            &format!("adviser,month,Seen num,Seen den,{quotient}"),
            "A,2026-08,3,4,75%",
            Layout::FiguresWide,
            &[Adviser, Period, counted("Seen"), out_of("Seen"), LeaveOut],
        );
    }
    check(
        "adviser,month,K09 Seen num,K09 Seen den,Seen %",
        "A,2026-08,3,4,75%",
        Layout::FiguresWide,
        &[
            Adviser,
            Period,
            counted("K09 Seen"),
            out_of("K09 Seen"),
            LeaveOut,
        ],
    );
    check(
        "adviser,month,Seen num,Seen den,Strike rate",
        "A,2026-08,3,4,7",
        Layout::FiguresWide,
        &[
            Adviser,
            Period,
            counted("Seen"),
            out_of("Seen"),
            counted("Strike rate"),
        ],
    );
}

#[test]
fn a_column_of_few_numbers_is_a_kpi_though_it_begins_late() {
    let rows = (0..400).map(|row| {
        let late = if row == 350 { "5" } else { "" };
        format!("A{row},2026-08,3,{late}\n")
    });
    let text = format!("adviser,month,Starts,New thing\n{}", lines(rows));
    let expected = [
        Meaning::Adviser,
        Meaning::Period,
        counted("Starts"),
        counted("New thing"),
    ];
    assert_eq!(meanings(&text, &Choices::default()).1, expected);
    let text = "adviser,month,Starts\nA,2026-08,n/a\nB,2026-08,-\nC,2026-08,3\n";
    assert_eq!(
        meanings(text, &Choices::default()).1.last(),
        Some(&counted("Starts"))
    );
}

#[test]
fn months_that_stand_as_headings_refuse_the_file() {
    let found = |headings: &str, choices: &Choices| {
        let survey = survey_of(&format!("{headings}\nAmara,North,3,4\n"), choices).unwrap();
        (survey.kind, survey.refusal)
    };
    let refused = (IntakeKind::Figures, Some(FileRefusal::MonthsAcross));
    for headings in [
        "Adviser,Team,Aug-26,Sep-26",
        "Adviser,Site,August,September",
        "Adviser,KPI,2026-08,2026-09",
        "Adviser,Team,01/08/2026,01/09/2026",
        "Adviser,Grade,W/C 03/08/2026,W/C 10/08/2026",
        "Adviser,Team,Q1 2026,Q2 2026",
    ] {
        assert_eq!(found(headings, &Choices::default()), refused, "{headings}");
    }
    for headings in ["Adviser,Team,FTE,May", "Adviser,Month,Aug-26,Sep-26"] {
        assert_eq!(found(headings, &Choices::default()).1, None, "{headings}");
    }
    let roster = Choices {
        kind: Some(IntakeKind::Roster),
        ..Choices::default()
    };
    let wanted = (IntakeKind::Roster, None);
    assert_eq!(found("Adviser,Team,Aug-26,Sep-26", &roster), wanted);
}
