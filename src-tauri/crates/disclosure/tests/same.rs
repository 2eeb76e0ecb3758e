//! What is hidden is not printed under another name.

use disclosure::{
    Contribution, HiddenBecause, Measure, MeasureKind, Policy, Profile, Row, Span, Table, release,
};

const OCTOBER: Span = Span {
    first: 20_727,
    last: 20_757,
};

fn share(parts: &[(i64, i64)]) -> Vec<Contribution> {
    let parts = (0_u64..).zip(parts);
    let one = |(member, (numerator, whole)): (u64, &(i64, i64))| Contribution {
        member,
        numerator: *numerator,
        denominator: Some(*whole),
    };
    parts.map(one).collect()
}

fn count(part: i64) -> Vec<Contribution> {
    let one = |member| Contribution {
        member,
        numerator: part,
        denominator: None,
    };
    (0..12).map(one).collect()
}

#[test]
fn what_a_hidden_cell_says_is_not_printed_under_another_name() {
    let measures = ["K17", "K18", "K19", "K20"].map(|code| Measure {
        code: code.into(),
        name: code.into(),
        kind: if code == "K20" {
            MeasureKind::Count
        } else {
            MeasureKind::Share
        },
    });
    let interviews = [8, 9, 7, 10, 8, 9, 9, 8, 7, 6, 8, 9];
    let offers = interviews.map(|count| count / 2);
    let cells = vec![
        // All but four attended: the rest is too few.
        share(
            &(0..12)
                .map(|at| (interviews[at], interviews[at] + i64::from(at < 4)))
                .collect::<Vec<_>>(),
        ),
        // Out of the interviews that the first cell hides.
        share(
            &(0..12)
                .map(|at| (offers[at], interviews[at]))
                .collect::<Vec<_>>(),
        ),
        // Counts the offers that the second now hides.
        share(&offers.map(|offer| (offer, 20))),
        count(9),
    ];
    let row = Row {
        group: "Harbour".into(),
        period: "2026-10".into(),
        span: OCTOBER,
        cells,
    };
    let table = Table::new(measures.to_vec(), vec![row]).unwrap();
    let released = release(&table, &Policy::of(Profile::Internal), &[], 0).unwrap();
    let hidden = &released.assessment().hidden;
    let reasons: Vec<HiddenBecause> = hidden.iter().map(|one| one.2).collect();
    assert_eq!(
        reasons,
        [
            HiddenBecause::FewParticipants,
            HiddenBecause::SaysTheSame,
            HiddenBecause::SaysTheSame
        ]
    );
}
