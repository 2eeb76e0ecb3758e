//! Targets with whom they bind, from when to when, and where they come from.

use super::*;
use crate::kpis::view::{EndTarget, LevelView, ScopeView, SetTarget, TargetView};

fn target(code: &str, value: &str) -> SetTarget {
    SetTarget {
        code: code.to_owned(),
        scope: ScopeView::Each,
        level: LevelView::Expected,
        value: value.to_owned(),
        from: "2026-04-01".to_owned(),
        source: "contract, schedule 4".to_owned(),
    }
}

fn targets(list: &KpiListView, code: &str) -> Vec<TargetView> {
    by(list, code).targets
}

fn check_value(code: &str, typed: &str, expected: Result<&str, &str>) {
    let mut bench = Bench::open();
    take(&mut bench, code, true);
    match (
        kpis::set_target(&mut bench.app, target(code, typed)),
        expected,
    ) {
        (Ok(list), Ok(shown)) => assert_eq!(targets(&list, code)[0].value, shown, "{typed}"),
        (Err(error), Err(message)) => {
            assert_eq!(error.message, message, "{typed}");
            assert_eq!(error.field.as_deref(), Some("value"), "{typed}");
        }
        (got, _) => panic!("{typed}: {:?}", got.map(|list| targets(&list, code))),
    }
}

#[test]
fn a_level_is_read_as_it_is_meant() {
    check_value("K05", "85 %", Ok("85\u{a0}%"));
    check_value("K05", "85", Ok("85\u{a0}%"));
    check_value("K05", "62.5%", Ok("62.5\u{a0}%"));
    check_value("K05", "0.5 %", Ok("0.5\u{a0}%"));
    check_value("K05", "0.85", Err("A share is written in per cent."));
    check_value(
        "K05",
        "120",
        Err("A target for a share lies between 0 and 100 per cent."),
    );
    check_value("K19", "6", Ok("6"));
    check_value("K13", "1.6", Ok("1.6"));
    check_value(
        "K19",
        "6 %",
        Err("This KPI is not a share, so its target has no per cent sign."),
    );
    check_value("K19", "six", Err("This is not a number."));
    check_value("K19", "-6", Err("A target cannot be below zero."));
    check_value(
        "K19",
        "1.23456789",
        Err("The number has more decimals than are kept."),
    );
    check_value(
        "K19",
        "99999999999",
        Err("The number is too large to be real."),
    );
}

#[test]
fn a_target_needs_a_direction_a_source_and_a_day() {
    let mut bench = Bench::open();
    take(&mut bench, "K28", true);
    take(&mut bench, "K19", true);
    let mut refuse = |request: SetTarget| kpis::set_target(&mut bench.app, request).unwrap_err();
    let error = refuse(target("K28", "60"));
    assert_eq!(
        error.message,
        "This KPI has no good direction, so it can have no target."
    );
    let mut nowhere = target("K19", "6");
    nowhere.source = " ".to_owned();
    assert_eq!(refuse(nowhere).field.as_deref(), Some("source"));
    let mut never = target("K19", "6");
    never.from = "soon".to_owned();
    assert_eq!(refuse(never).field.as_deref(), Some("from"));
    assert_eq!(refuse(target("K99", "6")).code, ErrorCode::NotFound);
}

#[test]
fn a_new_target_ends_the_one_before_it_and_undo_brings_both_back() {
    let mut bench = Bench::open();
    take(&mut bench, "K19", true);
    kpis::set_target(&mut bench.app, target("K19", "5")).unwrap();
    let before = digest(&bench);
    let mut next = target("K19", "6");
    next.from = "2026-10-01".to_owned();
    let list = kpis::set_target(&mut bench.app, next.clone()).unwrap();
    let dates: Vec<_> = targets(&list, "K19")
        .into_iter()
        .map(|one| (one.value, one.to))
        .collect();
    assert_eq!(
        dates,
        [
            ("5".to_owned(), Some("2026-09-30".to_owned())),
            ("6".to_owned(), None)
        ]
    );
    let after = digest(&bench);
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), before);
    undo::redo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), after);
    next.from = "2026-08-01".to_owned();
    let error = kpis::set_target(&mut bench.app, next).unwrap_err();
    assert_eq!(
        error.message,
        "A target of this kind begins on that day or later."
    );
}

#[test]
fn other_scopes_and_levels_stand_beside_it() {
    let mut bench = Bench::open();
    take(&mut bench, "K19", true);
    type_figure(&mut bench, "K19", "6", "");
    let ana = team::list(&bench.app).unwrap().advisers[0].id.clone();
    kpis::set_target(&mut bench.app, target("K19", "6")).unwrap();
    for (scope, level) in [
        (ScopeView::Adviser(ana.clone()), LevelView::Expected),
        (ScopeView::Team, LevelView::Expected),
        (ScopeView::Each, LevelView::Minimum),
    ] {
        let request = SetTarget {
            scope,
            level,
            ..target("K19", "4")
        };
        kpis::set_target(&mut bench.app, request).unwrap();
    }
    let list = kpis::list(&bench.app).unwrap();
    let open = targets(&list, "K19");
    assert!(open.len() == 4 && open.iter().all(|one| one.to.is_none()));
    assert!(
        open.iter()
            .any(|one| one.scope == ScopeView::Adviser(ana.clone()))
    );
}

#[test]
fn a_target_ends_on_its_last_day() {
    let mut bench = Bench::open();
    take(&mut bench, "K19", true);
    let list = kpis::set_target(&mut bench.app, target("K19", "6")).unwrap();
    let id = targets(&list, "K19")[0].id;
    let before = digest(&bench);
    let end = |to: &str| EndTarget {
        id,
        to: to.to_owned(),
    };
    let error = kpis::end_target(&mut bench.app, end("2026-03-31")).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("to"));
    let list = kpis::end_target(&mut bench.app, end("2026-12-31")).unwrap();
    assert_eq!(targets(&list, "K19")[0].to.as_deref(), Some("2026-12-31"));
    assert_eq!(
        undo::undo(&mut bench.app).unwrap().words,
        "Undone: target ended"
    );
    assert_eq!(digest(&bench), before);
    let unknown = EndTarget {
        id: 99,
        to: "2026-12-31".to_owned(),
    };
    assert_eq!(
        kpis::end_target(&mut bench.app, unknown).unwrap_err().code,
        ErrorCode::NotFound
    );
}
