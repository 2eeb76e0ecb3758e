//! After any sequence of typing, clearing, marking, undoing and doing again, roll-ups equal rows, and undoing all
//! of it leads back to where it began.

use super::bench::Desk;
use crate::figures;
use crate::figures::view::{CellActView, MarkCell};
use crate::kpis::view::GrainView;
use crate::undo;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Act {
    Type(usize, usize, u8),
    Clear(usize, usize),
    Dispute(usize, usize),
    Undo,
    Redo,
}

const ALIASES: [&str; 2] = ["Ana", "Ben"];
const WEEKS: [&str; 4] = ["2026-W44", "2026-W45", "2026-W48", "2026-W49"];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let cell = (0_usize..2, 0_usize..4);
    let act = prop_oneof![
        4 => (cell.clone(), 0_u8..20).prop_map(|((who, when), number)| Act::Type(who, when, number)),
        1 => cell.clone().prop_map(|(who, when)| Act::Clear(who, when)),
        1 => cell.prop_map(|(who, when)| Act::Dispute(who, when)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ];
    proptest::collection::vec(act, 1..14)
}

fn play(desk: &mut Desk, act: &Act, empty: &str) {
    match act {
        Act::Type(who, when, number) => {
            let number = number.to_string();
            desk.write(
                WEEKS[*when],
                &[
                    (ALIASES[*who], "K13", &number, ""),
                    (ALIASES[*who], "K28", &number, ""),
                ],
            );
        }
        Act::Clear(who, when) => drop(desk.write(WEEKS[*when], &[(ALIASES[*who], "K13", "", "")])),
        Act::Dispute(who, when) => {
            let request = MarkCell {
                adviser: desk.id(ALIASES[*who]),
                kpi: "K13".to_owned(),
                grain: GrainView::Week,
                period: WEEKS[*when].to_owned(),
                act: CellActView::Dispute,
            };
            figures::mark(&mut desk.bench.app, request).ok();
        }
        // Below an empty grid lie the steps that set the desk up.
        Act::Undo if desk.digest() == empty => {}
        Act::Undo => drop(undo::undo(&mut desk.bench.app).ok()),
        Act::Redo => drop(undo::redo(&mut desk.bench.app).ok()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn rows_and_months_agree_and_everything_can_be_taken_back(acts in acts()) {
        let mut desk = Desk::new();
        let empty = desk.digest();
        for act in &acts {
            let before = desk.digest();
            play(&mut desk, act, &empty);
            prop_assert!(desk.rolls_hold(), "{act:?}");
            if matches!(act, Act::Type(..)) && desk.digest() != before {
                let after = desk.digest();
                undo::undo(&mut desk.bench.app).unwrap();
                prop_assert_eq!(desk.digest(), before);
                undo::redo(&mut desk.bench.app).unwrap();
                prop_assert_eq!(desk.digest(), after);
            }
        }
        while desk.digest() != empty {
            undo::undo(&mut desk.bench.app).unwrap();
        }
        prop_assert!(desk.rolls_hold());
    }
}
