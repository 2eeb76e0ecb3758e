//! Whom the names of a file mean.

use super::{Desk, creating, reasons};
use crate::intake::undo_batch;
use crate::intake::view::{IntakeChoices, IntakePlanView, KnownAdviser};
use crate::team::save_adviser;
use crate::team::view::SaveAdviser;
use crate::testing::blank_adviser;

fn named(desk: &mut Desk, alias: &str, name: &str) {
    let request = SaveAdviser {
        alias: alias.to_owned(),
        name: Some(name.to_owned()),
        ..blank_adviser()
    };
    save_adviser(&mut desk.bench.app, request).unwrap();
}

fn long(rows: &[&str]) -> String {
    format!(
        "adviser,month,kpi,numerator,denominator\n{}\n",
        rows.join("\n")
    )
}

fn pointing(pairs: &[(&str, &str)]) -> IntakeChoices {
    let known = pairs.iter().map(|(name, alias)| KnownAdviser {
        name: (*name).to_owned(),
        alias: (*alias).to_owned(),
    });
    IntakeChoices {
        known_advisers: known.collect(),
        create_advisers: false,
        ..creating()
    }
}

fn taken(plan: &IntakePlanView) -> Vec<(&str, Option<&str>)> {
    let new = plan.new_advisers.iter();
    new.map(|one| (one.name.as_str(), one.taken.as_deref()))
        .collect()
}

fn roster(desk: &Desk) -> Vec<(String, Option<String>)> {
    let advisers = desk.bench.app.store().unwrap().read().team().advisers();
    let mut roster: Vec<_> = advisers
        .unwrap()
        .into_iter()
        .map(|one| {
            let name = one.name.map(|name| name.reveal().to_owned());
            (one.alias.reveal().to_owned(), name)
        })
        .collect();
    roster.sort();
    roster
}

#[test]
fn a_name_on_the_roster_says_who_it_is_whichever_way_round() {
    let mut desk = Desk::new();
    named(&mut desk, "Amara", "Sarah Jones");
    named(&mut desk, "Bryn", "Ali Khan");
    named(&mut desk, "Cleo", "Ali Khan");
    let file = desk.choose(&long(&[
        "\"jones,  Sarah\",2026-10,K09,46,60",
        "Ali Khan,2026-10,K09,46,60",
        "Bryn,2026-10,K09,46,60",
    ]));
    let plan = desk.plan(&file, &pointing(&[]));
    assert_eq!(
        taken(&plan),
        [("jones,  Sarah", Some("Amara")), ("Ali Khan", None)],
        "a name that two people bear is nobody's"
    );
    assert_eq!(
        (plan.accepted, reasons(&plan)),
        (2, vec![(3, "unknown_adviser")])
    );
    let anew = IntakeChoices {
        create_advisers: true,
        ..pointing(&[("jones,  Sarah", "")])
    };
    assert_eq!(
        taken(&desk.plan(&file, &anew))[0].1,
        None,
        "it can be taken back"
    );
}

#[test]
fn a_name_can_be_pointed_at_somebody_and_put_on_the_roster() {
    let mut desk = Desk::with_team(&[("Amara", None, None), ("Bryn", None, None)]);
    let before = roster(&desk);
    let rows = ["Sarah Jones,2026-10,K09,46,60", "B Evans,2026-13,K09,46,60"];
    let file = desk.choose(&long(&rows));
    let choices = IntakeChoices {
        keep_names: true,
        ..pointing(&[("Sarah Jones", "amara"), ("B Evans", "Bryn")])
    };
    let imported = desk.run(&file, &choices);
    assert_eq!((imported.accepted, imported.figures_new), (1, 1));
    let sarah = Some("Sarah Jones".to_owned());
    let after = vec![("Amara".to_owned(), sarah), ("Bryn".to_owned(), None)];
    assert_eq!(roster(&desk), after, "no figure of Bryn's came in");
    let next = desk.choose(&long(&["Sarah Jones,2026-09,K09,40,60"]));
    assert_eq!(
        desk.run(&next, &pointing(&[])).figures_new,
        1,
        "matched by itself"
    );
    undo_batch(&mut desk.bench.app, imported.batch + 1).unwrap();
    undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!((roster(&desk), desk.figures()), (before, 0));
}

#[test]
fn two_names_of_one_person_do_not_fill_a_cell_twice() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let rows = [
        "Amara,2026-10,K09,46,60",
        "S Jones,2026-10,K09,47,60",
        "S Jones,2026-09,K09,47,60",
    ];
    let file = desk.choose(&long(&rows));
    let choices = pointing(&[("S Jones", "Amara")]);
    let plan = desk.plan(&file, &choices);
    assert_eq!(reasons(&plan), [(3, "duplicate")]);
    let imported = desk.run(&file, &choices);
    assert_eq!((imported.accepted, imported.figures_new), (2, 2));
    let team = desk.choose("adviser,grade\nAmara,Senior\nS Jones,Lead\n");
    let plan = desk.plan(&team, &choices);
    assert_eq!(reasons(&plan), [(3, "duplicate")]);
    assert_eq!(roster(&desk).len(), 1);
}

#[test]
fn two_names_can_be_one_newcomer() {
    let mut desk = Desk::with_team(&[("Bryn", None, None)]);
    let file = desk.choose(&long(&[
        "S Jones,2026-10,K09,46,60",
        "Sarah Jones,2026-09,K09,47,60",
    ]));
    let choices = IntakeChoices {
        create_advisers: true,
        ..pointing(&[("Sarah Jones", "S Jones")])
    };
    assert_eq!(desk.run(&file, &choices).figures_new, 2);
    assert_eq!(roster(&desk).len(), 2);
}

#[test]
fn what_names_nobody_is_no_adviser_and_one_writing_of_a_name_is_enough() {
    let mut desk = Desk::with_team(&[("Zoe", None, None)]);
    let file = desk.choose(&long(&[
        "\u{ff3a}oe,2026-10,K09,46,60",
        "n/a,2026-10,K09,46,60",
        "?,2026-10,K09,46,60",
        "Unknown,2026-10,K09,46,60",
        "Subtotals,2026-10,K09,46,60",
        "Average (mean),2026-10,K09,46,60",
    ]));
    let plan = desk.plan(&file, &creating());
    let missing = |line| (line, "missing_adviser");
    assert_eq!(reasons(&plan), [missing(3), missing(4), missing(5)]);
    assert_eq!((plan.total_rows, taken(&plan)), (2, Vec::new()));
    assert_eq!(desk.run(&file, &creating()).figures_new, 1);
    assert_eq!(roster(&desk).len(), 1);
}

#[test]
fn a_kpi_of_the_library_is_known_and_per_cents_by_themselves_are_left_out() {
    let mut desk = Desk::with_team(&[("Zoe", None, None)]);
    let file = desk.choose("adviser,month,CV checks %,Job starts\nZoe,2026-10,60,3\n");
    let plan = desk.plan(&file, &IntakeChoices::default());
    assert_eq!((plan.accepted, plan.figures_new), (1, 1), "{plan:?}");
}

#[test]
fn the_vault_itself_is_no_spreadsheet() {
    let mut desk = Desk::with_team(&[("Zoe", None, None)]);
    let path = desk.bench.path("team.plumb");
    let file = crate::intake::choose_file(&mut desk.bench.app, path)
        .unwrap()
        .file;
    let refused = crate::intake::plan(&mut desk.bench.app, super::read(&file, &creating()));
    assert_eq!(
        refused.unwrap_err().code,
        crate::error::ErrorCode::IntakeRefused
    );
}
