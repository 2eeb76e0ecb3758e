use proptest::prelude::*;

use super::*;

#[test]
fn a_code_reads_back_whatever_the_case_and_the_look_alikes() {
    let code = RecoveryCode::make().unwrap();
    let shown = code.shown();
    assert_eq!(shown.len(), 34);
    for typed in [
        shown.to_lowercase(),
        shown.replace('-', " "),
        shown.replace('-', ""),
        shown.replace('0', "o").replace('1', "l"),
        shown.replace('1', "I"),
    ] {
        let again = RecoveryCode::parse(&typed).unwrap_or_else(|_| panic!("{typed}"));
        assert_eq!(*again.shown(), *shown);
    }
}

#[test]
fn groups_are_compared_one_by_one() {
    let code = RecoveryCode::make().unwrap();
    let shown = code.shown();
    for (place, group) in shown.split('-').enumerate() {
        assert!(code.is_group(place + 1, &group.to_lowercase()));
        let short: String = group.chars().take(3).collect();
        assert!(!code.is_group(place + 1, &short));
    }
    assert!(!code.is_group(0, ""));
    assert!(!code.is_group(8, ""));
}

#[test]
fn lengths_and_strange_characters_are_pointed_at() {
    let code = RecoveryCode::make().unwrap();
    let shown = code.shown();
    let refused = |typed: &str| RecoveryCode::parse(typed).err();
    let without = |place: usize, instead: &str| {
        let mut symbols = shown.chars();
        let before: String = symbols.by_ref().take(place).collect();
        let after: String = symbols.skip(1).collect();
        format!("{before}{instead}{after}")
    };
    let short = without(6, "");
    assert_eq!(
        refused(&short),
        Some(RecoveryRefusal::Length { group: Some(2) })
    );
    assert_eq!(refused(""), Some(RecoveryRefusal::Length { group: None }));
    let strange = without(10, "u");
    assert_eq!(
        refused(&strange),
        Some(RecoveryRefusal::Character { group: 3 })
    );
}

proptest! {
    #[test]
    fn one_wrong_symbol_is_located(place in 0..SYMBOLS, change in 1_u8..32) {
        let code = RecoveryCode::make().unwrap();
        let mut wrong = code.0.clone();
        wrong[place] ^= change;
        let typed: String = wrong.iter().map(|symbol| letter(*symbol)).collect();
        prop_assert_eq!(
            RecoveryCode::parse(&typed).err(),
            Some(RecoveryRefusal::Mistyped { group: place / GROUP + 1 })
        );
    }

    #[test]
    fn two_wrong_symbols_never_pass(
        one in 0..SYMBOLS, gap in 1..SYMBOLS, a in 1_u8..32, b in 1_u8..32,
    ) {
        let code = RecoveryCode::make().unwrap();
        let mut wrong = code.0.clone();
        wrong[one] ^= a;
        wrong[(one + gap) % SYMBOLS] ^= b;
        let typed: String = wrong.iter().map(|symbol| letter(*symbol)).collect();
        prop_assert!(RecoveryCode::parse(&typed).is_err());
    }

    #[test]
    fn groups_to_confirm_differ_and_exist(_try in 0..50) {
        let [one, two] = make_groups_to_confirm().unwrap();
        prop_assert!(one != two && (1..=7).contains(&one) && (1..=7).contains(&two));
    }
}
